/** A 95 % confidence interval of a share, both ends between 0 and 1. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** The 97.5 % quantile of the standard normal distribution. */
const Z = 1.959963984540054

/**
 * The Wilson score interval at 95 % for `successes` of `n`: it stays within 0 and 1 and is honest for small n, where
 * the textbook interval is not. Null when n is 0, as nothing is known then.
 */
export function wilson(successes: number, n: number): Interval | null {
  if (n <= 0) return null
  const share = successes / n
  const scale = 1 + (Z * Z) / n
  const centre = (share + (Z * Z) / (2 * n)) / scale
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n))
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
  }
}
