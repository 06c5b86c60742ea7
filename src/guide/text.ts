import { userError } from '../core/user-error.ts'
import { codes } from './codes.ts'
import type { Guide } from './schema.ts'
import type { GuideRow, GuideSection } from './sections.ts'
import { guideSections } from './sections.ts'

/** How parts of the text are coloured. Each must add no visible character. */
export interface GuidePainter {
  title(text: string): string
  heading(text: string): string
  lead(text: string): string
  faint(text: string): string
}

const same = (text: string): string => text
const PLAIN: GuidePainter = { title: same, heading: same, lead: same, faint: same }
const LEAST_WIDTH = 40
const GAP = '  '

/**
 * A guide as text for a terminal.
 *
 * @param section the id of one section, or null for all of them
 * @param options `width` in columns, at least 40 are used; `painter` is null for plain text
 * @throws `GUI002` when the guide has no such section
 */
export function renderGuideText(
  guide: Guide,
  section: string | null,
  options: { readonly width: number; readonly painter?: GuidePainter | null },
): string {
  const painter = options.painter ?? PLAIN
  const width = Math.max(options.width, LEAST_WIDTH)
  const all = guideSections(guide)
  const chosen = section === null ? all : all.filter(({ id }) => id === section)
  if (chosen.length === 0) {
    throw userError(
      codes,
      'GUI002',
      `The ${guide.title} guide has no section '${section}'; it has ${all.map(({ id }) => id).join(', ')}.`,
    )
  }
  return chosen.map((each) => renderSection(each, width, painter)).join('\n')
}

function renderSection({ title, rows }: GuideSection, width: number, painter: GuidePainter): string {
  const lines = [painter.title(title), painter.faint('─'.repeat(Math.min(width, columnsOf(title))))]
  let before: GuideRow | null = null
  for (const row of rows) {
    if (before !== null && apart(before, row)) lines.push('')
    lines.push(...renderRow(row, width, painter))
    before = row
  }
  return `${lines.join('\n')}\n`
}

function apart(before: GuideRow, row: GuideRow): boolean {
  if (before.kind === 'heading') return false
  if (before.kind !== 'item' || row.kind !== 'item') return true
  return row.details.length > 0
}

function renderRow(row: GuideRow, width: number, painter: GuidePainter): readonly string[] {
  if (row.kind === 'heading') return wrap(row.text, width).map((line) => painter.heading(line))
  if (row.kind === 'text') return wrap(row.text, width)
  if (row.kind === 'source') return wrap(row.text, width).map((line) => painter.faint(line))
  return row.kind === 'item' ? renderItem(row, width, painter) : renderTable(row, width, painter)
}

function renderItem(
  { lead, text, details }: Extract<GuideRow, { kind: 'item' }>,
  width: number,
  painter: GuidePainter,
): readonly string[] {
  const inner = width - 4
  const body =
    lead === null
      ? wrap(text, inner)
      : [...wrap(lead, inner).map((line) => painter.lead(line)), ...wrap(text, inner)]
  const more = details.flatMap(({ label, text }) =>
    wrap(`${label}: ${text}`, inner).map((line) => painter.faint(line)),
  )
  return [...body, ...more].map((line, index) => `${index === 0 ? '  • ' : '    '}${line}`)
}

function renderTable(
  { columns, rows }: Extract<GuideRow, { kind: 'table' }>,
  width: number,
  painter: GuidePainter,
): readonly string[] {
  const natural = columns.map(({ title }, index) =>
    Math.max(...[title, ...rows.map((row) => row[index] ?? '')].map((cell) => columnsOf(cell))),
  )
  const widths = fit(natural, width - GAP.length * (columns.length - 1))
  if (widths === null) {
    const labelled = (row: readonly string[], column: number): string =>
      `${columns[column]?.title}: ${row[column]}`
    return rows.flatMap((row, index) => [
      ...(index === 0 ? [] : ['']),
      painter.lead(row[0] ?? ''),
      ...columns
        .slice(1)
        .flatMap((_, column) => wrap(labelled(row, column + 1), width - 2))
        .map((line) => `  ${line}`),
    ])
  }
  const draw = (cells: readonly string[], paint: (text: string, column: number) => string): string[] => {
    const wrapped = cells.map((cell, column) => wrap(cell, widths[column] ?? 1))
    const height = Math.max(...wrapped.map((lines) => lines.length))
    return Array.from({ length: height }, (_, line) =>
      wrapped
        .map((lines, column) => {
          const cell = lines[line] ?? ''
          const blank = ' '.repeat(Math.max(0, (widths[column] ?? 0) - columnsOf(cell)))
          const painted = cell === '' ? cell : paint(cell, column)
          return columns[column]?.align === 'right' ? blank + painted : painted + blank
        })
        .join(GAP)
        .trimEnd(),
    )
  }
  return [
    ...draw(
      columns.map(({ title }) => title),
      (text) => painter.heading(text),
    ),
    ...rows.flatMap((row) => draw(row, (text, column) => (column === 0 ? painter.lead(text) : text))),
  ]
}

/** Column widths within `room`: the widest columns give way, none below 14; null when that is not enough. */
function fit(natural: readonly number[], room: number): readonly number[] | null {
  const widths = [...natural]
  let excess = widths.reduce((sum, width) => sum + width, 0) - room
  while (excess > 0) {
    const widest = Math.max(...widths)
    if (widest <= 14) return null
    widths[widths.indexOf(widest)] = widest - 1
    excess -= 1
  }
  return widths
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/)) {
    if (line !== '' && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

/** Terminal columns of a text, with one for each code point. */
function columnsOf(text: string): number {
  return Array.from(text).length
}
