import type { Finding } from '../core/finding.ts'
import type { DocumentPath, Position } from '../core/position.ts'
import type { SkillFinder } from '../skill/model.ts'
import type { PdfReader } from './pdf-text.ts'
import type { ResumeDocument } from './schema.ts'

/** What was read, how surely, and from where, for one value of an imported résumé. */
export interface ImportedField {
  readonly path: DocumentPath
  /** 0 to 1; below 0.6 the user is asked to look. */
  readonly confidence: number
  readonly position: Position | null
}

/** An imported résumé. */
export interface ImportedResume {
  readonly document: ResumeDocument
  readonly fields: readonly ImportedField[]
  readonly findings: readonly Finding[]
  /** Lines of the source that were not placed in any field, in reading order. Nothing is dropped. */
  readonly unplaced: readonly { readonly text: string; readonly position: Position | null }[]
}

/** What an importer gets besides the bytes. */
export interface ImportContext {
  /** The file as the user named it, for positions. */
  readonly file: string
  readonly pdf: PdfReader
  readonly findSkills: SkillFinder
}

/** Turns the bytes of one foreign format into a résumé. Throws a `UserError` when nothing can be read at all. */
export interface Importer {
  readonly id: string
  readonly title: string
  /** File endings, lower case, without the dot. */
  readonly extensions: readonly string[]
  /** How surely the bytes are of this format, 0 to 1. Cheap. */
  detect(bytes: Uint8Array, file: string): number
  read(bytes: Uint8Array, context: ImportContext): Promise<ImportedResume>
}
