import { makeLine } from '../reading/line.ts'
import type { Line, Piece, Segment } from '../reading/line.ts'

/** A character's width and a line's height, as if set in a typewriter face of ten points. */
const WIDTH = 5
const HEIGHT = 12
const SIZE = 10
/** Headings of Markdown are larger the higher they are. */
const HEADING_SIZES = [20, 15, 12.5, 11.5, 11, 11] as const

/** Lines of plain text. Underlined titles (`====`, `----`) are marked as headings. */
export function plainLines(text: string, file: string): readonly Line[] {
  return build(text, file, (raw) => ({
    pieces: [plainPiece(raw, raw.length - raw.trimStart().length)],
    marked: null,
    links: [],
  }))
}

/** Lines of Markdown: headings, emphasis and links are read, other signs stay. */
export function markdownLines(text: string, file: string): readonly Line[] {
  return build(text, file, (raw) => {
    const heading = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(raw)
    const level = heading?.[1]?.length ?? null
    const content = heading?.[2] ?? raw.replace(/^(\s*)>\s?/, '$1').replace(/\s*(?:\\|<br\s*\/?>)$/i, '')
    const links: string[] = []
    const bare = content
      .replaceAll(/!\[([^\]]*)\]\([^)]*\)/g, '')
      .replaceAll(/\[([^\]]+)\]\(\s*<?([^)\s>]+)>?[^)]*\)/g, (_, label: string, url: string) => {
        links.push(url)
        return label
      })
      .replaceAll(/<((?:https?:\/\/|mailto:)[^>\s]+|[^>\s@]+@[^>\s]+)>/g, (_, url: string) =>
        url.replace(/^mailto:/, ''),
      )
      .replaceAll(/&nbsp;/g, ' ')
      .replaceAll(/&amp;/g, '&')
      .replaceAll(/`([^`]+)`/g, '$1')
    return {
      pieces: emphasised(bare, level === null ? SIZE : (HEADING_SIZES[level - 1] ?? SIZE)),
      marked: level,
      links,
    }
  })
}

interface Read {
  readonly pieces: readonly Piece[]
  readonly marked: number | null
  readonly links: readonly string[]
}

function build(text: string, file: string, read: (raw: string) => Read): readonly Line[] {
  const lines: Line[] = []
  const rows = text.split(/\r\n|\n|\r/).map((raw) => expandTabs(raw.replaceAll('\f', '')))
  const raws = rows.flatMap((raw, index) => foldLong(raw).map((part) => ({ part, number: index + 1 })))
  let lastY = 0
  raws.forEach(({ part: raw, number }, index) => {
    if (raw.trim() === '' || /^\s*([-=_*~])\1{2,}\s*$/.test(raw) || /^\s*\|?[\s:|-]+\|\s*$/.test(raw)) return
    const { pieces, marked, links } = read(raw)
    const underline = /^\s*(=|-|~){3,}\s*$/.exec(raws[index + 1]?.part ?? '')?.[1]
    const underlined = underline === undefined || raw.trim().length > 60 ? null : underline === '=' ? 1 : 2
    const level = marked ?? underlined
    const y = (index + 1) * HEIGHT
    const column = raw.length - raw.trimStart().length + 1
    const line = makeLine({
      segments: segmentsOf(pieces, links),
      stream: 0,
      page: 1,
      y,
      gap: lines.length === 0 ? null : (y - lastY) / SIZE,
      ...(level === null ? {} : { marked: level }),
      position: { file, line: number, column },
    })
    if (!line) return
    lastY = y
    lines.push(line)
  })
  return lines
}

/** No line of a résumé is longer; one that is would only slow the search for patterns down. */
const LONGEST = 1000

function foldLong(raw: string): readonly string[] {
  if (raw.length <= LONGEST) return [raw]
  const parts: string[] = []
  for (let from = 0; from < raw.length;) {
    const blank = raw.lastIndexOf(' ', from + LONGEST)
    const to = blank > from && from + LONGEST < raw.length ? blank + 1 : from + LONGEST
    parts.push(raw.slice(from, to))
    from = to
  }
  return parts
}

function expandTabs(raw: string): string {
  return raw.replaceAll(/\t/g, '    ')
}

function plainPiece(raw: string, indent: number): Piece {
  const text = raw.trim()
  return {
    text,
    x: indent * WIDTH,
    right: (indent + text.length) * WIDTH,
    size: SIZE,
    bold: false,
    italic: false,
  }
}

const EMPHASIS = /(\*\*\*|___|\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu

function emphasised(text: string, size: number): readonly Piece[] {
  const indent = text.length - text.trimStart().length
  const pieces: Piece[] = []
  let at = indent
  const push = (part: string, bold: boolean, italic: boolean): void => {
    if (part === '') return
    pieces.push({ text: part, x: at * WIDTH, right: (at + part.length) * WIDTH, size, bold, italic })
    at += part.length
  }
  let from = indent
  for (const match of text.matchAll(EMPHASIS)) {
    const [whole, sign = '', inner = ''] = match
    // A bullet's asterisk is no emphasis.
    if (
      match.index < from ||
      (sign.length === 1 && /^\s*$/.test(text.slice(0, match.index)) && inner.startsWith(' '))
    )
      continue
    if (sign.startsWith('_') && /[\p{L}\p{N}]$/u.test(text.slice(0, match.index))) continue
    push(text.slice(from, match.index), false, false)
    push(inner.replaceAll('**', ''), sign.length >= 2, sign.length !== 2)
    from = match.index + whole.length
  }
  push(text.slice(from).trimEnd(), false, false)
  return pieces
}

/** Three blanks and more set text apart, as tabs and table cells do. */
function segmentsOf(pieces: readonly Piece[], links: readonly string[]): readonly Segment[] {
  const groups: Piece[][] = [[]]
  for (const piece of pieces) {
    let offset = 0
    for (const part of piece.text.split(/(\s{3,}|\s+\|\s{2,}|\s{2,}\|\s+)/)) {
      const each = (piece.right - piece.x) / Math.max(1, piece.text.length)
      const x = piece.x + offset * each
      offset += part.length
      if (/^\s{3,}$|^\s+\|\s+$/.test(part)) groups.push([])
      else if (part !== '') groups.at(-1)?.push({ ...piece, text: part, x, right: x + part.length * each })
    }
  }
  return groups.flatMap((group): readonly Segment[] => {
    const text = group.map((piece) => piece.text).join('')
    if (text.trim() === '') return []
    return [{ text, x: group[0]?.x ?? 0, right: group.at(-1)?.right ?? 0, pieces: group, links }]
  })
}
