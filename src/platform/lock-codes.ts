import { defineCodes } from '../core/codes.ts'

/** Failures of locks between processes. */
export const lockCodes = defineCodes({
  LCK001: {
    name: 'lock-busy',
    severity: 'error',
    summary: 'Another process is working on the same file and did not finish in time.',
    help: 'Wait until the other command has finished, or end it, and try again.',
  },
  LCK002: {
    name: 'lock-unusable',
    severity: 'error',
    summary: 'A lock file cannot be made or used.',
    help: 'Check the rights of the folder; if the lock file is damaged, delete it. The folder must be on a file system with locks.',
  },
})
