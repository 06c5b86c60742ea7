import type { Ledger } from '../metric/ledger.ts'
import { metrics } from '../metric/registry.ts'
import { compare, inUnitOf, speaksOf } from './agreement.ts'
import type { Claim, MetricUse } from './model.ts'
import { parseNumbers } from './parse.ts'
import { useMetric, type Stretch } from './references.ts'

/**
 * References that would support a number claim: metrics over the claim's own time whose value is what the text says.
 * Nothing is linked by this; a person decides. Lower bounds must be met closely, as "over 10" is met by most things.
 */
export function suggestReferences(
  claim: Claim,
  ledger: Ledger,
  options: { readonly stretch: Stretch; readonly language: string; readonly named: ReadonlySet<string> },
): readonly MetricUse[] {
  const mention = parseNumbers(claim.text, { language: options.language }).find(
    ({ span }) => span.start === claim.span.start,
  )
  if (claim.statement.kind !== 'number' || !mention) return []
  const sources = [null, ...new Set(ledger.records.map(({ source }) => source))]
  const from = options.stretch.from?.slice(0, 7) ?? null
  const to = options.stretch.to?.slice(0, 7) ?? null
  const found = [...metrics.values()].flatMap((metric) => {
    if (!speaksOf(metric, mention, claim.text)) return []
    const skills = metric.bySkill ? [...options.named] : [null]
    return sources.flatMap((source) =>
      skills.flatMap((skill) => {
        const { use, result } = useMetric(metric, ledger, { source, skill, from, to })
        const value = inUnitOf(mention.unit, metric, result.value)
        if (value === null || compare(mention, metric, result) !== 'agrees') return []
        return Math.abs(value - mention.value) <= mention.value / 4
          ? [{ use, evidence: result.evidence.join() }]
          : []
      }),
    )
  })
  // With one source the whole ledger and the source say the same; the shorter reference is enough.
  return found
    .filter(
      ({ use, evidence }, index) =>
        found.findIndex((other) => other.use.metric === use.metric && other.evidence === evidence) === index,
    )
    .map(({ use }) => use)
}
