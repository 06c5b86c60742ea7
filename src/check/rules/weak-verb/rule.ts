import { substitution } from '../../kinds/substitution.ts'
import { phrases } from '../../phrases.generated.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'SUB001',
  name: 'weak-verb',
  family: 'substance',
  severity: 'warning',
  help: 'Open with the verb for what you did: built, cut, moved, designed, led.',
  check: substitution({
    phrases: phrases['weak-verbs'],
    places: ['highlight'],
    opening: true,
    message: ({ text }) => `"${text}" says that you were there, not what you did`,
  }),
}
