import type { Rule } from '../../rule.ts'

/** Where employers refuse résumés with photos, so as not to be suspected of choosing by looks. */
const COUNTRIES = new Set(['US', 'CA', 'GB', 'UK', 'IE', 'AU', 'NZ', 'ZA'])

export const rule: Rule = {
  code: 'PRV004',
  name: 'photo-where-not-customary',
  family: 'privacy',
  severity: 'warning',
  help: 'Leave the photo out; where it is customary, set basics.location.countryCode to that country.',
  *check({ resume: { basics } }) {
    const country = basics.location?.countryCode?.toUpperCase()
    if (basics.image === null || country === undefined || !COUNTRIES.has(country)) return
    const path = [...basics.path, 'image']
    yield {
      message: `A photo on a résumé is not customary in ${country}`,
      path,
      fix: { title: 'Remove the photo', safety: 'suggestion', edits: [{ path, value: undefined }] },
    }
  },
}
