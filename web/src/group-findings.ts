import type { Finding, Severity } from '../../src/faces/server/api.ts'

/** Worst first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info']

/** Findings of one rule, or of one file. */
export interface FindingGroup {
  readonly key: string
  readonly findings: readonly Finding[]
}

/** Groups, in the order in which their first findings come. */
export function groupBy(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => string,
): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = keyOf(finding)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [finding])
    else group.push(finding)
  }
  return [...groups].map(([key, some]) => ({ key, findings: some }))
}

/** What most of a group's findings advise, when it is the same for all; else null. */
export function sharedHelp({ findings }: FindingGroup): string | null {
  const [first] = findings
  const same = findings.every(({ help }) => help === first?.help)
  return same ? (first?.help ?? null) : null
}
