import { findSigns, times } from '../../pdf-signs.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'MAC005',
  name: 'soft-hyphen-in-text',
  family: 'machine',
  severity: 'warning',
  help: 'Switch hyphenation off in the program that made the PDF, or build it with Bonafide, which does not hyphenate.',
  *check({ built }) {
    const found = built && findSigns(built.text, built.file, /\u00AD/g)
    if (!found) return
    const around = found.around.replaceAll('\u00AD', '·')
    yield {
      message: `The text holds a soft hyphen ${times(found.times)}, first in "${around}": a search for the whole word fails`,
      position: found.position,
      data: { times: found.times },
    }
  },
}
