import type { Document, Node, Pair } from 'yaml'
import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml'
import type { DocumentPath } from '../core/position.ts'
import { lineIndex } from '../core/position.ts'
import type { SourceMap } from './rule.ts'
import { scalarPieces, sourceSpan } from './scalar-pieces.ts'

/** What a highlight, award or entry with its text in a member is asked for when a span within it is meant. */
const TEXT_MEMBERS = ['text', 'title', 'name']

interface Found {
  readonly node: Node | null
  /** The key under which the node stands; null for an item of a list. */
  readonly key: Node | null
  readonly complete: boolean
}

/**
 * Finds paths of a YAML (or JSON) text. A scalar is found at its value, a list or mapping at the key that holds it,
 * and a path that does not exist at the nearest thing above it. A span is found at its own line and column wherever
 * the scalar's value can be aligned with its source, folded and escaped text included; else at the scalar's start.
 */
export function createSourceMap(
  text: string,
  file: string,
  document: Document = parseDocument(text, { logLevel: 'silent', uniqueKeys: false }),
): SourceMap {
  const lines = lineIndex(text)
  const place = (start: number, end: number | null) => {
    const { line, column } = lines.at(start)
    const excerpt = lines.line(line)
    const last = end === null ? null : lines.at(end)
    const endColumn = last && (last.line === line ? last.column : excerpt.length + 1)
    return { position: { file, line, column }, endColumn, excerpt }
  }
  return {
    locate(path, span) {
      const found = find(document, path)
      const target = span && found.complete ? textOf(found.node) : found.node
      if (isScalar(target) && target.range) {
        const [start, end] = target.range
        const spanned = span && sourceSpan(scalarPieces(text, target), span)
        if (spanned) return place(spanned.start, spanned.end)
        const block = target.type === 'BLOCK_LITERAL' || target.type === 'BLOCK_FOLDED'
        return place(start, block ? null : end)
      }
      const shown = found.key ?? found.node
      if (!shown?.range) return null
      return place(shown.range[0], found.key ? shown.range[1] : null)
    },
  }
}

function textOf(node: Node | null): Node | null {
  if (!isMap(node)) return node
  for (const member of TEXT_MEMBERS) {
    const value = node.get(member, true)
    if (isScalar(value)) return value
  }
  return node
}

function find(document: Document, path: DocumentPath): Found {
  let found: Found = { node: document.contents, key: null, complete: true }
  for (const part of path) {
    const node = isAlias(found.node) ? (found.node.resolve(document) ?? null) : found.node
    const next = step(node, part)
    if (!next) return { ...found, complete: false }
    found = next
  }
  return found
}

function step(node: Node | null, part: string | number): Found | null {
  if (isSeq(node)) {
    const item = typeof part === 'number' ? node.items[part] : undefined
    return item === undefined || isPair(item) ? null : { node: item as Node, key: null, complete: true }
  }
  if (!isMap(node)) return null
  const pair = node.items.find((item) => keyText(item) === String(part))
  if (!pair) return null
  return { node: (pair.value ?? null) as Node | null, key: pair.key as Node, complete: true }
}

function keyText({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : String(key)
}
