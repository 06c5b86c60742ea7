import { defineCodes } from '../../core/codes.ts'

/** Why a PDF could not be read. */
export const pdfCodes = defineCodes({
  PDF001: {
    name: 'not-a-pdf',
    severity: 'error',
    summary: 'The file does not begin with the mark of a PDF.',
    help: 'Check that the right file was given, or export the document as PDF again.',
  },
  PDF002: {
    name: 'pdf-too-large',
    severity: 'error',
    summary: 'The PDF is larger than the limit of 20 MB.',
    help: 'Export it again without large pictures.',
  },
  PDF003: {
    name: 'pdf-too-many-pages',
    severity: 'error',
    summary: 'The PDF has more pages than the limit of 50.',
    help: 'Give a file that holds the résumé alone.',
  },
  PDF004: {
    name: 'pdf-deadline',
    severity: 'error',
    summary: 'Reading the PDF took longer than the limit of 10 seconds and was stopped.',
    help: 'Print the document to a new PDF and read that one.',
  },
  PDF005: {
    name: 'pdf-memory',
    severity: 'error',
    summary: 'Reading the PDF took more than the limit of 512 MB of memory and was stopped.',
    help: 'Print the document to a new PDF and read that one.',
  },
  PDF006: {
    name: 'pdf-encrypted',
    severity: 'error',
    summary: 'The PDF asks for a password.',
    help: 'Save a copy without a password and read that one.',
  },
  PDF007: {
    name: 'pdf-broken',
    severity: 'error',
    summary: 'The PDF is damaged or incomplete and holds no page that can be read.',
    help: 'Get the file again, or export the document as PDF again.',
  },
  PDF008: {
    name: 'pdf-reader-died',
    severity: 'error',
    summary: 'The process that reads PDFs ended without an answer.',
    help: 'Try again; if it happens again with the same file, print the document to a new PDF.',
  },
  PDF009: {
    name: 'pdf-too-much-text',
    severity: 'error',
    summary: 'The PDF holds more text than the limit of 2 MB, or more than 20 MB of attachments.',
    help: 'Give a file that holds the résumé alone.',
  },
})
