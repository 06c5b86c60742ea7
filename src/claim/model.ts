import type { PartialDate } from '../core/calendar.ts'
import type { DocumentPath, Span } from '../core/position.ts'

/** A number or a skill that a text of the résumé states. */
export interface Claim {
  /** Stable for one résumé: the path and the span's start, `work[0].highlights[2]@17`. */
  readonly id: string
  readonly path: DocumentPath
  /** The whole text that states it, as it is printed. */
  readonly text: string
  /** Where in `text`. */
  readonly span: Span
  readonly statement:
    | {
        readonly kind: 'number'
        readonly value: number
        readonly bound: 'exact' | 'at-least' | 'at-most' | 'about'
        readonly unit: string | null
      }
    | { readonly kind: 'skill'; readonly skill: string }
}

/**
 * `supported`: the evidence gives what is claimed; `contradicted`: it gives something else; `stated`: only a figure
 * stated by hand backs it; `unsupported`: nothing does.
 */
export type ClaimStatus = 'supported' | 'contradicted' | 'stated' | 'unsupported'

/** The metric that gave a claim its value, with all that is needed to compute it again. */
export interface MetricUse {
  /** `git.pull-requests` */
  readonly metric: string
  readonly source: string | null
  readonly skill: string | null
  readonly from: PartialDate | null
  readonly to: PartialDate | null
}

/** A claim with what the ledger says of it. */
export interface LinkedClaim {
  readonly claim: Claim
  readonly status: ClaimStatus
  /** Ids of the evidence that was used. */
  readonly evidence: readonly string[]
  /** The printed definition by which the evidence was turned into a value; null when there is none. */
  readonly method: string | null
  /** What the evidence amounts to; null when unknown. */
  readonly value: number | null
  /** The metric that gave `value`, for number claims that a metric speaks of. */
  readonly use?: MetricUse
  /** One sentence for people. */
  readonly why: string
}
