/** Below this, classes and folds are looked up; above it, few letters fold and none matters to a skill's name. */
const TABLE = 0x250

const letterOrDigit = /[\p{L}\p{N}\p{M}]/u

const folds = Uint16Array.from({ length: TABLE }, (_, code) => {
  const char = String.fromCharCode(code)
  if (!letterOrDigit.test(char)) return 0
  const lower = char.toLowerCase()
  return lower.length === 1 ? lower.charCodeAt(0) : code
})

function foldWide(code: number): number {
  if (code < 0x2000) return code
  // A position past the end of a text has the code NaN.
  if (!(code >= 0x3040) || (code >= 0xd800 && code < 0xf900) || code >= 0xfe00) return 0
  return code
}

/** The code unit in lower case when it is part of a word, else 0. Marks and letters beyond ASCII are word characters. */
export function foldWordChar(code: number): number {
  return code < TABLE ? (folds[code] ?? 0) : foldWide(code)
}

/** {@link foldWordChar} as a table for code units below its length, for the scan. */
export const foldTable: Readonly<Uint16Array> = folds

/**
 * How many of the signs behind a word belong to it: the `++` of C++ and the `#` of C#, but neither the plus of
 * "Java+Spring" nor the hash of "#backend".
 */
export function suffixLength(text: string, end: number): number {
  const code = text.charCodeAt(end)
  if (code === 43) return text.charCodeAt(end + 1) === 43 ? 2 : 0
  if (code !== 35 && code !== 0x266f) return 0
  const next = text.charCodeAt(end + 1)
  return isDigit(next) || foldWordChar(next) === 0 ? 1 : 0
}

/** Whether the code unit is one of 0 to 9. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** What may stand between two characters of a spelling: nothing, a blank, dot or hyphen, or a slash besides. */
export type Gap = 0 | 1 | 2

/** A name broken down: its folded word characters, and before each what may part it from the one before. */
export interface Spelling {
  /** One code unit a character, whatever it is. */
  readonly chars: string
  readonly gaps: readonly Gap[]
}

function isUpper(code: number): boolean {
  if (code < 128) return code > 64 && code < 91
  const char = String.fromCharCode(code)
  return char !== char.toLowerCase()
}

function isLower(code: number): boolean {
  if (code < 128) return code > 96 && code < 123
  const char = String.fromCharCode(code)
  return char !== char.toUpperCase()
}

/**
 * Breaks a name down. Where it has a blank, dot or hyphen, and where a capital follows a small letter, a text may have
 * either a separator or none: `Node.js` stands for "NodeJS", "node js" and "Node-JS" too. A beginning of one or two
 * letters is never parted ("my SQL" is not MySQL).
 */
export function readSpelling(text: string): Spelling {
  let chars = ''
  const gaps: Gap[] = []
  let gap = 0 as Gap
  let partLength = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const folded = foldWordChar(code)
    if (folded !== 0) {
      if (gap === 0 && partLength > 2 && isUpper(code) && isLower(text.charCodeAt(index - 1))) gap = 1
      if (gap !== 0) partLength = 0
      gaps.push(chars.length === 0 ? 0 : gap)
      chars += String.fromCharCode(folded)
      partLength++
      gap = 0
      continue
    }
    const suffix = chars.length > 0 && gap === 0 ? suffixLength(text, index) : 0
    if (suffix > 0) {
      for (let at = 0; at < suffix; at++) {
        chars += code === 0x266f ? '#' : text.charAt(index + at)
        gaps.push(0)
      }
      index += suffix - 1
    } else if (code === 46 && chars.length === 0) {
      chars += '.'
      gaps.push(0)
    } else {
      gap = code === 47 || code === 38 || gap === 2 ? 2 : 1
    }
  }
  return { chars, gaps }
}

/** The name without case and separators, by which two spellings are the same: `nodejs` of "Node.js". */
export function spellingKey(text: string): string {
  return readSpelling(text).chars
}
