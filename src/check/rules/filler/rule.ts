import { existence } from '../../kinds/existence.ts'
import { phrases } from '../../phrases.generated.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'SUB007',
  name: 'filler',
  family: 'substance',
  severity: 'info',
  help: 'Leave it out, or put the number in its place.',
  check: existence({
    phrases: phrases.fillers,
    places: ['summary', 'highlight', 'project'],
    message: ({ text }) => `"${text}" can be left out and nothing is lost`,
    removable: true,
  }),
}
