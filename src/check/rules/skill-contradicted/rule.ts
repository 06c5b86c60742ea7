import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'EVI003',
  name: 'skill-contradicted',
  family: 'evidence',
  severity: 'error',
  help: 'Say what your work shows, or correct the evidence that is named for it.',
  *check({ claims, taxonomy }) {
    for (const { claim, status, why, evidence } of claims ?? []) {
      if (claim.statement.kind !== 'skill' || status !== 'contradicted') continue
      const { skill } = claim.statement
      const name = taxonomy.skills.get(skill)?.name ?? skill
      yield {
        message: `The evidence contradicts ${name}. ${why}`,
        path: claim.path,
        span: claim.span,
        data: { skill, evidence },
      }
    }
  },
}
