import type { Span } from '../../core/position.ts'
import type { Phrase, PhraseList } from '../phrase-data.ts'

/** A phrase where a text holds it. */
export interface PhraseMatch {
  readonly phrase: Phrase
  readonly span: Span
  /** As the text has it. */
  readonly text: string
}

/** Finds phrases in a text, in order, not overlapping, the longest first. */
export type PhraseFinder = (text: string) => readonly PhraseMatch[]

/**
 * Compiles phrases to a finder.
 *
 * @param anchored only at the start of the text
 */
export function phraseFinder(phrases: readonly Phrase[], anchored = false): PhraseFinder {
  if (phrases.length === 0) return () => []
  const byKey = new Map(phrases.map((phrase) => [key(phrase.find), phrase]))
  const longestFirst = phrases.toSorted((a, b) => b.find.length - a.find.length)
  const words = longestFirst.map(({ find }) => pattern(find)).join('|')
  const start = anchored ? '^\\s*' : '(?<![\\p{L}\\p{N}_])'
  const expression = new RegExp(`${start}(${words})(?![\\p{L}\\p{N}_])`, 'giu')
  return (text) =>
    [...text.matchAll(expression)].flatMap((match) => {
      const found = match[1] ?? ''
      const phrase = byKey.get(key(found))
      const from = match.index + match[0].length - found.length
      return phrase ? [{ phrase, span: { start: from, end: from + found.length }, text: found }] : []
    })
}

/** One finder a language, made when first asked. A language that has no list has a finder that finds nothing. */
export function findersByLanguage(list: PhraseList, anchored = false): (language: string) => PhraseFinder {
  const finders = new Map<string, PhraseFinder>()
  return (language) => {
    const base = language.slice(0, 2).toLowerCase()
    const known = finders.get(base)
    if (known) return known
    const finder = phraseFinder(list[base] ?? [], anchored)
    finders.set(base, finder)
    return finder
  }
}

/** The phrases of all languages: for words that mean one thing in whatever language they stand. */
export function allPhrases(list: PhraseList): readonly Phrase[] {
  return Object.values(list).flat()
}

function pattern(phrase: string): string {
  return phrase
    .replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
    .replace(/ +/g, '\\s+')
    .replace(/['’]/g, "['’]")
}

function key(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').replaceAll('’', "'")
}
