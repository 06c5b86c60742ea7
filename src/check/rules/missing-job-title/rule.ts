import { heldRoles } from '../../roles.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'STR005',
  name: 'missing-job-title',
  family: 'structure',
  severity: 'warning',
  help: 'Add the position that you held.',
  *check({ resume }) {
    for (const { employment, role } of heldRoles(resume)) {
      if (role.title !== null || employment.company === null) continue
      yield { message: `The job at ${employment.company} has no title`, path: role.path }
    }
  },
}
