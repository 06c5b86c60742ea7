import { labelled } from '../../kinds/labelled.ts'
import { phrases } from '../../phrases.generated.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'PRV007',
  name: 'religion',
  family: 'privacy',
  severity: 'warning',
  help: 'Leave it out: an employer has no business with what you believe.',
  check: labelled({
    labels: phrases['religion-labels'],
    message: (found) => `"${found}" tells what you believe`,
  }),
}
