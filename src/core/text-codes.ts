import { defineCodes } from './codes.ts'

/** Failures of bytes that should be text. */
export const textCodes = defineCodes({
  TXT001: {
    name: 'text-not-utf-8',
    severity: 'error',
    summary: 'A text file holds bytes that are not UTF-8.',
    help: 'Save the file as UTF-8, or remove the damaged character.',
  },
  TXT002: {
    name: 'text-holds-nul',
    severity: 'error',
    summary: 'A text file holds a NUL byte, as binary and damaged files do.',
    help: 'Check that this is the right file; if it is, remove the NUL byte or restore the file from a copy.',
  },
  TXT003: {
    name: 'text-utf-16',
    severity: 'error',
    summary: 'A text file is UTF-16, not UTF-8.',
    help: 'Save the file as UTF-8 (in Notepad: Save as, Encoding, UTF-8).',
  },
})
