import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nodeRuntime } from '../../platform/runtime.ts'
import type { Runtime } from '../../app/runtime.ts'
import { workspaceSource } from './index.ts'
import { stampOf } from './stamp.ts'

const base = nodeRuntime()
afterAll(() => base.close())

const RESUME =
  'basics:\n  name: Ilse Varga\n  email: ilse@varga.example\nskills:\n  - name: Tools\n    keywords: [Redis]\n'
const POSTING = '# Backend Developer\n\n## Requirements\n\n- Redis\n- Kafka\n'
const noKey = (): Promise<never> => Promise.reject(new Error('nothing is built here'))

let root = ''
let now = 0
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'bonafide-source-'))
  await mkdir(join(root, 'postings'))
  await mkdir(join(root, 'out', 'acme'), { recursive: true })
  await put('bonafide.yaml', 'identity:\n  name: Ilse Varga\n')
  await put('resume.yaml', RESUME)
  await put('postings/acme.md', POSTING)
  // As if the files had been written long ago.
  now = Date.now() + 60_000
})
afterEach(() => rm(root, { recursive: true }))

function put(file: string, content: string): Promise<void> {
  return writeFile(join(root, file), content)
}

/** A source, and how often it read the résumé. */
function watched() {
  const read = vi.fn<Runtime['files']['read']>((path, options) => base.files.read(path, options))
  const runtime: Runtime = {
    ...base,
    knowledge: base.knowledge,
    files: { ...base.files, read },
    clock: { now: () => new Date(now) },
  }
  const reads = (): number => read.mock.calls.filter(([path]) => path.endsWith('resume.yaml')).length
  return { source: workspaceSource(runtime, root, noKey), reads }
}

describe('an unchanged workspace', () => {
  it('is read once, and gives the same view', async () => {
    const { source, reads } = watched()
    const first = await source.loop(null)
    expect(first.person.name).toBe('Ilse Varga')
    expect(await source.loop(null)).toBe(first)
    expect(await source.loop('postings/acme.md')).toBe(first)
    expect(reads()).toBe(1)
  })

  it('is read once for many askers at a time', async () => {
    const { source, reads } = watched()
    const views = await Promise.all(Array.from({ length: 50 }, () => source.loop(null)))
    expect(new Set(views).size).toBe(1)
    expect(reads()).toBe(1)
  })
})

describe('a changed workspace is read again', () => {
  it.each([
    ['resume.yaml', RESUME.replace('Varga\n', 'Vargo\n')],
    ['bonafide.yaml', 'identity:\n  name: Ilse Vargo\n'],
    ['postings/acme.md', POSTING.replace('Kafka', 'MySQL')],
    ['postings/new.md', POSTING],
    ['evidence/shop.jsonl', ''],
    ['out/acme/build.json', '{}'],
  ])('after a change of %s', async (file, content) => {
    const { source, reads } = watched()
    const before = await source.loop(null)
    await mkdir(join(root, 'evidence'), { recursive: true })
    await put(file, content)
    expect(await source.loop(null)).not.toBe(before)
    expect(reads()).toBe(2)
  })

  it('after a file of the same size and time took its place', async () => {
    const { source } = watched()
    expect((await source.loop(null)).person.name).toBe('Ilse Varga')
    await put('resume.new', RESUME.replace('Varga\n', 'Vargo\n'))
    await rename(join(root, 'resume.new'), join(root, 'resume.yaml'))
    expect((await source.loop(null)).person.name).toBe('Ilse Vargo')
  })

  it('after a posting went', async () => {
    const { source } = watched()
    expect((await source.loop(null)).postings).toHaveLength(1)
    await rm(join(root, 'postings/acme.md'))
    expect((await source.loop(null)).postings).toEqual([])
    await expect(source.loop('postings/acme.md')).rejects.toMatchObject({ code: 'WSP020' })
  })

  it('on another day, as findings depend on it', async () => {
    const { source, reads } = watched()
    await source.loop(null)
    now += 24 * 60 * 60 * 1000
    await source.loop(null)
    expect(reads()).toBe(2)
  })

  it('while its files are so fresh that their times may hide a change', async () => {
    const { source, reads } = watched()
    now = Date.now()
    await put('resume.yaml', RESUME)
    await source.loop(null)
    await source.loop(null)
    expect(reads()).toBe(2)
  })

  it('while a request is under way', async () => {
    const { source } = watched()
    const before = source.loop(null)
    await put('resume.yaml', RESUME.replace('Varga\n', 'Vargo\n'))
    const after = source.loop(null)
    await before
    expect((await after).person.name).toBe('Ilse Vargo')
  })
})

it('a failure is not kept, and mended files are shown', async () => {
  const { source } = watched()
  await put('resume.yaml', 'basics: [\n')
  await expect(source.loop(null)).rejects.toMatchObject({ code: 'WSP009' })
  await expect(source.loop(null)).rejects.toMatchObject({ code: 'WSP009' })
  await put('resume.yaml', RESUME)
  expect((await source.loop(null)).person.name).toBe('Ilse Varga')
})

it('a PDF stays, whatever becomes of the résumé', async () => {
  const { source } = watched()
  const record = { posting: 'postings/acme.md', pages: 1, builtAt: '2026-05-01T10:00:00.000Z', receipts: 0 }
  const rest = { verified: false, limits: { newest: 5, oldest: 3 }, paper: 'a4', inputs: '' }
  await put('out/acme/build.json', JSON.stringify({ ...record, ...rest }))
  await put('out/acme/resume.pdf', '%PDF-1.7')
  await put('resume.yaml', 'basics: [\n')
  expect(new TextDecoder().decode((await source.pdf('postings/acme.md')) ?? undefined)).toBe('%PDF-1.7')
})

it.each(['../resume.yaml', 'resume.yaml', '/etc/passwd', 'postings/../resume.yaml', 'acme.md'])(
  'no file beside the postings is read as one: %s',
  async (posting) => {
    const { source } = watched()
    await expect(source.loop(posting)).rejects.toMatchObject({ code: 'WSP020' })
    await expect(source.pdf(posting)).rejects.toMatchObject({ code: 'WSP020' })
    await expect(source.build(posting)).rejects.toMatchObject({ code: 'WSP020' })
  },
)

describe('the stamp', () => {
  it('tells a missing file from an empty one', async () => {
    const missing = await stampOf(root, ['evidence'], now)
    await mkdir(join(root, 'evidence'))
    await put('evidence/shop.jsonl', '')
    expect((await stampOf(root, ['evidence'], now)).text).not.toBe(missing.text)
  })

  it('sees what was built for a posting, and does not wander deeper', async () => {
    await mkdir(join(root, 'out', 'cache', 'git'), { recursive: true })
    const before = await stampOf(root, ['out'], now)
    await put('out/cache/git/state', 'kept by a connector')
    expect((await stampOf(root, ['out'], now)).text).toBe(before.text)
    await put('out/acme/resume.pdf', '%PDF')
    expect((await stampOf(root, ['out'], now)).text).not.toBe(before.text)
  })

  it('is settled once its files are old enough', async () => {
    expect((await stampOf(root, ['resume.yaml'], Date.now() + 1_000)).settled).toBe(true)
    await sleep(1)
    await put('resume.yaml', RESUME)
    expect((await stampOf(root, ['resume.yaml'], Date.now())).settled).toBe(false)
  })
})
