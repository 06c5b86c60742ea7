import type { Finding, Severity } from '../core/finding.ts'

/**
 * What a report tells besides its findings. Every reporter is a pure function of findings, in the order in which they
 * are to be shown, and this; it gives one text that ends with a line break.
 */
export interface ReportMeta {
  readonly tool: { readonly name: string; readonly version: string; readonly url?: string }
  /** The rules that ran: formats that list them do so. */
  readonly rules: readonly {
    readonly code: string
    readonly name: string
    readonly severity: Severity
    readonly help: string
  }[]
}

/** How many findings there are of each severity, and how many could be mended without looking. */
export interface ReportSummary {
  readonly error: number
  readonly warning: number
  readonly info: number
  readonly safeFixes: number
}

/** Counts findings for the end of a report. */
export function summarise(findings: readonly Finding[]): ReportSummary {
  const count = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length
  return {
    error: count('error'),
    warning: count('warning'),
    info: count('info'),
    safeFixes: findings.filter(({ fix }) => fix?.safety === 'safe').length,
  }
}
