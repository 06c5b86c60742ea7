import { firstDay, lastDay } from '../../../core/calendar.ts'
import type { DocumentPath } from '../../../core/position.ts'
import type { Role } from '../../../resume/model.ts'
import type { Rule } from '../../rule.ts'

interface Entry {
  readonly path: DocumentPath
  readonly name: string
  readonly start: string
  readonly end: string
}

export const rule: Rule = {
  code: 'STR011',
  name: 'jobs-out-of-order',
  family: 'structure',
  severity: 'warning',
  help: 'Put the newest first: people and machines take the first job for the current one.',
  *check({ resume, today }) {
    const jobs = resume.work.flatMap(({ path, company, roles }) => {
      const dated = roles.flatMap((role) => toEntry(role, today))
      const start = dated.map((each) => each.start).sort()[0]
      const end = dated
        .map((each) => each.end)
        .sort()
        .at(-1)
      return start && end ? [{ path, name: company ?? dated[0]?.name ?? 'this job', start, end }] : []
    })
    const roles = resume.work.map((employment) => employment.roles.flatMap((role) => toEntry(role, today)))
    for (const list of [jobs, ...roles]) {
      const misplaced = list.find((entry, index) => index > 0 && isNewer(entry, list[index - 1]))
      const above = misplaced && list[list.indexOf(misplaced) - 1]
      if (misplaced && above) {
        yield { message: `${misplaced.name} is newer than ${above.name} above it`, path: misplaced.path }
      }
    }
  },
}

function toEntry({ path, title, start, end, current }: Role, today: string): readonly Entry[] {
  const until = end === null ? (current ? today : null) : lastDay(end)
  if (start === null || until === null) return []
  return [{ path, name: title ?? 'this role', start: firstDay(start), end: until }]
}

/** Jobs that run side by side may stand in either order. */
function isNewer(entry: Entry, above: Entry | undefined): boolean {
  return above !== undefined && entry.end > above.end && entry.start > above.start
}
