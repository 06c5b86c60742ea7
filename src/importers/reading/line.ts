import type { Position } from '../../core/position.ts'

/** A stretch of one line in one style. */
export interface Piece {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
}

/** A stretch of one line that wide gaps set apart: a date at the right edge, a cell of a table. */
export interface Segment {
  readonly text: string
  readonly x: number
  readonly right: number
  readonly pieces: readonly Piece[]
  /** Addresses that are linked here. */
  readonly links: readonly string[]
}

/**
 * One line of a document, whatever its format: the common ground of the PDF and the text importers. Lengths are PDF
 * points; plain text counts its characters as if they were set in a typewriter face.
 */
export interface Line {
  /** All segments, one blank between, without the bullet. */
  readonly text: string
  readonly segments: readonly Segment[]
  /** The bullet that the line begins with, null for none. */
  readonly bullet: string | null
  /** 0 for the main text, 1 for a second column. */
  readonly stream: number
  readonly page: number
  /** Where the line begins, its bullet included. */
  readonly left: number
  /** Where the text begins. */
  readonly x: number
  readonly right: number
  /** The right edge of the text that it stands in. */
  readonly margin: number
  readonly y: number
  /** The size of most of its letters. */
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  /** Whether it has letters, and all of them are capitals. */
  readonly caps: boolean
  /** From the baseline before, in its own size; null for the first on a page or in a column. */
  readonly gap: number | null
  /** The level of a heading that is marked as such, as in Markdown. */
  readonly marked: number | null
  readonly position: Position
}

/** What {@link makeLine} wants to know. */
export interface LineParts {
  readonly segments: readonly Segment[]
  readonly stream: number
  readonly page: number
  readonly y: number
  readonly gap: number | null
  readonly marked?: number
  readonly position: Position
}

const BULLET = /^\s*([\uE000•◦▪▫■□●○◆◇‣⁃∙·►▸▶➢➤➔➜→✓✔✦★☆❖»›¤–—*+o-]|\(?\d{1,2}[.)])\s+(?=\S)/u
/** Signs that stand alone before text are bullets even without a blank behind them. */
const TIGHT_BULLET = /^\s*([\uE000•◦▪▫■□●○◆◇‣⁃∙►▸▶➢➤➔➜✓✔✦❖])(?=\S)/u

/** Makes a line out of its segments: takes the bullet off and sums up the style. Null when no text is left. */
export function makeLine(parts: LineParts): Line | null {
  const [first] = parts.segments
  if (!first) return null
  const { bullet, rest } = takeBullet(parts.segments)
  const pieces = rest.flatMap(({ pieces }) => pieces)
  const text = rest
    .map(({ text }) => text)
    .join(' ')
    .trim()
  if (text === '') return null
  const letters = (test: (piece: Piece) => boolean): number =>
    pieces.reduce(
      (sum, piece) => sum + (test(piece) ? piece.text.replaceAll(/[^\p{L}\p{N}]/gu, '').length : 0),
      0,
    )
  const all = letters(() => true)
  return {
    text,
    segments: rest,
    bullet,
    stream: parts.stream,
    page: parts.page,
    left: first.x,
    x: rest[0]?.x ?? first.x,
    right: Math.max(...rest.map(({ right }) => right)),
    margin: Math.max(...rest.map(({ right }) => right)),
    y: parts.y,
    size: commonSize(pieces),
    bold: all > 0 && letters(({ bold }) => bold) >= all * 0.9,
    italic: all > 0 && letters(({ italic }) => italic) >= all * 0.9,
    caps: /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text),
    gap: parts.gap,
    marked: parts.marked ?? null,
    position: parts.position,
  }
}

function takeBullet(segments: readonly Segment[]): {
  readonly bullet: string | null
  readonly rest: readonly Segment[]
} {
  const [first, ...others] = segments
  if (!first) return { bullet: null, rest: segments }
  const alone = /^[^\p{L}\p{N}\s]$|^o$|^\(?\d{1,2}[.)]$/u.exec(first.text.trim())?.[0]
  if (alone !== undefined && others.length > 0 && !/^[+(#&"'[{@]$/.test(alone))
    return { bullet: alone, rest: others }
  const match = BULLET.exec(first.text) ?? TIGHT_BULLET.exec(first.text)
  const [whole, bullet] = match ?? []
  if (whole === undefined || bullet === undefined) return { bullet: null, rest: segments }
  return { bullet, rest: [cutStart(first, whole.length), ...others] }
}

/** A segment without its first characters. Pieces keep their own places. */
export function cutStart(segment: Segment, length: number): Segment {
  let left = length
  const pieces = segment.pieces.flatMap((piece): readonly Piece[] => {
    if (left >= piece.text.length) {
      left -= piece.text.length
      return []
    }
    const share = left / piece.text.length
    const cut = { ...piece, text: piece.text.slice(left), x: piece.x + (piece.right - piece.x) * share }
    left = 0
    return [cut]
  })
  return { ...segment, text: segment.text.slice(length), x: pieces[0]?.x ?? segment.right, pieces }
}

function commonSize(pieces: readonly Piece[]): number {
  const lengths = new Map<number, number>()
  for (const { size, text } of pieces) lengths.set(size, (lengths.get(size) ?? 0) + text.trim().length)
  return [...lengths].reduce((best, next) => (next[1] > best[1] ? next : best), [0, -1] as const)[0]
}

/** Gives each line the right edge of its column: what nearly all lines stay within. */
export function withMargins(lines: readonly Line[]): readonly Line[] {
  const edges = new Map<number, number>()
  for (const [stream, group] of Map.groupBy(lines, (line) => line.stream)) {
    // Dates at the right edge stand outside of the text.
    const plain = group.filter(({ segments }) => segments.length === 1)
    const rights = (plain.length >= 5 ? plain : group).map(({ right }) => right).toSorted((a, b) => a - b)
    edges.set(stream, rights[Math.floor((rights.length - 1) * 0.97)] ?? 0)
  }
  return lines.map((line) => Object.assign({}, line, { margin: edges.get(line.stream) ?? line.right }))
}

/** A value and how sure it is, with the line that it was read from. */
export interface Found<T = string> {
  readonly value: T
  /** 0 to 1. */
  readonly confidence: number
  readonly line: Line
}

/** The value in the middle of a list; 0 for an empty one. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
