const DASHES = /[\u2010-\u2015\u2212]/g
const SINGLE_QUOTES = /[\u2018\u2019\u201B\u2032]/g
const DOUBLE_QUOTES = /[\u201C-\u201F\u2033]/g

/**
 * A text reduced to what must survive printing and reading back: letters, digits and signs without case, ligatures,
 * invisible characters, kinds of quotes and dashes, or the width of blanks.
 */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(DASHES, '-')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
}

/** The same without any blank or sign: for texts that a line break may have parted. */
export function letters(text: string): string {
  return comparable(text).replace(/[^\p{L}\p{N}]/gu, '')
}

/** A text shortened for a message. */
export function shortened(text: string, length = 60): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length <= length ? line : `${line.slice(0, length - 1).trimEnd()}…`
}
