import { Document, isCollection, isScalar, Scalar, visit } from 'yaml'
import type { Json } from '../../core/json.ts'

const NO_FOLDING = {
  lineWidth: 0,
  flowCollectionPadding: false,
  // A quoted text stays on one line: its further lines would depend on the indentation.
  doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
} as const

/** Writing style of one scalar, as the `yaml` library names it. */
export type ScalarStyle = Scalar.Type | undefined

/** How to write: a style for the value's own texts, and whether texts of several lines may stand as blocks (`|`). */
export interface Writing {
  readonly style?: ScalarStyle
  readonly blocks: boolean
}

/** `key: value` as lines of a block mapping, without indentation and without a last line break. */
export function writePair(key: string, value: Json, writing: Writing): string {
  return writeBlock({ [key]: value }, writing)
}

/** `- value` as lines of a block list, without indentation and without a last line break. */
export function writeItem(value: Json, writing: Writing): string {
  return writeBlock([value], writing)
}

/** A collection as block lines, without indentation and without a last line break. */
export function writeBlock(value: Json, { style, blocks }: Writing): string {
  const document = new Document(value)
  visit(document, {
    Scalar(key, scalar) {
      if (typeof scalar.value !== 'string') return
      if (key !== 'key' && style !== undefined) scalar.type = style
      // Breaks at the end of a block would run into what follows it.
      const suitsBlock = blocks && key !== 'key' && !/^\s|\r|\n\s*\n$|[ \t]$/.test(scalar.value)
      if (/[\r\n]/.test(scalar.value) ? !suitsBlock : isBlockStyle(scalar.type))
        scalar.type = Scalar.QUOTE_DOUBLE
    },
  })
  return document.toString(NO_FOLDING).replace(/\n$/, '')
}

/** A value on one line, as it may stand within brackets. */
export function writeFlow(value: Json, style?: ScalarStyle): string {
  const document = new Document([value])
  visit(document, {
    Collection(_, collection) {
      collection.flow = true
    },
    Scalar(key, scalar) {
      if (typeof scalar.value !== 'string') return
      if (key !== 'key' && style !== undefined) scalar.type = style
      if (isBlockStyle(scalar.type) || /[\r\n]/.test(scalar.value)) scalar.type = Scalar.QUOTE_DOUBLE
    },
  })
  if (isCollection(document.contents)) document.contents.flow = true
  return document.toString(NO_FOLDING).trimEnd().slice(1, -1)
}

/** `key: value` on one line, as it may stand within braces. */
export function writeFlowPair(key: string, value: Json): string {
  return writeFlow({ [key]: value }).slice(1, -1)
}

/** Puts spaces before every line but the first; blank lines stay blank. */
export function indentRest(text: string, spaces: number): string {
  return text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(spaces)}`)
}

/** The style in which a scalar of a document is written. */
export function styleOf(node: unknown): ScalarStyle {
  return isScalar(node) ? node.type : undefined
}

function isBlockStyle(style: string | null | undefined): boolean {
  return style === Scalar.BLOCK_FOLDED || style === Scalar.BLOCK_LITERAL
}
