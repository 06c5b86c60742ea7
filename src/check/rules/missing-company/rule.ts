import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'STR006',
  name: 'missing-company',
  family: 'structure',
  severity: 'warning',
  help: 'Add the name of the company; for a client that must stay unnamed, say what it does: "a bank in Zürich".',
  *check({ resume }) {
    for (const { company, roles, path } of resume.work) {
      const title = roles.find((role) => role.title !== null)?.title
      if (company === null && title) yield { message: `The job ${title} names no company`, path }
    }
  },
}
