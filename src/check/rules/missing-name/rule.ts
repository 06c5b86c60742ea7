import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'STR001',
  name: 'missing-name',
  family: 'structure',
  severity: 'error',
  help: 'Write your name under basics.name.',
  *check({ resume: { basics } }) {
    if (basics.name === null) yield { message: 'The résumé has no name', path: [...basics.path, 'name'] }
  },
}
