import { labelled } from '../../kinds/labelled.ts'
import { phrases } from '../../phrases.generated.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'PRV001',
  name: 'birth-date',
  family: 'privacy',
  severity: 'warning',
  help: 'Leave it out: it says nothing about your work, and it is half of what identity theft needs.',
  check: labelled({
    labels: phrases['birth-date-labels'],
    phrases: phrases['birth-date-phrases'],
    followedBy: /^[\s:,]*(?:\p{L}+\.?\s+)?\d/u,
    message: (found) => `"${found}" tells when you were born`,
  }),
}
