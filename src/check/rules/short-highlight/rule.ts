import { highlightLists } from '../../roles.ts'
import type { Rule } from '../../rule.ts'

const LEAST_WORDS = 4

const segmenter = new Intl.Segmenter('und', { granularity: 'word' })

export const rule: Rule = {
  code: 'SUB004',
  name: 'short-highlight',
  family: 'substance',
  severity: 'info',
  help: 'Say what you did with it and what came of it; a bare list of technologies belongs into skills.',
  *check({ resume }) {
    for (const { path, text } of highlightLists(resume).flatMap(({ highlights }) => highlights)) {
      const words = [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length
      if (words >= LEAST_WORDS) continue
      yield { message: `"${text.trim()}" tells nothing yet`, path, span: { start: 0, end: text.length } }
    }
  },
}
