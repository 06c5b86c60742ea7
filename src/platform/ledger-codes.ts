import { defineCodes } from '../core/codes.ts'

/** What can be wrong with `evidence/*.jsonl`. */
export const ledgerCodes = defineCodes({
  LED001: {
    name: 'ledger-line-cut',
    severity: 'warning',
    summary: 'The last line of a ledger file is cut off, as after a power loss. Nothing before it is lost.',
    help: 'Collect the source again; the cut line is put aside in a .cut file and its fact is collected anew.',
  },
  LED002: {
    name: 'ledger-line-damaged',
    severity: 'warning',
    summary: 'A line of a ledger file is not a record and is left out. It stays in the file.',
    help: 'Collect the source again, which adds the fact anew, or restore the file from a copy.',
  },
  LED003: {
    name: 'evidence-altered',
    severity: 'error',
    summary:
      'A record does not match its own id: somebody changed it after it was collected. It is left out.',
    help: 'Collect the source again, which adds the true fact anew; the ledger is not to be edited by hand.',
  },
  LED004: {
    name: 'evidence-of-another-source',
    severity: 'warning',
    summary: 'A record stands in the file of another source and is left out.',
    help: 'Name the file after the source, or collect the source again.',
  },
})
