import type { Edit } from '../core/finding.ts'
import type { Json } from '../core/json.ts'
import type { DocumentPath, Span } from '../core/position.ts'

/** One value of the document that a person wrote: a text, or a number read as one. */
export interface DocumentText {
  readonly path: DocumentPath
  readonly text: string
}

/** Every text of a parsed document, in its order, whatever the field. */
export function documentTexts(document: unknown, path: DocumentPath = []): readonly DocumentText[] {
  if (typeof document === 'string') return [{ path, text: document }]
  if (typeof document === 'number') return [{ path, text: String(document) }]
  return members(document).flatMap(([key, value]) => documentTexts(value, [...path, key]))
}

/** Whatever stands at one path of the document. */
export interface DocumentField {
  readonly path: DocumentPath
  readonly value: unknown
}

/** Every field of a parsed document with its path, lists and mappings included. */
export function documentFields(document: unknown, path: DocumentPath = []): readonly DocumentField[] {
  return members(document).flatMap(([key, value]) => {
    const own: DocumentField = { path: path.concat(key), value }
    return [own].concat(documentFields(value, own.path))
  })
}

function members(value: unknown): readonly (readonly [string | number, unknown])[] {
  if (Array.isArray(value)) return value.map((item, index) => [index, item] as const)
  return value !== null && typeof value === 'object' ? Object.entries(value) : []
}

/** What stands at a path; undefined when nothing does. */
export function valueAt(document: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>(
    (value, part) => members(value).find(([key]) => String(key) === String(part))?.[1],
    document,
  )
}

/**
 * The edit that puts other words in the place of a span, whether the text stands at the path itself or, as a
 * highlight with evidence does, in the member `text` there. Empty when the document holds no such text.
 */
export function replaceSpan(
  document: unknown,
  path: DocumentPath,
  span: Span,
  words: string,
): readonly Edit[] {
  const value = valueAt(document, path)
  const nested = typeof value === 'string' ? null : valueAt(value, ['text'])
  const text = typeof value === 'string' ? value : nested
  if (typeof text !== 'string') return []
  const changed: Json = text.slice(0, span.start) + words + text.slice(span.end)
  return [{ path: typeof value === 'string' ? path : [...path, 'text'], value: changed }]
}
