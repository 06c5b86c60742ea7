import type { MatchRowView, Standing } from '../../src/faces/server/api.ts'

/** How each standing is told, and which colour it has. In the order in which they are counted up. */
export const STANDINGS: Readonly<
  Record<Standing, { readonly label: string; readonly mark: string; readonly tone: Tone }>
> = {
  'shown-and-said': { label: 'said and shown', mark: '✓', tone: 'good' },
  said: { label: 'said', mark: '✓', tone: 'fair' },
  'shown-unsaid': { label: 'shown, not said', mark: '!', tone: 'chance' },
  'said-unshown': { label: 'said, not shown', mark: '?', tone: 'doubt' },
  missing: { label: 'missing', mark: '✕', tone: 'bad' },
  unknown: { label: 'not compared', mark: '·', tone: 'none' },
}

type Tone = 'good' | 'fair' | 'chance' | 'doubt' | 'bad' | 'none'

/** Whether nothing is left to do about a requirement. */
export function isCovered({ standing }: MatchRowView): boolean {
  return standing === 'shown-and-said' || standing === 'said'
}

/** What the score would gain if the requirement were fully met: 0 to 100. */
export function gainOf(rows: readonly MatchRowView[], all: readonly MatchRowView[]): number {
  const weights = all.reduce((sum, { weight }) => sum + weight, 0)
  const open = rows.reduce((sum, { weight, points }) => sum + weight - points, 0)
  return weights === 0 ? 0 : (100 * open) / weights
}
