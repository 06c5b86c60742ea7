import type { Finding } from '../../core/finding.ts'
import type { Standing } from '../../match/model.ts'
import type { Modality } from '../../posting/model.ts'

/**
 * The loop of one workspace and one posting, as a face shows it: plain data, names in place of ids, positions in place
 * of paths. The server sends it as JSON.
 */
export interface LoopView {
  readonly person: { readonly name: string | null; readonly label: string | null }
  /** The workspace's folder, as it was named. */
  readonly workspace: string
  readonly postings: readonly PostingChoice[]
  /** File of the posting that the rest is about; null when there is none. */
  readonly posting: string | null
  readonly match: MatchView | null
  readonly findings: readonly Finding[]
  readonly skills: SkillsOverTime
  readonly changes: readonly ChangeView[]
  readonly pdf: PdfView | null
}

export interface PostingChoice {
  readonly file: string
  readonly title: string | null
  readonly company: string | null
  readonly score: number | null
}

export interface MatchView {
  /** 0 to 100, null when nothing can be compared. */
  readonly score: number | null
  readonly definition: string
  readonly rows: readonly MatchRowView[]
}

export interface MatchRowView {
  readonly id: string
  readonly modality: Modality
  /** The posting's own words, and the line they stand on. */
  readonly text: string
  readonly line: number
  readonly skills: readonly string[]
  readonly standing: Standing
  readonly points: number
  readonly weight: number
  readonly why: string
  /** Where the résumé says it. */
  readonly said: readonly { readonly line: number | null; readonly path: string; readonly text: string }[]
  /** What the ledger shows. Months are `YYYY-MM`. */
  readonly shown: readonly {
    readonly skill: string
    readonly commits: number
    readonly days: number
    readonly firstSeen: string
    readonly lastSeen: string
  }[]
}

/** Commits by skill and quarter; `null` is a quarter that no evidence covers, 0 one without such work. */
export interface SkillsOverTime {
  /** `2025-Q1` and so on, without holes. */
  readonly quarters: readonly string[]
  readonly rows: readonly {
    readonly id: string
    readonly name: string
    readonly kind: string
    readonly commits: readonly (number | null)[]
    readonly total: number
    readonly days: number
  }[]
}

export interface ChangeView {
  readonly kind: string
  readonly line: number | null
  readonly text: string
  readonly reason: string
}

export interface PdfView {
  /** Path of the built PDF in the workspace. */
  readonly file: string
  readonly pages: number
  /** ISO 8601. */
  readonly builtAt: string
  readonly receipts: number
  /** Whether receipts and text agree. */
  readonly verified: boolean
}
