import { labelled } from '../../kinds/labelled.ts'
import { phrases } from '../../phrases.generated.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'PRV002',
  name: 'marital-status',
  family: 'privacy',
  severity: 'warning',
  help: 'Leave it out: an employer has no business with your family.',
  check: labelled({
    labels: phrases['marital-status-labels'],
    phrases: phrases['marital-status-phrases'],
    message: (found) => `"${found}" tells of your family`,
  }),
}
