import type { PdfText } from '../../resume/pdf-text.ts'
import { makeLine } from '../reading/line.ts'
import type { Line } from '../reading/line.ts'
import { splitColumns } from './columns.ts'
import { edgesOf, rowsOf, segmentsOf } from './rows.ts'
import { wordsOf } from './words.ts'
import type { Word } from './words.ts'

/** The lines of a document in reading order, and what repeats on its pages' edges. */
export interface PdfLines {
  /** The main text of all pages, then the second columns of all pages. */
  readonly lines: readonly Line[]
  /** Page numbers, running headers, notes on the date of print. */
  readonly furniture: readonly Line[]
}

/** Rebuilds lines from the places of the runs. */
export function linesOf(text: PdfText, file: string): PdfLines {
  const main: Line[] = []
  const side: Line[] = []
  text.pages.forEach((page, index) => {
    const columns = splitColumns(wordsOf(page), page.width)
    main.push(...pageLines(columns.main, index + 1, 0, file))
    side.push(...pageLines(columns.side, index + 1, 1, file))
  })
  const all = [...main, ...side]
  const edge = furnitureTest(all, text)
  return { lines: all.filter((line) => !edge(line)), furniture: all.filter(edge) }
}

function pageLines(words: readonly Word[], page: number, stream: number, file: string): readonly Line[] {
  const lines: Line[] = []
  const rows = rowsOf(words)
  const edges = edgesOf(rows)
  for (const row of rows) {
    const before = lines.at(-1)
    const line = makeLine({
      segments: segmentsOf(row.words, edges),
      stream,
      page,
      y: row.y,
      gap: before ? (row.y - before.y) / Math.max(1, before.size) : null,
      position: { file, line: null, column: null, page, x: round(row.words[0]?.x ?? 0), y: round(row.y) },
    })
    if (line) lines.push(line)
  }
  return lines
}

const PAGE_NUMBER =
  /^(?:[\p{L}\s.'-]{0,40}[-–—|•,]?\s*)?(?:page|seite|página|pagina|p\.)?\s*\d{1,2}\s*(?:\/|of|von|de|sur|di)\s*\d{1,2}$|^(?:page|seite|página)\s+\d{1,2}$|^[-–—\s]*\d{1,2}[-–—\s]*$/iu
const PRINT_NOTE = /^(?:last )?(?:updated|modified|generated|created|stand:)\b.{0,40}$/i

/** What stands in a page's margin and counts pages, tells its age, or repeats from page to page. */
function furnitureTest(lines: readonly Line[], text: PdfText): (line: Line) => boolean {
  const outermost = new Map<number, readonly [top: number, bottom: number]>()
  for (const { page, y } of lines) {
    const [top, bottom] = outermost.get(page) ?? [y, y]
    outermost.set(page, [Math.min(top, y), Math.max(bottom, y)])
  }
  const atEdge = ({ page, y }: Line): boolean => {
    const height = text.pages[page - 1]?.height ?? 842
    return y < height * 0.09 || y > height * 0.91 || (outermost.get(page)?.includes(y) ?? false)
  }
  const key = (line: Line): string => line.text.replaceAll(/\d+/g, '#')
  const pages = new Map<string, Set<number>>()
  for (const line of lines) {
    if (!atEdge(line)) continue
    const seen = pages.get(key(line)) ?? new Set<number>()
    pages.set(key(line), seen.add(line.page))
  }
  return (line) => {
    if (!atEdge(line)) return false
    if (PAGE_NUMBER.test(line.text) || PRINT_NOTE.test(line.text)) return true
    return line.page > 1 && (pages.get(key(line))?.size ?? 0) > 1
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
