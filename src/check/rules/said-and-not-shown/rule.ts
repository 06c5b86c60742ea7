import { skillsSaid } from '../../../match/said.ts'
import { leavesTraces } from '../../../skill/traces.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'KEY003',
  name: 'said-and-not-shown',
  family: 'keywords',
  severity: 'info',
  help: 'Collect the repository in which you used it, or leave it out if it was only tried; expect to be asked about it.',
  *check(subject) {
    const { shown, resume, taxonomy } = subject
    if (shown === null) return
    const asked = new Set(subject.match?.rows.flatMap(({ requirement }) => requirement.anyOf))
    for (const [id, places] of skillsSaid(resume, subject)) {
      // An implied skill is said by another one, which is reported itself.
      const place = places.find(({ skill }) => skill === id)
      const skill = taxonomy.skills.get(id)
      if (!place || !skill || shown.has(id) || !leavesTraces(taxonomy, id)) continue
      const posting = asked.has(id) ? '. The posting asks for it.' : ''
      yield {
        message: `Your résumé says ${skill.name}, and nothing that was collected shows it${posting}`,
        path: place.path,
        span: place.span,
        data: { skill: id, asked: asked.has(id) },
      }
    }
  },
}
