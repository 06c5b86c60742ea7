import type { PartialDate } from '../core/calendar.ts'
import type { Interval } from './wilson.ts'
import type { Ledger } from './ledger.ts'

/** What a metric is asked for. Null means all: all sources, the whole time. */
export interface MetricQuery {
  readonly source: string | null
  /** A skill id, for the metrics that are counted by skill. */
  readonly skill: string | null
  readonly from: PartialDate | null
  readonly to: PartialDate | null
}

/** Units of metrics; a claim must speak of the same unit to be shown by one. */
export type MetricUnit =
  | 'commits'
  | 'merges'
  | 'pull-requests'
  | 'days'
  | 'lines'
  | 'releases'
  | 'share'
  | 'months'
  | 'people'

/** What a metric amounts to over a period. Unknown is null, never 0. */
export interface MetricResult {
  /** In `unit`; a share is between 0 and 1. Null when it cannot be known from the ledger; `note` says why. */
  readonly value: number | null
  /** What the value surely lies between, where only that is known: both ends included. */
  readonly range: Interval | null
  /** How many things the value was computed from: commits for a share, records for a sum. */
  readonly n: number
  /** Wilson 95 %, for shares. */
  readonly interval: Interval | null
  readonly unit: MetricUnit
  /** Ids of the evidence that was used, sorted. */
  readonly evidence: readonly string[]
  /** First and last day of the evidence that was used; null when there was none. */
  readonly from: string | null
  readonly to: string | null
  readonly method: string
  /** One sentence for people: why the value is null, or what to know of it. Null when there is nothing to say. */
  readonly note: string | null
}

/** One number that the ledger can give. */
export interface Metric {
  /** As references name it: `git.pull-requests`. */
  readonly id: string
  readonly title: string
  readonly unit: MetricUnit
  /** How it is counted, in words that are printed beside it. */
  readonly definition: string
  /** The permanent id of `definition`; another way of counting gets another number: `git-commits/1`. */
  readonly method: string
  /** Whether it is counted by skill, and so needs one. */
  readonly bySkill: boolean
  /** The members of the evidence's data that it counts: what a receipt has to show, and no more. */
  readonly reads: readonly string[]
  compute(ledger: Ledger, query: MetricQuery): MetricResult
}
