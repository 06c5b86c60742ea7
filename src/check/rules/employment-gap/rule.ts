import type { Education } from '../../../resume/model.ts'
import type { Stretch } from '../../roles.ts'
import { stretchOf } from '../../roles.ts'
import type { Rule } from '../../rule.ts'

/** Months that nobody asks about. */
const UNASKED = 6

export const rule: Rule = {
  code: 'STR010',
  name: 'employment-gap',
  family: 'structure',
  severity: 'info',
  help: 'Say in a line what you did then, such as study, care or travel, or be ready to be asked.',
  *check({ resume, today }) {
    const known = (list: readonly { readonly stretch: Stretch | null }[]) =>
      list.flatMap(({ stretch }) => stretch ?? [])
    const jobs = resume.work
      .flatMap(({ roles }) => roles)
      .map((role) => ({ role, stretch: stretchOf(role, today, 'wide') }))
    const beside = [
      ...resume.volunteer.flatMap(({ roles }) => roles),
      ...resume.education.map(asStretch),
      ...resume.projects.map((project) => ({ ...project, current: false })),
    ].map((entry) => ({ stretch: stretchOf(entry, today, 'wide') }))
    const covered = [...known(jobs), ...known(beside)]
    for (const { role, stretch } of jobs) {
      if (!stretch) continue
      const earlier = known(jobs).filter(({ from }) => from < stretch.from)
      if (earlier.length === 0) continue
      const from = Math.max(...covered.filter((each) => each.from < stretch.from).map((each) => each.to))
      const months = stretch.from - from - 1
      if (months <= UNASKED) continue
      yield {
        message: `Before ${role.title ?? 'this job'} there are ${months} months of which the résumé says nothing (${month(from + 1)} to ${month(stretch.from - 1)})`,
        path: [...role.path, 'startDate'],
        data: { months },
      }
    }
  },
}

/** Of studies often only the end is told: then all before it may have been study, and is no gap. */
function asStretch({ start, end }: Education) {
  return { start: start ?? (end === null ? null : '0001'), end, current: end === null }
}

function month(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
}
