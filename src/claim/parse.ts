import type { DocumentPath, Span } from '../core/position.ts'
import { formatPath } from '../core/position.ts'
import { factorWords } from './factor-words.ts'
import { boundBefore, type NumberMention } from './bounds.ts'
import type { Claim } from './model.ts'
import { notClaims, wordBefore } from './not-claims.ts'
import { readNumeral, readScale, spelt } from './numerals.ts'
import { readUnit, type UnitRead } from './read-unit.ts'

/** What the reader of a text may know of it. */
export interface ParseOptions {
  /** BCP 47; decides between decimal point and comma. `en` when left out. */
  readonly language?: string
  /** Where names stand that may hold numbers: a skill such as "Log4j 2" is no claim of two. */
  readonly names?: readonly Span[]
}

interface Candidate extends NumberMention {
  readonly numeral: Span
  readonly scaled: boolean
  readonly ownUnit: boolean
}

/**
 * Finds the numbers that a text claims: counts, percentages, factors, money, times, sizes and rates. Dates, versions,
 * telephone numbers, ordinals and ids are none. In order of their place, never overlapping.
 */
export function parseNumbers(text: string, options: ParseOptions = {}): readonly NumberMention[] {
  const language = options.language ?? 'en'
  const masked = [...notClaims(text), ...(options.names ?? [])]
  const free = (span: Span): boolean => !masked.some((mask) => mask.start < span.end && span.start < mask.end)
  const found: Candidate[] = []
  for (const match of text.matchAll(/\d+|\p{L}+/gu)) {
    const start = match.index
    if (start < (found.at(-1)?.span.end ?? 0)) continue
    const candidate = /\d/.test(match[0])
      ? digitsAt(text, start, language)
      : speltAt(text, start, match[0], language)
    if (candidate && free(candidate.numeral)) found.push(candidate)
  }
  const words = factorWords(text).filter(({ span }) => free(span))
  return [...joinRanges(text, found), ...words]
    .sort((a, b) => a.span.start - b.span.start)
    .filter((mention, index, all) => mention.span.start >= (all[index - 1]?.span.end ?? 0))
    .map(({ span, value, bound, unit, place }) => ({ span, value, bound, unit, place }))
}

/** The number claims of one text of the résumé. */
export function numberClaims(path: DocumentPath, text: string, options: ParseOptions = {}): readonly Claim[] {
  return parseNumbers(text, options).map(({ span, value, bound, unit }) => ({
    id: `${formatPath(path)}@${span.start}`,
    path,
    text,
    span,
    statement: { kind: 'number', value, bound, unit },
  }))
}

const CURRENCY_BEFORE = /(?:US\$|A\$|C\$|CA\$|[$€£¥₹]|(?<!\p{L})(?:USD|EUR|GBP|CHF|INR|Rs\.?|SEK|PLN))\s?$/u

function digitsAt(text: string, start: number, language: string): Candidate | null {
  const before = text.slice(0, start)
  const sub = /(?<!\p{L})sub-$/iu.test(before)
  // A digit within a word or name, or behind another number's separator, starts no number of its own.
  if (!sub && /(?:[\p{L}\d_]|\p{L}[-‑]|\d[.,]|[\p{L}\d][/\\])$/u.test(before)) return null
  const numeral = readNumeral(text.slice(start), language)
  if (!numeral) return null
  let end = start + numeral.length
  const plusBefore = /^\+/.exec(text.slice(end))
  if (plusBefore) end += 1
  const scale = readScale(text.slice(end))
  if (scale) end += scale.length
  const plus = plusBefore !== null || text[end] === '+'
  if (!plusBefore && plus) end += 1
  const currency = CURRENCY_BEFORE.exec(before)
  const unit = currency
    ? moneyUnit(currency[0], text, end)
    : readUnit(text, end, { scaled: scale !== null, plus })
  if (!scale && !unit && !plus && /^[\p{L}_]/u.test(text.slice(end))) return null
  if (!plus && isYear(text.slice(start, start + numeral.length)) && !countsYear(before, unit, currency))
    return null

  const reading =
    numeral.other && otherReads(numeral, scale !== null, unit, currency) ? numeral.other : numeral
  const factor = scale?.factor ?? unit?.scale ?? 1
  const head = boundBefore(before.slice(0, currency?.index ?? (sub ? start - 4 : start)))
  const context = wordBefore(
    text,
    head.start < (currency?.index ?? start) ? head.start : (currency?.index ?? start),
  )
  const measured = currency !== null || unit?.strength === 'measure'
  if (context === 'label' && !measured) return null
  if (context === 'name' && !measured && !plus && head.bound === null && unit?.strength !== 'known')
    return null

  const spanStart = sub ? start - 4 : head.bound === null ? (currency?.index ?? start) : head.start
  return {
    span: { start: spanStart, end: unit?.end ?? end },
    numeral: { start, end: start + numeral.length },
    value: tidy(reading.value * factor),
    bound: sub ? 'at-most' : (head.bound ?? (plus || orMore(text, unit?.end ?? end) ? 'at-least' : 'exact')),
    unit: unit === null || unit.unit === 'count' ? teamBefore(before.slice(0, head.start)) : unit.unit,
    place: reading.place * factor,
    scaled: scale !== null,
    ownUnit: unit !== null,
  }
}

function speltAt(text: string, start: number, word: string, language: string): Candidate | null {
  const value = spelt(word, language)
  const end = start + word.length
  if (value === null || text[end] !== ' ' || /[\p{L}\d][-‑]$/u.test(text.slice(0, start))) return null
  const unit = readUnit(text, end, { scaled: false, plus: false })
  // A spelt number is a claim only where it counts something that is known to be counted.
  if (unit === null || unit.strength === 'weak') return null
  const head = boundBefore(text.slice(0, start))
  return {
    span: { start: head.bound === null ? start : head.start, end: unit.end },
    numeral: { start, end },
    value,
    bound: head.bound ?? 'exact',
    unit: unit.unit,
    place: 1,
    scaled: false,
    ownUnit: true,
  }
}

function isYear(digits: string): boolean {
  return /^(?:19|20)\d{2}$/.test(digits)
}

/** A number that looks like a year is a count only where a known thing is counted and no word of time leads to it. */
function countsYear(before: string, unit: UnitRead | null, currency: RegExpExecArray | null): boolean {
  if (currency) return true
  if (unit === null || unit.strength === 'weak' || wordBefore(before, before.length) === 'name') return false
  return !/(?:\b(?:in|since|from|until|till|to|by|during|of|early|late|mid|end|and|seit|ab|bis|im|Jahr|depuis|en|de|desde|hasta)|[-–—(,/])\s*$/iu.test(
    before,
  )
}

/** Whether the unit speaks for the other reading of "1.200" or "99,999". */
function otherReads(
  numeral: { readonly value: number; readonly place: number },
  scaled: boolean,
  unit: UnitRead | null,
  currency: RegExpExecArray | null,
): boolean {
  const fraction = numeral.place < 1
  if (unit?.unit === 'percent') return !fraction && numeral.value > 10_000
  const divisible =
    scaled || unit?.unit === 'factor' || (unit?.strength === 'measure' && unit.kind !== 'money')
  return fraction && (currency !== null || !divisible)
}

const CURRENCIES: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  A$: 'AUD',
  C$: 'CAD',
  CA$: 'CAD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₹': 'INR',
  RS: 'INR',
  'RS.': 'INR',
}

function moneyUnit(symbol: string, text: string, end: number): UnitRead {
  const code = symbol.trim().toUpperCase()
  const currency = CURRENCIES[code] ?? code
  const lowerM = /^m(?![\p{L}\d])/u.test(text.slice(end))
  const rate = readUnit(text, end, { scaled: true, plus: false, rateOnly: true })
  return {
    unit: `${currency}${rate?.unit ?? ''}`,
    end: rate?.end ?? (lowerM ? end + 1 : end),
    strength: 'measure',
    kind: 'money',
    ...(lowerM ? { scale: 1e6 } : {}),
  }
}

function orMore(text: string, end: number): boolean {
  return /^\s(?:or more|and more|oder mehr|ou plus|o más)(?!\p{L})/iu.test(text.slice(end))
}

/** "a team of 8" counts people though it does not name them. */
function teamBefore(before: string): string | null {
  return /(?:team|squad|crew|group|équipe|equipo|gruppe)\s+(?:of|von|aus|mit|de)\s*$/iu.test(before)
    ? 'people'
    : null
}

const LINK = /^\s?(-|–|—|to|bis|à|hasta|and|und|et|y|of|→|->|=>|⟶)\s?(?:over|more than|[$€£₹~]|US\$)?\s?$/iu

/** Lets "from 5 to 12 services" and "$170–220k" share their unit and scale. */
function joinRanges(text: string, found: readonly Candidate[]): readonly Candidate[] {
  const joined = [...found]
  for (let index = joined.length - 2; index >= 0; index -= 1) {
    const first = joined[index]
    const second = joined[index + 1]
    if (!first || !second) continue
    const link = LINK.exec(text.slice(first.span.end, second.numeral.start))?.[1]
    if (link === undefined) continue
    const dash = /^[-–—]$/.test(link)
    const from = /(?:\bfrom|\bvon|\bde|\bdesde)\s*(?:~|over|about)?\s*[$€£]?$/iu.test(
      text.slice(0, first.numeral.start),
    )
    const shares = !first.ownUnit && second.unit !== null
    const unit = shares || first.unit === null ? second.unit : first.unit
    const scaleOf =
      second.scaled && !first.scaled && !from && first.value < 1000 ? scaleBetween(text, second) : 1
    const scales = dash || /^(?:to|bis|à|hasta)$/iu.test(link)
    const factor = scales && (shares || first.unit === second.unit) ? scaleOf : 1
    const range = dash && !from && first.bound === 'exact' && second.bound === 'exact' && unit === second.unit
    joined[index] = {
      ...first,
      unit,
      value: tidy(first.value * factor),
      place: first.place * factor,
      bound: range ? 'at-least' : first.bound,
    }
    if (range) joined[index + 1] = { ...second, bound: 'at-most' }
  }
  return joined
}

function scaleBetween(text: string, second: Candidate): number {
  return readScale(text.slice(second.numeral.end))?.factor ?? 1
}

/** Takes the noise of binary fractions off a product: 1.2 × 1,000,000. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
