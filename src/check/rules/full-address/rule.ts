import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'PRV008',
  name: 'full-address',
  family: 'privacy',
  severity: 'info',
  help: 'Town and country are enough: nobody writes you a letter before the contract.',
  *check({ resume: { basics } }) {
    if (!basics.location?.address) return
    const path = [...basics.path, 'location', 'address']
    yield {
      message: 'The résumé tells where you live, to the house',
      path,
      fix: { title: 'Remove the street', safety: 'suggestion', edits: [{ path, value: undefined }] },
    }
  },
}
