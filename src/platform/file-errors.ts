import { defineCodes } from '../core/codes.ts'
import { UserError, userError } from '../core/user-error.ts'

/** Failures of reading and writing files. */
export const codes = defineCodes({
  FIL001: {
    name: 'file-missing',
    severity: 'error',
    summary: 'A file or folder does not exist.',
    help: 'Check the path and its spelling.',
  },
  FIL002: {
    name: 'folder-for-a-file',
    severity: 'error',
    summary: 'A file was expected where a folder is.',
    help: 'Name a file in that folder.',
  },
  FIL003: {
    name: 'file-no-rights',
    severity: 'error',
    summary: 'The user has no right to read or write the file.',
    help: 'Change the rights of the file or its folder (chmod, chown), or run as a user who has them.',
  },
  FIL004: {
    name: 'file-too-large',
    severity: 'error',
    summary: 'A file is larger than the limit for its kind.',
    help: 'Check that this is the right file; if it is, make it smaller.',
  },
  FIL005: {
    name: 'disk-full',
    severity: 'error',
    summary:
      'There is no room to write: the disk, the quota or a size limit is used up. The old content stands.',
    help: 'Free some space (df -h tells how much there is, ulimit -f the limit) and try again.',
  },
  FIL006: {
    name: 'file-system-read-only',
    severity: 'error',
    summary: 'The file system can only be read.',
    help: 'Work in a folder on a file system that can be written to.',
  },
  FIL007: {
    name: 'file-name-too-long',
    severity: 'error',
    summary: 'The file system takes no name of that length.',
    help: 'Choose a shorter name.',
  },
  FIL008: {
    name: 'not-a-regular-file',
    severity: 'error',
    summary: 'A pipe, socket or device stands where a regular file was expected.',
    help: 'Name a regular file, or pass - to read standard input.',
  },
  FIL009: {
    name: 'file-changed-meanwhile',
    severity: 'error',
    summary:
      'Somebody else, such as an editor, changed the file while it was worked on. Their change stands.',
    help: 'Run the command again; it will work on the new content.',
  },
  FIL010: {
    name: 'file-exists-already',
    severity: 'error',
    summary: 'A new file was to be written where one exists. The existing file stands.',
    help: 'Move the existing file away or choose another name.',
  },
  FIL011: {
    name: 'file-for-a-folder',
    severity: 'error',
    summary: 'A folder was expected where a file is.',
    help: 'Check the path: one of its folders is a file.',
  },
  FIL012: {
    name: 'file-system-failure',
    severity: 'error',
    summary: 'The file system refused, for a reason that the message names.',
    help: 'Read the reason that the system gives; a failing disk or too many open files are the usual causes.',
  },
})

const BY_ERRNO: Readonly<Record<string, readonly [code: keyof typeof codes, words: string]>> = {
  ENOENT: ['FIL001', 'there is no such file or folder'],
  EISDIR: ['FIL002', 'it is a folder'],
  EACCES: ['FIL003', 'no rights (EACCES)'],
  EPERM: ['FIL003', 'no rights (EPERM)'],
  ENOSPC: ['FIL005', 'no space is left on the device (ENOSPC)'],
  EDQUOT: ['FIL005', 'the quota is used up (EDQUOT)'],
  EFBIG: ['FIL005', 'the limit on file sizes is reached (EFBIG)'],
  EROFS: ['FIL006', 'the file system is read-only'],
  ENAMETOOLONG: ['FIL007', 'the name is too long'],
  ENXIO: ['FIL008', 'it is no regular file'],
  EEXIST: ['FIL010', 'it exists already'],
  ENOTDIR: ['FIL011', 'a part of the path is a file, not a folder'],
}

/** Translates what node:fs throws into a `UserError`; what is no failure of the system is a bug and goes on. */
export function fileError(doing: 'read' | 'write' | 'list' | 'make', path: string, error: unknown): unknown {
  if (error instanceof UserError || !(error instanceof Error)) return error
  const errno = (error as NodeJS.ErrnoException).code
  if (errno === undefined || (error as NodeJS.ErrnoException).syscall === undefined) return error
  const [code, words] = BY_ERRNO[errno] ?? ['FIL012' as const, `the system says ${errno}`]
  return userError(codes, code, `Cannot ${doing} ${path}: ${words}.`, {
    cause: error,
    position: { file: path, line: null, column: null },
  })
}
