import type { Json, JsonObject } from './json.ts'
import type { DocumentPath, Position } from './position.ts'

/** `error` makes the CLI exit with 1; `warning` and `info` never do. */
export type Severity = 'error' | 'warning' | 'info'

/** One change of a YAML document. `value: undefined` deletes the node. */
export interface Edit {
  readonly path: DocumentPath
  readonly value: Json | undefined
}

/** What would mend a finding. A `safe` fix changes no meaning; a `suggestion` wants a person's eye. */
export interface Fix {
  readonly title: string
  readonly safety: 'safe' | 'suggestion'
  readonly edits: readonly Edit[]
}

/** One thing that is wrong, or worth knowing. Findings are data: they are returned, never thrown. */
export interface Finding {
  /** Permanent code such as `EVI003`; never reused. */
  readonly code: string
  /** The rule's name, for the fault: `number-without-evidence`. */
  readonly name: string
  readonly severity: Severity
  /** One sentence: what is wrong, naming the offending value. */
  readonly message: string
  readonly position: Position | null
  /** The column after the last one, on the same line as `position`, where known. */
  readonly endColumn?: number
  /** The source line at `position`, for reporters that show an excerpt. */
  readonly excerpt?: string
  /** Where in the résumé or configuration, if it stands in one. */
  readonly path?: DocumentPath
  /** The next step to take, one sentence. */
  readonly help?: string
  readonly fix?: Fix
  readonly data?: JsonObject
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

/** Order for people: by file, then line and column, then severity, then code. Total, so output is reproducible. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.position?.file ?? '', b.position?.file ?? '') ||
    (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
    (a.position?.column ?? 0) - (b.position?.column ?? 0) ||
    RANK[a.severity] - RANK[b.severity] ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  )
}

/** Code-unit order; `localeCompare` differs from machine to machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
