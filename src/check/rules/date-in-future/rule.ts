import { firstDay } from '../../../core/calendar.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'STR008',
  name: 'date-in-future',
  family: 'structure',
  severity: 'warning',
  help: 'Correct the date; a role that goes on today has a startDate and no endDate.',
  *check({ resume, today }) {
    const roles = [...resume.work, ...resume.volunteer].flatMap(({ roles }) => roles)
    for (const { path, start, end } of [...roles, ...resume.projects]) {
      if (start !== null && firstDay(start) > today) {
        yield { message: `The start (${start}) lies in the future`, path: [...path, 'startDate'] }
      } else if (end !== null && firstDay(end) > today) {
        const at = [...path, 'endDate']
        yield {
          message: `The end (${end}) lies in the future`,
          path: at,
          fix: {
            title: 'Remove the end date: the role goes on today',
            safety: 'suggestion',
            edits: [{ path: at, value: undefined }],
          },
        }
      }
    }
    for (const award of [...resume.awards, ...resume.certificates, ...resume.publications]) {
      if (award.date === null || firstDay(award.date) <= today) continue
      const at = [...award.path, award.path[0] === 'publications' ? 'releaseDate' : 'date']
      yield { message: `The date (${award.date}) lies in the future`, path: at }
    }
  },
}
