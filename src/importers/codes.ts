import { defineCodes } from '../core/codes.ts'

/** Why a résumé could not be imported, and what was mended or left over where it could. */
export const importCodes = defineCodes({
  IMP001: {
    name: 'unknown-format',
    severity: 'error',
    summary: 'The file is of no format that can be imported.',
    help: 'Give a PDF, a JSON Resume, a Markdown or a plain text file.',
  },
  IMP002: {
    name: 'empty-file',
    severity: 'error',
    summary: 'The file holds no text at all.',
    help: 'Check that the right file was given.',
  },
  IMP003: {
    name: 'text-too-large',
    severity: 'error',
    summary: 'The text is larger than the limit of 2 MB or 10,000 lines.',
    help: 'Give a file that holds the résumé alone.',
  },
  IMP004: {
    name: 'binary-file',
    severity: 'error',
    summary: 'The file holds NUL bytes, so it is not text.',
    help: 'Export the résumé as PDF, Markdown or plain text.',
  },
  IMP005: {
    name: 'not-json',
    severity: 'error',
    summary: 'The file is not JSON.',
    help: 'Mend the place that is named, or check the file with a JSON validator.',
  },
  IMP006: {
    name: 'not-a-json-resume',
    severity: 'error',
    summary: 'The JSON is not an object with the members of a JSON Resume.',
    help: 'See https://docs.jsonresume.org/schema for the expected members.',
  },
  IMP007: {
    name: 'pdf-image-only',
    severity: 'error',
    summary: 'The PDF holds pictures and no text: it is a scan or a print of pictures.',
    help: 'Export the résumé from its editor as PDF, or run text recognition (OCR) over it first.',
  },
  IMP008: {
    name: 'pdf-without-text',
    severity: 'error',
    summary: 'The PDF has no text on any page.',
    help: 'Export the résumé from its editor as PDF with its text, not as outlines.',
  },
  IMP020: {
    name: 'not-utf-8',
    severity: 'warning',
    summary: 'The text is not UTF-8 and was decoded as what it looks like.',
    help: 'Check names with accents, or save the file as UTF-8.',
  },
  IMP021: {
    name: 'value-mended',
    severity: 'info',
    summary: 'A value was not in the form that the format asks for, and was mended without loss of meaning.',
    help: 'Nothing to do; the source file was left as it is.',
  },
  IMP022: {
    name: 'value-not-placed',
    severity: 'warning',
    summary: 'A value could not be understood and was not placed in the résumé.',
    help: 'Look at the value and enter it by hand where it belongs.',
  },
  IMP023: {
    name: 'old-member-name',
    severity: 'info',
    summary: 'A member has a name of an older version or of another tool, and was read as today’s.',
    help: 'Nothing to do; the source file was left as it is.',
  },
  IMP024: {
    name: 'json-not-strict',
    severity: 'info',
    summary: 'The file breaks a rule of JSON in a way that leaves no doubt, such as a trailing comma.',
    help: 'Mend the place that is named so that other programs can read the file too.',
  },
  IMP030: {
    name: 'text-not-placed',
    severity: 'info',
    summary: 'Some lines were not placed in any field.',
    help: 'Look through them and enter by hand what belongs into the résumé.',
  },
  IMP031: {
    name: 'no-section-found',
    severity: 'warning',
    summary: 'No section heading was recognised.',
    help: 'Check every field; headings such as "Experience" and "Education" on lines of their own help.',
  },
})
