import type { Finding } from '../core/finding.ts'
import { renderJson } from '../reporters/json/json.ts'
import type { ReportMeta } from '../reporters/reporter.ts'
import { renderSarif } from '../reporters/sarif/sarif.ts'
import type { Painter } from '../reporters/text/painter.ts'
import { renderText } from '../reporters/text/text.ts'
import { rules } from './check.ts'

/** Writes findings in one of the formats. */
export function renderFindings(
  format: 'text' | 'json' | 'sarif',
  findings: readonly Finding[],
  version: string,
  painter: Painter,
): string {
  const meta: ReportMeta = { tool: { name: 'bonafide', version }, rules }
  if (format === 'json') return renderJson(findings, meta)
  return format === 'sarif' ? renderSarif(findings, meta) : renderText(findings, meta, painter)
}
