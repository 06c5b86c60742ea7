import { heldRoles, isBeside, roleName } from '../../roles.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'STR014',
  name: 'several-current-jobs',
  family: 'structure',
  severity: 'warning',
  help: 'Add the endDate of the one that has ended, or say in its title that it is part-time or freelance.',
  *check({ resume }) {
    const [first, ...others] = heldRoles(resume).filter((each) => each.role.current && !isBeside(each))
    for (const other of first ? others : []) {
      yield {
        message: `${roleName(other.role, other.employment)} goes on today, and so does ${first ? roleName(first.role, first.employment) : ''}`,
        path: [...other.role.path, 'startDate'],
      }
    }
  },
}
