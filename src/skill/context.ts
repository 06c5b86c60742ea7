import { foldWordChar, isDigit } from './spelling.ts'

/** Phrases of a guard, sorted by how they are compared. A word that ends in `*` fits all that begin so. */
export interface Phrases {
  readonly words: ReadonlySet<string>
  readonly stems: readonly string[]
  /** Phrases of several words, each a word or a stem with its `*`. */
  readonly longer: readonly (readonly string[])[]
}

/** Breaks the phrases of a guard down; null when there are none. */
export function readPhrases(phrases: readonly string[] | undefined): Phrases | null {
  if (phrases === undefined) return null
  const split = phrases.map((phrase) => phrase.toLowerCase().split(' '))
  const single = split.filter((words) => words.length === 1).flat()
  return {
    words: new Set(single.filter((word) => !word.endsWith('*'))),
    stems: single.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1)),
    longer: split.filter((words) => words.length > 1),
  }
}

function fits(word: string | undefined, pattern: string): boolean {
  if (word === undefined) return false
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern
}

const hasWord = ({ words, stems }: Phrases, word: string): boolean =>
  words.has(word) || stems.some((stem) => word.startsWith(stem))

/** Whether one of the phrases stands right behind `end`, parted by blanks, hyphens or apostrophes alone. */
export function followedBy(text: string, end: number, phrases: Phrases | null): boolean {
  if (phrases === null) return false
  const words = wordsAfter(text, end, phrases.longer.length > 0 ? PHRASE_WORDS : 1, isJoint)
  const [first] = words
  if (first === undefined) return false
  return (
    hasWord(phrases, first) ||
    phrases.longer.some((phrase) => phrase.every((part, index) => fits(words[index], part)))
  )
}

/** Whether one of the phrases stands right before `start`. */
export function precededBy(text: string, start: number, phrases: Phrases | null): boolean {
  if (phrases === null) return false
  const words = wordsBefore(text, start, phrases.longer.length > 0 ? PHRASE_WORDS : 1, isJoint)
  const [first] = words
  if (first === undefined) return false
  return (
    hasWord(phrases, first) ||
    phrases.longer.some((phrase) =>
      phrase.every((part, index) => fits(words[phrase.length - 1 - index], part)),
    )
  )
}

/** Words on either side within which {@link near} looks. */
const NEAR_WORDS = 6
/** Longest phrase of a guard, in words. */
const PHRASE_WORDS = 4

/** Whether one of the words stands within six words on either side, at most a line break away. */
export function near(text: string, start: number, end: number, phrases: Phrases | null): boolean {
  if (phrases === null) return false
  return (
    wordsAfter(text, end, NEAR_WORDS, isApart).some((word) => hasWord(phrases, word)) ||
    wordsBefore(text, start, NEAR_WORDS, isApart).some((word) => hasWord(phrases, word))
  )
}

/** Blanks, hyphens and apostrophes join the words of a phrase. */
function isJoint(code: number): boolean {
  return (
    code === 32 ||
    code === 45 ||
    code === 39 ||
    code === 0x2019 ||
    code === 0xa0 ||
    (code > 8 && code < 14) ||
    code === 0x2010 ||
    code === 0x2011
  )
}

/** Anything may stand between words that are merely near. */
const isApart = (code: number): boolean => foldWordChar(code) === 0 && code >= 0

/** The next words behind `end`, the nearest first, in lower case. */
function wordsAfter(text: string, end: number, count: number, skips: (code: number) => boolean): string[] {
  const words: string[] = []
  let at = end
  while (words.length < count) {
    while (skips(text.charCodeAt(at))) if (isBlankLine(text, at++)) return words
    const start = at
    while (foldWordChar(text.charCodeAt(at)) > 0) at++
    if (at === start && isSign(text.charCodeAt(at))) at++
    if (at === start) break
    words.push(text.slice(start, at).toLowerCase())
  }
  return words
}

/** The words before `start`, the nearest first, in lower case. */
function wordsBefore(text: string, start: number, count: number, skips: (code: number) => boolean): string[] {
  const words: string[] = []
  let at = start
  while (words.length < count) {
    while (skips(text.charCodeAt(at - 1))) if (isBlankLine(text, --at)) return words
    const end = at
    while (foldWordChar(text.charCodeAt(at - 1)) > 0) at--
    if (at === end && isSign(text.charCodeAt(at - 1))) at--
    if (at === end) break
    words.push(text.slice(at, end).toLowerCase())
  }
  return words
}

const isBlankLine = (text: string, at: number): boolean =>
  text.charCodeAt(at) === 10 && (text.charCodeAt(at + 1) === 10 || text.charCodeAt(at - 1) === 10)

/** `&` and `$` count as words: "R&D", "$GO". */
function isSign(code: number): boolean {
  return code === 38 || code === 36
}

/** How two neighbouring mentions are parted: not neighbours at all, by a blank or word, or by a list's punctuation. */
export type Separation = 'far' | 'loose' | 'strict'

const LINKS = new Set(
  'and or und oder bzw y e et ou o i as well etc including incl like such g z b x'.split(' '),
)
const LIST_SIGNS = new Set(Array.from(',;/|•·‣▪◦●∙*&+()[]:', (sign) => sign.charCodeAt(0)))
const DASHES = new Set(Array.from('-–—', (sign) => sign.charCodeAt(0)))
const MAX_APART = 30

/** The {@link Separation} of what ends at `from` and what begins at `to`. Versions and words such as "and" may stand between. */
export function separation(text: string, from: number, to: number): Separation {
  if (to - from > MAX_APART || to < from) return 'far'
  let strict = false
  let lines = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (foldWordChar(code) !== 0) {
      const end = endOfWord(text, at)
      if (!isLink(text, at, end)) return 'far'
      at = end - 1
      lines = 0
    } else if (code === 10) {
      if (++lines > 1) return 'far'
      strict = true
    } else if (LIST_SIGNS.has(code)) strict = true
    else if (code === 46 ? !isInnerDot(text, at, from) : code > 32 && code !== 0xa0 && !DASHES.has(code))
      return 'far'
  }
  return strict ? 'strict' : 'loose'
}

function endOfWord(text: string, start: number): number {
  let at = start
  while (foldWordChar(text.charCodeAt(at)) > 0) at++
  return at
}

function isLink(text: string, start: number, end: number): boolean {
  if (isDigit(text.charCodeAt(start)))
    return isDigit(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === 120
  return end - start < 10 && LINKS.has(text.slice(start, end).toLowerCase())
}

/** The dot of "etc." and of a version, but not one that ends a sentence. */
function isInnerDot(text: string, at: number, from: number): boolean {
  if (at === from) return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
  return !isDigit(text.charCodeAt(at - 1)) || foldWordChar(text.charCodeAt(at + 1)) > 0
}
