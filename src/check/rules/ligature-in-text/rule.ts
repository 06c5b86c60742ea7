import { findSigns, times } from '../../pdf-signs.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'MAC007',
  name: 'ligature-in-text',
  family: 'machine',
  severity: 'info',
  help: 'Switch ligatures off in the program that made the PDF, or choose a font that maps them to letters.',
  *check({ built }) {
    const found = built && findSigns(built.text, built.file, /[\uFB00-\uFB06]/g)
    if (!found) return
    yield {
      message: `The text holds letters drawn as one sign ${times(found.times)}, first in "${found.around}": a plain search misses the word`,
      position: found.position,
      data: { times: found.times },
    }
  },
}
