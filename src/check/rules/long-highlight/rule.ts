import { highlightLists } from '../../roles.ts'
import type { Rule } from '../../rule.ts'

/** About two and a half printed lines. */
const MOST = 240

export const rule: Rule = {
  code: 'SUB003',
  name: 'long-highlight',
  family: 'substance',
  severity: 'warning',
  help: 'Keep what you did and what came of it; move the rest to a highlight of its own.',
  *check({ resume }) {
    for (const { path, text } of highlightLists(resume).flatMap(({ highlights }) => highlights)) {
      if (text.length <= MOST) continue
      yield {
        message: `The highlight is ${text.length} characters long; past ${MOST} it is skimmed`,
        path,
        span: { start: MOST, end: text.length },
        data: { length: text.length },
      }
    }
  },
}
