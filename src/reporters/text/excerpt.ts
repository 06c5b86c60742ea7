import { displayWidth, printableText } from '../../core/width.ts'

/** A source line cut to the screen, and what goes under it to point at a part of it. */
export interface Excerpt {
  readonly line: string
  readonly marker: string
}

/** Columns of text shown of a line. */
const ROOM = 96
/** Columns kept before the mark when a long line is cut. */
const LEAD = 32

/**
 * Prepares a source line.
 *
 * @param column 1-based, in UTF-16 code units
 * @param endColumn the column after the last one; null marks one place
 */
export function excerptOf(source: string, column: number, endColumn: number | null): Excerpt {
  const start = Math.min(Math.max(column - 1, 0), source.length)
  const end = Math.min(Math.max((endColumn ?? column) - 1, start), source.length)
  const indent = source.length - source.trimStart().length
  const from = cutBefore(source, start, Math.min(indent, start))
  const before = printableText(source.slice(from, start))
  const marked = printableText(source.slice(start, end))
  const room = Math.max(ROOM - displayWidth(before), 8)
  const shownMark = cutAfter(marked, room)
  const after = cutAfter(printableText(source.slice(end)), Math.max(room - displayWidth(shownMark), 0))
  const lead = from > indent ? '…' : ''
  const markCut = shownMark !== marked
  const tail = markCut || after.length < source.length - end ? '…' : ''
  const line = `${lead}${before}${shownMark}${markCut ? '' : after}${tail}`.trimEnd()
  const marker = `${' '.repeat(displayWidth(lead + before))}${'^'.repeat(Math.max(displayWidth(shownMark), 1))}`
  return { line, marker }
}

/** Where the shown part begins: at the text, or a little before the mark when it stands far to the right. */
function cutBefore(source: string, start: number, indent: number): number {
  if (displayWidth(source.slice(indent, start)) <= ROOM / 2) return indent
  const near = Math.max(start - LEAD, indent)
  const blank = source.indexOf(' ', near)
  return blank >= 0 && blank < start ? blank + 1 : near
}

function cutAfter(text: string, room: number): string {
  let width = 0
  let end = 0
  for (const char of text) {
    width += displayWidth(char)
    if (width > room) return text.slice(0, end)
    end += char.length
  }
  return text
}
