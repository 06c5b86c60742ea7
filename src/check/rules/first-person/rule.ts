import { existence } from '../../kinds/existence.ts'
import type { PhraseMatch } from '../../kinds/phrases.ts'
import { phrases } from '../../phrases.generated.ts'
import type { Rule } from '../../rule.ts'

/** Titles and series that take a Roman one: "Engineer I", "Phase I". */
const NUMBERED = /(?:engineer|developer|programmer|analyst|phase|part|level|tier|type|class|grade|stage)\s+$/i

export const rule: Rule = {
  code: 'SUB005',
  name: 'first-person',
  family: 'substance',
  severity: 'warning',
  help: 'Leave the pronoun out and begin with the verb: the whole page is about you.',
  check: existence({
    phrases: phrases['first-person'],
    places: ['highlight', 'summary'],
    message: ({ text }) => `"${text}" takes room and says nothing: a résumé is about its writer anyway`,
    // A summary may be a letter in small; highlights are read as a list.
    severity: ({ place }) => (place === 'summary' ? 'info' : 'warning'),
    except: isNoPronoun,
  }),
}

/** I/O, "Phase I", and abbreviations such as ME or MIR. */
function isNoPronoun({ text, span }: PhraseMatch, whole: string): boolean {
  const after = whole.slice(span.end)
  if (text.toLowerCase() === 'i') {
    return text === 'i' || !/^\s+\p{Ll}/u.test(after) || NUMBERED.test(whole.slice(0, span.start))
  }
  return text.length > 1 && text === text.toUpperCase()
}
