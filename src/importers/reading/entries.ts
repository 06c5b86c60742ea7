import { BEGINS_ITEM, isFull } from './body.ts'
import { datedLines } from './dated.ts'
import type { DatedLine } from './dated.ts'
import type { StatedPeriod } from './dates.ts'
import type { Line } from './line.ts'
import { chunksOf } from './header.ts'
import { looksLikePlace } from './places.ts'
import { usualGap } from './sections.ts'

/** One entry of a section: a job, a school, a project. */
export interface Entry {
  readonly header: readonly DatedLine[]
  /** The lines below the header, without the dates that stand beside them. */
  readonly body: readonly Line[]
  readonly period: FoundPeriod | null
  /** Several roles in one employment: each with its own header and body; empty for one role. */
  readonly roles: readonly RolePart[]
  /** 0 to 1: how well the pattern of the section fits. */
  readonly confidence: number
}

/** A role within an employment of several. */
export interface RolePart {
  readonly header: readonly DatedLine[]
  readonly body: readonly Line[]
  readonly period: FoundPeriod | null
}

/** When an entry was, and the line that says so. */
export interface FoundPeriod {
  readonly period: StatedPeriod
  readonly line: Line
}

/**
 * Cuts a section into entries by its own pattern: the look of the first line repeats where an entry begins, or a date
 * stands at a fixed distance from it, or a wider gap precedes it. The pattern under which most entries have one date wins.
 */
export function splitEntries(lines: readonly Line[]): readonly Entry[] {
  if (lines.length === 0) return []
  const dated = datedLines(lines)
  const best = candidates(dated)
    .map((starts) => ({ starts, score: score(dated, starts) }))
    .reduce((a, b) => (b.score > a.score + 1e-9 ? b : a))
  const confidence = Math.max(0.4, Math.min(0.95, best.score))
  return best.starts.map((from, index) =>
    entryOf(dated.slice(from, best.starts[index + 1] ?? dated.length), confidence),
  )
}

/** What a line looks like without its date and place. */
function lookOf({ line, rest, place }: DatedLine, withPlace: boolean): string {
  const first = rest[0]
  const piece = first?.pieces.find(({ text }) => /[\p{L}\p{N}]/u.test(text))
  if (!first || !piece || place === 'own') return 'date'
  const x = withPlace ? Math.round(first.x / 5) : ''
  return [
    line.bullet === null ? '' : '•',
    x,
    Math.round(piece.size * 2) / 2,
    piece.bold ? 'b' : '',
    piece.italic ? 'i' : '',
    line.caps ? 'c' : '',
    line.marked ?? '',
  ].join('|')
}

function candidates(dated: readonly DatedLine[]): readonly (readonly number[])[] {
  const lines = dated.map(({ line }) => line)
  const indices = [...dated.keys()]
  const [first] = dated
  const gap = usualGap(lines)
  const wide = (index: number, factor: number): boolean => {
    const own = lines[index]?.gap ?? null
    return own === null || own > gap * factor || own < 0
  }
  const starting = (test: (index: number) => boolean): readonly number[] =>
    indices.filter((index) => index === 0 || test(index))
  const same = (withPlace: boolean) => (index: number) => {
    const line = dated[index]
    return line !== undefined && first !== undefined && lookOf(line, withPlace) === lookOf(first, withPlace)
  }
  const anchors = indices.filter((index) => isAnchor(dated, index))
  const offset = anchors[0] ?? 0
  const sets = [
    starting(same(true)),
    starting(same(false)),
    starting((index) => same(true)(index) && wide(index, 1.15)),
    starting(
      (index) => same(true)(index) && dated[index]?.period !== null && dated[index]?.period !== undefined,
    ),
    starting((index) => wide(index, 1.3) && lines[index]?.bullet === null),
  ]
  if (offset <= 3)
    sets.push(starting((index) => anchors.includes(index + offset) && plain(dated, index, offset)))
  sets.push([0])
  return sets.map(withoutWraps(dated))
}

/** A line that goes on from the one before, in its look and close below it, begins nothing. */
function withoutWraps(dated: readonly DatedLine[]): (starts: readonly number[]) => readonly number[] {
  return (starts) =>
    starts.filter((index) => {
      const line = dated[index]?.line
      const before = dated[index - 1]
      if (!line || !before || index === 0 || line.bullet !== null) return true
      const goesOn =
        /[,&(–-]$|\b(?:and|of|for|the|in|und|für|de|et|y)$/u.test(before.line.text) ||
        /^\p{Ll}/u.test(line.text)
      return !(
        goesOn &&
        (line.gap ?? 9) < 1.5 &&
        starts.includes(index - 1) &&
        before.line.size === line.size
      )
    })
}

function plain(dated: readonly DatedLine[], from: number, count: number): boolean {
  return dated
    .slice(from, from + count)
    .every(({ line, period }) => line.bullet === dated[0]?.line.bullet && period === null)
}

/** Whether the line's date is one of an entry; a single year within a bullet's line is not. */
function isAnchor(dated: readonly DatedLine[], index: number): boolean {
  const line = dated[index]
  if (!line?.period) return false
  return line.line.bullet === null || line.place !== 'inline'
}

function score(dated: readonly DatedLine[], starts: readonly number[]): number {
  const anchors = [...dated.keys()].filter((index) => isAnchor(dated, index))
  const first = dated[0]
  const rest = dated.filter((_, index) => !starts.includes(index))
  const distinct = first !== undefined && rest.every((line) => lookOf(line, true) !== lookOf(first, true))
  const styled =
    first !== undefined &&
    rest.length > 0 &&
    rest.filter((line) => lookOf(line, false) === lookOf(first, false)).length < rest.length * 0.2
  const style = (distinct ? 0.06 : 0) + (styled ? 0.06 : 0)
  const entries = starts.map((from, index) => ({ from, to: starts[index + 1] ?? dated.length }))
  const lonely = entries.filter(({ from, to }) => to - from === 1).length / entries.length
  const bulletStarts =
    first?.line.bullet === null
      ? entries.filter(({ from }) => dated[from]?.line.bullet !== null).length / entries.length
      : 0
  if (anchors.length === 0) {
    const hasBullets = dated.some(({ line }) => line.bullet !== null)
    const single = starts.length === 1 && dated.length > 6 ? 0.12 : 0
    return (
      0.5 +
      style * 2 -
      lonely * (hasBullets || style > 0 ? 0.3 : 0.5) -
      bulletStarts * 0.5 -
      single +
      (starts.length > 1 && !lonely ? 0.05 : 0)
    )
  }
  let fitting = 0
  let extra = 0
  let deep = 0
  for (const { from, to } of entries) {
    const own = anchors.filter((index) => index >= from && index < to)
    const [nearest] = own
    if (nearest !== undefined) fitting += 1
    extra += Math.max(0, own.length - 1)
    if (nearest !== undefined && isDeep(dated, from, nearest)) deep += 1
  }
  return (
    fitting / entries.length -
    (0.45 * extra) / anchors.length -
    (0.4 * deep) / entries.length -
    bulletStarts * 0.5 +
    style -
    lonely * 0.05
  )
}

/** A date far below an entry's start, or below its bullets, belongs to another entry. */
function isDeep(dated: readonly DatedLine[], from: number, anchor: number): boolean {
  if (anchor - from > 3) return true
  const between = dated.slice(from + 1, anchor)
  return between.some(({ line }) => line.bullet !== null) && dated[from]?.line.bullet === null
}

function entryOf(lines: readonly DatedLine[], confidence: number): Entry {
  const length = headerLength(lines)
  const header = lines.slice(0, length)
  const body = lines.slice(length)
  const roles = rolesIn(header, body)
  if (roles) return { ...roles, confidence: confidence * 0.95 }
  return { ...partOf(header, body), roles: [], confidence }
}

function headerLength(lines: readonly DatedLine[]): number {
  const firstBullet = lines.findIndex(({ line }, index) => index > 0 && line.bullet !== null)
  const limit = Math.min(firstBullet === -1 ? lines.length : firstBullet, 5)
  const anchor = lines.findIndex(({ period }) => period !== null)
  let length = anchor > 0 && anchor < limit ? anchor + 1 : 1
  while (length < limit) {
    const next = lines[length]
    if (!next || !continuesHeader(next, lines.slice(0, length))) break
    length += 1
  }
  return length
}

function continuesHeader(next: DatedLine, header: readonly DatedLine[]): boolean {
  const { line, rest } = next
  const [first] = header
  if (!first || header.length >= 4 || line.text.length > 110) return false
  if (/[.!?:]$/.test(line.text) && line.text.split(' ').length > 4) return false
  // "Grade: 1.3", "Thesis: …", "Stack: …" tell about an entry, they do not name it.
  if (/^\p{Lu}[\p{L} ]{1,25}:\s/u.test(line.text)) return false
  if (next.period !== null && header.every(({ period }) => period === null)) return true
  if (next.period !== null) return false
  if (rest.length === 1 && looksLikePlace(line.text)) return true
  const last = header.at(-1)
  // A title that runs over two lines.
  if (
    last &&
    first === last &&
    lookOf(last, true) === lookOf(next, true) &&
    line.bold &&
    (line.gap ?? 9) < 1.4
  )
    return true
  const words = line.text.split(/\s+/).length
  if (rest.length > 1) return words <= 14
  const styled = (line.bold || line.italic) && words <= 10
  const short =
    words <= 6 &&
    header.length === 1 &&
    header.every(({ period }) => period !== null) &&
    Math.abs(line.left - (first.rest[0]?.x ?? first.line.left)) < 4 &&
    /^\p{Lu}/u.test(line.text) &&
    !namesTwo(first) &&
    !BEGINS_ITEM.test(line.text)
  return styled || short
}

/** The date of the header, or else the one that stands beside the first lines below it. */
function partOf(header: readonly DatedLine[], body: readonly DatedLine[]): RolePart {
  const whole = joinWrapped(header)
  const inHeader = header.find(({ period }) => period !== null)
  const beside = inHeader ?? body.find(({ period, place }) => period !== null && place !== 'inline')
  const period = beside?.period ? { period: beside.period, line: beside.line } : null
  return { header: whole, body: body.flatMap((line) => withoutDate(line, line === beside)), period }
}

/** Whether a line names both what was done and where, so that the next line need not. */
function namesTwo(line: DatedLine): boolean {
  const names = chunksOf([line]).filter(({ kind }) => kind === 'name')
  return names.length > 1 || names.some(({ text }) => text.includes(', '))
}

/** A name that a narrow column broke over two lines of one look is one name. */
function joinWrapped(header: readonly DatedLine[]): readonly DatedLine[] {
  const result: DatedLine[] = []
  for (const next of header) {
    const last = result.at(-1)
    const [cell] = next.rest
    const open = last?.rest.at(-1)
    const wraps =
      last &&
      cell &&
      open &&
      next.rest.length === 1 &&
      last.rest.length === 1 &&
      next.period === null &&
      lookOf(last, true) === lookOf(next, true) &&
      (next.line.gap ?? 9) < 1.4 &&
      isFull(last.line, next.line, last.line.margin)
    if (!wraps) {
      result.push(next)
      continue
    }
    const pieces = [
      ...open.pieces,
      ...cell.pieces.map((piece, index) => (index === 0 ? { ...piece, text: ` ${piece.text}` } : piece)),
    ]
    result[result.length - 1] = { ...last, rest: [{ ...open, text: `${open.text} ${cell.text}`, pieces }] }
  }
  return result
}

function withoutDate({ line, rest, place }: DatedLine, isDate: boolean): readonly Line[] {
  if (place === 'own') return isDate ? [] : [line]
  if (place === 'inline' || rest.length === line.segments.length) return [line]
  const text = rest.map((segment) => segment.text).join(' ')
  return [{ ...line, segments: rest, text, right: Math.max(...rest.map(({ right }) => right)) }]
}

/**
 * Later dates in one entry, on lines of one look outside the bullets, are further roles there. A role begins at its
 * date's line, or at the line above where the dates stand on lines of their own.
 */
function rolesIn(header: readonly DatedLine[], body: readonly DatedLine[]): Omit<Entry, 'confidence'> | null {
  const all = [...header, ...body]
  const dates = [...all.keys()].filter((index) => {
    const line = all[index]
    return line?.period && line.line.bullet === null && line.place !== 'inline'
  })
  const lookAt = (index: number): string => {
    const line = all[index]
    return line ? lookOf(line, true) : ''
  }
  const last = dates.at(-1)
  if (dates.length < 2 || last === undefined || last < header.length) return null
  // The company's own period, over the roles, looks different from theirs.
  const roleDates = dates.filter(
    (index) => lookAt(index) === lookAt(last) && all[index]?.place === all[last]?.place,
  )
  const own = all[last]?.place === 'own'
  const starts = roleDates.map((index) => (own ? index - 1 : index))
  const [first] = starts
  if (first === undefined || first < 1 || (starts.length < 2 && dates.length === starts.length)) return null
  if (new Set(starts.map(lookAt)).size > 1 || starts.some((start) => all[start]?.line.bullet !== null))
    return null
  const company = all.slice(0, first)
  if (company.length > 4 || company.some(({ line }) => line.bullet !== null)) return null
  const roles = starts.map((from, index) => {
    const lines = all.slice(from, starts[index + 1] ?? all.length)
    const length = headerLength(lines)
    return partOf(lines.slice(0, length), lines.slice(length))
  })
  return { ...partOf(company, []), roles }
}
