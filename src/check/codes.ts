import { defineCodes } from '../core/codes.ts'

/** Faults in how the check itself is set up. */
export const codes = defineCodes({
  CHK001: {
    name: 'rule-unknown',
    severity: 'warning',
    summary: 'The settings name a rule that does not exist.',
    help: 'Correct the name, or remove it; docs/rules lists all rules.',
  },
})
