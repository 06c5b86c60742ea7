import type { Segment, Piece } from '../reading/line.ts'
import type { Word } from './words.ts'

/** The words on one baseline, from left to right. */
export interface Row {
  readonly y: number
  readonly size: number
  readonly words: readonly Word[]
}

/** A gap of this many sizes is more than a blank, even in justified text: the columns of a table, a date at the edge. */
const SEGMENT_GAP = 0.78
/** A gap of this many sizes is enough where what follows stands at the edge of other rows. */
const ALIGNED_GAP = 0.42
/** A gap of this many sizes is a blank between two runs. */
const BLANK_GAP = 0.12

/** Gathers words into rows. Raised and lowered letters stay with their row. */
export function rowsOf(words: readonly Word[]): readonly Row[] {
  const sorted = words.toSorted((a, b) => a.y - b.y || a.x - b.x)
  const rows: { y: number; size: number; words: Word[] }[] = []
  for (const word of sorted) {
    const row = rows.findLast((candidate) => {
      const reach =
        0.5 * Math.min(Math.max(candidate.size, word.size), 1.6 * Math.min(candidate.size, word.size))
      if (Math.abs(word.y - candidate.y) > reach) return false
      // Lines that are set tight must not swallow one another: a row has one word at a place.
      return Math.abs(word.y - candidate.y) < 0.15 * candidate.size || !overlaps(candidate.words, word)
    })
    if (!row) {
      rows.push({ y: word.y, size: word.size, words: [word] })
      continue
    }
    row.words.push(word)
    if (word.size > row.size && !word.icon) {
      row.size = word.size
      row.y = word.y
    }
  }
  return rows
    .map(({ y, size, words }) => ({ y, size, words: words.toSorted((a, b) => a.x - b.x) }))
    .toSorted((a, b) => a.y - b.y)
}

function overlaps(words: readonly Word[], word: Word): boolean {
  return words.some(({ x, right }) => Math.min(right, word.right) - Math.max(x, word.x) > 1)
}

/** The places at which several rows or cells begin: where text behind a gap begins there too, it is a column's cell. */
export function edgesOf(rows: readonly Row[]): ReadonlySet<number> {
  const counts = new Map<number, number>()
  for (const { words } of rows) {
    for (const [index, word] of words.entries()) {
      const before = words[index - 1]
      if (before && word.x - before.right <= SEGMENT_GAP * before.size) continue
      counts.set(edgeOf(word.x), (counts.get(edgeOf(word.x)) ?? 0) + 1)
    }
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([edge]) => edge))
}

function edgeOf(x: number): number {
  return Math.round(x)
}

/** Cuts a row at its wide gaps, and each part at changes of style. */
export function segmentsOf(
  words: readonly Word[],
  edges: ReadonlySet<number> = new Set(),
): readonly Segment[] {
  const shown = withoutTrailingIcons(words)
  const segments: Segment[] = []
  let open: Word[] = []
  for (const word of shown) {
    const last = open.at(-1)
    const size = last ? Math.max(last.size, word.size) : word.size
    const gap = last ? word.x - last.right : 0
    const aligned = gap > ALIGNED_GAP * size && edges.has(edgeOf(word.x))
    if (last && (gap > SEGMENT_GAP * size || aligned || word.icon)) {
      segments.push(segment(open))
      open = []
    }
    open.push(word)
  }
  if (open.length > 0) segments.push(segment(open))
  return segments
}

/** The small arrow behind a link is decoration: it stands close behind text, or at the end of the row. */
function withoutTrailingIcons(words: readonly Word[]): readonly Word[] {
  const shown: Word[] = []
  words.forEach((word, index) => {
    const before = shown.at(-1)
    const close =
      before && !before.icon && word.x - before.right < SEGMENT_GAP * before.size && word.size <= before.size
    const last = index === words.length - 1 && shown.length > 0
    if (!word.icon || !(close || last)) shown.push(word)
    else if (before) shown[shown.length - 1] = { ...before, right: word.right }
  })
  return shown
}

function segment(words: readonly Word[]): Segment {
  const pieces: Piece[] = []
  let text = ''
  let last: Word | null = null
  for (const word of words) {
    const gap = last ? word.x - last.right : 0
    const blank =
      last !== null && (gap > BLANK_GAP * Math.max(last.size, word.size) || last.icon || word.blankBefore)
    const shown = blank ? ` ${word.text}` : word.text
    text += shown
    const open = pieces.at(-1)
    if (open && sameStyle(open, word))
      pieces[pieces.length - 1] = { ...open, text: open.text + shown, right: word.right }
    else
      pieces.push({
        text: shown,
        x: word.x,
        right: word.right,
        size: word.size,
        bold: word.bold,
        italic: word.italic,
      })
    last = word
  }
  return {
    text,
    x: words[0]?.x ?? 0,
    right: Math.max(...words.map(({ right }) => right)),
    pieces,
    links: [...new Set(words.flatMap(({ link }) => (link === null ? [] : [link])))],
  }
}

function sameStyle(piece: Piece, word: Word): boolean {
  return piece.bold === word.bold && piece.italic === word.italic && Math.abs(piece.size - word.size) < 0.6
}
