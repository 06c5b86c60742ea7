import { chooseImporter } from '../importers/index.ts'
import type { ImportedResume } from '../resume/importer.ts'
import type { PdfReader } from '../resume/pdf-text.ts'
import type { Knowledge } from './knowledge.ts'

/** The most that any importer takes: a PDF of 20 MB. Each has a tighter limit of its own and says so. */
export const MOST_IMPORT_BYTES = 21 * 1024 * 1024

/** Reads a résumé of any format that is known. Throws a `UserError` when nothing can be read at all. */
export function importResume(
  bytes: Uint8Array,
  file: string,
  context: { readonly pdf: PdfReader; readonly knowledge: Pick<Knowledge, 'findSkills'> },
): Promise<ImportedResume> {
  const { pdf, knowledge } = context
  return chooseImporter(bytes, file).read(bytes, { file, pdf, findSkills: knowledge.findSkills })
}

export { toJsonResume } from '../exporters/json-resume/json-resume.ts'
