import { z } from 'zod'
import type { Finding } from '../../core/finding.ts'
import { formatPath } from '../../core/position.ts'
import type { ReportMeta } from '../reporter.ts'
import { summarise } from '../reporter.ts'

const count = z.int().min(0)
const severity = z.enum(['error', 'warning', 'info'])
const path = z.array(z.union([z.string(), z.int()]))

/**
 * The JSON report. Every member is always there; what is not known is null. `version` changes only when a member is
 * removed or changes its meaning; new members may be added.
 */
export const jsonReportSchema = z.strictObject({
  version: z.literal(1),
  tool: z.strictObject({ name: z.string(), version: z.string() }),
  summary: z.strictObject({ error: count, warning: count, info: count, safeFixes: count }),
  findings: z.array(
    z.strictObject({
      code: z.string().regex(/^[A-Z]{3}\d{3}$/),
      name: z.string(),
      severity,
      message: z.string(),
      file: z.string().nullable(),
      line: z.int().min(1).nullable(),
      column: z.int().min(1).nullable().describe('In UTF-16 code units, from 1.'),
      endColumn: z.int().min(1).nullable().describe('The column after the last one, on the same line.'),
      page: z.int().min(1).nullable(),
      x: z.number().nullable().describe("PDF points from the page's left edge."),
      y: z.number().nullable().describe("PDF points from the page's upper edge."),
      excerpt: z.string().nullable().describe('The source line.'),
      path: path.nullable().describe('Where in the résumé or configuration.'),
      pathText: z.string().nullable().describe('The path as people write it: work[0].highlights[2].'),
      help: z.string().nullable(),
      fix: z
        .strictObject({
          title: z.string(),
          safety: z.enum(['safe', 'suggestion']),
          edits: z.array(
            z.strictObject({
              path,
              remove: z.boolean().describe('Whether the edit removes what stands at the path.'),
              value: z.json().describe('The new value; null when the edit removes.'),
            }),
          ),
        })
        .nullable(),
      data: z.record(z.string(), z.json()).nullable(),
    }),
  ),
})

/** Findings for programs, as {@link jsonReportSchema} describes them. */
export function renderJson(findings: readonly Finding[], { tool }: ReportMeta): string {
  const report = {
    version: 1,
    tool: { name: tool.name, version: tool.version },
    summary: summarise(findings),
    findings: findings.map(toJson),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

function toJson(finding: Finding) {
  const { code, name, severity, message, position, path, fix } = finding
  return {
    code,
    name,
    severity,
    message,
    file: position?.file ?? null,
    line: position?.line ?? null,
    column: position?.column ?? null,
    endColumn: finding.endColumn ?? null,
    page: position?.page ?? null,
    x: position?.x ?? null,
    y: position?.y ?? null,
    excerpt: finding.excerpt ?? null,
    path: path ?? null,
    pathText: path ? formatPath(path) : null,
    help: finding.help ?? null,
    fix: fix
      ? {
          title: fix.title,
          safety: fix.safety,
          edits: fix.edits.map((edit) => ({
            path: edit.path,
            remove: edit.value === undefined,
            value: edit.value ?? null,
          })),
        }
      : null,
    data: finding.data ?? null,
  }
}
