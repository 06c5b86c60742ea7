import { formatPath } from '../../../core/position.ts'
import type { PhraseMatch } from '../../kinds/phrases.ts'
import { substitution } from '../../kinds/substitution.ts'
import { phrases } from '../../phrases.generated.ts'
import { heldRoles } from '../../roles.ts'
import type { Rule } from '../../rule.ts'

/** Verbs that are as often nouns: "Design of a cache", "Support engineer for three shops". */
const NOUNS =
  /^(?:architect|build|coach|design|designs|drive|fix|lead|leads|leading|monitor|own|plan|review|reviews|run|support|train|use|work)$/i
/** What follows such a word only when it is the verb. */
const OBJECT =
  /^\s+(?:a|an|the|this|these|all|any|each|every|new|our|its|their|\d+|two|three|four|five|several|multiple|various)\s/i

export const rule: Rule = {
  code: 'SUB010',
  name: 'present-tense-in-past-role',
  family: 'substance',
  severity: 'info',
  help: 'Write of roles that have ended in the past tense.',
  check: substitution({
    phrases: phrases['present-tense'],
    places: ['highlight'],
    opening: true,
    message: ({ text }) => `"${text}" is in the present tense, but this role has ended`,
    except: isNoun,
    only: ({ resume, today }) => {
      const ended = heldRoles(resume).filter(({ role }) => role.end !== null && role.end < today)
      const paths = new Set(ended.flatMap(({ role }) => role.highlights.map(({ path }) => formatPath(path))))
      return ({ path }) => paths.has(formatPath(path))
    },
  }),
}

function isNoun({ text, span }: PhraseMatch, whole: string): boolean {
  return NOUNS.test(text) && !OBJECT.test(whole.slice(span.end))
}
