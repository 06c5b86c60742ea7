import type { DocumentPath, Span } from '../core/position.ts'
import type { Requirement } from '../posting/model.ts'

/** Where the résumé says a skill. */
export interface Said {
  readonly path: DocumentPath
  readonly span: Span
  readonly skill: string
}

/** What the ledger shows of one skill. Months are `YYYY-MM`. */
export interface Shown {
  readonly skill: string
  readonly evidence: readonly string[]
  readonly commits: number
  readonly days: number
  readonly firstSeen: string
  readonly lastSeen: string
}

/**
 * `shown-and-said` is the goal; `shown-unsaid` the most valuable finding; `said-unshown` an honest gap; `said` is all
 * that can be had of a skill that leaves no trace in any source, such as a spoken language.
 */
export type Standing = 'shown-and-said' | 'shown-unsaid' | 'said' | 'said-unshown' | 'missing' | 'unknown'

/** One row of the requirement matrix. */
export interface MatchRow {
  readonly requirement: Requirement
  readonly weight: number
  readonly standing: Standing
  readonly said: readonly Said[]
  readonly shown: readonly Shown[]
  /** 0 to `weight`. */
  readonly points: number
  /** One sentence that explains the points. */
  readonly why: string
}

/** How a résumé and its evidence stand to a posting. */
export interface Match {
  /** 0 to 100, null when the posting asks for nothing that can be compared. */
  readonly score: number | null
  readonly rows: readonly MatchRow[]
  readonly definition: string
}
