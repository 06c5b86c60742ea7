import type { PartialDate } from '../core/calendar.ts'
import type { DocumentPath } from '../core/position.ts'

/**
 * The résumé as the program works with it: every optional text is `null` when unknown, every list is there, and each
 * entry knows its path in `resume.yaml`. `resume/normalise.ts` makes it from a checked document.
 */
export interface Resume {
  readonly basics: Basics
  readonly work: readonly Employment[]
  readonly projects: readonly Project[]
  readonly volunteer: readonly Employment[]
  readonly education: readonly Education[]
  readonly skills: readonly SkillGroup[]
  readonly certificates: readonly Award[]
  readonly awards: readonly Award[]
  readonly publications: readonly Award[]
  readonly languages: readonly {
    readonly path: DocumentPath
    readonly language: string
    readonly fluency: string | null
  }[]
  readonly interests: readonly {
    readonly path: DocumentPath
    readonly name: string
    readonly keywords: readonly string[]
  }[]
  readonly references: readonly {
    readonly path: DocumentPath
    readonly name: string
    readonly reference: string | null
  }[]
  /** BCP 47, from `meta.language`; `en` when not stated. */
  readonly language: string
}

export interface Basics {
  readonly path: DocumentPath
  readonly name: string | null
  readonly label: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly url: string | null
  readonly summary: string | null
  readonly location: Location | null
  readonly profiles: readonly Profile[]
  readonly image: string | null
}

export interface Location {
  readonly address: string | null
  readonly postalCode: string | null
  readonly city: string | null
  readonly region: string | null
  readonly countryCode: string | null
}

export interface Profile {
  readonly path: DocumentPath
  readonly network: string | null
  readonly username: string | null
  readonly url: string | null
}

/** One company (or organisation), with one or several roles held there, newest first. */
export interface Employment {
  readonly path: DocumentPath
  readonly company: string | null
  readonly location: string | null
  readonly url: string | null
  readonly description: string | null
  readonly roles: readonly Role[]
}

/** One position held. */
export interface Role {
  readonly path: DocumentPath
  readonly title: string | null
  readonly start: PartialDate | null
  /** Null when unknown; see `current`. */
  readonly end: PartialDate | null
  /** Whether the role is stated to go on today: a start and no end, in JSON Resume's way. */
  readonly current: boolean
  readonly summary: string | null
  readonly highlights: readonly Highlight[]
}

/** One bullet. */
export interface Highlight {
  readonly path: DocumentPath
  readonly text: string
  /** What the user says shows it. */
  readonly evidence: readonly EvidenceReference[]
  readonly tags: readonly string[]
}

/**
 * How a highlight names its evidence: an evidence id or key, or a metric over a period, which is computed:
 * `{ metric: git.pull-requests, source: shop-api, from: 2024-01, to: 2024-12 }`.
 */
export type EvidenceReference =
  | { readonly ref: string }
  | {
      readonly metric: string
      readonly source: string | null
      readonly skill: string | null
      readonly from: PartialDate | null
      readonly to: PartialDate | null
    }

export interface Project {
  readonly path: DocumentPath
  readonly name: string | null
  readonly description: string | null
  readonly url: string | null
  readonly start: PartialDate | null
  readonly end: PartialDate | null
  readonly keywords: readonly string[]
  readonly highlights: readonly Highlight[]
}

export interface Education {
  readonly path: DocumentPath
  readonly institution: string | null
  readonly area: string | null
  readonly studyType: string | null
  readonly start: PartialDate | null
  readonly end: PartialDate | null
  readonly score: string | null
  readonly url: string | null
  readonly courses: readonly string[]
}

/** A named list of skills: `Databases: PostgreSQL, Redis`. */
export interface SkillGroup {
  readonly path: DocumentPath
  readonly name: string | null
  readonly level: string | null
  readonly keywords: readonly string[]
}

/** A certificate, award or publication. */
export interface Award {
  readonly path: DocumentPath
  readonly title: string | null
  readonly by: string | null
  readonly date: PartialDate | null
  readonly url: string | null
  readonly summary: string | null
}
