import { defineCodes } from '../../core/codes.ts'

/** Why the local server does not answer. */
export const codes = defineCodes({
  SRV000: {
    name: 'internal-error',
    severity: 'error',
    summary: 'Something in the program broke.',
    help: 'Please report it with what the terminal shows.',
  },
  SRV001: {
    name: 'foreign-host',
    severity: 'error',
    summary: 'A request named another host than the loopback address of the server.',
    help: 'Open the address that bonafide serve printed.',
  },
  SRV002: {
    name: 'foreign-origin',
    severity: 'error',
    summary: 'A request came from the page of another site.',
    help: 'Open the address that bonafide serve printed.',
  },
  SRV003: {
    name: 'unmarked-change',
    severity: 'error',
    summary: 'A request that changes something lacks the header that only our own page sends.',
    help: 'Send the header x-bonafide with any value.',
  },
  SRV004: {
    name: 'page-not-built',
    severity: 'error',
    summary: 'The files of the page are not there.',
    help: "In a checkout, 'npm start' builds them.",
  },
  SRV005: {
    name: 'no-such-address',
    severity: 'error',
    summary: 'The server has nothing at that address.',
    help: 'Open the address that bonafide serve printed.',
  },
  SRV006: {
    name: 'ports-taken',
    severity: 'error',
    summary: 'The wanted port and those after it are taken by other programs.',
    help: 'Name a free one with --port.',
  },
  SRV007: {
    name: 'no-pdf',
    severity: 'error',
    summary: 'No PDF was built for this posting yet.',
    help: "Run 'bonafide build', or press “Build again”.",
  },
  SRV008: {
    name: 'bad-request',
    severity: 'error',
    summary: 'A request is not one that HTTP or the server understands.',
    help: 'docs/serve.md describes the requests that the server answers.',
  },
  SRV009: {
    name: 'method-not-allowed',
    severity: 'error',
    summary: 'The address does not answer this method.',
    help: 'docs/serve.md describes the requests that the server answers.',
  },
})
