import { existence } from '../../kinds/existence.ts'
import { phrases } from '../../phrases.generated.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'SUB006',
  name: 'cliche',
  family: 'substance',
  severity: 'info',
  help: 'Show it with something that you did, or leave it out.',
  check: existence({
    phrases: phrases.cliches,
    places: ['label', 'summary', 'highlight', 'skills', 'project', 'other'],
    message: ({ text }) => `"${text}" is said by everybody and shown by nobody`,
  }),
}
