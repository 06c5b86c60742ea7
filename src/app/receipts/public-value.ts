import type { LinkedClaim } from '../../claim/model.ts'

/**
 * What a receipt says of its value in public: the two leading digits, rounded so that the claim still holds. A number
 * that the text states exactly is public already, and no more is said than the text says.
 */
export function publicValue({ claim, value }: Pick<LinkedClaim, 'claim' | 'value'>): number | null {
  const { statement } = claim
  if (value === null) return null
  if (statement.kind === 'skill') return leading(value, Math.floor)
  if (statement.bound === 'exact') return statement.value
  if (statement.bound === 'at-least') return Math.max(leading(value, Math.floor), statement.value)
  if (statement.bound === 'at-most') return Math.min(leading(value, Math.ceil), statement.value)
  return leading(value, Math.round)
}

function leading(value: number, round: (value: number) => number): number {
  if (value === 0) return 0
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1)
  return Number((round(Number((value / unit).toPrecision(12))) * unit).toPrecision(12))
}
