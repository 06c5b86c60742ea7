import { foldWordChar } from './spelling.ts'

/** A phrase of a guard, word by word; a word that ends in `*` fits all that begin so. */
export type Phrase = readonly string[]

/** Breaks the phrases of a guard down. */
export function readPhrases(phrases: readonly string[] | undefined): readonly Phrase[] {
  return (phrases ?? []).map((phrase) => phrase.toLowerCase().split(' '))
}

function fits(word: string | undefined, pattern: string): boolean {
  if (word === undefined) return false
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern
}

/** Whether one of the phrases stands right behind `end`, parted by blanks, hyphens or apostrophes alone. */
export function followedBy(text: string, end: number, phrases: readonly Phrase[]): boolean {
  if (phrases.length === 0) return false
  const words = wordsAfter(text, end)
  return words.length > 0 && phrases.some((phrase) => phrase.every((part, index) => fits(words[index], part)))
}

/** Whether one of the phrases stands right before `start`. */
export function precededBy(text: string, start: number, phrases: readonly Phrase[]): boolean {
  if (phrases.length === 0) return false
  const words = wordsBefore(text, start)
  return (
    words.length > 0 &&
    phrases.some((phrase) => phrase.every((part, index) => fits(words[phrase.length - 1 - index], part)))
  )
}

/** Words on either side within which {@link near} looks. */
const NEAR_WORDS = 6
/** Longest phrase of a guard, in words. */
const PHRASE_WORDS = 4

/** Whether one of the words stands within six words on either side, in the same paragraph. */
export function near(text: string, start: number, end: number, phrases: readonly Phrase[]): boolean {
  if (phrases.length === 0) return false
  const before = text.slice(Math.max(0, start - 90), start)
  const after = text.slice(end, end + 90)
  const words = [
    ...split(before.slice(before.lastIndexOf('\n\n') + 1)).slice(-NEAR_WORDS),
    ...split(after.split('\n\n', 1)[0] ?? '').slice(0, NEAR_WORDS),
  ]
  return phrases.some(([pattern = '']) => words.some((word) => fits(word, pattern)))
}

const split = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

const JOINT = new Set([32, 9, 10, 13, 0xa0, 45, 0x2010, 0x2011, 39, 0x2019])

function wordsAfter(text: string, end: number): string[] {
  const words: string[] = []
  let at = end
  while (words.length < PHRASE_WORDS) {
    while (JOINT.has(text.charCodeAt(at))) at++
    const start = at
    while (foldWordChar(text.charCodeAt(at)) !== 0) at++
    if (at === start && isSign(text.charCodeAt(at))) at++
    if (at === start) break
    words.push(text.slice(start, at).toLowerCase())
  }
  return words
}

function wordsBefore(text: string, start: number): string[] {
  const words: string[] = []
  let at = start
  while (words.length < PHRASE_WORDS) {
    while (JOINT.has(text.charCodeAt(at - 1))) at--
    const end = at
    while (foldWordChar(text.charCodeAt(at - 1)) !== 0) at--
    if (at === end && isSign(text.charCodeAt(at - 1))) at--
    if (at === end) break
    words.push(text.slice(at, end).toLowerCase())
  }
  return words
}

/** `&` and `$` count as words: "R&D", "$GO". */
function isSign(code: number): boolean {
  return code === 38 || code === 36
}

/** How two neighbouring mentions are parted: not neighbours at all, by a blank or word, or by a list's punctuation. */
export type Separation = 'far' | 'loose' | 'strict'

const BETWEEN =
  /^(?:[\s\d,;/|•·‣▪◦●∙*&+()[\]:–—-]|(?<=\d)\.[\dx]|\b(?:and|or|und|oder|bzw|y|e|et|ou|o|i|as well as|etc|including|incl|like|e\.g|z\.B|such as)\b\.?)*$/i
const PUNCTUATION = /[,;/|•·‣▪◦●∙*&+()[\]:\n]/

/** The {@link Separation} of what ends at `from` and what begins at `to`. */
export function separation(text: string, from: number, to: number): Separation {
  if (to - from > 30 || to < from) return 'far'
  const between = text.slice(from, to)
  if (!BETWEEN.test(between) || /\n\s*\n/.test(between)) return 'far'
  return PUNCTUATION.test(between) ? 'strict' : 'loose'
}
