import { execFile } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { EvidenceDraft } from '../core/evidence.ts'
import type { LedgerStore } from '../core/ledger-store.ts'
import { nodeHasher } from './hasher.ts'
import { MAX_LINE_BYTES } from './ledger-lines.ts'
import { openLedger } from './ledger-store.ts'
import { nodeLocks, tryLock } from './lock.ts'

let parent: string
let root: string
let ledger: LedgerStore
let round = 0
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'bonafide-ledger-'))
})
afterAll(() => rmSync(parent, { recursive: true, force: true }))
beforeEach(() => {
  root = join(parent, String(round++))
  ledger = openLedger(root, { hasher: nodeHasher, locks: nodeLocks })
})

function draft(name: string, commits: number, source = 'shop'): EvidenceDraft {
  return {
    v: 1,
    kind: 'git.activity',
    key: `git.activity:${name}`,
    source,
    connector: 'git',
    period: { from: '2025-03-01', to: '2025-03-31' },
    data: { month: name, commits, note: 'größer\nzweite Zeile' },
    provenance: { method: 'git-activity/1', ref: 'c0ffee', inputs: 'ab'.repeat(32) },
  }
}
const three = [draft('2025-01', 1), draft('2025-02', 2), draft('2025-03', 3)]
const file = (): string => join(root, 'evidence', 'shop.jsonl')
const content = (): string => readFileSync(file(), 'utf8')
async function commits(): Promise<Record<string, unknown>> {
  const { records } = await ledger.read()
  return Object.fromEntries(records.map((record) => [record.key.slice(13), record.data['commits']]))
}
const none = { added: 0, replaced: 0, retracted: 0, unchanged: 0, kept: 0 }

describe('record', () => {
  it('adds all facts, and nothing the second time', async () => {
    expect(await ledger.record('shop', three)).toEqual({ ...none, added: 3, findings: [] })
    const before = content()
    expect(before.split('\n')).toHaveLength(4)
    expect(await ledger.record('shop', three)).toEqual({ ...none, unchanged: 3, findings: [] })
    expect(await ledger.record('shop', three.toReversed())).toMatchObject({ unchanged: 3 })
    expect(content()).toBe(before)
  })

  it('replaces what changed, takes back what is gone, and takes it up again', async () => {
    await ledger.record('shop', three)
    const before = content()
    const second = await ledger.record('shop', [draft('2025-01', 1), draft('2025-02', 20)])
    expect(second).toMatchObject({ added: 0, replaced: 1, retracted: 1, unchanged: 1 })
    expect(content().startsWith(before)).toBe(true)
    expect(await commits()).toEqual({ '2025-01': 1, '2025-02': 20 })
    expect(await ledger.record('shop', three)).toMatchObject({
      added: 1,
      replaced: 1,
      retracted: 0,
      unchanged: 1,
    })
    expect(await commits()).toEqual({ '2025-01': 1, '2025-02': 2, '2025-03': 3 })
  })

  it('takes nothing back after a collection that was not whole', async () => {
    await ledger.record('shop', three)
    const part = await ledger.record('shop', [draft('2025-01', 10)], { isComplete: () => false })
    expect(part).toMatchObject({ replaced: 1, retracted: 0, kept: 2 })
    expect(await commits()).toEqual({ '2025-01': 10, '2025-02': 2, '2025-03': 3 })
  })

  it('writes nothing when the collection fails or is stopped in the middle', async () => {
    await ledger.record('shop', three)
    const before = content()
    const stop = new AbortController()
    const failing = async function* (): AsyncGenerator<EvidenceDraft> {
      yield draft('2025-01', 99)
      throw new RangeError('the disk of the repository died')
    }
    const stopped = async function* (): AsyncGenerator<EvidenceDraft> {
      yield draft('2025-01', 99)
      stop.abort()
      yield draft('2025-02', 99)
    }
    await expect(ledger.record('shop', failing())).rejects.toThrow(RangeError)
    await expect(ledger.record('shop', stopped(), { signal: stop.signal })).rejects.toMatchObject({
      name: 'AbortError',
    })
    expect(content()).toBe(before)
  })

  it('leaves out for good what the user took back', async () => {
    await ledger.record('shop', three)
    const withdrawn = (await ledger.read()).records[1]
    const line = { v: 1, retract: withdrawn?.id, key: withdrawn?.key, source: 'shop', reason: 'not my work' }
    appendFileSync(file(), `${JSON.stringify(line)}\n`)
    expect(await ledger.record('shop', three)).toMatchObject({ added: 0, unchanged: 3 })
    expect(await commits()).toEqual({ '2025-01': 1, '2025-03': 3 })
    expect(await ledger.record('shop', [draft('2025-02', 5)])).toMatchObject({ added: 1, retracted: 2 })
    expect(await commits()).toEqual({ '2025-02': 5 })
  })

  it('refuses what a connector must not yield', async () => {
    await expect(ledger.record('shop', [draft('a', 1), draft('a', 2)])).rejects.toThrow('twice')
    await expect(ledger.record('shop', [draft('a', 1, 'other')])).rejects.toThrow('other')
    await expect(ledger.record('shop', [{ ...draft('a', 1), kind: 'Nonsense' }])).rejects.toThrow()
    expect(await ledger.record('shop', [draft('a', 1), draft('a', 1)])).toMatchObject({ added: 1 })
  })

  it('ends at the state of the last whole collection, whatever came before', async () => {
    const collection = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(3), {
      noNullPrototype: true,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(collection, { minLength: 1, maxLength: 4 }), async (collections) => {
        root = join(parent, String(round++))
        ledger = openLedger(root, { hasher: nodeHasher, locks: nodeLocks })
        for (const facts of collections) {
          await ledger.record(
            'shop',
            Object.entries(facts).map(([name, count]) => draft(name, count)),
          )
        }
        expect(await commits()).toEqual(collections.at(-1))
      }),
      { numRuns: 30 },
    )
  })

  it('keeps the file as it was when the disk takes no more (RLIMIT_FSIZE)', async () => {
    await ledger.record('shop', three)
    const before = content()
    const code = `
      const { openLedger } = await import(${JSON.stringify(new URL('./ledger-store.ts', import.meta.url).href)})
      const { nodeHasher } = await import(${JSON.stringify(new URL('./hasher.ts', import.meta.url).href)})
      const { nodeLocks } = await import(${JSON.stringify(new URL('./lock.ts', import.meta.url).href)})
      const base = ${JSON.stringify(draft('x', 1))}
      const drafts = Array.from({ length: 900 }, (_, index) => ({ ...base, key: 'k' + index }))
      await openLedger(${JSON.stringify(root)}, { hasher: nodeHasher, locks: nodeLocks })
        .record('shop', drafts).catch((error) => console.log(error.code))`
    const shell = 'ulimit -f 64; exec "$0" --input-type=module -e "$1"'
    const { stdout } = await promisify(execFile)('bash', ['-c', shell, process.execPath, code])
    expect(stdout.trim()).toBe('FIL005')
    expect(content()).toBe(before)
  })
})

describe('a ledger that was damaged', () => {
  it('loses only the cut line at whatever byte the power went', async () => {
    await ledger.record('shop', three)
    const whole = readFileSync(file())
    const lastStart = whole.lastIndexOf(10, whole.length - 2) + 1
    const lengths = fc.integer({ min: lastStart, max: whole.length - 1 })
    await fc.assert(
      fc.asyncProperty(lengths, async (length) => {
        writeFileSync(file(), whole.subarray(0, length))
        rmSync(`${file()}.cut`, { force: true })
        const isCut = length > lastStart && length < whole.length - 1
        const { records, findings } = await ledger.read()
        expect(records).toHaveLength(length < whole.length - 1 ? 2 : 3)
        expect(findings.map((finding) => [finding.code, finding.position?.line])).toEqual(
          isCut ? [['LED001', 3]] : [],
        )
        expect(statSync(file()).size).toBe(length)
        const repaired = await ledger.record('shop', three)
        expect(repaired.findings.map((finding) => finding.code)).toEqual(isCut ? ['LED001'] : [])
        expect(readFileSync(file())).toEqual(whole)
        expect(existsSync(`${file()}.cut`)).toBe(isCut)
        if (isCut) {
          const aside = readFileSync(`${file()}.cut`)
          expect(aside.subarray(0, -1)).toEqual(whole.subarray(lastStart, length))
        }
        expect((await ledger.read()).findings).toEqual([])
      }),
      { numRuns: 40, examples: [[lastStart], [lastStart + 1], [whole.length - 1], [whole.length - 2]] },
    )
  })

  it('takes a tail of zero bytes, as some file systems leave it, for a cut line', async () => {
    await ledger.record('shop', three)
    const before = content()
    truncateSync(file(), before.length + 4096)
    expect((await ledger.read()).findings.map((finding) => finding.code)).toEqual(['LED001'])
    await ledger.record('shop', three)
    expect(content()).toBe(before)
  })

  it.each([
    ['no JSON', () => '{"v":1,', 'LED002'],
    ['JSON of another shape', () => '{"v":2,"kind":"x"}', 'LED002'],
    ['a retraction of no known shape', () => '{"v":1,"retract":"ev-1"}', 'LED002'],
    ['no UTF-8', () => Buffer.from([0x7b, 0xff, 0x7d]), 'LED002'],
    ['a line beyond all bounds', () => 'x'.repeat(MAX_LINE_BYTES + 1), 'LED002'],
    ['a number that was raised', (line: string) => line.replace('"commits":2', '"commits":200'), 'LED003'],
    [
      'a record of another source',
      (line: string) => line.replace('"source":"shop"', '"source":"other"'),
      'LED004',
    ],
  ])('passes over %s in the middle, says where, and keeps the line', async (_, damage, code) => {
    await ledger.record('shop', three)
    const lines = content().split('\n')
    const bad = Buffer.from(damage(lines[1] ?? ''))
    writeFileSync(file(), Buffer.concat([Buffer.from(`${lines[0]}\n`), bad, Buffer.from(`\n${lines[2]}\n`)]))
    const damaged = readFileSync(file())
    const { records, findings } = await ledger.read()
    expect(records.map((record) => record.data['commits'])).toEqual([1, 3])
    expect(findings).toMatchObject([{ code, position: { file: 'evidence/shop.jsonl', line: 2, column: 1 } }])
    expect(await ledger.record('shop', three)).toMatchObject({ added: 1, unchanged: 2, findings: [{ code }] })
    expect(readFileSync(file()).subarray(0, damaged.length)).toEqual(damaged)
    expect(await commits()).toEqual({ '2025-01': 1, '2025-02': 2, '2025-03': 3 })
  })

  it('counts damaged lines beyond the first twenty instead of listing them', async () => {
    mkdirSync(dirname(file()), { recursive: true })
    writeFileSync(file(), 'nonsense\n'.repeat(30))
    const { findings } = await ledger.read()
    expect(findings).toHaveLength(21)
    expect(findings.at(-1)?.message).toContain('10 more lines')
  })

  it('reads a file whose line breaks were turned into CRLF', async () => {
    await ledger.record('shop', three)
    writeFileSync(file(), `${content().replaceAll('\n', '\r\n')}\r\n`)
    expect(await ledger.read()).toMatchObject({ records: [{}, {}, {}], findings: [] })
  })

  it('does not take a line that is just being written for a cut one', async () => {
    await ledger.record('shop', three)
    const release = await tryLock(join(root, '.bonafide', 'locks', 'shop.jsonl.lock'))
    appendFileSync(file(), '{"v":1,"kind":"git.act')
    expect(await ledger.read()).toMatchObject({ records: [{}, {}, {}], findings: [] })
    release?.()
    expect(await ledger.read()).toMatchObject({ findings: [{ code: 'LED001' }] })
  })
})

describe('read', () => {
  it('gives nothing where nothing was collected', async () => {
    expect(await ledger.read()).toEqual({ records: [], findings: [] })
  })

  it('reads lines across the bounds of its chunks', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => draft(`k${index}`, index))
    await ledger.record('shop', many)
    expect(statSync(file()).size).toBeGreaterThan(512 * 1024)
    const { records, findings } = await ledger.read()
    expect(findings).toEqual([])
    expect(records.map((record) => record.data['commits'])).toEqual(many.map((_, index) => index))
  })

  it('tells a folder that stands where the file should be', async () => {
    mkdirSync(file(), { recursive: true })
    await expect(ledger.read()).rejects.toMatchObject({ code: 'FIL002' })
    await expect(ledger.record('shop', three)).rejects.toMatchObject({ code: 'FIL002' })
  })
})
