import { parseNumbers } from '../../../claim/parse.ts'
import { heldRoles, roleName } from '../../roles.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'SUB002',
  name: 'role-without-number',
  family: 'substance',
  severity: 'warning',
  help: 'Say how much, how many, how often or how fast in one highlight at least, with a number that you can show.',
  *check({ resume, language, findSkills }) {
    const statesNumber = (text: string): boolean =>
      parseNumbers(text, { language, names: findSkills(text).map(({ span }) => span) }).length > 0
    for (const { employment, role } of heldRoles(resume)) {
      if (role.highlights.length < 2) continue
      const texts = [role.summary ?? '', ...role.highlights.map(({ text }) => text)]
      if (texts.some(statesNumber)) continue
      yield {
        message: `None of the ${role.highlights.length} highlights of ${roleName(role, employment)} states a number`,
        path: [...role.path, 'highlights'],
      }
    }
  },
}
