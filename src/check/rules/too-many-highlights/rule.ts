import { highlightLists } from '../../roles.ts'
import type { Rule } from '../../rule.ts'

const MOST = 8

export const rule: Rule = {
  code: 'SUB008',
  name: 'too-many-highlights',
  family: 'substance',
  severity: 'info',
  help: 'Keep those that the job asks for; tailor chooses them for you, and the others stay in your file.',
  *check({ resume }) {
    for (const { of, highlights } of highlightLists(resume)) {
      const first = highlights[MOST]
      if (!first) continue
      const message = `${of} has ${highlights.length} highlights; past ${MOST} the best are lost among the others`
      yield { message, path: first.path, data: { highlights: highlights.length } }
    }
  },
}
