import { heldRoles, roleName } from '../../roles.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'STR004',
  name: 'missing-dates',
  family: 'structure',
  severity: 'warning',
  help: 'Add startDate, and endDate if the role has ended; a year is enough if you know no more.',
  *check({ resume }) {
    for (const { employment, role } of heldRoles(resume)) {
      if (role.start !== null) continue
      const known = role.end === null ? 'no dates' : 'an end but no start'
      yield { message: `${roleName(role, employment)} has ${known}`, path: role.path }
    }
  },
}
