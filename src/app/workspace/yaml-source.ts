import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml'
import { findingOf } from '../../core/codes.ts'
import type { Finding } from '../../core/finding.ts'
import { type DocumentPath, type LineIndex, lineIndex, type Position } from '../../core/position.ts'
import { workspaceCodes } from './codes.ts'

/** Aliases that one document may resolve; more is an attack or a slip, not a résumé. */
const MAX_ALIASES = 100

/** Faults of grammar that are told at once. */
const LISTED_FAULTS = 10

/** Where something of a document stands. */
export interface YamlPlace {
  readonly position: Position
  /** The column after the last one, where it ends on the same line. */
  readonly endColumn: number | null
  readonly excerpt: string
}

/** A YAML text that was read, with the way back from values to their places. */
export interface YamlSource {
  /** The name to show. */
  readonly file: string
  readonly text: string
  readonly document: Document.Parsed
  /** The plain value; null when the document is empty or cannot be read. */
  readonly value: unknown
  /** What breaks YAML's grammar. With an error among them, `value` is null. */
  readonly findings: readonly Finding[]
  readonly lines: LineIndex
  /** The node at a path, null when there is none. */
  node(path: DocumentPath): Node | null
  /** Where the value of a path stands; of a missing one, the nearest mapping or list above it. */
  place(path: DocumentPath): YamlPlace
  /** Where the key of a path stands; the value, where the last part is no key. */
  keyPlace(path: DocumentPath): YamlPlace
  /** Where a range of the text stands. */
  range(start: number, end: number): YamlPlace
}

/** Options for every parse: only text keys, as JSON has them, and tokens to find colons and commas by. */
export const PARSE_OPTIONS = { keepSourceTokens: true, stringKeys: true, prettyErrors: false } as const

/** Reads YAML 1.2 (https://yaml.org/spec/1.2.2/). Never throws: what is wrong is in `findings`. */
export function readYaml(text: string, file: string): YamlSource {
  const lines = lineIndex(text)
  const range = (start: number, end: number): YamlPlace => placeOf(lines, file, start, end)
  const document = parseGuarded(text)
  const tooDeep = document?.errors.find((error) => error.message.startsWith('Maximum call stack'))
  if (document === null || tooDeep !== undefined) {
    const message = 'Lists and mappings are nested too deeply here.'
    const place = range(tooDeep?.pos[0] ?? 0, tooDeep?.pos[1] ?? 1)
    const finding = findingOf(workspaceCodes, 'WSP002', { ...spread(place), message })
    return sourceOf(file, text, parseDocument('', PARSE_OPTIONS), null, [finding], lines, range)
  }
  const findings = [
    ...firstOfEachLine(document.errors.map((error) => grammarFinding(error, range))),
    ...document.warnings.map((warning) => ({
      ...grammarFinding(warning, range),
      severity: 'warning' as const,
    })),
  ]
  if (document.errors.length > 0) return sourceOf(file, text, document, null, findings, lines, range)
  const unfolded = unfold(document)
  if ('value' in unfolded) return sourceOf(file, text, document, unfolded.value, findings, lines, range)
  const [start, end] = firstAlias(document) ?? [0, 1]
  const finding = findingOf(workspaceCodes, 'WSP002', {
    ...spread(range(start, end)),
    message: unfolded.fault,
  })
  return sourceOf(file, text, document, null, [...findings, finding], lines, range)
}

/** One slip breaks the grammar for much of what follows it; the first fault of a line is the one to mend. */
function firstOfEachLine(findings: readonly Finding[]): readonly Finding[] {
  const lines = new Set<number | null>()
  const firsts = findings.filter((finding) => {
    const line = finding.position?.line ?? null
    if (lines.has(line)) return false
    lines.add(line)
    return true
  })
  return firsts.slice(0, LISTED_FAULTS)
}

/** The plain value, or why its aliases cannot be unfolded. */
function unfold(document: Document.Parsed): { readonly value: unknown } | { readonly fault: string } {
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES }) ?? null
    return isCircular(value, new Set()) ? { fault: 'An alias stands within what it names.' } : { value }
  } catch (error) {
    if (!(error instanceof ReferenceError || error instanceof RangeError)) throw error
    if (!/alias count/i.test(error.message)) return { fault: error.message.split('\n')[0] ?? '' }
    return { fault: `The document unfolds more than ${MAX_ALIASES} aliases (*name).` }
  }
}

function isCircular(value: unknown, above: Set<object>): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (above.has(value)) return true
  above.add(value)
  const circular = Object.values(value).some((member) => isCircular(member, above))
  above.delete(value)
  return circular
}

/** The members of a finding that say where. */
export function spread(
  place: YamlPlace,
): Pick<Finding, 'position' | 'excerpt'> & { readonly endColumn?: number } {
  const { position, endColumn, excerpt } = place
  return endColumn === null ? { position, excerpt } : { position, excerpt, endColumn }
}

function parseGuarded(text: string): Document.Parsed | null {
  try {
    return parseDocument(text, PARSE_OPTIONS)
  } catch (error) {
    // The parser descends by recursion: thousands of open brackets exhaust the stack.
    if (error instanceof RangeError) return null
    throw error
  }
}

function sourceOf(
  file: string,
  text: string,
  document: Document.Parsed,
  value: unknown,
  findings: readonly Finding[],
  lines: LineIndex,
  range: (start: number, end: number) => YamlPlace,
): YamlSource {
  const nodePlace = (node: Node | null): YamlPlace => {
    const [start, end] = node?.range ?? [0, 0]
    return range(start, end)
  }
  const found = (path: DocumentPath): Node | null => nodeAt(document, path)
  const nearest = (path: DocumentPath): Node | null => {
    for (let length = path.length; length > 0; length--) {
      const node = found(path.slice(0, length))
      if (node !== null) return node
    }
    return document.contents
  }
  return {
    file,
    text,
    document,
    value,
    findings,
    lines,
    node: found,
    place: (path) => {
      const node = nearest(path)
      return isCollection(node) && path.length > 0 ? keyOrStart(path) : nodePlace(node)
    },
    keyPlace: (path) => keyOrStart(path),
    range,
  }

  /** A collection spans many lines; people look for its key. */
  function keyOrStart(path: DocumentPath): YamlPlace {
    for (let length = path.length; length > 0; length--) {
      const parent = found(path.slice(0, length - 1))
      const key = path[length - 1]
      const pair = isMap(parent) ? parent.items.find((item) => keyText(item.key) === String(key)) : undefined
      const keyNode = pair?.key as Node | undefined
      if (keyNode?.range) return range(keyNode.range[0], keyNode.range[1])
      const node = found(path.slice(0, length))
      if (node?.range) return firstLine(node.range[0], node.range[1])
    }
    const start = document.contents?.range[0] ?? 0
    return firstLine(start, document.contents?.range[1] ?? 0)
  }

  function firstLine(start: number, end: number): YamlPlace {
    const lineEnd = /[\r\n]/.exec(text.slice(start, end))
    return range(start, lineEnd === null ? end : start + lineEnd.index)
  }
}

/** The node at a path; aliases are followed. */
function nodeAt(document: Document.Parsed, path: DocumentPath): Node | null {
  let node: unknown = document.contents
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document)
    if (!isCollection(node)) return null
    const items: readonly unknown[] = node.items
    const item = isMap(node)
      ? node.items.find((pair) => keyText(pair.key) === String(part))
      : items[Number(part)]
    node = isPair(item) ? item.value : item
  }
  return (node ?? null) as Node | null
}

/** A key as text; with text keys only, every key is a scalar. */
export function keyText(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key)
}

function placeOf(lines: LineIndex, file: string, start: number, end: number): YamlPlace {
  const from = lines.at(start)
  const to = lines.at(end)
  return {
    position: { file, ...from },
    endColumn: to.line === from.line && to.column > from.column ? to.column : null,
    excerpt: lines.line(from.line),
  }
}

function firstAlias(document: Document.Parsed): readonly [number, number] | null {
  let found: readonly [number, number] | null = null
  const walk = (node: unknown): void => {
    if (found !== null) return
    if (isAlias(node)) found = node.range ? [node.range[0], node.range[1]] : null
    else if (isPair(node)) walk(node.value)
    else if (isCollection(node)) for (const item of node.items) walk(item)
  }
  walk(document.contents)
  return found
}

/** The faults that people make, in plainer words than the grammar's. */
const WORDS: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'A tab indents this line; YAML takes spaces only.',
  MULTIPLE_DOCS: 'A second document starts here (---); the file must hold one.',
  BAD_INDENT: 'The indentation does not fit the lines above.',
  MISSING_CHAR: 'A closing quote, bracket or comma is missing.',
  NON_STRING_KEY: 'A key must be a text.',
  BLOCK_AS_IMPLICIT_KEY:
    'A colon makes this a mapping where a value stands already: put the value in quotes, or correct the indentation.',
}

function grammarFinding(error: YAMLError, range: (start: number, end: number) => YamlPlace): Finding {
  const place = range(error.pos[0], Math.max(error.pos[1], error.pos[0] + 1))
  const said = error.message.split('\n')[0] ?? ''
  const message =
    error.code === 'DUPLICATE_KEY'
      ? 'This key stands twice in one mapping.'
      : (WORDS[error.code] ?? said.replace(/\.?$/, '.'))
  return findingOf(workspaceCodes, 'WSP002', { ...spread(place), message })
}
