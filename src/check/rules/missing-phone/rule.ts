import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'STR003',
  name: 'missing-phone',
  family: 'structure',
  severity: 'info',
  help: 'Write a number with its country code under basics.phone, or disable this rule if you leave it out on purpose.',
  *check({ resume: { basics } }) {
    if (basics.phone === null)
      yield { message: 'The résumé has no telephone number', path: [...basics.path, 'phone'] }
  },
}
