import { findingOf } from '../../core/codes.ts'
import type { Finding } from '../../core/finding.ts'
import type { Json, JsonObject } from '../../core/json.ts'
import { formatPath } from '../../core/position.ts'
import type { DocumentPath } from '../../core/position.ts'
import type { ResumeDocument } from '../../resume/schema.ts'
import { codes } from './codes.ts'
import { ADDITIONS, BASICS, LISTS, LOCATION, META, PROFILE } from './fields.ts'
import type { FieldKind, Fields } from './fields.ts'
import { toDate, toEmail, toUri } from './values.ts'

/** What to say in `meta` of where the résumé comes from. */
export interface JsonResumeOptions {
  /** The file that it was read from. */
  readonly source?: string
  /** How surely it was read: one figure from 0 to 1, or one for each formatted path. */
  readonly confidence?: number | Readonly<Record<string, number>>
}

/** A strict JSON Resume, and what of the document it could not hold. */
export interface JsonResume {
  readonly resume: JsonObject
  readonly findings: readonly Finding[]
}

const SCHEMA = 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json'

type Entry = Readonly<Record<string, unknown>>

/**
 * The document as JSON Resume 1.x: always valid against its schema, with its own fields only. A job with several roles
 * becomes as many jobs, a highlight its text; what is empty is left out, and what JSON Resume does not accept is left
 * out with a finding.
 */
export function toJsonResume(document: ResumeDocument, options: JsonResumeOptions = {}): JsonResume {
  const findings: Finding[] = []
  const foreign: string[] = []

  const strict = (
    entry: Entry,
    fields: Fields,
    path: DocumentPath,
    known: readonly string[] = [],
  ): JsonObject => {
    for (const key of Object.keys(entry)) {
      if (!(key in fields) && !known.includes(key) && !ADDITIONS.has(key))
        foreign.push(formatPath([...path, key]))
    }
    return filledMembers(
      Object.entries(fields).map(([key, kind]) => {
        const value = entry[key]
        const converted = convert(value, kind)
        if (converted === null && typeof value === 'string' && value.trim() !== '') {
          findings.push(refused(value, [...path, key]))
        }
        return [key, converted]
      }),
    )
  }
  const list = (name: keyof typeof LISTS): Json =>
    ((document[name] ?? []) as readonly Entry[])
      .flatMap((entry, index) => flattened(entry, [name, index], name))
      .map(({ entry, path }) => strict(entry, LISTS[name], path))

  const { location = {}, profiles = [], ...basics } = document.basics ?? {}
  const resume = filledMembers([
    ['$schema', SCHEMA],
    [
      'basics',
      filledMembers([
        ...Object.entries(strict(basics, BASICS, ['basics'])),
        ['location', strict(location, LOCATION, ['basics', 'location'])],
        [
          'profiles',
          profiles.map((profile, index) => strict(profile, PROFILE, ['basics', 'profiles', index])),
        ],
      ]),
    ],
    ...(Object.keys(LISTS) as (keyof typeof LISTS)[]).map((name) => [name, list(name)] as const),
    [
      'meta',
      filledMembers([
        ...Object.entries(strict(document.meta ?? {}, META, ['meta'])),
        ['source', options.source ?? null],
        ['confidence', options.confidence ?? null],
      ]),
    ],
  ])
  for (const key of Object.keys(document)) {
    if (!(key in LISTS) && !['$schema', 'basics', 'meta'].includes(key)) foreign.push(key)
  }
  return { resume, findings: [...findings, ...leftOut(foreign)] }
}

/** A job with roles as one job a role, each with what is told of the company. */
function flattened(
  entry: Entry,
  path: DocumentPath,
  list: string,
): readonly { readonly entry: Entry; readonly path: DocumentPath }[] {
  const roles = entry['roles']
  if ((list !== 'work' && list !== 'volunteer') || !Array.isArray(roles)) return [{ entry, path }]
  const { position, startDate, endDate, summary, highlights, ...company } = entry
  const isRole =
    [position, summary].some((value) => !isEmpty(convert(value, 'text'))) ||
    !isEmpty(convert(highlights, 'highlights'))
  const own = { ...company, position, startDate, endDate, summary, highlights }
  return [
    ...(isRole ? [{ entry: own, path }] : []),
    ...roles.map((role: Entry, index) => ({
      entry: { ...company, ...role },
      path: [...path, 'roles', index],
    })),
  ]
}

const TEXT_KINDS: Partial<Record<FieldKind, (text: string) => string | null>> = {
  text: (text) => text,
  uri: toUri,
  email: toEmail,
  date: toDate,
}

function convert(value: unknown, kind: FieldKind): Json {
  if (typeof value === 'string') return TEXT_KINDS[kind]?.(value) ?? null
  const isList = Array.isArray(value) && (kind === 'texts' || kind === 'highlights')
  return isList ? value.map(textOf).filter((text) => text.trim() !== '') : null
}

function textOf(item: unknown): string {
  if (typeof item === 'string') return item
  return typeof item === 'object' && item !== null && 'text' in item ? String(item.text) : ''
}

function filledMembers(members: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries(
    members
      .map(
        ([key, value]) =>
          [key, Array.isArray(value) ? value.filter((item) => !isEmpty(item)) : value] as const,
      )
      .filter(([, value]) => !isEmpty(value)),
  )
}

function isEmpty(value: Json): boolean {
  if (value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return typeof value === 'object' && Object.keys(value).length === 0
}

function refused(value: string, path: DocumentPath): Finding {
  return findingOf(codes, 'JSR001', {
    message: `${formatPath(path)} was left out: JSON Resume does not accept "${value.slice(0, 80)}".`,
    path,
  })
}

function leftOut(fields: readonly string[]): readonly Finding[] {
  if (fields.length === 0) return []
  const names = [...new Set(fields)].sort()
  return [
    findingOf(codes, 'JSR002', {
      message: `JSON Resume has no place for ${names.slice(0, 8).join(', ')}${names.length > 8 ? ` and ${names.length - 8} more` : ''}.`,
      data: { fields: names },
    }),
  ]
}
