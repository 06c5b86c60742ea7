import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'STR002',
  name: 'missing-email',
  family: 'structure',
  severity: 'warning',
  help: 'Write an address under basics.email.',
  *check({ resume: { basics } }) {
    if (basics.email === null)
      yield { message: 'The résumé has no e-mail address', path: [...basics.path, 'email'] }
  },
}
