import type { Finding } from '../core/finding.ts'
import type { Span } from '../core/position.ts'
import type { Pay, Stated } from './model.ts'

/**
 * A line of a posting without its marker. `heading` is one by its markup; `strong` is a whole line in bold; a `text`
 * line may still turn out to be a heading by its words.
 */
export interface Line {
  readonly kind: 'heading' | 'strong' | 'item' | 'text'
  readonly span: Span
  /** Of a heading, 1 to 6; 7 for what is no markup heading. */
  readonly level: number
}

/** What the front matter or a page's structured data state outright; each span points into the text. */
export interface StatedFields {
  readonly title: Stated<string> | null
  readonly company: Stated<string> | null
  readonly place: Stated<string> | null
  readonly remote: Stated<'remote' | 'hybrid' | 'on-site'> | null
  readonly pay: Stated<Pay> | null
  readonly years: Stated<{ readonly min: number; readonly max: number | null }> | null
  readonly link: string | null
  readonly stage: string | null
}

/** A posting as lines, whatever its format was. */
export interface PostingDocument {
  readonly text: string
  readonly lines: readonly Line[]
  readonly stated: StatedFields
  readonly findings: readonly Finding[]
}

/** Nothing is stated. */
export const NOTHING_STATED: StatedFields = {
  title: null,
  company: null,
  place: null,
  remote: null,
  pay: null,
  years: null,
  link: null,
  stage: null,
}

/** The part of a text without white space at its ends; null when nothing is left. */
export function trimSpan(text: string, start: number, end: number): Span | null {
  let from = start
  let to = end
  while (from < to && /\s/.test(text.charAt(from))) from += 1
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1
  return from < to ? { start: from, end: to } : null
}

/** A regular expression for whole words in any script; `i`, `g` and `u` are set. */
export function wholeWords(...alternatives: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}

/** Whether a pattern occurs; safe for patterns with the `g` flag. */
export function occurs(pattern: RegExp, text: string): boolean {
  return text.search(pattern) >= 0
}
