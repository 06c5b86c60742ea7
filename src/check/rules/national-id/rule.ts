import { documentTexts } from '../../document.ts'
import { hint } from '../../mask.ts'
import { findNationalIds } from '../../national-ids.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'PRV003',
  name: 'national-id',
  family: 'privacy',
  severity: 'error',
  help: 'Take it out of the file and its history: an employer needs it after hiring, never before.',
  *check({ document }) {
    for (const { path, text } of documentTexts(document)) {
      if (path[0] === 'basics' && path[1] === 'phone') continue
      for (const { name, span } of findNationalIds(text)) {
        const number = text.slice(span.start, span.end)
        yield { message: `"${hint(number, 3)}" looks like a ${name}`, path, span, masked: true }
      }
    }
  },
}
