import { letters, shortened } from '../../comparable.ts'
import { rereadResume } from '../../reread.ts'
import { highlightLists } from '../../roles.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'MAC003',
  name: 'reread-highlight-lost',
  family: 'machine',
  severity: 'warning',
  help: 'Shorten it or take unusual signs out of it, build again and look at the PDF there.',
  *check({ built }) {
    if (!built) return
    const read = highlightLists(rereadResume(built)).flatMap(({ highlights }) => highlights)
    const whole = new Set(read.map(({ text }) => letters(text)))
    const anywhere = letters(
      [...read.map(({ text }) => text), ...built.reread.unplaced.map(({ text }) => text)].join(' '),
    )
    for (const { path, text } of highlightLists(built.printed).flatMap(({ highlights }) => highlights)) {
      const wanted = letters(text)
      if (wanted === '' || whole.has(wanted)) continue
      const merged = anywhere.includes(wanted)
      yield {
        message: merged
          ? `A machine reads "${shortened(text)}" as one with other text in ${built.file}`
          : `A machine does not find "${shortened(text)}" in ${built.file}`,
        path,
        span: { start: 0, end: text.length },
        severity: merged ? 'info' : 'warning',
      }
    }
  },
}
