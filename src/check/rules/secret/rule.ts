import { documentTexts } from '../../document.ts'
import { hint } from '../../mask.ts'
import type { Rule } from '../../rule.ts'
import { findSecrets } from '../../secrets.ts'

export const rule: Rule = {
  code: 'PRV005',
  name: 'secret',
  family: 'privacy',
  severity: 'error',
  help: 'Revoke it now, then take it out of the file and its history: whoever read the file has it.',
  *check({ document }) {
    for (const { path, text } of documentTexts(document)) {
      for (const { name, span } of findSecrets(text)) {
        const secret = text.slice(span.start, span.end)
        yield { message: `"${hint(secret)}" looks like ${name}`, path, span, masked: true }
      }
    }
  },
}
