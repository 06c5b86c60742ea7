import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  type Node,
  type Pair,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { Edit } from '../../core/finding.ts'
import type { Json, JsonObject } from '../../core/json.ts'
import type { DocumentPath } from '../../core/position.ts'
import {
  indentRest,
  styleOf,
  writeBlock,
  writeFlow,
  writeFlowPair,
  writeItem,
  writePair,
} from './yaml-write.ts'
import { keyText } from './yaml-source.ts'

/** One replacement of a range of a text. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

type Mapping = YAMLMap<Node, Node | null>
type Entry = Pair<Node, Node | null>

/** A value of the document and what holds it. */
interface Slot {
  readonly node: Node | null
  readonly holder:
    | { readonly kind: 'root' }
    | { readonly kind: 'pair'; readonly map: Mapping; readonly pair: Entry }
    | { readonly kind: 'item'; readonly list: YAMLSeq; readonly index: number }
  /** Whether brackets or braces stand around it. */
  readonly inFlow: boolean
}

/**
 * The smallest replacement that makes an edit, by the ranges of the document's nodes; everything around it keeps every
 * byte. Null where there is no simple one. The result is to be verified: this knows the usual ways of writing YAML,
 * not all of them. `after` is the whole value that the edited document shall have, `blocks` whether texts of several
 * lines may be written as blocks, which a comment behind them would spoil.
 */
export function spliceOf(
  document: Document.Parsed,
  text: string,
  edit: Edit,
  after: Json,
  blocks: boolean,
): Splice | null {
  let slot: Slot = { node: document.contents, holder: { kind: 'root' }, inFlow: false }
  for (const [depth, part] of edit.path.entries()) {
    const { node } = slot
    const inFlow = slot.inFlow || (isCollection(node) && node.flow === true)
    const replaced = (): Splice | null =>
      replaceValue(slot, valueAt(after, edit.path.slice(0, depth)), text, blocks)
    if (!isCollection(node) || isAlias(node)) return replaced()
    const isLast = depth === edit.path.length - 1
    if (isMap(node)) {
      const map = node as unknown as Mapping
      const pair = map.items.find((item) => keyText(item.key) === String(part))
      if (pair === undefined) {
        if (map.items.length === 0) return replaced()
        return insertPair(
          map,
          String(part),
          valueAt(after, edit.path.slice(0, depth + 1)),
          text,
          inFlow,
          blocks,
        )
      }
      if (isLast && edit.value === undefined) {
        return map.items.length === 1 ? replaced() : deleteEntry(map, map.items.indexOf(pair), text, inFlow)
      }
      slot = { node: pair.value, holder: { kind: 'pair', map, pair }, inFlow }
    } else {
      const list = node
      const index = Number(part)
      if (index === list.items.length) {
        if (list.items.length === 0) return replaced()
        return insertItem(list, valueAt(after, edit.path.slice(0, depth + 1)), text, inFlow, blocks)
      }
      if (isLast && edit.value === undefined) {
        return list.items.length === 1 ? replaced() : deleteEntry(list, index, text, inFlow)
      }
      slot = {
        node: (list.items[index] ?? null) as Node | null,
        holder: { kind: 'item', list, index },
        inFlow,
      }
    }
  }
  return replaceValue(slot, edit.value ?? null, text, blocks)
}

function valueAt(value: Json, path: DocumentPath): Json {
  let inner: Json = value
  for (const part of path) inner = (inner as JsonObject)[part] ?? null
  return inner
}

function replaceValue(slot: Slot, value: Json, text: string, blocks: boolean): Splice | null {
  const { node, holder, inFlow } = slot
  if (inFlow) {
    if (node?.range === undefined || node.range === null || isImplicitNull(node)) return null
    return { start: node.range[0], end: node.range[1], text: writeFlow(value, styleOf(node)) }
  }
  if (holder.kind === 'root') return replaceRoot(node, value, text, blocks)
  return holder.kind === 'pair'
    ? replacePairValue(holder.map, holder.pair, value, text, blocks)
    : replaceItem(holder.list, holder.index, value, text, blocks)
}

function replaceRoot(node: Node | null, value: Json, text: string, blocks: boolean): Splice {
  const written = writeBlock(value, { blocks })
  if (node?.range && !isImplicitNull(node))
    return { start: node.range[0], end: contentEnd(node, text), text: written }
  // A file of comments, or nothing at all.
  const separator = text === '' || /[\r\n]$/.test(text) ? '' : '\n'
  return { start: text.length, end: text.length, text: `${separator}${written}\n` }
}

function replacePairValue(
  map: Mapping,
  pair: Entry,
  value: Json,
  text: string,
  blocks: boolean,
): Splice | null {
  const colonEnd = afterColon(pair)
  const indent = columnOf(map.items[0]?.key, text)
  if (colonEnd === null || indent === null) return null
  const node = pair.value
  const written = indentRest(writePair('k', value, { style: styleOf(node), blocks }).slice(2), indent)
  if (node === null || node.range === undefined || node.range === null || isImplicitNull(node)) {
    // Lines that follow go below a comment beside the key; one value goes before it.
    const start = written.startsWith('\n') ? endOfLine(text, colonEnd) : colonEnd
    return { start, end: start, text: written }
  }
  const [start] = node.range
  const end = contentEnd(node, text)
  const between = text.slice(colonEnd, start)
  const column = start - startOfLine(text, start)
  const isBelow = between.includes('\n')
  const isFree = between.trim() === ''
  // Only what follows the spaces changes, so that a wide gap after the colon stays.
  if (!isFilled(value) && !isBelow) return { start, end, text: written.slice(1) }
  const staysPut = column > indent || (isFilled(value) && Array.isArray(value))
  if (isFree && !(isFilled(value) && isBelow && staysPut)) {
    return { start: colonEnd, end, text: written }
  }
  // The value keeps its place below the key, or below what stands between: a comment, an anchor, a tag.
  const lines = (spaces: number): string =>
    isFilled(value) ? indentRest(writeBlock(value, { blocks }), spaces) : written.slice(1)
  if (staysPut) return { start, end, text: lines(column) }
  return { start: startOfLine(text, start), end, text: `${' '.repeat(indent + 2)}${lines(indent + 2)}` }
}

function replaceItem(
  list: YAMLSeq,
  index: number,
  value: Json,
  text: string,
  blocks: boolean,
): Splice | null {
  const node = (list.items[index] ?? null) as Node | null
  const dash = dashOf(list, index)
  if (!node?.range || dash === null) return null
  const written = indentRest(writePairless(value, node, blocks), dash - startOfLine(text, dash))
  if (isImplicitNull(node)) return { start: dash + 1, end: dash + 1, text: ` ${written}` }
  const [start] = node.range
  const end = contentEnd(node, text)
  if (!isFilled(value)) return { start, end, text: written }
  // The gap behind the dash may be wide; all lines of a collection start where its first one does.
  return { start, end, text: indentRest(writeBlock(value, { blocks }), start - startOfLine(text, start)) }
}

function isFilled(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}

/** What follows `- `. */
function writePairless(value: Json, node: Node, blocks: boolean): string {
  const style = styleOf(node)
  if (typeof value !== 'string' || style === undefined) return writeItem(value, { blocks }).slice(2)
  // Written as the value of a key of one letter, which stands as far from the margin as a dash and its space do not:
  // of block texts the lines below are indented by two either way.
  return writePair('k', value, { style, blocks }).slice(3)
}

function insertPair(
  map: Mapping,
  key: string,
  value: Json,
  text: string,
  inFlow: boolean,
  blocks: boolean,
): Splice | null {
  const last = map.items.at(-1)
  if (last === undefined) return null
  const end = entryEnd(last, text)
  if (inFlow) return { start: end, end, text: `, ${writeFlowPair(key, value)}` }
  const column = columnOf(map.items[0]?.key, text)
  if (column === null) return null
  const at = endOfLine(text, end)
  return {
    start: at,
    end: at,
    text: `\n${' '.repeat(column)}${indentRest(writePair(key, value, { blocks }), column)}`,
  }
}

function insertItem(
  list: YAMLSeq,
  value: Json,
  text: string,
  inFlow: boolean,
  blocks: boolean,
): Splice | null {
  const last = list.items.at(-1) as Node
  const end = entryEnd(last, text)
  if (inFlow) return { start: end, end, text: `, ${writeFlow(value)}` }
  const dash = dashOf(list, 0)
  if (dash === null) return null
  const column = dash - startOfLine(text, dash)
  const at = endOfLine(text, end)
  return {
    start: at,
    end: at,
    text: `\n${' '.repeat(column)}${indentRest(writeItem(value, { blocks }), column)}`,
  }
}

function deleteEntry(parent: Mapping | YAMLSeq, index: number, text: string, inFlow: boolean): Splice | null {
  const entries = parent.items as readonly (Entry | Node)[]
  const entry = entries[index]
  const next = entries[index + 1]
  if (entry === undefined) return null
  const start = entryStart(parent, index)
  const end = entryEnd(entry, text)
  const nextStart = next === undefined ? null : entryStart(parent, index + 1)
  if (start === null) return null
  if (inFlow) {
    if (nextStart !== null) return { start, end: nextStart, text: '' }
    const before = entries[index - 1]
    return before === undefined ? null : { start: entryEnd(before, text), end, text: '' }
  }
  const lineStart = startOfLine(text, start)
  const lineEnd = endOfLine(text, end)
  if (text.slice(lineStart, start).trim() === '') {
    return { start: lineStart, end: afterBreak(text, lineEnd), text: '' }
  }
  if (nextStart === null) return null
  // The first entry beside a dash: the next one moves up to it, unless a comment stands between.
  if (text.slice(end, nextStart).trim() === '') return { start, end: nextStart, text: '' }
  return { start: start - 1, end: lineEnd, text: '' }
}

function entryStart(parent: Mapping | YAMLSeq, index: number): number | null {
  if (isMap(parent)) return parent.items[index]?.key.range?.[0] ?? null
  if (parent.flow !== true) return dashOf(parent, index)
  return (parent.items[index] as Node | undefined)?.range?.[0] ?? null
}

function entryEnd(entry: Entry | Node, text: string): number {
  if (!('key' in entry)) return contentEnd(entry, text)
  const { key, value } = entry
  if (value?.range && !isImplicitNull(value)) return contentEnd(value, text)
  return afterColon(entry) ?? key.range?.[1] ?? 0
}

/** Where a node's own text ends: before the line break, comments and blank lines that follow it. */
function contentEnd(node: Node, text: string): number {
  if (isCollection(node) && node.flow !== true && node.items.length > 0) {
    return entryEnd(node.items.at(-1) as Entry | Node, text)
  }
  const end = node.range?.[1] ?? 0
  const isBlock = isScalar(node) && (node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED)
  return isBlock && text[end - 1] === '\n' ? beforeBreak(text, end) : end
}

/** Whether the node stands for a value that is not written: `key:`. */
function isImplicitNull(node: Node): boolean {
  return isScalar(node) && node.value === null && node.range?.[0] === node.range?.[1]
}

function afterColon(pair: Entry): number | null {
  const source = pair.srcToken as
    | { readonly sep?: readonly { readonly type: string; readonly offset: number }[] }
    | undefined
  const colon = source?.sep?.find((token) => token.type === 'map-value-ind')
  return colon === undefined ? null : colon.offset + 1
}

function columnOf(node: Node | undefined, text: string): number | null {
  if (!node?.range) return null
  return node.range[0] - startOfLine(text, node.range[0])
}

/** The offset of the dash of a list item. */
function dashOf(list: YAMLSeq, index: number): number | null {
  const source = list.srcToken as
    | {
        readonly items?: readonly {
          readonly start: readonly { readonly type: string; readonly offset: number }[]
        }[]
      }
    | undefined
  return source?.items?.[index]?.start.find((token) => token.type === 'seq-item-ind')?.offset ?? null
}

function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** The offset of the line's break, or of the text's end. */
function endOfLine(text: string, offset: number): number {
  const found = text.indexOf('\n', offset)
  if (found === -1) return text.length
  return text[found - 1] === '\r' && found > offset ? found - 1 : found
}

function afterBreak(text: string, offset: number): number {
  return Math.min(offset + (text.startsWith('\r\n', offset) ? 2 : 1), text.length)
}

function beforeBreak(text: string, offset: number): number {
  return offset - (text.slice(0, offset).endsWith('\r\n') ? 2 : 1)
}
