/**
 * A number of 53 bits for a text, to count distinct texts by without keeping them. Two texts among a million share one
 * with a probability of about 10⁻⁴. Not for security.
 */
export function hashOf(text: string): number {
  let low = 0x811c9dc5
  let high = 0x2f4a1c37
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ unit, 0x5bd1e995)
    high ^= high >>> 15
  }
  low = Math.imul(low ^ (high >>> 13), 0x7feb352d)
  low ^= low >>> 15
  return (high & 0x1fffff) * 0x100000000 + (low >>> 0)
}
