import { isCollection, isMap, isPair, isScalar, parseDocument } from 'yaml'
import type { Document } from 'yaml'
import { findingOf } from '../../core/codes.ts'
import type { Finding } from '../../core/finding.ts'
import { lineIndex } from '../../core/position.ts'
import type { DocumentPath, Position } from '../../core/position.ts'
import { userError } from '../../core/user-error.ts'
import { importCodes } from '../codes.ts'

/** A parsed JSON text that knows where its values stand. */
export interface ParsedJson {
  readonly value: unknown
  readonly findings: readonly Finding[]
  /** Where the value at a path stands; the nearest value around it when the path leads nowhere. */
  position(path: DocumentPath): Position
}

/** Deeper nesting than any résumé has; recursion over the value is safe below it. */
const MAX_DEPTH = 100

/**
 * Parses JSON, and what is nearly JSON (trailing commas, single quotes) where YAML's flow syntax agrees on its
 * meaning. Throws a `UserError` with line and column otherwise.
 */
export function parseJson(text: string, file: string): ParsedJson {
  const lines = lineIndex(text)
  const at = (offset: number): Position => ({ file, ...lines.at(offset) })
  refuseDeep(text, file, at)
  const strict = parseStrict(text)
  const document = lazily(() => parseDocument(text, { uniqueKeys: false, strict: false, logLevel: 'silent' }))
  const position = (path: DocumentPath): Position => at(offsetOf(document(), path))
  if (strict.failure === null) return { value: strict.value, findings: [], position }

  const place = at(failureOffset(strict.failure, text))
  const refuse = (): never => {
    throw userError(importCodes, 'IMP005', `${file} is not JSON: ${describe(strict.failure)}`, {
      position: place,
      cause: strict.failure,
    })
  }
  if (!/^\s*[{[]/.test(text)) refuse()
  const loose = document()
  if (loose.errors.length > 0 || !isMap(loose.contents)) refuse()
  const message = `The JSON has a slip that was read over: ${describe(strict.failure)}`
  return {
    value: loose.toJS(),
    findings: [findingOf(importCodes, 'IMP024', { message, position: place })],
    position,
  }
}

function parseStrict(text: string): { readonly value: unknown; readonly failure: Error | null } {
  try {
    return { value: JSON.parse(text), failure: null }
  } catch (error) {
    return { value: undefined, failure: error instanceof Error ? error : new Error(String(error)) }
  }
}

function describe(failure: Error | null): string {
  return (failure?.message ?? '')
    .replace(/ in JSON at position.*$| \(line \d+ column \d+\)$/s, '')
    .replace(/, "?\.\.\..*$|, ".*" is not valid JSON$/s, '')
}

/** V8 names the position except at the end of the text and for very short texts. */
function failureOffset(failure: Error, text: string): number {
  const stated = /at position (\d+)/.exec(failure.message)?.[1]
  if (stated !== undefined) return Number(stated)
  if (/end of JSON input/i.test(failure.message)) return text.trimEnd().length
  return text.search(/\S/)
}

function refuseDeep(text: string, file: string, at: (offset: number) => Position): void {
  let depth = 0
  let inString = false
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text[offset]
    if (inString) {
      if (character === '\\') offset += 1
      else if (character === '"') inString = false
    } else if (character === '"') inString = true
    else if (character === '{' || character === '[') depth += 1
    else if (character === '}' || character === ']') depth -= 1
    if (depth > MAX_DEPTH) {
      throw userError(
        importCodes,
        'IMP006',
        `${file} nests deeper than ${MAX_DEPTH} levels, so it is no résumé`,
        { position: at(offset) },
      )
    }
  }
}

function offsetOf(document: Document, path: DocumentPath): number {
  let node: unknown = document.contents
  let offset = startOf(node)
  for (const part of path) {
    if (!isCollection(node)) break
    const item: unknown = isMap(node)
      ? node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part))
      : node.items[Number(part)]
    if (item === undefined) break
    node = isPair(item) ? item.value : item
    offset = node === null && isPair(item) ? startOf(item.key) : startOf(node)
  }
  return offset
}

function startOf(node: unknown): number {
  const { range } = (node ?? {}) as { readonly range?: readonly number[] | null }
  return range?.[0] ?? 0
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}
