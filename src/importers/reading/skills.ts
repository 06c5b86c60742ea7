import type { SkillFinder } from '../../skill/model.ts'
import { joinLines } from './body.ts'
import type { Found, Line, Segment } from './line.ts'

/** A named group of skills, or a flat list under no name. */
export interface ReadSkillGroup {
  readonly name: Found | null
  readonly keywords: readonly Found[]
}

interface Row {
  readonly label: string | null
  readonly items: readonly string[]
  readonly lines: readonly Line[]
}

/** Reads a skills section: "Databases: X, Y", a bold label before or above its list, cells of a table, flat lists. */
export function readSkills(lines: readonly Line[], findSkills: SkillFinder): readonly ReadSkillGroup[] {
  const rows = rowsOf(ungrid(lines))
  const groups: { label: Found | null; keywords: Found[] }[] = []
  for (const { label, items, lines: own } of rows) {
    const [line] = own
    if (!line) continue
    const keywords = items
      .flatMap((item) => splitItem(item, findSkills))
      .map((value): Found => ({ value, confidence: 0.85, line }))
    const open = groups.at(-1)
    if (label !== null) groups.push({ label: { value: label, confidence: 0.85, line }, keywords })
    // Items below a label of their own line belong to it; others go on in the flat list.
    else if (open && (open.label === null || open.keywords.length === 0 || isBelow(open, line)))
      open.keywords.push(...keywords)
    else groups.push({ label: null, keywords })
  }
  return groups
    .filter(({ label, keywords }) => label !== null || keywords.length > 0)
    .map(({ label, keywords }) => ({ name: label, keywords }))
}

/** Labels side by side above their lists become one after the other, each above its own. */
function ungrid(lines: readonly Line[]): readonly Line[] {
  const isHead = (line: Line | undefined): boolean =>
    line !== undefined && line.segments.length >= 2 && line.bold && line.bullet === null
  return lines.flatMap((line, index) => {
    const above = lines.slice(0, index).findLast(isHead)
    if (!isHead(line)) return above ? [] : [line]
    const rest = lines.slice(index + 1)
    const end = rest.findIndex(isHead)
    const below = end === -1 ? rest : rest.slice(0, end)
    return line.segments.flatMap((label, column) => {
      const next = line.segments[column + 1]
      const inColumn = (x: number): boolean => x >= label.x - 3 && (next === undefined || x < next.x - 3)
      const cells = below.flatMap((row) =>
        row.segments.filter(({ x }) => inColumn(x)).map((segment) => ({ row, segment })),
      )
      return [cellLine(line, label), ...cells.map(({ row, segment }) => cellLine(row, segment))]
    })
  })
}

function cellLine(line: Line, segment: Segment): Line {
  return {
    ...line,
    segments: [segment],
    text: segment.text.trim(),
    x: segment.x,
    left: segment.x,
    right: segment.right,
    bullet: null,
  }
}

function isBelow(group: { readonly label: Found | null }, line: Line): boolean {
  return (
    group.label !== null &&
    group.label.line.segments.length === 1 &&
    line.x > group.label.line.x + 3 &&
    line.bullet === null
  )
}

function rowsOf(lines: readonly Line[]): readonly Row[] {
  const rows: { label: string | null; texts: string[]; cells: string[]; lines: Line[] }[] = []
  const labelled = lines.filter((line) => labelOf(line) !== null).length
  lines.forEach((line, index) => {
    const open = rows.at(-1)
    const found = labelOf(line)
    const alone = isLabelAlone(line, lines[index + 1], labelled)
    if (found) rows.push({ label: found.label, texts: [found.rest], cells: found.cells, lines: [line] })
    else if (alone)
      rows.push({ label: line.text.replace(/[\s:]+$/, ''), texts: [], cells: [], lines: [line] })
    else if (open && wraps(open.lines, line, labelled)) {
      open.texts.push(line.segments.length > 1 ? '' : line.text)
      if (line.segments.length > 1) open.cells.push(...line.segments.map(({ text }) => text))
      open.lines.push(line)
    } else {
      const cells = line.segments.length > 1 ? line.segments.map(({ text }) => text) : []
      rows.push({ label: null, texts: cells.length > 0 ? [] : [line.text], cells, lines: [line] })
    }
  })
  return rows.map(({ label, texts, cells, lines: own }) => ({
    label,
    items: [...listItems(joinLines(texts.filter((text) => text !== ''))), ...cells.flatMap(listItems)],
    lines: own,
  }))
}

function wraps(open: readonly Line[], line: Line, labelled: number): boolean {
  const last = open.at(-1)
  if (!last || line.bullet !== null || (line.gap ?? 9) > 2.4) return false
  if (/[,;/&|·•(-]$/.test(last.text) || /^\p{Ll}/u.test(line.text)) return true
  const first = open[0]
  // With labels on most rows, a row without one goes on from the last, unless a bullet or a gap sets it apart.
  if (labelled >= 2) return (line.gap ?? 9) < 1.9
  return first?.bullet !== null && first !== undefined && line.x >= first.x - 2
}

interface Label {
  readonly label: string
  readonly rest: string
  readonly cells: string[]
}

/** A label at the start of a line: before a colon, in a style of its own, or in a cell of its own. */
function labelOf(line: Line): Label | null {
  const [first, ...others] = line.segments
  if (!first) return null
  const cells = others.map(({ text }) => text)
  const colon = /^([^:]{2,45}?)\s*:\s*(.*)$/.exec(first.text)
  if (colon?.[1] !== undefined && !/https?$/.test(colon[1]) && !/,.*,/.test(colon[1])) {
    const rest = colon[2] ?? ''
    if (rest !== '' || cells.length > 0) return { label: colon[1].trim(), rest, cells }
  }
  const styled = styledStart(first)
  if (styled) return { ...styled, cells }
  if (others.length === 1 && /[,;|•·]/.test(cells[0] ?? '') && !/[,;]/.test(first.text))
    return { label: first.text.trim(), rest: '', cells }
  return null
}

/** "**Databases** PostgreSQL, Redis". */
function styledStart(segment: Segment): { readonly label: string; readonly rest: string } | null {
  const [first, second] = segment.pieces
  if (!first?.bold || !second || second.bold || first.text.trim().length < 2) return null
  const rest = segment.text.slice(first.text.length).replace(/^[\s:–—-]+/, '')
  return rest === '' || /[,;]/.test(first.text)
    ? null
    : { label: first.text.trim().replace(/[\s:–—-]+$/, ''), rest }
}

/** A short bold line, or one that ends in a colon, above a plain one. */
function isLabelAlone(line: Line, next: Line | undefined, labelled: number): boolean {
  if (line.segments.length > 1 || !next || line.text.split(' ').length > 5 || /[,;|•]/.test(line.text))
    return false
  if (line.text.endsWith(':')) return true
  return labelled === 0 && line.bold && !next.bold
}

const SEPARATORS = /\s*[;|•·●▪◦]\s*|\s*,\s*(?![^()]{0,80}\))|\s+\/\s+|\s{2,}/u

function listItems(text: string): readonly string[] {
  return text
    .split(SEPARATORS)
    .map((item) =>
      item
        .replace(/^(?:and|und|et|y|&)\s+/i, '')
        .replace(/[.\s]+$/, '')
        .replace(/^[-–*\s]+/, ''),
    )
    .filter((item) => /[\p{L}\p{N}]/u.test(item))
}

/** "AWS EC2 RDS S3" without separators: where known skills fill the text, each is an item. */
function splitItem(item: string, findSkills: SkillFinder): readonly string[] {
  if (item.split(' ').length < 4) return [item]
  const mentions = findSkills(item)
  const covered = mentions.reduce((sum, { span }) => sum + span.end - span.start, 0)
  if (mentions.length < 3 || covered < item.replaceAll(' ', '').length * 0.8) return [item]
  return mentions.map(({ text }) => text)
}
