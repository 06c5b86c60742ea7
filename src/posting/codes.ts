import { defineCodes } from '../core/codes.ts'

/** Failures and findings of the posting reader. */
export const codes = defineCodes({
  PST001: {
    name: 'posting-too-large',
    severity: 'error',
    summary: 'The posting is larger than 2 MB.',
    help: 'Save the text of the posting alone, without the rest of the page.',
  },
  PST002: {
    name: 'posting-not-text',
    severity: 'error',
    summary: 'The posting holds NUL bytes: it is no text.',
    help: 'Save the posting as text, Markdown or HTML.',
  },
  PST003: {
    name: 'posting-empty',
    severity: 'error',
    summary: 'The posting holds no text.',
    help: 'Check that the file is the one you meant; a page that is filled in by a script has to be saved from the browser.',
  },
  PST004: {
    name: 'posting-not-utf8',
    severity: 'warning',
    summary: 'The posting is not UTF-8 and was read as Windows-1252.',
    help: 'Save it as UTF-8 if letters look wrong.',
  },
  PST005: {
    name: 'posting-asks-nothing',
    severity: 'warning',
    summary: 'No requirement was found in the posting.',
    help: 'Give the list of requirements a heading such as "Requirements:".',
  },
  PST006: {
    name: 'posting-front-matter-invalid',
    severity: 'warning',
    summary: 'The front matter of the posting could not be read, or a field of it is no text.',
    help: 'Between the two lines of `---`, write one `key: text` a line.',
  },
  PST007: {
    name: 'posting-structured-data-invalid',
    severity: 'info',
    summary: 'A block of structured data in the page is not JSON and was left aside.',
    help: 'Nothing needs to be done; the visible text was read.',
  },
})
