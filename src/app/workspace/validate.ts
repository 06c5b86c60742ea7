import { isMap, isScalar, type Node, type YAMLMap } from 'yaml'
import { z } from 'zod'
import { closest } from '../../core/closest.ts'
import { findingOf } from '../../core/codes.ts'
import type { Finding } from '../../core/finding.ts'
import { type DocumentPath, formatPath } from '../../core/position.ts'
import { workspaceCodes } from './codes.ts'
import type { SchemaNode } from './json-schemas.ts'
import { spread, type YamlSource } from './yaml-source.ts'

type Issue = z.core.$ZodIssue

/**
 * Checks a YAML document against a schema: every fault becomes a finding at its line and column that says what was
 * expected and what was found. `at` is the path of the checked part. Plain scalars that YAML takes for a number or a
 * truth value count as text where the schema wants text, as they stand in the file: `startDate: 2024`. A key without a
 * value counts as left out.
 */
export function validateYaml<Schema extends z.ZodType>(
  schema: Schema,
  source: YamlSource,
  options: { readonly at?: DocumentPath; readonly value?: unknown } = {},
): { readonly value: z.infer<Schema> | null; readonly findings: readonly Finding[] } {
  const at = options.at ?? []
  const found = options.value ?? source.value
  const first = schema.safeParse(found)
  if (first.success) return { value: first.data, findings: misspeltKeys(schema, source, found, at) }
  const meant = asMeant(first.error.issues, found, source, at)
  const second = meant === found ? first : schema.safeParse(meant)
  if (second.success) return { value: second.data, findings: misspeltKeys(schema, source, meant, at) }
  const known = jsonSchemaOf(schema)
  const findings = second.error.issues
    .flatMap((issue) => flatten(issue, (path) => source.node([...at, ...path])))
    .flatMap((issue) => issueFindings(issue, source, at, known))
  return { value: null, findings }
}

/** Of a union, the faults of the branch that was most likely meant: the one that got furthest into the value. */
function flatten(issue: Issue, nodeAt: (path: DocumentPath) => Node | null): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const inside = (path: DocumentPath): Node | null => nodeAt([...(issue.path as DocumentPath), ...path])
  const branches = issue.errors.map((errors) => errors.flatMap((inner) => flatten(inner, inside)))
  const kinds = branches.flatMap((errors) =>
    errors.map((error) => (isOfWrongKind(error) ? error.expected : '')),
  )
  const node = inside([])
  if (kinds.includes('string') && isMap(node) && branches.some((errors) => knowsNoKey(errors, node))) {
    return [{ ...issue, errors: [], message: COLON_IN_TEXT }]
  }
  const entered = branches
    .filter((errors) => !errors.some(isOfWrongKind))
    .toSorted((a, b) => a.length - b.length)
  const [meant] = entered
  if (meant !== undefined) {
    return meant.map((error) => Object.assign(error, { path: issue.path.concat(error.path) }))
  }
  const expected = [...new Set(kinds.filter((kind) => kind !== ''))].map((kind) => KINDS[kind] ?? kind)
  return [{ ...issue, errors: [], message: `expected ${expected.join(' or ')}` }]
}

const COLON_IN_TEXT = 'expected a text (a colon and a space make a mapping of it: put the text in quotes)'

function isOfWrongKind(issue: Issue): issue is Issue & { readonly code: 'invalid_type' } {
  return issue.code === 'invalid_type' && issue.path.length === 0
}

function knowsNoKey(errors: readonly Issue[], node: YAMLMap): boolean {
  return errors.some(
    (error) =>
      error.code === 'unrecognized_keys' &&
      error.path.length === 0 &&
      error.keys.length === node.items.length &&
      // Keys are single words in lower case; the start of a sentence is not.
      !error.keys.every((key) => /^[a-z]\w*$/.test(key)),
  )
}

function issueFindings(
  issue: Issue,
  source: YamlSource,
  at: DocumentPath,
  known: SchemaNode,
): readonly Finding[] {
  const path = [...at, ...(issue.path as (string | number)[])]
  if (issue.code === 'unrecognized_keys') {
    const candidates = keysAt(known, issue.path as DocumentPath)
    return issue.keys.map((key) => {
      const near = closest(key, candidates)
      const hint = near === null ? listed(candidates) : `Did you mean ${near}?`
      return findingOf(workspaceCodes, 'WSP004', {
        ...spread(source.keyPlace([...path, key])),
        path: [...path, key],
        message: `${formatPath([...path, key])} is no known key. ${hint}`,
      })
    })
  }
  const name = path.length === 0 ? source.file : formatPath(path)
  const node = source.node(path)
  const missing = node === null || isEmptyNode(node)
  const message = missing
    ? `${name} is missing: ${expectation(issue)}.`
    : `${name}: ${expectation(issue)}, found ${describe(node)}.${nearValue(issue, node)}`
  return [findingOf(workspaceCodes, 'WSP003', { ...spread(source.place(path)), path, message })]
}

function listed(candidates: readonly string[]): string {
  return candidates.length === 0 || candidates.length > 12 ? '' : `Known are ${candidates.join(', ')}.`
}

function isEmptyNode(node: Node): boolean {
  return isScalar(node) && node.value === null
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list (lines that start with -)',
  object: 'a mapping (lines of key: value)',
  record: 'a mapping (lines of key: value)',
  null: 'nothing',
}

function expectation(issue: Issue): string {
  // Schemas of ours say themselves what they expect.
  if (issue.message.startsWith('expected ')) return issue.message
  if (issue.code === 'invalid_type') return `expected ${KINDS[issue.expected] ?? issue.expected}`
  if (issue.code === 'invalid_value') {
    return `expected ${issue.values
      .map(String)
      .join(', ')
      .replace(/, ([^,]*)$/, ' or $1')}`
  }
  if (issue.code === 'too_small') return `expected at least ${issue.minimum}${unitOf(issue.origin)}`
  if (issue.code === 'too_big') return `expected at most ${issue.maximum}${unitOf(issue.origin)}`
  return issue.message.charAt(0).toLowerCase() + issue.message.slice(1)
}

function unitOf(origin: string): string {
  if (origin === 'string') return ' characters'
  return origin === 'array' ? ' entries' : ''
}

function nearValue(issue: Issue, node: Node): string {
  if (issue.code !== 'invalid_value' || !isScalar(node)) return ''
  const near = closest(String(node.value), issue.values.map(String))
  return near === null ? '' : ` Did you mean ${near}?`
}

function describe(node: Node): string {
  if (isMap(node)) return 'a mapping'
  if (!isScalar(node)) return 'a list'
  const { value } = node
  if (typeof value === 'string') return `“${value.length > 40 ? `${value.slice(0, 40)}…` : value}”`
  if (typeof value === 'number') return `the number ${String(node.source ?? value)}`
  return String(node.source ?? value)
}

/** The value as its writer meant it, as far as the faults show; the value itself where they show nothing. */
function asMeant(issues: readonly Issue[], value: unknown, source: YamlSource, at: DocumentPath): unknown {
  let meant = value
  const visit = (issue: Issue, above: DocumentPath): void => {
    const path = [...above, ...(issue.path as (string | number)[])]
    const node = source.node([...at, ...path])
    if (isScalar(node) && node.value === null && typeof path.at(-1) === 'string') {
      meant = withValue(meant, path, undefined)
    } else if (issue.code === 'invalid_union') {
      for (const errors of issue.errors) for (const error of errors) visit(error, path)
    } else if (issue.code === 'invalid_type' && issue.expected === 'string' && isScalar(node)) {
      const isPlain = typeof node.value === 'number' || typeof node.value === 'boolean'
      if (isPlain && node.source !== undefined) meant = withValue(meant, path, node.source)
    }
  }
  for (const issue of issues) visit(issue, [])
  return meant
}

/** A copy with another value at the path, or without its key where the value is undefined. */
function withValue(container: unknown, path: DocumentPath, value: unknown): unknown {
  const [first, ...rest] = path
  if (first === undefined) return value
  if (Array.isArray(container)) {
    return container.map((item: unknown, index) => (index === first ? withValue(item, rest, value) : item))
  }
  const { [first]: member, ...others } = container as Record<string, unknown>
  const changed = withValue(member, rest, value)
  if (changed === undefined) return others
  return { ...(container as Record<string, unknown>), [first]: changed }
}

/** Where a schema lets keys of one's own pass, a near miss of a known key is most likely a slip. */
function misspeltKeys(
  schema: z.ZodType,
  source: YamlSource,
  value: unknown,
  at: DocumentPath,
): readonly Finding[] {
  const findings: Finding[] = []
  const walk = (node: SchemaNode, inner: unknown, path: DocumentPath): void => {
    if (Array.isArray(inner)) {
      inner.forEach((item, index) => {
        for (const branch of branchesOf(node)) if (branch.items) walk(branch.items, item, [...path, index])
      })
      return
    }
    if (typeof inner !== 'object' || inner === null) return
    const known = Object.assign({}, ...branchesOf(node).map((branch) => branch.properties ?? {})) as Record<
      string,
      SchemaNode
    >
    const absent = Object.keys(known).filter((key) => !Object.hasOwn(inner, key))
    for (const [key, member] of Object.entries(inner)) {
      const child = known[key]
      if (child !== undefined) walk(child, member, [...path, key])
      const near = child === undefined ? closest(key, absent) : null
      if (near === null) continue
      findings.push(
        findingOf(workspaceCodes, 'WSP005', {
          ...spread(source.keyPlace([...path, key])),
          path: [...path, key],
          message: `${formatPath([...path, key])} is read by nothing. Did you mean ${near}?`,
        }),
      )
    }
  }
  walk(jsonSchemaOf(schema), value, at)
  return findings
}

const jsonSchemas = new WeakMap<z.ZodType, SchemaNode>()

function jsonSchemaOf(schema: z.ZodType): SchemaNode {
  const known = jsonSchemas.get(schema)
  if (known !== undefined) return known
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as SchemaNode
  jsonSchemas.set(schema, made)
  return made
}

function branchesOf(node: SchemaNode): readonly SchemaNode[] {
  return node.anyOf === undefined ? [node] : node.anyOf.flatMap((branch) => branchesOf(branch))
}

function keysAt(schema: SchemaNode, path: DocumentPath): readonly string[] {
  let nodes = branchesOf(schema)
  for (const part of path) {
    nodes = nodes
      .flatMap(
        (node) =>
          (typeof part === 'number' ? node.items : (node.properties?.[part] ?? openMember(node))) ?? [],
      )
      .flatMap((node) => branchesOf(node))
  }
  return [...new Set(nodes.flatMap((node) => Object.keys(node.properties ?? {})))]
}

function openMember(node: SchemaNode): SchemaNode | undefined {
  return typeof node.additionalProperties === 'object' ? node.additionalProperties : undefined
}
