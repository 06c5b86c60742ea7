import { randomBytes } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import {
  access,
  copyFile,
  type FileHandle,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  unlink,
} from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Files } from '../core/ports.ts'
import { UserError, userError } from '../core/user-error.ts'
import { codes, fileError } from './file-errors.ts'

/** {@link Files} on the file system of this machine. Every foreseeable failure is a `UserError` FIL001 to FIL012. */
export const nodeFiles: Files = {
  async read(path, { maxBytes }) {
    return failing('read', path, () => readWhole(path, maxBytes))
  },
  async writeAtomic(path, content, options = {}) {
    await failing('write', path, () => replaceFile(path, content, options.replaces))
  },
  async exists(path) {
    return failing('read', path, async () => (await statOrNull(path)) !== null)
  },
  async remove(path) {
    await failing('write', path, () => rm(path, { force: true }))
  },
  async list(path) {
    return failing('list', path, async () => {
      if ((await statOrNull(path)) === null) return []
      return (await readdir(path)).sort()
    })
  },
  async mkdir(path) {
    await failing('make', path, () => makeFolder(path))
  },
}

async function failing<Result>(
  doing: 'read' | 'write' | 'list' | 'make',
  path: string,
  action: () => Promise<Result>,
): Promise<Result> {
  try {
    return await action()
  } catch (error) {
    throw fileError(doing, path, error)
  }
}

async function readWhole(path: string, maxBytes: number): Promise<Uint8Array> {
  // A named pipe without a writer would block open() for ever, so what it is has to be known before.
  requireRegular(path, await stat(path))
  const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const found = await handle.stat()
    requireRegular(path, found)
    if (found.size > maxBytes) throw tooLarge(path, found.size, maxBytes)
    return await readAtMost(handle, path, found.size, maxBytes)
  } finally {
    await handle.close()
  }
}

/** Reads to the end of the file rather than to its stated size: it may grow, and files of /proc state 0. */
async function readAtMost(
  handle: FileHandle,
  path: string,
  size: number,
  maxBytes: number,
): Promise<Uint8Array> {
  let buffer = new Uint8Array(size + 1)
  let length = 0
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length)
    if (bytesRead === 0) return buffer.subarray(0, length)
    length += bytesRead
    if (length > maxBytes) throw tooLarge(path, length, maxBytes)
    if (length === buffer.length) {
      const larger = new Uint8Array(Math.min(buffer.length * 2, maxBytes) + 1)
      larger.set(buffer)
      buffer = larger
    }
  }
}

function requireRegular(path: string, found: { isFile(): boolean; isDirectory(): boolean }): void {
  const position = { file: path, line: null, column: null }
  if (found.isDirectory()) {
    throw userError(codes, 'FIL002', `${path} is a folder, expected a file.`, { position })
  }
  if (!found.isFile()) {
    throw userError(codes, 'FIL008', `${path} is a pipe, socket or device, expected a regular file.`, {
      position,
    })
  }
}

function tooLarge(path: string, size: number, maxBytes: number): UserError {
  return userError(
    codes,
    'FIL004',
    `${path} has ${bytesText(size)} or more; the limit is ${bytesText(maxBytes)}.`,
    {
      position: { file: path, line: null, column: null },
    },
  )
}

function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`
  if (bytes < 1024 ** 2) return `${Math.floor(bytes / 102.4) / 10} KiB`
  return `${Math.floor(bytes / (1024 * 102.4)) / 10} MiB`
}

async function replaceFile(
  path: string,
  content: string | Uint8Array,
  replaces: Uint8Array | null | undefined,
): Promise<void> {
  const target = await followLinks(path)
  const folder = dirname(target)
  const before = await statOrNull(target)
  if (before !== null) {
    requireRegular(path, before)
    // rename() asks for the folder's rights only; a file that was made read-only is meant to stay.
    await access(target, constants.W_OK)
  }
  const temporary = join(folder, temporaryName(basename(target)))
  try {
    await writeNew(temporary, content, before)
    if (replaces === null) await linkNew(temporary, target)
    else {
      if (replaces !== undefined) await requireUnchanged(path, target, replaces)
      await rename(temporary, target)
    }
  } catch (error) {
    await unlink(temporary).catch(() => undefined)
    throw error
  }
  await syncFolder(folder)
  await sweep(folder, basename(target))
}

async function writeNew(
  temporary: string,
  content: string | Uint8Array,
  before: { readonly mode: number; readonly uid: number; readonly gid: number } | null,
): Promise<void> {
  const handle = await open(temporary, 'wx', before === null ? 0o666 : before.mode & 0o777)
  try {
    await handle.writeFile(content)
    if (before !== null) {
      await keepOwner(handle, before)
      await handle.chmod(before.mode & 0o7777)
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** A file of another owner stays theirs where the system allows it; it is no failure where it does not. */
async function keepOwner(
  handle: FileHandle,
  before: { readonly uid: number; readonly gid: number },
): Promise<void> {
  const now = await handle.stat()
  if (now.uid === before.uid && now.gid === before.gid) return
  await handle.chown(before.uid, before.gid).catch(() => undefined)
}

/** Unlike rename(), link() fails where the name is taken, so nobody's new file is overwritten. */
async function linkNew(temporary: string, target: string): Promise<void> {
  try {
    await link(temporary, target)
  } catch (error) {
    // exFAT and some FUSE file systems know no hard links: there the copy is exclusive, but not in one step.
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
    await copyFile(temporary, target, constants.COPYFILE_EXCL)
  }
  await unlink(temporary)
}

async function requireUnchanged(path: string, target: string, expected: Uint8Array): Promise<void> {
  const now = await readWhole(target, expected.length).catch((error: unknown) => {
    if (error instanceof UserError && error.code === 'FIL004') return null
    return nullWhenMissing(error)
  })
  if (now !== null && Buffer.compare(now, expected) === 0) return
  throw userError(codes, 'FIL009', `${path} was changed by somebody else meanwhile; nothing was written.`, {
    position: { file: path, line: null, column: null },
  })
}

/** The file that a path stands for: links are followed, also one whose target does not exist yet. */
async function followLinks(path: string): Promise<string> {
  let current = resolve(path)
  for (let hops = 0; hops < 40; hops++) {
    const found = await lstat(current).catch(nullWhenMissing)
    if (found === null || !found.isSymbolicLink())
      return join(await realpath(dirname(current)), basename(current))
    current = resolve(dirname(current), await readlink(current))
  }
  throw userError(codes, 'FIL012', `Cannot write ${path}: its links lead in a circle.`)
}

/** One level at a time: the recursive mkdir of Node calls a read-only file system a missing folder. */
async function makeFolder(path: string): Promise<void> {
  const folder = resolve(path)
  try {
    await mkdir(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' && (await stat(folder)).isDirectory()) return
    if (code === 'EEXIST') throw userError(codes, 'FIL011', `${path} is a file, expected a folder.`)
    if (code !== 'ENOENT' || dirname(folder) === folder) throw error
    await makeFolder(dirname(folder))
    await makeFolder(folder)
    return
  }
  await syncFolder(dirname(folder))
}

/** Makes a new or renamed name in a folder survive a power loss. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } catch (error) {
    // Some network and FUSE file systems cannot; they promise no order anyway.
    if (!['EINVAL', 'ENOTSUP'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  } finally {
    await handle.close()
  }
}

async function statOrNull(path: string): Promise<Stats | null> {
  return stat(path).catch(nullWhenMissing)
}

function nullWhenMissing(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
  throw error
}

function temporaryName(name: string): string {
  // The longest names leave no room for more: a temporary name need only be near, not equal.
  const shortened = Buffer.byteLength(name) > 200 ? name.slice(0, 60) : name
  return `.${shortened}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`
}

/** How old a leftover must be: a process id says nothing of a writer on another machine or in a container. */
const LEFTOVER_MS = 60_000

/** Removes what writers that were killed left beside the file: their process is gone, and so is their claim. */
async function sweep(folder: string, name: string): Promise<void> {
  const prefix = `.${name}.`
  const names = await readdir(folder).catch(() => [])
  for (const entry of names) {
    if (!entry.startsWith(prefix)) continue
    const writer = /^(\d+)-[0-9a-f]{8}\.tmp$/.exec(entry.slice(prefix.length))?.[1]
    if (writer === undefined || isAlive(Number(writer))) continue
    const leftover = await statOrNull(join(folder, entry))
    if (leftover === null || Date.now() - leftover.mtimeMs < LEFTOVER_MS) continue
    await unlink(join(folder, entry)).catch(() => undefined)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}
