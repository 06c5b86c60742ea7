import { roleName } from '../../roles.ts'
import type { JobDifference } from '../../reread.ts'
import { rereadJobs, rereadResume } from '../../reread.ts'
import type { Rule } from '../../rule.ts'

const MEMBERS = { company: 'name', title: 'position', start: 'startDate', end: 'endDate' } as const

export const rule: Rule = {
  code: 'MAC002',
  name: 'reread-job-lost',
  family: 'machine',
  severity: 'error',
  help: 'Keep company, title and dates as separate, plain values; take notes such as "(acquired)" out of them.',
  *check({ built }) {
    if (!built) return
    for (const { printed, differences } of rereadJobs(built.printed, rereadResume(built))) {
      const { employment, role } = printed
      const name = roleName(role, employment)
      if (differences === null) {
        yield { message: `A machine finds no job ${name} in ${built.file}`, path: role.path }
        continue
      }
      for (const difference of differences) {
        const holder = difference.field === 'company' ? employment.path : role.path
        yield {
          message: `The ${difference.field} of ${name} is "${difference.printed}", but a machine ${got(difference)} in ${built.file}`,
          path: [...holder, MEMBERS[difference.field]],
          data: { ...difference },
        }
      }
    }
  },
}

function got({ read }: JobDifference): string {
  return read === null ? 'finds none' : `reads "${read}"`
}
