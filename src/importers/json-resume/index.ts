import { findingOf } from '../../core/codes.ts'
import type { Finding } from '../../core/finding.ts'
import type { DocumentPath } from '../../core/position.ts'
import { formatPath } from '../../core/position.ts'
import { userError } from '../../core/user-error.ts'
import type { ImportedResume, Importer } from '../../resume/importer.ts'
import { resumeSchema } from '../../resume/schema.ts'
import type { ResumeDocument } from '../../resume/schema.ts'
import { importCodes } from '../codes.ts'
import { decodeText } from '../reading/decode.ts'
import { mendResume } from './mend.ts'
import type { MendNote } from './mend.ts'
import { parseJson } from './parse.ts'
import type { ParsedJson } from './parse.ts'
import { RESUME_SHAPE } from './shape.ts'

/**
 * Reads JSON Resume 1.x (https://docs.jsonresume.org/schema), its 0.x versions and files that break the schema: each
 * value that had to be mended is a finding with line and column, each that could not be is in `unplaced`. Members
 * that the format does not know are kept.
 */
export const jsonResumeImporter: Importer = {
  id: 'json-resume',
  title: 'JSON Resume',
  extensions: ['json'],
  detect(bytes, file) {
    const head = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart()
    if (/\.json$/i.test(file)) return 0.9
    return head.startsWith('{') ? 0.8 : 0
  },
  async read(bytes, { file }) {
    const { text, findings } = decodeText(bytes, file)
    const parsed = parseJson(text, file)
    const imported = fromJson(parsed, file)
    return { ...imported, findings: [...findings, ...parsed.findings, ...imported.findings] }
  },
}

function fromJson(parsed: ParsedJson, file: string): ImportedResume {
  const { value } = parsed
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    const what = Array.isArray(value) ? 'a list' : typeof value
    throw userError(importCodes, 'IMP006', `${file} holds ${what}, not a JSON Resume`, {
      position: parsed.position([]),
    })
  }
  const known = Object.keys(value).some((key) => key in RESUME_SHAPE.members || key in RESUME_SHAPE.aliases)
  if (!known) {
    throw userError(importCodes, 'IMP006', `${file} has none of the members of a JSON Resume`, {
      position: parsed.position([]),
    })
  }
  const mended = mendResume(value as Readonly<Record<string, unknown>>, RESUME_SHAPE)
  const { document, removed } = withinSchema(mended.value)
  const notes = [...mended.notes, ...removed]
  const gone = new Set(removed.map(({ source }) => JSON.stringify(source)))
  return {
    document,
    fields: mended.fields
      .filter(({ path }) => !gone.has(JSON.stringify(path)))
      .map(({ path, source, mended }) => ({
        path,
        confidence: mended ? 0.9 : 1,
        position: parsed.position(source),
      })),
    findings: notes.map((note) => toFinding(note, parsed)),
    unplaced: notes.flatMap(({ kind, value, source }) =>
      kind === 'unplaced' && value !== undefined ? [{ text: value, position: parsed.position(source) }] : [],
    ),
  }
}

const CODES = { mended: 'IMP021', unplaced: 'IMP022', renamed: 'IMP023' } as const

function toFinding(note: MendNote, parsed: ParsedJson): Finding {
  return findingOf(importCodes, CODES[note.kind], {
    message: note.message,
    position: parsed.position(note.source),
  })
}

/** What mending left outside the schema is taken out, value by value, until the rest passes. */
function withinSchema(value: Readonly<Record<string, unknown>>): {
  readonly document: ResumeDocument
  readonly removed: readonly MendNote[]
} {
  const removed: MendNote[] = []
  let current: unknown = structuredClone(value)
  for (;;) {
    const result = resumeSchema.safeParse(current)
    if (result.success) return { document: result.data, removed }
    // From the last to the first, so that positions in lists stay true.
    for (const issue of result.error.issues.toReversed()) {
      const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
      if (path.length === 0)
        throw new Error('the schema refuses the document as a whole', { cause: result.error })
      const taken = takeOut(current, path)
      current = taken.rest
      const value = typeof taken.value === 'string' ? taken.value : (JSON.stringify(taken.value) ?? '')
      removed.push({
        kind: 'unplaced',
        message: `${formatPath(path)}: ${issue.message}`,
        source: path,
        value,
      })
    }
  }
}

/** Takes the value at a path out; one that is not there takes the nearest around it along. */
function takeOut(value: unknown, path: DocumentPath): { readonly rest: unknown; readonly value: unknown } {
  const [key, ...below] = path
  if (typeof value !== 'object' || value === null || key === undefined || !(key in value))
    return { rest: undefined, value }
  const inner: unknown = (value as Record<string | number, unknown>)[key]
  const taken = below.length === 0 ? { rest: undefined, value: inner } : takeOut(inner, below)
  if (Array.isArray(value)) {
    const rest = value.flatMap((item: unknown, index) =>
      index !== key ? [item] : taken.rest === undefined ? [] : [taken.rest],
    )
    return { rest, value: taken.value }
  }
  const { [key]: _old, ...others } = value as Record<string | number, unknown>
  return { rest: taken.rest === undefined ? others : { ...others, [key]: taken.rest }, value: taken.value }
}
