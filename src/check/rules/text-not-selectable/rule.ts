import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'MAC009',
  name: 'text-not-selectable',
  family: 'machine',
  severity: 'error',
  help: 'Save the document as PDF from the program that wrote it; do not scan or print it to an image.',
  *check({ built }) {
    if (!built) return
    for (const [index, { runs, images }] of built.text.pages.entries()) {
      const empty = runs.every(({ text }) => text.trim() === '')
      const page = index + 1
      if (!empty || (images === 0 && built.text.pages.length > 1)) continue
      yield {
        message: `Page ${page} of ${built.file} ${images > 0 ? 'is a picture' : 'is empty'}: a machine reads nothing of it`,
        position: { file: built.file, line: null, column: null, page },
      }
    }
  },
}
