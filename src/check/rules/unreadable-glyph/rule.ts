import { findSigns, times } from '../../pdf-signs.ts'
import type { Rule } from '../../rule.ts'

/** The replacement character, private use, unassigned halves and controls: what no machine can name. */
const UNREADABLE = /[\uFFFD\p{Co}\p{Cs}]|(?![\t\n\r])\p{Cc}/gu

export const rule: Rule = {
  code: 'MAC006',
  name: 'unreadable-glyph',
  family: 'machine',
  severity: 'warning',
  help: 'Take icons out of the text, and use a font that holds every letter of your name.',
  *check({ built }) {
    const found = built && findSigns(built.text, built.file, UNREADABLE)
    if (!found) return
    const around = found.around.replace(UNREADABLE, '\uFFFD')
    yield {
      message: `The text holds a sign that no machine can read ${times(found.times)}, first in "${around}"`,
      position: found.position,
      data: { times: found.times },
    }
  },
}
