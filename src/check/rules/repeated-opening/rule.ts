import { occurrence } from '../../kinds/occurrence.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'SUB009',
  name: 'repeated-opening',
  family: 'substance',
  severity: 'info',
  help: 'Name more closely what each was: designed, moved, measured, cut, taught.',
  check: occurrence({
    token: (text) => {
      const match = /^\s*(\p{L}{3,})/u.exec(text)
      const word = match?.[1]
      if (!match || word === undefined) return null
      return { key: word.toLowerCase(), span: { start: match[0].length - word.length, end: match[0].length } }
    },
    most: 2,
    message: ({ text, times, list }) =>
      `${times} of ${list.highlights.length} highlights of ${list.of} open with "${text}"`,
  }),
}
