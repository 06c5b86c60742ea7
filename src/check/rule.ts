import type { LinkedClaim } from '../claim/model.ts'
import type { Fix, Severity } from '../core/finding.ts'
import type { JsonObject } from '../core/json.ts'
import type { DocumentPath, Position, Span } from '../core/position.ts'
import type { Match, Shown } from '../match/model.ts'
import type { Posting } from '../posting/model.ts'
import type { ImportedResume } from '../resume/importer.ts'
import type { Resume } from '../resume/model.ts'
import type { PdfText } from '../resume/pdf-text.ts'
import type { SkillFinder, Taxonomy } from '../skill/model.ts'

/** All that a rule may look at. What is not there is null, and a rule that needs it says nothing. */
export interface CheckSubject {
  readonly resume: Resume
  /** The résumé file as it was parsed: holds the fields too that the model does not know, such as `birthDate`. */
  readonly document: unknown
  /** The language of the texts, BCP 47. */
  readonly language: string
  /** Today, `YYYY-MM-DD`. */
  readonly today: string
  readonly taxonomy: Taxonomy
  readonly findSkills: SkillFinder
  /** Null when nothing was collected. */
  readonly shown: ReadonlyMap<string, Shown> | null
  /** Numbers and skills of the résumé with what the ledger says of them; null when nothing was collected. */
  readonly claims: readonly LinkedClaim[] | null
  readonly posting: { readonly file: string; readonly posting: Posting } | null
  readonly match: Match | null
  /** What a machine gets back from the built PDF. */
  readonly built: {
    readonly file: string
    readonly text: PdfText
    readonly reread: ImportedResume
    readonly printed: Resume
  } | null
}

/** One fault as a rule reports it; the engine adds code, name, severity and the position in the file. */
export interface Fault {
  readonly message: string
  /** Where in the résumé; the engine turns it into file, line and column. */
  readonly path?: DocumentPath
  /** Where in the text at `path`. */
  readonly span?: Span
  /** For faults in the posting: where in its text. The position is then the posting's; `path` may name where to mend it. */
  readonly posting?: Span
  /** For faults in a PDF: the position itself. */
  readonly position?: Position
  /** The span holds what nobody else should read: its letters are hidden in the excerpt. */
  readonly masked?: boolean
  readonly help?: string
  readonly fix?: Fix
  readonly severity?: Severity
  readonly data?: JsonObject
}

/** The families, in the order in which people are shown them. */
export const RULE_FAMILIES = ['structure', 'substance', 'evidence', 'keywords', 'machine', 'privacy'] as const

export type RuleFamily = (typeof RULE_FAMILIES)[number]

/**
 * One check. Its page is `rule.md` beside it, whose fenced examples are its tests. The name is the fault's.
 */
export interface Rule {
  /** Permanent, such as `EVI003`; never reused. */
  readonly code: string
  readonly name: string
  readonly family: RuleFamily
  readonly severity: Severity
  /** The next step to take, one sentence; a fault may carry a better one. */
  readonly help: string
  check(subject: CheckSubject): Iterable<Fault>
}

/** Where a path of the résumé stands in its file, and where a span within the text there. */
export interface SourceMap {
  locate(
    path: DocumentPath,
    span?: Span,
  ): { readonly position: Position; readonly endColumn: number | null; readonly excerpt: string } | null
}
