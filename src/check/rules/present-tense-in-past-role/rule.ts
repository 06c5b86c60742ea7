import { formatPath } from '../../../core/position.ts'
import { substitution } from '../../kinds/substitution.ts'
import { phrases } from '../../phrases.generated.ts'
import { heldRoles } from '../../roles.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'SUB010',
  name: 'present-tense-in-past-role',
  family: 'substance',
  severity: 'info',
  help: 'Write of roles that have ended in the past tense.',
  check: substitution({
    phrases: phrases['present-tense'],
    places: ['highlight'],
    opening: true,
    message: ({ text }) => `"${text}" is in the present tense, but this role has ended`,
    only: ({ resume, today }) => {
      const ended = heldRoles(resume).filter(({ role }) => role.end !== null && role.end < today)
      const paths = new Set(ended.flatMap(({ role }) => role.highlights.map(({ path }) => formatPath(path))))
      return ({ path }) => paths.has(formatPath(path))
    },
  }),
}
