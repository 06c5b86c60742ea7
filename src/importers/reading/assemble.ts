import { findingOf } from '../../core/codes.ts'
import type { Finding } from '../../core/finding.ts'
import type { DocumentPath } from '../../core/position.ts'
import type { ImportedField, ImportedResume } from '../../resume/importer.ts'
import { resumeSchema } from '../../resume/schema.ts'
import { importCodes } from '../codes.ts'
import type { FoundPeriod } from './entries.ts'
import type { Found, Line } from './line.ts'

/** A node of the résumé in the making: a value that was found, or what holds such values. */
export type Draft = Found | readonly Draft[] | { readonly [key: string]: Draft | null | undefined }

/** Turns a draft into a document that passes the schema, with the confidence and the position of each value. */
export function assemble(
  draft: { readonly [key: string]: Draft | null | undefined },
  unplaced: readonly Found[],
  findings: readonly Finding[],
): ImportedResume {
  const fields: ImportedField[] = []
  const document = resumeSchema.parse(build(draft, [], fields) ?? {})
  const left = unplaced.map(({ value, line }) => ({ text: value, position: line.position }))
  const [first] = left
  const notPlaced = first
    ? [
        findingOf(importCodes, 'IMP030', {
          message: `${left.length} ${left.length === 1 ? 'line was' : 'lines were'} not placed, the first: "${shorten(first.text)}"`,
          position: first.position,
        }),
      ]
    : []
  return { document, fields, findings: [...findings, ...notPlaced], unplaced: left }
}

function build(draft: Draft | null | undefined, path: DocumentPath, fields: ImportedField[]): unknown {
  if (draft === null || draft === undefined) return undefined
  if (isFound(draft)) {
    fields.push({ path, confidence: Math.round(draft.confidence * 100) / 100, position: draft.line.position })
    return draft.value
  }
  if (isList(draft)) {
    const items: unknown[] = []
    for (const item of draft) {
      const built = build(item, [...path, items.length], fields)
      if (built !== undefined) items.push(built)
    }
    return items.length > 0 ? items : undefined
  }
  const entries = Object.entries(draft).flatMap(([key, member]) => {
    const built = build(member, [...path, key], fields)
    return built === undefined ? [] : [[key, built] as const]
  })
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

function isFound(draft: Draft): draft is Found {
  return 'confidence' in draft && typeof draft.confidence === 'number'
}

function isList(draft: Draft): draft is readonly Draft[] {
  return Array.isArray(draft)
}

/** Start and end of an entry as JSON Resume has them: what goes on has no end. */
export function datesOf(found: FoundPeriod | null): {
  readonly startDate: Found | null
  readonly endDate: Found | null
} {
  if (!found) return { startDate: null, endDate: null }
  const { period, line } = found
  const at = (value: string | null): Found | null =>
    value === null ? null : { value, line, confidence: 0.9 }
  return { startDate: at(period.start), endDate: at(period.current ? null : period.end) }
}

/** As {@link datesOf}, but one date alone is the end: of studies, of a project. */
export function graduation(found: FoundPeriod | null): ReturnType<typeof datesOf> {
  return found?.period.range === false ? { startDate: null, endDate: dateOf(found) } : datesOf(found)
}

/** The one date of an award: the end of what is stated. */
export function dateOf(found: FoundPeriod | null): Found | null {
  const value = found?.period.end ?? found?.period.start ?? null
  return found && value !== null ? { value, line: found.line, confidence: 0.9 } : null
}

/** Whole lines that were not placed. */
export function leftLines(lines: readonly Line[]): readonly Found[] {
  return lines.map((line) => ({ value: line.text, line, confidence: 0.3 }))
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
