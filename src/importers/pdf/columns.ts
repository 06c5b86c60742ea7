import { DURATION, findPeriods } from '../reading/dates.ts'
import { sectionNamed } from '../reading/section-names.ts'
import { rowsOf } from './rows.ts'
import type { Row } from './rows.ts'
import type { Word } from './words.ts'

/** A page's words, told apart by the column that they belong to. */
export interface Columns {
  readonly main: readonly Word[]
  /** Empty on a page with one column. */
  readonly side: readonly Word[]
}

const STEP = 3

/**
 * Tells a real second column from dates or places that stand apart at an edge: a column has headings of its own, or
 * rows that do not line up with the other side's, and running text.
 */
export function splitColumns(words: readonly Word[], pageWidth: number): Columns {
  const rows = rowsOf(words)
  const found = candidateCuts(rows, pageWidth)
    .map((cut) => judge(rows, cut))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)[0]
  if (!found) return { main: words, side: [] }
  const { cut, sideIsLeft } = found
  const side: Word[] = []
  const main: Word[] = []
  for (const { words: inRow } of rows) {
    if (crosses(inRow, cut)) main.push(...inRow)
    else for (const word of inRow) (word.right <= cut === sideIsLeft ? side : main).push(word)
  }
  return { main, side }
}

/** Edges and middles of the vertical strips that few rows cross. */
function candidateCuts(rows: readonly Row[], pageWidth: number): readonly number[] {
  const cuts: number[] = []
  let from: number | null = null
  const most = Math.max(2, rows.length * 0.12)
  for (let x = pageWidth * 0.18; x <= pageWidth * 0.82; x += STEP) {
    const free = rows.filter(({ words }) => crosses(words, x)).length <= most
    if (free && from === null) from = x
    if (!free && from !== null) {
      cuts.push(from, (from + x - STEP) / 2, x - STEP)
      from = null
    }
  }
  if (from !== null) cuts.push(from)
  return cuts
}

function crosses(words: readonly Word[], x: number): boolean {
  return words.some((word, index) => {
    if (word.x < x && word.right > x) return true
    // Two runs of one sentence that happen to meet at the strip.
    const next = words[index + 1]
    return next !== undefined && word.right <= x && next.x >= x && next.x - word.right < 0.6 * word.size
  })
}

interface Side {
  readonly rows: number
  readonly letters: number
  readonly headings: number
  readonly dates: number
}

interface Judged {
  readonly cut: number
  readonly score: number
  readonly sideIsLeft: boolean
}

function judge(rows: readonly Row[], cut: number): Judged {
  const open = rows.filter(({ words }) => !crosses(words, cut))
  const left = sideOf(open.map(({ words }) => words.filter(({ right }) => right <= cut)))
  const right = sideOf(open.map(({ words }) => words.filter(({ x }) => x >= cut)))
  const sideIsLeft = left.letters <= right.letters
  const [side, main] = sideIsLeft ? [left, right] : [right, left]
  const shared = open.filter(
    ({ words }) => words.some(({ right }) => right <= cut) && words.some(({ x }) => x >= cut),
  ).length
  const crossing = (rows.length - open.length) / rows.length
  const none = { cut, score: 0, sideIsLeft }
  if (side.rows < 6 || main.rows < 6) return none
  if (side.letters < (side.letters + main.letters) * 0.08 || side.letters / side.rows < 5) return none
  if (side.dates > side.rows * 0.4) return none
  const apart = 1 - shared / side.rows
  const bothHeaded = side.headings >= 1 && main.headings >= 1
  if (!bothHeaded && (apart < 0.5 || side.letters / side.rows < 12)) return none
  if (side.headings === 0 && main.headings === 0) return none
  return {
    cut,
    score: side.headings + main.headings + apart + side.letters / (side.letters + main.letters) - crossing,
    sideIsLeft,
  }
}

function sideOf(rows: readonly (readonly Word[])[]): Side {
  const texts = rows
    .filter((words) => words.length > 0)
    .map((words) => words.map(({ text }) => text).join(' '))
  const isDate = (text: string): boolean => {
    const periods = findPeriods(text)
    const dated = periods.reduce((sum, { span }) => sum + span.end - span.start, 0)
    return dated > text.length * 0.5 || text.replaceAll(DURATION, '').trim() === ''
  }
  return {
    rows: texts.length,
    letters: texts.reduce((sum, text) => sum + text.length, 0),
    headings: texts.filter((text) => sectionNamed(text)?.exact).length,
    dates: texts.filter(isDate).length,
  }
}
