import type { Scalar } from 'yaml'
import type { Span } from '../core/position.ts'

/** A stretch of a scalar's value that stands in the source as it is, or as one escape. */
interface Piece {
  /** Where in the value. */
  readonly start: number
  readonly end: number
  /** Where in the source. */
  readonly from: number
  readonly to: number
}

interface RawPiece {
  readonly value: string
  readonly from: number
  readonly to: number
}

/** Double-quoted escapes of YAML 1.2.2, section 5.7, except those by number. */
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\u0007',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\u001B',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\u0085',
  _: '\u00A0',
  L: '\u2028',
  P: '\u2029',
}
const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([^\r\n]))/y

/**
 * Aligns a scalar's value with its source; null when they do not align (a number, say, or a document with errors).
 * Between two pieces the value holds white space only: what folding made of a line break.
 */
export function scalarPieces(text: string, scalar: Scalar): readonly Piece[] | null {
  if (typeof scalar.value !== 'string' || !scalar.range) return null
  const [from, to] = scalar.range
  const raw =
    scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED'
      ? blockPieces(text, from, to)
      : flowPieces(text, from, to, scalar.type)
  return align(raw, scalar.value)
}

function align(raw: readonly RawPiece[], value: string): readonly Piece[] | null {
  const pieces: Piece[] = []
  let at = 0
  for (const piece of raw) {
    const start = value.indexOf(piece.value, at)
    if (start < 0 || value.slice(at, start).trim() !== '') return null
    at = start + piece.value.length
    pieces.push({ start, end: at, from: piece.from, to: piece.to })
  }
  return value.slice(at).trim() === '' ? pieces : null
}

/** Where a span of the value stands in the source; null when it cannot be known. */
export function sourceSpan(pieces: readonly Piece[] | null, span: Span): Span | null {
  const first = pieces?.find((piece) => piece.end > span.start)
  const last = pieces?.findLast((piece) => piece.start < span.end)
  if (!first || !last) return null
  const start = sourceOffset(first, Math.max(span.start, first.start), 'from')
  const end = sourceOffset(last, Math.min(span.end, last.end), 'to')
  return end < start ? null : { start, end }
}

/** An escape is taken whole: its source is longer than its value. */
function sourceOffset(piece: Piece, offset: number, side: 'from' | 'to'): number {
  const verbatim = piece.end - piece.start === piece.to - piece.from
  return verbatim ? piece.from + (offset - piece.start) : piece[side]
}

/** The lines of a block scalar without their indentation. */
function blockPieces(text: string, from: number, to: number): readonly RawPiece[] {
  const lines = sourceLines(text, from, to).slice(1)
  return lines.flatMap((line) => {
    const content = text.slice(line.from, line.to)
    const indent = content.length - content.trimStart().length
    const value = content.trim()
    const start = line.from + indent
    return value === '' ? [] : [{ value, from: start, to: start + value.length }]
  })
}

function flowPieces(
  text: string,
  from: number,
  to: number,
  type: Scalar['type'] | undefined,
): readonly RawPiece[] {
  const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE'
  const inner: RawSpan = quoted ? { from: from + 1, to: to - 1 } : { from, to }
  return sourceLines(text, inner.from, inner.to).flatMap((line) => {
    if (type === 'QUOTE_DOUBLE') return escapedPieces(text, line)
    if (type === 'QUOTE_SINGLE') return doubledPieces(text, line)
    return verbatim(text, line.from, line.to)
  })
}

interface RawSpan {
  readonly from: number
  readonly to: number
}

function sourceLines(text: string, from: number, to: number): readonly RawSpan[] {
  const lines: RawSpan[] = []
  let start = from
  for (const match of text.slice(from, to).matchAll(/\r\n|\n|\r/g)) {
    lines.push({ from: start, to: from + match.index })
    start = from + match.index + match[0].length
  }
  return [...lines, { from: start, to }]
}

/** A stretch without the blanks around it, which folding may have dropped. */
function verbatim(text: string, from: number, to: number): readonly RawPiece[] {
  const content = text.slice(from, to)
  const value = content.trim()
  const start = from + (content.length - content.trimStart().length)
  return value === '' ? [] : [{ value, from: start, to: start + value.length }]
}

function doubledPieces(text: string, { from, to }: RawSpan): readonly RawPiece[] {
  const pieces: RawPiece[] = []
  let start = from
  for (const match of text.slice(from, to).matchAll(/''/g)) {
    const at = from + match.index
    pieces.push(...verbatim(text, start, at), { value: "'", from: at, to: at + 2 })
    start = at + 2
  }
  return [...pieces, ...verbatim(text, start, to)]
}

function escapedPieces(text: string, { from, to }: RawSpan): readonly RawPiece[] {
  const pieces: RawPiece[] = []
  let start = from
  for (let at = text.indexOf('\\', from); at >= 0 && at < to; at = text.indexOf('\\', start)) {
    ESCAPE.lastIndex = at
    const match = ESCAPE.exec(text)
    const length = match && at + match[0].length <= to ? match[0].length : 1
    pieces.push(...verbatim(text, start, at))
    if (match && length > 1) pieces.push({ value: decodeEscape(match), from: at, to: at + length })
    start = at + length
  }
  return [...pieces, ...verbatim(text, start, to)]
}

function decodeEscape(match: RegExpExecArray): string {
  const code = match[1] ?? match[2] ?? match[3]
  if (code === undefined) return ESCAPES[match[4] ?? ''] ?? ''
  const point = Number.parseInt(code, 16)
  return point <= 0x10ffff ? String.fromCodePoint(point) : ''
}
