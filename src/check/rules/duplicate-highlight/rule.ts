import type { DocumentPath } from '../../../core/position.ts'
import { formatPath } from '../../../core/position.ts'
import { letters, shortened } from '../../comparable.ts'
import { highlightLists } from '../../roles.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'STR013',
  name: 'duplicate-highlight',
  family: 'structure',
  severity: 'warning',
  help: 'Keep it where it weighs most, and say something else here.',
  *check({ resume }) {
    const seen = new Map<string, DocumentPath>()
    for (const { path, text } of highlightLists(resume).flatMap(({ highlights }) => highlights)) {
      const key = letters(text)
      const first = seen.get(key)
      if (!first) seen.set(key, path)
      else {
        yield {
          message: `"${shortened(text)}" stands at ${formatPath(first)} already`,
          path,
          span: { start: 0, end: text.length },
          fix: { title: 'Remove this one', safety: 'suggestion', edits: [{ path, value: undefined }] },
        }
      }
    }
  },
}
