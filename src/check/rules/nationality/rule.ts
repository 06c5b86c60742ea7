import { labelled } from '../../kinds/labelled.ts'
import { phrases } from '../../phrases.generated.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'PRV006',
  name: 'nationality',
  family: 'privacy',
  severity: 'info',
  help: 'Say whether you may work there ("EU work permit") instead of where you come from.',
  check: labelled({
    labels: phrases['nationality-labels'],
    message: (found) => `"${found}" tells where you come from`,
  }),
}
