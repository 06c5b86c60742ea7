import { defineCodes } from '../../core/codes.ts'

export const codes = defineCodes({
  JSR001: {
    name: 'value-not-exported',
    severity: 'warning',
    summary: 'An address, e-mail or date that JSON Resume does not accept was left out of the export.',
    help: 'Correct the value in the résumé.',
  },
  JSR002: {
    name: 'field-not-exported',
    severity: 'info',
    summary: 'A field that JSON Resume does not know was left out of the export.',
    help: 'Move what others should read into a field of JSON Resume.',
  },
})
