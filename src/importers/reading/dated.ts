import { DURATION, findPeriods } from './dates.ts'
import type { StatedPeriod } from './dates.ts'
import type { Line, Segment } from './line.ts'

/** Where on a line a date stands. */
export type DatePlace = 'own' | 'left' | 'right' | 'inline'

/** A line whose date has been told from the rest. */
export interface DatedLine {
  readonly line: Line
  /** The date or period that belongs to the entry; null for a line without, and for dates within a sentence. */
  readonly period: StatedPeriod | null
  readonly place: DatePlace | null
  /** The segments without the date, with what is left of one that held more than the date. */
  readonly rest: readonly Segment[]
}

const PLACEHOLDER = /^(?:date|datum|\?{2,}|n\/a)$/i

/** Tells dates from the rest on all lines. Where dates stand apart, a lone date within a line's text is none of an entry's. */
export function datedLines(lines: readonly Line[]): readonly DatedLine[] {
  const dated = lines.map(datedLine)
  const inline = dated.filter(({ place }) => place === 'inline').length
  const apart = dated.filter(({ place, period }) => period !== null && place !== 'inline').length
  if (apart < inline) return dated
  return dated.map((entry) =>
    entry.place === 'inline' && entry.period?.range === false
      ? { line: entry.line, period: null, place: null, rest: entry.line.segments }
      : entry,
  )
}

/** Finds the date that a line states about an entry: alone in a segment, or at the end or start of a short one. */
function datedLine(line: Line): DatedLine {
  const { segments } = line
  const pure = segments.map(({ text }) => purePeriod(text))
  const at = pure.findIndex((period) => period !== null)
  if (at !== -1) {
    const rest = segments.filter((_, index) => index !== at && !isTimeNote(segments[index]?.text ?? ''))
    const period = pure[at] ?? null
    // "2019" and "2021" in two cells.
    const end = pure.findIndex((next, index) => index > at && next !== null)
    const whole = period && end !== -1 && !period.range ? join(period, pure[end] ?? null) : period
    const remaining = end === -1 ? rest : rest.filter((segment) => segment !== segments[end])
    return {
      line,
      period: whole,
      place: placeOf(at, end === -1 ? segments.length : segments.length - 1, remaining),
      rest: remaining,
    }
  }
  const rest = segments.filter(({ text }) => !isTimeNote(text) && !PLACEHOLDER.test(text.trim()))
  if (line.bullet === null && !isSentence(line.text)) {
    for (const [index, segment] of rest.entries()) {
      const inline = inlinePeriod(segment)
      if (!inline) continue
      const others = rest
        .map((other, other_) => (other_ === index ? inline.rest : other))
        .filter(({ text }) => text.trim() !== '')
      return { line, period: inline.period, place: 'inline', rest: others }
    }
  }
  return { line, period: null, place: null, rest: rest.length > 0 ? rest : segments }
}

function placeOf(at: number, count: number, rest: readonly Segment[]): DatePlace {
  if (rest.length === 0) return 'own'
  return at === 0 && count > 1 ? 'left' : 'right'
}

function join(first: StatedPeriod, last: StatedPeriod | null): StatedPeriod {
  if (!last) return first
  return { ...first, end: last.end, current: last.current, range: true }
}

/** The period of a segment that says nothing else. */
export function purePeriod(text: string): StatedPeriod | null {
  const [period] = findPeriods(text)
  if (!period) return null
  const rest = (text.slice(0, period.span.start) + text.slice(period.span.end)).replaceAll(DURATION, '')
  return /[\p{L}\p{N}]/u.test(rest) ? null : period
}

/** Whether a text says only how long something took. */
export function isTimeNote(text: string): boolean {
  return text.replaceAll(DURATION, '').replaceAll(/[\s()·,|\uE000-]/g, '') === ''
}

function isSentence(text: string): boolean {
  return text.length > 90 && /[.!?]$/.test(text)
}

const OPENS_DATE = /(?:[,(|·•–—:[\]-]|\s{2}|^)\s*$/u
const CLOSES_DATE = /^\s*(?:[)\]|·•–—:,-]|$)/u

/** A date at the start or end of a segment: "Engineer, Acme (2019 – 2021)", "2013 — Present | Agile". */
function inlinePeriod(segment: Segment): { readonly period: StatedPeriod; readonly rest: Segment } | null {
  const periods = findPeriods(segment.text)
  const { text } = segment
  for (const period of [periods.at(-1), periods[0]]) {
    if (!period) continue
    const before = text.slice(0, period.span.start)
    const after = text.slice(period.span.end).replaceAll(DURATION, '')
    const atEnd =
      /^[\s)\].,|]*$/.test(after) && (OPENS_DATE.test(before) || (period.range && /\s$/.test(before)))
    const atStart = before.trim() === '' && (CLOSES_DATE.test(after) || period.range)
    const inBrackets = /[([]\s*$/.test(before) && /^\s*[)\]]/.test(after)
    const between = period.range && OPENS_DATE.test(before) && CLOSES_DATE.test(after)
    if (!atEnd && !atStart && !inBrackets && !between) continue
    const left = before.replace(/[\s,(|·•–—:[\]-]+$/u, '')
    const right = after.replace(/^[\s)\]|·•–—:,-]+/u, '')
    return { period, rest: withText(segment, left, right) }
  }
  return null
}

/** A segment of which only a start and an end are left; its pieces are cut to them. */
function withText(segment: Segment, left: string, right: string): Segment {
  const text = left !== '' && right !== '' ? `${left} | ${right}` : left + right
  const end = segment.text.length - right.length
  let at = 0
  const pieces = segment.pieces.flatMap((piece) => {
    const from = at
    at += piece.text.length
    const head = piece.text.slice(0, Math.max(0, left.length - from))
    const tail = piece.text.slice(Math.max(0, end - from))
    const kept =
      from < left.length && tail !== '' && from + piece.text.length > end ? `${head} | ${tail}` : head + tail
    return kept === ''
      ? []
      : [{ ...piece, text: from >= end && left !== '' && from === end ? ` | ${kept}` : kept }]
  })
  return { ...segment, text, pieces }
}
