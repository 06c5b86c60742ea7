import { userError } from '../../core/user-error.ts'
import type { Importer } from '../../resume/importer.ts'
import { importCodes } from '../codes.ts'
import { readResume } from '../reading/read.ts'
import { linesOf } from './lines.ts'

/**
 * Reads a résumé from a PDF's text layer: runs to words, rows, columns and lines; then what all formats share. Throws a
 * `UserError` when there is no text, told apart by whether there are pictures.
 */
export const pdfImporter: Importer = {
  id: 'pdf',
  title: 'PDF',
  extensions: ['pdf'],
  detect(bytes, file) {
    const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
    if (head.includes('%PDF-')) return 1
    return /\.pdf$/i.test(file) ? 0.9 : 0
  },
  async read(bytes, { file, pdf, findSkills }) {
    const text = await pdf.read(bytes, file)
    const { lines, furniture } = linesOf(text, file)
    if (lines.length === 0) {
      const images = text.pages.reduce((sum, page) => sum + page.images, 0)
      const position = { file, line: null, column: null, page: 1 }
      if (images > 0)
        throw userError(
          importCodes,
          'IMP007',
          `${file} holds ${images} ${images === 1 ? 'picture' : 'pictures'} and no text`,
          { position },
        )
      throw userError(
        importCodes,
        'IMP008',
        `${file} has no text on its ${text.pages.length} ${text.pages.length === 1 ? 'page' : 'pages'}`,
        { position },
      )
    }
    const named = [text.info.author, text.info.title].filter((value) => value !== null)
    return readResume(lines, { findSkills, furniture, named })
  },
}
