import { purePeriod } from './dated.ts'
import { makeLine } from './line.ts'
import type { Line, Segment } from './line.ts'

/** The most rows over which a narrow column breaks one period. */
const MOST_ROWS = 4

/**
 * Joins a period that a narrow column broke over several rows ("March 2021 –" above "Present") into its first row, and
 * takes its parts off the rows below.
 */
export function joinSplitDates(lines: readonly Line[]): readonly Line[] {
  const result: (Line | null)[] = [...lines]
  for (let index = 0; index < result.length; index += 1) {
    for (const side of ['left', 'right'] as const) joinFrom(result, index, side)
  }
  return result.filter((line) => line !== null)
}

/** A dash at the end waits for what the next row says. */
function isWhole(text: string): boolean {
  return purePeriod(text)?.range === true && !/[-–—]\s*$/.test(text)
}

type Side = 'left' | 'right'

function joinFrom(lines: (Line | null)[], index: number, side: Side): void {
  const line = lines[index]
  const first = line && cellOf(line, side)
  if (!line || !first || !/\p{L}{3}|\d/u.test(first.text) || first.text.length > 24 || isWhole(first.text))
    return
  let text = first.text
  for (let next = index + 1; next <= index + MOST_ROWS - 1; next += 1) {
    const below = lines[next]
    const cell = below && cellAt(below, first, side)
    if (!below || !cell || below.page !== line.page || below.stream !== line.stream || (below.gap ?? 9) > 2)
      return
    text = `${text} ${cell.text}`
    if (text.length > 40) return
    const complete = isWhole(text)
    const more = lines[next + 1]
    const nextCell = more && cellAt(more, first, side)
    // "September 2016 – May" is whole only with the year below it.
    if (
      !complete ||
      (nextCell && purePeriod(`${text} ${nextCell.text}`)?.range === true && nextCell.text.length < 10)
    )
      continue
    lines[index] = replaced(line, first, {
      ...first,
      text,
      pieces: [{ ...(first.pieces[0] as Segment['pieces'][number]), text }],
    })
    for (let taken = index + 1; taken <= next; taken += 1) {
      const old = lines[taken]
      const part = old && cellAt(old, first, side)
      if (old && part) lines[taken] = replaced(old, part, null)
    }
    return
  }
}

/** A cell in a column of its own: text stands beside it. */
function cellOf(line: Line, side: Side): Segment | null {
  if (line.segments.length < 2 || line.bullet !== null) return null
  return (side === 'left' ? line.segments[0] : line.segments.at(-1)) ?? null
}

/** The cell below another, at its left or right edge, alone or beside text. */
function cellAt(line: Line, above: Segment, side: Side): Segment | null {
  const cell = side === 'left' ? line.segments[0] : line.segments.at(-1)
  if (!cell || cell.text.length > 24) return null
  const near = Math.abs(cell.x - above.x) < 3 || Math.abs(cell.right - above.right) < 3
  return near ? cell : null
}

/** The line with one segment exchanged or taken out; what stands first then may begin with a bullet. */
function replaced(line: Line, old: Segment, segment: Segment | null): Line | null {
  const segments = line.segments.flatMap((candidate) =>
    candidate !== old ? [candidate] : segment ? [segment] : [],
  )
  const { stream, page, y, gap, position, margin } = line
  const made = makeLine({ segments, stream, page, y, gap, position })
  return made && { ...made, margin, bullet: made.bullet ?? line.bullet }
}
