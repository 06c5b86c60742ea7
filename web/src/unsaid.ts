import type { Finding, LoopView, MatchRowView } from '../../src/faces/server/api.ts'
import { gainOf } from './standings.ts'

const UNSAID = 'KEY001'

/** Something that the posting asks for, the work shows and the résumé does not say. */
export interface Unsaid {
  readonly finding: Finding
  readonly row: MatchRowView
  readonly posting: string
  /** What saying it adds to the score, 0 to 100. */
  readonly gain: number
}

/** Takes the most valuable findings out of the others: musts first, then by what the work shows most. */
export function splitUnsaid({ findings, match, posting }: LoopView): {
  readonly unsaid: readonly Unsaid[]
  readonly others: readonly Finding[]
} {
  const rows = new Map(match?.rows.map((row) => [row.id, row]))
  const unsaid = findings.flatMap((finding) => {
    const id = finding.code === UNSAID ? finding.data?.['requirement'] : undefined
    const row = typeof id === 'string' ? rows.get(id) : undefined
    if (row === undefined || posting === null) return []
    return [{ finding, row, posting, gain: gainOf([row], match?.rows ?? []) }]
  })
  const taken = new Set(unsaid.map(({ finding }) => finding))
  return {
    unsaid: unsaid.toSorted((a, b) => b.row.weight - a.row.weight || commits(b.row) - commits(a.row)),
    others: findings.filter((finding) => !taken.has(finding)),
  }
}

function commits({ shown }: MatchRowView): number {
  return Math.max(0, ...shown.map((each) => each.commits))
}
