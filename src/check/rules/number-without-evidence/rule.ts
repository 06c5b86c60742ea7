import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'EVI001',
  name: 'number-without-evidence',
  family: 'evidence',
  severity: 'warning',
  help: 'Add the evidence that shows it to the highlight, collect the source that holds it, or leave the number out.',
  *check({ claims }) {
    for (const { claim, status, why } of claims ?? []) {
      if (claim.statement.kind !== 'number' || status !== 'unsupported') continue
      const stated = claim.text.slice(claim.span.start, claim.span.end)
      yield {
        message: `Nothing shows "${stated}". ${why}`,
        path: claim.path,
        span: claim.span,
      }
    }
  },
}
