import { defineCodes } from '../../core/codes.ts'

/** Failures of collecting evidence. */
export const collectCodes = defineCodes({
  COL001: {
    name: 'source-unknown',
    severity: 'error',
    summary: 'A source was asked for that bonafide.yaml does not name.',
    help: 'Ask for one of the sources that the message names, or add it to bonafide.yaml.',
  },
  COL002: {
    name: 'connector-unknown',
    severity: 'error',
    summary: 'A source names a connector that does not exist.',
    help: 'Use one of the connectors that the message names.',
  },
  COL003: {
    name: 'source-failed',
    severity: 'error',
    summary: 'A source could not be collected. Its evidence stays as it was.',
    help: 'Correct what the message names and collect again.',
  },
  COL004: {
    name: 'facts-kept',
    severity: 'info',
    summary: 'A source could not be read whole, so facts that it did not say this time were not taken back.',
    help: 'Mend what the other findings of the source name and collect again.',
  },
  COL005: {
    name: 'collecting-stopped',
    severity: 'warning',
    summary: 'Collecting was stopped before its end. The ledger of that source stays as it was.',
    help: 'Collect again; what was already read is remembered where the connector can.',
  },
})
