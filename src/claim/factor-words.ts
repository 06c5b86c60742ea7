import type { Span } from '../core/position.ts'
import { boundBefore, type NumberMention } from './bounds.ts'

const WORDS: readonly (readonly [number, string])[] = [
  [
    2,
    'doubled|doubling|two-?fold|verdoppelte?n?|verdoppelung|doublé|doublant|duplicó|duplicado|duplicando|dupliqué',
  ],
  [
    3,
    'tripled|tripling|three-?fold|verdreifachte?n?|verdreifacht|triplé|triplant|triplicó|triplicado|tripliqué',
  ],
  [4, 'quadrupled|quadrupling|four-?fold|vervierfachte?n?|quadruplé|cuadruplicó'],
  [5, 'five-?fold'],
  [6, 'six-?fold'],
  [7, 'seven-?fold'],
  [8, 'eight-?fold'],
  [9, 'nine-?fold'],
  [10, 'ten-?fold|verzehnfachte?n?|décuplé'],
  [0.5, 'halved|halving|in half|by half|halbierte?n?|um die Hälfte|de moitié|divisé par deux|a la mitad'],
]
const PATTERNS = WORDS.map(
  ([value, words]) => [value, new RegExp(`(?<![\\p{L}\\d-])(?:${words})(?![\\p{L}\\d])`, 'giu')] as const,
)

/** "doubled", "threefold", "halved": factors that are said in one word. */
export function factorWords(text: string): readonly NumberMention[] {
  return PATTERNS.flatMap(([value, pattern]) =>
    [...text.matchAll(pattern)].map((match) => {
      const head = boundBefore(text.slice(0, match.index))
      const span: Span = { start: head.start, end: match.index + match[0].length }
      return {
        span,
        value,
        bound: head.bound ?? 'exact',
        unit: 'factor',
        place: value === 0.5 ? 0.1 : 1,
      } as const
    }),
  )
}
