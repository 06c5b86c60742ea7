import { heldRoles, isBeside, roleName, stretchOf } from '../../roles.ts'
import type { Rule } from '../../rule.ts'

/** Leaving in one month and starting in the same is no overlap. */
const TOLERATED = 1
/** A notice period worked off, and holidays paid out, reach this far. */
const COMMON = 3

export const rule: Rule = {
  code: 'STR009',
  name: 'dates-overlap',
  family: 'structure',
  severity: 'warning',
  help: 'Correct the dates, or say in the title that one of the two was part-time, freelance or an internship.',
  *check({ resume, today }) {
    const held = heldRoles(resume)
      .filter((each) => !isBeside(each))
      .flatMap((each) => {
        const stretch = stretchOf(each.role, today, 'sure')
        return stretch ? [{ ...each, ...stretch }] : []
      })
    for (const [index, later] of held.entries()) {
      const overlaps = held.slice(index + 1).flatMap((other) => {
        const sameCompany = other.employment.company === later.employment.company
        // Two jobs that both go on today are the matter of several-current-jobs.
        if (sameCompany || (other.role.current && later.role.current)) return []
        const months = Math.min(later.to, other.to) - Math.max(later.from, other.from)
        return months > TOLERATED ? [{ other, months }] : []
      })
      for (const { other, months } of overlaps) {
        yield {
          message: `${roleName(later.role, later.employment)} overlaps with ${roleName(other.role, other.employment)} by ${months} months`,
          path: [...later.role.path, 'startDate'],
          severity: months > COMMON ? 'warning' : 'info',
          data: { months },
        }
      }
    }
  },
}
