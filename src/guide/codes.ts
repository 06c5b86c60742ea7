import { defineCodes } from '../core/codes.ts'

/** Failures of role guides. */
export const codes = defineCodes({
  GUI001: {
    name: 'guide-invalid',
    severity: 'error',
    summary: 'A role guide does not have the shape of its schema.',
    help: 'Correct the named fields; docs/guide.md describes each of them.',
  },
  GUI002: {
    name: 'guide-section-unknown',
    severity: 'error',
    summary: 'The guide has no section of the asked name.',
    help: 'Ask for one of the sections that the message names.',
  },
})
