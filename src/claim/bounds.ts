import type { Span } from '../core/position.ts'
import type { Claim } from './model.ts'

/** How a stated number bounds what it states. */
export type Bound = Extract<Claim['statement'], { readonly kind: 'number' }>['bound']

/** A number that a text states, with its unit. */
export interface NumberMention {
  /** From the bound or currency to the unit. */
  readonly span: Span
  readonly value: number
  readonly bound: Bound
  /** `pull-requests`, `percent`, `factor`, `ms`, `EUR`, `requests/s`; null when the text does not say. */
  readonly unit: string | null
  /** What one in the last printed place amounts to: "1.2M" is exact to 100,000. */
  readonly place: number
}

const BOUNDS: readonly (readonly [Exclude<Bound, 'exact'>, string])[] = [
  [
    'at-least',
    'more than|over|above|exceeding|at least|upwards of|north of|a minimum of|minimum of|minimum|über|mehr als|mindestens|oberhalb von|plus de|au moins|au minimum|más de|al menos|por lo menos|como mínimo|superior a|>=|>|≥',
  ],
  [
    'at-most',
    "up to|under|below|less than|fewer than|at most|no more than|a maximum of|maximum of|maximum|within|bis zu|unter|weniger als|höchstens|maximal|jusqu’à|jusqu'à|moins de|au plus|au maximum|hasta|menos de|como máximo|inferior a|<=|<|≤",
  ],
  [
    'about',
    'approximately|approx\\.|approx|about|around|roughly|nearly|almost|close to|circa|some|etwa|rund|ca\\.|ungefähr|knapp|fast|gut|environ|près de|presque|unos|unas|cerca de|aproximadamente|alrededor de|casi|~|≈',
  ],
]
const BOUND_PATTERNS = BOUNDS.map(
  ([bound, words]) =>
    [
      bound,
      new RegExp(`(?<![\\p{L}\\d])(?:${words})\\s*(?:(?:a|the|den|die|das|les|los)\\s+)?$`, 'iu'),
    ] as const,
)

/** The words before a number that bound it: "over ", "~", "bis zu ". */
export function boundBefore(before: string): { readonly bound: Bound | null; readonly start: number } {
  for (const [bound, pattern] of BOUND_PATTERNS) {
    const match = pattern.exec(before)
    if (match) return { bound, start: match.index }
  }
  return { bound: null, start: before.length }
}
