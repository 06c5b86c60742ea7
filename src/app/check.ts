import { runChecks } from '../check/engine.ts'
import type { CheckSubject } from '../check/rule.ts'
import { rules } from '../check/rules.generated.ts'
import type { Finding } from '../core/finding.ts'
import { compareFindings } from '../core/finding.ts'
import type { Clock } from '../core/ports.ts'
import type { Analysis, PostingAnalysis } from './analyse.ts'

/**
 * Runs every rule over the workspace's résumé, against a posting where one is given, and over what a machine reads in
 * the built PDF where there is one.
 */
export function checkResume(
  analysis: Analysis,
  target: PostingAnalysis | null,
  context: { readonly clock: Clock; readonly built?: CheckSubject['built'] },
): readonly Finding[] {
  const { workspace, resume, knowledge, shown, claims, ledger, source } = analysis
  const { check } = workspace.config
  const found = runChecks(
    {
      document: analysis.document,
      resume,
      language: resume.language,
      today: context.clock.now().toISOString().slice(0, 10),
      ...knowledge,
      shown,
      claims: ledger === null ? null : claims,
      posting: target?.posting ?? null,
      match: target?.match ?? null,
      built: context.built ?? null,
    },
    rules,
    source,
    { disable: check.disable, severity: check.severity },
  )
  return [...analysis.findings, ...(target?.posting.posting.findings ?? []), ...found].toSorted(
    compareFindings,
  )
}

export { rules }
