import { userError } from '../core/user-error.ts'
import type { Importer } from '../resume/importer.ts'
import { importCodes } from './codes.ts'
import { jsonResumeImporter } from './json-resume/index.ts'
import { pdfImporter } from './pdf/index.ts'
import { markdownImporter, textImporter } from './text/index.ts'

/** All importers there are. */
export const importers: readonly Importer[] = [
  pdfImporter,
  jsonResumeImporter,
  markdownImporter,
  textImporter,
]

/** The importer that is surest about the bytes. Throws a `UserError` when none knows them or the file is empty. */
export function chooseImporter(bytes: Uint8Array, file: string): Importer {
  const position = { file, line: null, column: null }
  if (bytes.byteLength === 0) throw userError(importCodes, 'IMP002', `${file} is empty`, { position })
  const [best] = importers
    .map((importer) => ({ importer, sure: importer.detect(bytes, file) }))
    .toSorted((a, b) => b.sure - a.sure)
  if (best && best.sure > 0) return best.importer
  const known = importers.map(({ title }) => title).join(', ')
  throw userError(importCodes, 'IMP001', `${file} is of no format that can be imported: ${known}`, {
    position,
  })
}
