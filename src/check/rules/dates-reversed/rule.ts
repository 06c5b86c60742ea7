import { firstDay, lastDay } from '../../../core/calendar.ts'
import type { DocumentPath } from '../../../core/position.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'STR007',
  name: 'dates-reversed',
  family: 'structure',
  severity: 'error',
  help: 'Exchange the two dates, or correct the wrong one.',
  *check({ resume }) {
    const roles = [...resume.work, ...resume.volunteer].flatMap(({ roles }) => roles)
    for (const { path, start, end } of [...roles, ...resume.projects, ...resume.education]) {
      if (start === null || end === null || firstDay(start) <= lastDay(end)) continue
      const at: DocumentPath = [...path, 'endDate']
      yield { message: `The end (${end}) is before the start (${start})`, path: at }
    }
  },
}
