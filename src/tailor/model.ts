import type { DocumentPath } from '../core/position.ts'
import type { Resume } from '../resume/model.ts'

/** One thing that tailoring changed, with its reason. */
export interface TailorChange {
  readonly kind: 'moved-up' | 'left-out'
  /** Where in `resume.yaml`. */
  readonly path: DocumentPath
  readonly text: string
  readonly reason: string
}

/** One selection and ordering of a résumé for one posting. Every text in it stands in the résumé as it is. */
export interface Variant {
  readonly resume: Resume
  readonly changes: readonly TailorChange[]
}

/** How much room a variant may take. */
export interface TailorLimits {
  /** Highlights kept in the newest role; older roles get fewer, down to `oldest`. */
  readonly newest: number
  readonly oldest: number
}
