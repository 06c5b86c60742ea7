import { displayWidth } from '../../../core/width.ts'
import { visibleLength } from '../output.ts'
import { wrap } from '../wrap.ts'

/** One column of a terminal table. The last column takes the room that is left and wraps. */
export interface Column {
  readonly title: string
  readonly align?: 'right'
  /** At most so many columns; longer cells wrap. */
  readonly most?: number
}

/** Draws rows under headings, wrapped to the width. Cells may be painted where they do not wrap. */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  options: { readonly width: number; readonly paintTitle: (text: string) => string },
): string {
  const widths = columns.map(({ title, most }, index) =>
    Math.min(
      most ?? Number.POSITIVE_INFINITY,
      Math.max(title.length, ...rows.map((row) => visibleLength(row[index] ?? ''))),
    ),
  )
  const last = columns.length - 1
  const before = widths.slice(0, last).reduce((sum, width) => sum + width + 2, 0)
  widths[last] = Math.max(16, Math.min(widths[last] ?? 0, options.width - before))
  const lines = [
    columns
      .map(({ title }, index) => options.paintTitle(pad(title, widths[index] ?? 0, columns[index]?.align)))
      .join('  '),
  ]
  for (const row of rows) {
    const cells = columns.map((_, index) => fold(row[index] ?? '', widths[index] ?? 0))
    const height = Math.max(...cells.map((cell) => cell.length))
    for (let line = 0; line < height; line++) {
      lines.push(
        cells
          .map((cell, index) => pad(cell[line] ?? '', widths[index] ?? 0, columns[index]?.align))
          .join('  '),
      )
    }
  }
  return lines.map((line) => line.trimEnd()).join('\n')
}

function fold(cell: string, width: number): readonly string[] {
  if (visibleLength(cell) <= width) return [cell]
  return wrap(cell, width, '').flatMap((line) => cutAt(line, width))
}

/** A word that is longer than its column, an address for instance, goes on below. */
function cutAt(line: string, width: number): readonly string[] {
  const parts: string[] = []
  let part = ''
  for (const char of line) {
    if (part !== '' && displayWidth(part + char) > width) {
      parts.push(part)
      part = ''
    }
    part += char
  }
  return [...parts, part]
}

function pad(text: string, width: number, align: Column['align']): string {
  const room = ' '.repeat(Math.max(0, width - visibleLength(text)))
  return align === 'right' ? room + text : text + room
}
