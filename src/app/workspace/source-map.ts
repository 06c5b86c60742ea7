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
      const [start, end] = offsetsOf(worded as Scalar.Parsed & { readonly value: string }, source.text, span)
      return source.range(start, end)
    },
  }
}

/**
 * Offsets in the file of a span of a scalar's value. The written form is walked beside the value: quotes, escapes and
 * the indentation of further lines are in the one and not in the other.
 */
function offsetsOf(
  node: Scalar.Parsed & { readonly value: string },
  text: string,
  span: Span,
): readonly [start: number, end: number] {
  const [nodeStart, nodeEnd] = node.range
  let offset = nodeStart + headerLength(node, text)
  let start = offset
  let end = offset
  for (let index = 0; index < Math.min(span.end, node.value.length); index++) {
    const length = writtenLength(node, text, offset, node.value[index] ?? '')
    offset += length.before
    if (index === span.start) start = offset
    offset += length.itself
    end = offset
  }
  return [Math.min(start, nodeEnd), Math.min(Math.max(end, start), nodeEnd)]
}

function headerLength(node: Scalar.Parsed, text: string): number {
  if (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE) return 1
  if (node.type !== Scalar.BLOCK_LITERAL && node.type !== Scalar.BLOCK_FOLDED) return 0
  return (/^[^\n]*\n/.exec(text.slice(node.range[0], node.range[1]))?.[0] ?? '').length
}

/** How many units stand before the next character of the value, and how many write it. */
function writtenLength(
  node: Scalar.Parsed,
  text: string,
  offset: number,
  character: string,
): { readonly before: number; readonly itself: number } {
  const rest = text.slice(offset, offset + 400)
  if (node.type === Scalar.QUOTE_SINGLE && rest.startsWith("''")) return { before: 0, itself: 2 }
  if (node.type === Scalar.QUOTE_DOUBLE && rest.startsWith('\\')) {
    const continued = /^\\\r?\n[ \t]*/.exec(rest)?.[0].length ?? 0
    if (continued > 0) {
      const next = writtenLength(node, text, offset + continued, character)
      return { before: continued + next.before, itself: next.itself }
    }
    const escape = /^\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^])/.exec(rest)?.[0].length ?? 1
    // An astral character is two units of the value and one escape: the second unit has no writing of its own.
    const isLow = /[\udc00-\udfff]/.test(character) && !rest.startsWith('\\u')
    return { before: 0, itself: isLow ? 0 : escape }
  }
  if (rest.startsWith(character)) {
    // Within a block, further lines start with indentation that is not part of the value.
    return { before: 0, itself: character === '\n' ? 1 + indentAfter(node, rest) : 1 }
  }
  if (/\s/.test(character)) return { before: 0, itself: /^[ \t]*\r?\n\s*/.exec(rest)?.[0].length ?? 1 }
  return { before: /^\s*/.exec(rest)?.[0].length ?? 0, itself: 1 }
}

function indentAfter(node: Scalar.Parsed, rest: string): number {
  if (node.type !== Scalar.BLOCK_LITERAL && node.type !== Scalar.BLOCK_FOLDED) return 0
  return /^\n( *)/.exec(rest)?.[1]?.length ?? 0
}
