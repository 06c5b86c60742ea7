import type { Evidence } from '../core/evidence.ts'
import type { Ledger } from '../metric/ledger.ts'
import type { Metric, MetricQuery, MetricResult } from '../metric/model.ts'
import { metrics } from '../metric/registry.ts'
import type { EvidenceReference } from '../resume/model.ts'
import type { MetricUse } from './model.ts'

/** The time that a text speaks of: its role's or project's. */
export interface Stretch {
  readonly from: string | null
  readonly to: string | null
}

/** What a reference of a highlight stands for. */
export type Resolved =
  | {
      readonly kind: 'metric'
      readonly metric: Metric
      readonly use: MetricUse
      readonly result: MetricResult
    }
  | { readonly kind: 'stated'; readonly record: Evidence }
  | { readonly kind: 'unresolved'; readonly why: string }

const METRICS_OF: Readonly<Record<string, readonly string[]>> = {
  'git.activity': [
    'git.commits',
    'git.merges',
    'git.pull-requests',
    'git.active-days',
    'git.lines-added',
    'git.lines-deleted',
    'git.ai-assisted-share',
    'git.team-share',
    'git.contributors',
  ],
  'git.skill': ['git.skill-commits', 'git.skill-days'],
  'git.release': ['git.releases'],
}

/**
 * Looks a reference up in the ledger. A metric without a period of its own is computed over the text's, so that work
 * done elsewhere never backs a claim made of one job.
 */
export function resolve(reference: EvidenceReference, ledger: Ledger, stretch: Stretch): readonly Resolved[] {
  if ('ref' in reference) return resolveRecord(reference.ref, ledger)
  const metric = metrics.get(reference.metric)
  if (!metric) {
    return [{ kind: 'unresolved', why: `There is no metric “${reference.metric}”.` }]
  }
  return [
    useMetric(metric, ledger, {
      source: reference.source,
      skill: reference.skill,
      from: reference.from ?? wholeMonth(stretch.from),
      to: reference.to ?? wholeMonth(stretch.to),
    }),
  ]
}

/** Computes a metric and pins its period to the days of the evidence where none is asked for. */
export function useMetric(
  metric: Metric,
  ledger: Ledger,
  query: MetricQuery,
): Resolved & { readonly kind: 'metric' } {
  const result = metric.compute(ledger, query)
  const use = {
    metric: metric.id,
    source: query.source,
    skill: query.skill,
    from: query.from ?? result.from,
    to: query.to ?? result.to,
  }
  return { kind: 'metric', metric, use, result }
}

function resolveRecord(ref: string, ledger: Ledger): readonly Resolved[] {
  const byId = ledger.byId.get(ref)
  const records = byId ? [byId] : ledger.records.filter(({ key }) => key === ref)
  if (records.length === 0) {
    return [{ kind: 'unresolved', why: `The ledger holds no evidence “${ref}”.` }]
  }
  return records.flatMap((record): readonly Resolved[] => {
    const ids = METRICS_OF[record.kind]
    if (!ids) return [{ kind: 'stated', record }]
    const skill = typeof record.data['skill'] === 'string' ? record.data['skill'] : null
    return ids.flatMap((id) => {
      const metric = metrics.get(id)
      return metric ? [useMetric(metric, ledger, { source: record.source, skill, ...record.period })] : []
    })
  })
}

/** A role that began within a month speaks of that month, which is the finest that the ledger knows. */
function wholeMonth(date: string | null): string | null {
  return date?.slice(0, 7) ?? null
}
