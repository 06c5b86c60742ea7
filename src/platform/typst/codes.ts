import { defineCodes } from '../../core/codes.ts'

export const codes = defineCodes({
  TYP001: {
    name: 'typeset-timeout',
    severity: 'error',
    summary: 'Typesetting took longer than its deadline and was ended.',
    help: 'Shorten the longest text of the résumé, or report the file that causes it.',
  },
  TYP002: {
    name: 'typeset-crashed',
    severity: 'error',
    summary: 'The typesetting process ended before it gave a PDF.',
    help: 'Run the command again; if it happens again, report the file that causes it.',
  },
  TYP003: {
    name: 'theme-unknown',
    severity: 'error',
    summary: 'There is no theme of this name, or one of its files cannot be read.',
    help: 'Use one of the themes that the message names.',
  },
  TYP004: {
    name: 'letter-without-glyph',
    severity: 'error',
    summary: 'The fonts of the theme lack letters that a text needs.',
    help: 'Write these letters in Latin, Greek or Cyrillic script, or take them out.',
  },
  TYP005: {
    name: 'symbol-left-out',
    severity: 'warning',
    summary: 'Symbols such as emoji, which the fonts of the theme lack, were left out of the PDF.',
    help: 'Take the symbols out, or put words in their place.',
  },
  TYP006: {
    name: 'typeset-input-too-large',
    severity: 'error',
    summary: 'The texts or the attachments are too large to typeset.',
    help: 'Take out texts or attachments until they are below the limit.',
  },
})
