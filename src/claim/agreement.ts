import type { Metric, MetricResult } from '../metric/model.ts'
import type { NumberMention } from './bounds.ts'

/** How a computed value stands to a stated one. */
export type Comparison = 'agrees' | 'differs' | 'unknown'

/** What one unit of a claim is in units of a metric; a unit that is not here cannot be shown by the metric. */
const CONVERT: Readonly<Record<Metric['unit'], Readonly<Record<string, number>>>> = {
  commits: { commits: 1 },
  merges: { merges: 1 },
  'pull-requests': { 'pull-requests': 1 },
  days: { days: 1 },
  lines: { lines: 1 },
  releases: { releases: 1 },
  share: { percent: 0.01 },
  months: { months: 1, years: 12 },
  people: { people: 1 },
}

const DELETING = /delet|remov|dropp|drop|gelösch|entfern|supprim|élimin|elimin|borr/iu
const WORKING = /commit|activ|aktiv|work|gearbeit|travail|trabaj/iu

/** What a text has to say, or must not say, for a number of a general unit to be about the metric. */
const TOPICS: Readonly<Record<string, { readonly says?: RegExp; readonly saysNot?: RegExp }>> = {
  'git.active-days': { says: WORKING },
  'git.skill-days': { says: WORKING },
  'git.lines-added': { saysNot: DELETING },
  'git.lines-deleted': { says: DELETING },
  'git.ai-assisted-share': { says: /\bAI\b|\bKI\b|\bIA\b|assist/u },
  'git.team-share': { says: /commit|code changes|changes to the code|änderungen|modifications|cambios/iu },
}

/** Whether a number in a text is about what a metric counts. Units alone are not enough: "40 %" of what? */
export function speaksOf(metric: Metric, mention: NumberMention, text: string): boolean {
  if (mention.unit === null || !Object.hasOwn(CONVERT[metric.unit], mention.unit)) return false
  const topic = TOPICS[metric.id]
  return (topic?.says?.test(text) ?? true) && !(topic?.saysNot?.test(text) ?? false)
}

/** A metric's value in the unit of a claim; null when it is unknown or of another unit. */
export function inUnitOf(unit: string | null, metric: Metric, value: number | null): number | null {
  const size = unit === null ? undefined : CONVERT[metric.unit][unit]
  return size === undefined || value === null ? null : Number((value / size).toPrecision(12))
}

/**
 * Compares what is stated with what was computed. A number is met when the computed one, rounded to the last place
 * that is printed (years are rounded down), is the same; "about" allows a tenth.
 */
export function compare(mention: NumberMention, metric: Metric, result: MetricResult): Comparison {
  const of = (value: number | null): number | null => inUnitOf(mention.unit, metric, value)
  const low = of(result.value ?? result.range?.low ?? null)
  const high = of(result.value ?? result.range?.high ?? null)
  if (low === null || high === null) return 'unknown'
  const verdicts = new Set([meets(mention, low), meets(mention, high)])
  if (verdicts.size > 1) return 'unknown'
  if (verdicts.has(true)) return low === high || mention.bound !== 'exact' ? 'agrees' : 'unknown'
  // Both ends miss: only when they miss on the same side can nothing between them meet.
  return low > mention.value === high > mention.value ? 'differs' : 'unknown'
}

/** Whether a value meets what is stated. */
export function meets({ value, bound, unit, place }: NumberMention, computed: number): boolean {
  if (bound === 'at-least') return computed >= value
  if (bound === 'at-most') return computed <= value
  if (bound === 'about') return Math.abs(computed - value) <= value / 10
  const steps = computed / place + 1e-9
  const rounded = (unit === 'years' ? Math.floor(steps) : Math.round(steps)) * place
  return Math.abs(rounded - value) < place / 2
}
