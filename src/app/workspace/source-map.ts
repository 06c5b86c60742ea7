import { isScalar, Scalar } from 'yaml'
import type { SourceMap } from '../../check/rule.ts'
import type { Span } from '../../core/position.ts'
import type { YamlSource } from './yaml-source.ts'

/** The way from paths and spans of a résumé back to lines and columns of its file. */
export function sourceMapOf(source: YamlSource): SourceMap {
  return {
    locate(path, span) {
      if (source.document.contents === null) return null
      const node = source.node(path)
      // A highlight may be written as a mapping; its words are in `text`.
      const worded = isScalar(node) || span === undefined ? node : source.node([...path, 'text'])
      if (span === undefined || !isScalar(worded) || typeof worded.value !== 'string' || !worded.range) {
        return source.place(path)
      }
      const [start, end] = offsetsOf(worded as TextScalar, source.text, span)
      return source.range(start, end)
    },
  }
}

type TextScalar = Scalar.Parsed & { readonly value: string }

/**
 * Offsets in the file of a span of a scalar's value. The written form is walked beside the value: quotes, escapes and
 * the indentation of further lines are in the one and not in the other.
 */
function offsetsOf(node: TextScalar, text: string, span: Span): readonly [start: number, end: number] {
  const [nodeStart, nodeEnd] = node.range
  const written = text.slice(nodeStart, nodeEnd)
  const indent = isBlock(node) ? blockIndent(written) : 0
  let offset = headerLength(node, written) + indent
  let start = offset
  let end = offset
  for (let index = 0; index < Math.min(span.end, node.value.length); index++) {
    const length = writtenLength(
      node,
      written.slice(offset, offset + LOOK_AHEAD),
      node.value[index] ?? '',
      indent,
    )
    offset += length.before
    if (index === span.start) start = offset
    offset += length.itself
    end = offset
  }
  return [Math.min(nodeStart + start, nodeEnd), Math.min(nodeStart + Math.max(end, start), nodeEnd)]
}

/** Longer than any escape, or any run of blanks between two words. */
const LOOK_AHEAD = 400

function isBlock(node: TextScalar): boolean {
  return node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED
}

function headerLength(node: TextScalar, written: string): number {
  if (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE) return 1
  return isBlock(node) ? written.indexOf('\n') + 1 : 0
}

/** The spaces that stand before every line of a block and are not part of the value. */
function blockIndent(written: string): number {
  const lines = written.split('\n').slice(1)
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/))
  return indents.length === 0 ? 0 : Math.min(...indents)
}

interface WrittenLength {
  /** Units before the next character of the value. */
  readonly before: number
  /** Units that write the character. */
  readonly itself: number
}

function writtenLength(node: TextScalar, rest: string, character: string, indent: number): WrittenLength {
  if (node.type === Scalar.QUOTE_SINGLE && rest.startsWith("''")) return { before: 0, itself: 2 }
  if (node.type === Scalar.QUOTE_DOUBLE) {
    const escaped = escapedLength(rest, character)
    if (escaped !== null) return escaped
  }
  if (/\s/.test(character)) {
    const lineEnd = /^[ \t]*\r?\n/.exec(rest)?.[0].length
    if (lineEnd === undefined) return { before: 0, itself: 1 }
    const margin = /^[ \t]*/.exec(rest.slice(lineEnd))?.[0].length ?? 0
    // In a block the indentation is fixed, elsewhere all blanks at the start of a line are folded away.
    if (isBlock(node)) return { before: 0, itself: lineEnd + Math.min(margin, indent) }
    return { before: 0, itself: lineEnd + margin }
  }
  if (rest.startsWith(character)) return { before: 0, itself: 1 }
  return { before: /^\s*/.exec(rest)?.[0].length ?? 0, itself: 1 }
}

/** Escapes of a double-quoted text (https://yaml.org/spec/1.2.2/#57-escaped-characters). */
function escapedLength(rest: string, character: string): WrittenLength | null {
  if (/[\udc00-\udfff]/.test(character) && !rest.startsWith(character)) {
    // The second unit of an astral character, which one escape has written already, or two escapes write.
    return { before: 0, itself: /^\\u[dD][c-fC-F]/.test(rest) ? 6 : 0 }
  }
  if (!rest.startsWith('\\')) return null
  const continued = /^\\\r?\n[ \t]*/.exec(rest)?.[0].length
  if (continued !== undefined) {
    const next = escapedLength(rest.slice(continued), character) ?? { before: 0, itself: 1 }
    return { before: continued + next.before, itself: next.itself }
  }
  const escape = /^\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^])/.exec(rest)?.[0]
  return { before: 0, itself: escape?.length ?? 1 }
}
