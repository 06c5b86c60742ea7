import { defineCodes } from '../../core/codes.ts'

/** What can go wrong with the signing key. */
export const codes = defineCodes({
  KEY001: {
    name: 'key-missing',
    severity: 'error',
    summary: 'There is no signing key.',
    help: 'Make one with `bonafide key new`.',
  },
  KEY002: {
    name: 'key-exists',
    severity: 'error',
    summary: 'There is a signing key already, and it was kept.',
    help: 'Keep using it; or pass --force to replace it, after which new documents are signed by another key.',
  },
  KEY003: {
    name: 'key-unreadable',
    severity: 'error',
    summary: 'The key file cannot be read or holds no Ed25519 key.',
    help: 'Restore the file from a backup, or make a new key with `bonafide key new --force`.',
  },
  KEY004: {
    name: 'key-exposed',
    severity: 'error',
    summary: 'Others than its owner can read the key file.',
    help: 'Take their rights away with `chmod 600`, and make a new key if somebody may have copied it.',
  },
  KEY005: {
    name: 'key-not-written',
    severity: 'error',
    summary: 'The key could not be written.',
    help: 'Look at the rights of the folder and the space on the disk, or name another file.',
  },
})
