import { execFile, execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeFiles } from './files.ts'
import { fileError } from './file-errors.ts'

const run = promisify(execFile)
let root: string

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'bonafide-files-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const at = (...parts: string[]): string => join(root, ...parts)
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const limit = { maxBytes: 1000 }

/** Runs a piece of code in a child, as another user or under other limits; gives what it printed. */
async function inChild(
  code: string,
  options: { readonly before?: string; readonly uid?: number } = {},
): Promise<string> {
  const module = new URL('./files.ts', import.meta.url).href
  const script = `import(${JSON.stringify(module)}).then(async ({ nodeFiles }) => { ${code} }).then(() => console.log('done'), (error) => console.log(error.code, error.message))`
  const shell = `${options.before ?? ':'}; exec "$0" -e "$1"`
  const { stdout } = await run(
    'bash',
    ['-c', shell, process.execPath, script],
    options.uid === undefined ? {} : { uid: options.uid, gid: options.uid },
  )
  return stdout.trim()
}

describe('read', () => {
  it('gives the bytes, also of a file that states no size', async () => {
    writeFileSync(at('a.txt'), 'abc')
    expect(Buffer.from(await nodeFiles.read(at('a.txt'), limit)).toString()).toBe('abc')
    writeFileSync(at('exact.txt'), 'x'.repeat(1000))
    expect(await nodeFiles.read(at('exact.txt'), limit)).toHaveLength(1000)
    expect((await nodeFiles.read('/proc/self/status', { maxBytes: 100_000 })).length).toBeGreaterThan(100)
  })

  it.each([
    ['a missing file', 'nowhere.txt', 'FIL001', 'no such file'],
    ['a folder', '.', 'FIL002', 'is a folder'],
    ['a file below a file', 'plain.txt/x', 'FIL011', 'a part of the path is a file'],
    ['a name that is too long', 'n'.repeat(300), 'FIL007', 'too long'],
    ['more than the limit', 'large.txt', 'FIL004', 'limit is 1000 bytes'],
    ['a named pipe without a writer', 'pipe', 'FIL008', 'pipe'],
    ['a circle of links', 'circle', 'FIL012', 'ELOOP'],
  ])('tells %s', async (_, name, code, words) => {
    writeFileSync(at('plain.txt'), '')
    writeFileSync(at('large.txt'), 'x'.repeat(1001))
    spawnSync('mkfifo', [at('pipe')])
    if (lstatSync(at('circle'), { throwIfNoEntry: false }) === undefined) symlinkSync('circle', at('circle'))
    const failure = nodeFiles.read(at(name), limit)
    await expect(failure).rejects.toMatchObject({
      name: 'UserError',
      code,
      message: expect.stringContaining(words),
    })
    await expect(failure).rejects.toMatchObject({
      help: expect.stringMatching(/\w/),
      position: { line: null },
    })
  })

  it('tells a device', async () => {
    await expect(nodeFiles.read('/dev/zero', limit)).rejects.toMatchObject({ code: 'FIL008' })
  })
})

describe('writeAtomic', () => {
  it('makes a file, replaces it, and leaves nothing else', async () => {
    mkdirSync(at('w'))
    await nodeFiles.writeAtomic(at('w', 'f'), 'one')
    await nodeFiles.writeAtomic(at('w', 'f'), bytes('two'))
    expect(readFileSync(at('w', 'f'), 'utf8')).toBe('two')
    expect(readdirSync(at('w'))).toEqual(['f'])
  })

  it('keeps the mode', async () => {
    writeFileSync(at('mode'), 'a')
    chmodSync(at('mode'), 0o640)
    await nodeFiles.writeAtomic(at('mode'), 'b')
    expect(statSync(at('mode')).mode & 0o777).toBe(0o640)
  })

  it.each(['existing', 'not-there-yet'])('writes through a link to a file that is %s', async (target) => {
    mkdirSync(at('links', target), { recursive: true })
    if (target === 'existing') writeFileSync(at('links', target, 'real'), 'old')
    symlinkSync('real', at('links', target, 'alias'))
    await nodeFiles.writeAtomic(at('links', target, 'alias'), 'new')
    expect(lstatSync(at('links', target, 'alias')).isSymbolicLink()).toBe(true)
    expect(readFileSync(at('links', target, 'real'), 'utf8')).toBe('new')
  })

  it('takes a name of the full length that the file system allows', async () => {
    const name = 'ž'.repeat(127)
    await nodeFiles.writeAtomic(at(name), 'x')
    await nodeFiles.writeAtomic(at(name), 'y')
    expect(readFileSync(at(name), 'utf8')).toBe('y')
  })

  it.each([
    ['a missing folder', 'no/f', 'FIL001'],
    ['a folder of that name', 'w2', 'FIL002'],
    ['a name that is too long', 'n'.repeat(300), 'FIL007'],
    ['a pipe', 'pipe2', 'FIL008'],
    ['a circle of links', 'circle2', 'FIL012'],
  ])('tells %s', async (_, name, code) => {
    mkdirSync(at('w2'), { recursive: true })
    spawnSync('mkfifo', [at('pipe2')])
    if (lstatSync(at('circle2'), { throwIfNoEntry: false }) === undefined)
      symlinkSync('circle2', at('circle2'))
    await expect(nodeFiles.writeAtomic(at(name), 'x')).rejects.toMatchObject({ code })
  })

  it('writes only over what the caller knew', async () => {
    mkdirSync(at('known'))
    const file = at('known', 'f')
    await nodeFiles.writeAtomic(file, 'one', { replaces: null })
    await expect(nodeFiles.writeAtomic(file, 'two', { replaces: null })).rejects.toMatchObject({
      code: 'FIL010',
    })
    await nodeFiles.writeAtomic(file, 'three', { replaces: bytes('one') })
    for (const wrong of ['one', 'thre', 'three4']) {
      await expect(nodeFiles.writeAtomic(file, 'x', { replaces: bytes(wrong) })).rejects.toMatchObject({
        code: 'FIL009',
      })
    }
    expect(readFileSync(file, 'utf8')).toBe('three')
    rmSync(file)
    await expect(nodeFiles.writeAtomic(file, 'x', { replaces: bytes('three') })).rejects.toMatchObject({
      code: 'FIL009',
    })
    expect(readdirSync(at('known'))).toEqual([])
  })

  it('clears away what a killed writer left, and only that', async () => {
    mkdirSync(at('sweep'))
    const gone = spawnSync(process.execPath, ['-e', '']).pid
    const names = [
      `.f.${gone}-00000000.tmp`,
      `.f.${process.pid}-00000000.tmp`,
      `.g.${gone}-00000000.tmp`,
      '.f.notes.tmp',
    ]
    for (const name of names) {
      writeFileSync(at('sweep', name), '')
      utimesSync(at('sweep', name), 1, 1)
    }
    writeFileSync(at('sweep', `.f.${gone}-11111111.tmp`), 'young')
    await nodeFiles.writeAtomic(at('sweep', 'f'), 'x')
    expect(readdirSync(at('sweep'))).toEqual([...names.slice(1), `.f.${gone}-11111111.tmp`, 'f'].toSorted())
  })
})

describe('a write that cannot finish', () => {
  it('stops at the limit on file sizes (RLIMIT_FSIZE) with the old content in place', async () => {
    mkdirSync(at('limit'))
    writeFileSync(at('limit', 'f'), 'old')
    const code = `await nodeFiles.writeAtomic(${JSON.stringify(at('limit', 'f'))}, 'x'.repeat(1 << 20))`
    expect(await inChild(code, { before: 'ulimit -f 100' })).toMatch(/^FIL005 .*EFBIG/)
    expect(readFileSync(at('limit', 'f'), 'utf8')).toBe('old')
    expect(readdirSync(at('limit'))).toEqual(['f'])
  })

  const mountable = process.getuid?.() === 0 && process.platform === 'linux'
  it.runIf(mountable)(
    'tells a full disk and a read-only one (a small tmpfs) with the old content in place',
    async () => {
      const disk = at('disk')
      mkdirSync(disk)
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk])
      try {
        writeFileSync(join(disk, 'f'), 'old')
        await expect(nodeFiles.writeAtomic(join(disk, 'f'), 'x'.repeat(1 << 20))).rejects.toMatchObject({
          code: 'FIL005',
        })
        expect(readFileSync(join(disk, 'f'), 'utf8')).toBe('old')
        expect(readdirSync(disk)).toEqual(['f'])
        execFileSync('mount', ['-o', 'remount,ro', disk])
        await expect(nodeFiles.writeAtomic(join(disk, 'f'), 'new')).rejects.toMatchObject({ code: 'FIL006' })
        await expect(nodeFiles.mkdir(join(disk, 'd'))).rejects.toMatchObject({ code: 'FIL006' })
      } finally {
        execFileSync('umount', [disk])
      }
    },
  )

  it('tells missing rights', async () => {
    // Root may do everything, so that a run as root asks as another user.
    const uid = process.getuid?.() === 0 ? 65_534 : undefined
    mkdirSync(at('rights'))
    writeFileSync(at('rights', 'f'), 'old')
    chmodSync(at('rights', 'f'), 0o400)
    chmodSync(at('rights'), uid === undefined ? 0o500 : 0o755)
    chmodSync(root, 0o755)
    const options = uid === undefined ? {} : { uid }
    const file = JSON.stringify(at('rights', 'f'))
    expect(await inChild(`await nodeFiles.writeAtomic(${file}, 'x')`, options)).toMatch(/^FIL003 /)
    expect(await inChild(`await nodeFiles.writeAtomic(${file} + '2', 'x')`, options)).toMatch(/^FIL003 /)
    if (uid !== undefined)
      expect(await inChild(`await nodeFiles.read(${file}, { maxBytes: 9 })`, options)).toMatch(/^FIL003 /)
    expect(readFileSync(at('rights', 'f'), 'utf8')).toBe('old')
    chmodSync(at('rights'), 0o755)
  })

  it.each([
    ['ENOSPC', 'FIL005'],
    ['EDQUOT', 'FIL005'],
    ['EROFS', 'FIL006'],
    ['EIO', 'FIL012'],
  ])('translates %s', (errno, code) => {
    const cause = Object.assign(new Error('as the system words it'), { code: errno, syscall: 'write' })
    expect(fileError('write', 'f', cause)).toMatchObject({ code, cause })
  })

  it('leaves bugs as they are', () => {
    const bug = new TypeError('x is not a function')
    expect(fileError('write', 'f', bug)).toBe(bug)
  })
})

describe('folders', () => {
  it('lists names in order, and nothing where there is no folder', async () => {
    mkdirSync(at('list'))
    for (const name of ['b', 'a', 'C']) writeFileSync(at('list', name), '')
    expect(await nodeFiles.list(at('list'))).toEqual(['C', 'a', 'b'])
    expect(await nodeFiles.list(at('list', 'none'))).toEqual([])
    await expect(nodeFiles.list(at('list', 'a'))).rejects.toMatchObject({ code: 'FIL011' })
  })

  it('makes a folder with those above it, and again', async () => {
    await nodeFiles.mkdir(at('x', 'y', 'z'))
    await nodeFiles.mkdir(at('x', 'y', 'z'))
    expect(await nodeFiles.exists(at('x', 'y', 'z'))).toBe(true)
    expect(await nodeFiles.exists(at('x', 'q'))).toBe(false)
    writeFileSync(at('x', 'file'), '')
    await expect(nodeFiles.mkdir(at('x', 'file'))).rejects.toMatchObject({ code: 'FIL011' })
  })
})
