import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'EVI002',
  name: 'number-contradicted',
  family: 'evidence',
  severity: 'error',
  help: 'Write what the evidence gives, or correct the evidence that the highlight names.',
  *check({ claims }) {
    for (const { claim, status, why, value, method, evidence } of claims ?? []) {
      if (claim.statement.kind !== 'number' || status !== 'contradicted') continue
      const stated = claim.text.slice(claim.span.start, claim.span.end)
      yield {
        message: `The evidence contradicts "${stated}". ${why}`,
        path: claim.path,
        span: claim.span,
        data: { stated: claim.statement.value, value, method, evidence },
      }
    }
  },
}
