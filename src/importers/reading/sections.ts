import { findPeriods } from './dates.ts'
import type { Line } from './line.ts'
import { makeLine, median } from './line.ts'
import { sectionNamed } from './section-names.ts'
import type { NamedSection, SectionKind } from './section-names.ts'

/** A heading and the lines below it. */
export interface Section {
  /** `head` stands for what comes before the first heading: name and contact. */
  readonly kind: SectionKind | 'head'
  /** Null for the head. */
  readonly heading: Line | null
  readonly lines: readonly Line[]
  /** 0 to 1: how surely the heading is one, of this kind. */
  readonly confidence: number
}

/**
 * Headings in a column of their own, beside the first line of their section, become lines of their own: where at least
 * two kinds of section are named at one place in one look.
 */
export function splitGutterHeadings(lines: readonly Line[]): readonly Line[] {
  const isGutter = (line: Line): boolean =>
    line.segments.length > 1 &&
    line.bullet === null &&
    sectionNamed(line.segments[0]?.text ?? '')?.exact === true
  const gutter = lines.filter(isGutter)
  const byPlace = Map.groupBy(gutter, (line) => Math.round(line.left / 6))
  const real = new Set(
    [...byPlace.values()].flatMap((group) => {
      const kinds = new Set(group.map(({ segments }) => sectionNamed(segments[0]?.text ?? '')?.kind))
      return kinds.size >= 2 && (kinds.has('work') || kinds.has('education')) ? group : []
    }),
  )
  if (real.size === 0) return lines
  return lines.flatMap((line) => {
    const [first, ...rest] = line.segments
    if (!first || !real.has(line)) return [line]
    const { stream, page, y, gap, position } = line
    const heading = makeLine({ segments: [first], stream, page, y, gap, position, marked: 2 })
    const below = makeLine({ segments: rest, stream, page, y, gap: null, position })
    return [heading, below].filter((made) => made !== null)
  })
}

interface Candidate {
  readonly index: number
  readonly line: Line
  readonly named: NamedSection | null
  readonly look: string
}

/**
 * Finds the headings by what they say and by how they look. The look is learned: the style that known titles share in
 * this document makes a heading of an unknown title too, and a known word in another style (a label, a cell) no heading.
 */
export function findSections(lines: readonly Line[]): readonly Section[] {
  const body = bodySize(lines)
  const candidates = lines.flatMap((line, index): readonly Candidate[] => {
    if (!couldHead(line)) return []
    return [{ index, line, named: sectionNamed(line.text), look: lookOf(line) }]
  })
  const looks = headingLooks(candidates, body)
  const headings = new Map<number, { readonly named: NamedSection | null; readonly sure: number }>()
  for (const candidate of candidates) {
    const sure = headingConfidence(candidate, looks, body, lines)
    if (sure > 0) headings.set(candidate.index, { named: candidate.named, sure })
  }
  return cut(lines, headings)
}

function couldHead(line: Line): boolean {
  if (line.segments.length > 1 && line.marked === null) return false
  if (line.text.length > 60 || line.text.split(/\s+/).length > 8) return false
  if (/[@]|https?:|[.,;]$/.test(line.text) || !/\p{L}{2}/u.test(line.text)) return false
  if (line.bullet !== null && !/^\d/.test(line.bullet) && !/^[■▪●◆❖►▸▶»›\uE000]$/u.test(line.bullet))
    return false
  return findPeriods(line.text).length === 0
}

function lookOf(line: Line): string {
  if (line.marked !== null) return `#${line.marked}`
  return [
    Math.round(line.size * 2) / 2,
    line.bold ? 'b' : '',
    line.italic ? 'i' : '',
    line.caps ? 'c' : '',
  ].join('|')
}

/** The size of most of the text. */
export function bodySize(lines: readonly Line[]): number {
  const lengths = new Map<number, number>()
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2
    lengths.set(rounded, (lengths.get(rounded) ?? 0) + text.length)
  }
  return [...lengths].reduce((best, next) => (next[1] > best[1] ? next : best), [10, -1] as const)[0]
}

function standsOut(line: Line, body: number): boolean {
  return line.marked !== null || line.size >= body + 0.9 || line.bold || line.caps
}

interface Look {
  /** How many different kinds of section were named in this look. */
  readonly kinds: number
  /** The share of its lines that name a section. */
  readonly purity: number
  readonly exact: number
}

function headingLooks(candidates: readonly Candidate[], body: number): ReadonlyMap<string, Look> {
  const groups = Map.groupBy(candidates, ({ look }) => look)
  const looks = new Map<string, Look>()
  for (const [look, group] of groups) {
    const [first] = group
    if (!first || !standsOut(first.line, body)) continue
    const exact = group.filter(({ named }) => named?.exact)
    const kinds = new Set(exact.map(({ named }) => named?.kind)).size
    if (kinds === 0) continue
    looks.set(look, {
      kinds,
      purity: group.filter(({ named }) => named !== null).length / group.length,
      exact: exact.length,
    })
  }
  // The look that names most sections rules; others stay only if they name nearly as many (two columns, two styles).
  const most = Math.max(0, ...[...looks.values()].map(({ kinds }) => kinds))
  return new Map(
    [...looks].filter(
      ([, { kinds, purity }]) => kinds === most || (purity >= 0.5 && (kinds >= most * 0.4 || kinds >= 3)),
    ),
  )
}

function headingConfidence(
  candidate: Candidate,
  looks: ReadonlyMap<string, Look>,
  body: number,
  lines: readonly Line[],
): number {
  const { line, named, look } = candidate
  const learned = looks.get(look)
  const most = Math.max(0, ...[...looks.values()].map(({ kinds }) => kinds))
  if (learned) {
    if (named?.exact) return 0.95
    if (named) return learned.purity >= 0.3 ? 0.85 : 0
    // An unknown title in the headings' look: not where that look is also that of companies or titles.
    const isName = candidate.index <= 3 && line.size >= body * 1.5
    return !isName && learned.kinds >= 2 && learned.purity >= 0.5 && line.size >= body + 0.9
      ? 0.7
      : line.marked !== null && learned.kinds >= 2
        ? 0.7
        : 0
  }
  if (!named?.exact) return 0
  if (most >= 2) {
    // A label within a section, not a heading, unless it looks even more like one than the headings do.
    return standsOut(line, body) && (line.gap ?? 2) >= 1.6 && !followsLabelStyle(candidate, lines) ? 0.6 : 0
  }
  // A document that marks no headings: a known title alone on its line has to do.
  return line.text.split(/\s+/).length <= 4 && line.bullet === null ? 0.6 : 0
}

/** "Languages" in bold above "C++, Java" among other bold labels is one of them. */
function followsLabelStyle(candidate: Candidate, lines: readonly Line[]): boolean {
  const { line, index, look } = candidate
  const near = lines.slice(Math.max(0, index - 4), index + 5)
  return near.some((other) => other !== line && lookOf(other) === look && sectionNamed(other.text) === null)
}

function cut(
  lines: readonly Line[],
  headings: ReadonlyMap<number, { readonly named: NamedSection | null; readonly sure: number }>,
): readonly Section[] {
  const sections: Section[] = []
  let open: { kind: SectionKind | 'head'; heading: Line | null; lines: Line[]; confidence: number } = {
    kind: 'head',
    heading: null,
    lines: [],
    confidence: 0.9,
  }
  const close = (): void => {
    if (open.heading !== null || open.lines.length > 0) sections.push(open)
  }
  lines.forEach((line, index) => {
    const heading = headings.get(index)
    const newStream = index > 0 && lines[index - 1]?.stream !== line.stream
    if (heading) {
      close()
      open = { kind: heading.named?.kind ?? 'other', heading: line, lines: [], confidence: heading.sure }
    } else if (newStream) {
      close()
      open = { kind: 'head', heading: null, lines: [line], confidence: 0.6 }
    } else open.lines.push(line)
  })
  close()
  return sections
}

/** The usual distance of baselines within a text, in sizes. */
export function usualGap(lines: readonly Line[]): number {
  return median(lines.flatMap(({ gap }) => (gap === null || gap <= 0 || gap > 4 ? [] : [gap]))) || 1.2
}
