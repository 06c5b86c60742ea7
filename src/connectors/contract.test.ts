import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Connector, ConnectorContext } from '../core/connector.ts'
import { evidenceSchema, type EvidenceDraft } from '../core/evidence.ts'
import { nodeProcesses } from '../platform/processes.ts'
import { gitConnector } from './git/index.ts'
import { testContext } from './git/test-support/context.ts'
import { JON, makeRepository, MIRA } from './git/test-support/repository.ts'

/** What the contract needs of a connector: a source to collect from, made in an empty folder. */
interface ContractCase {
  readonly connector: Connector
  /** Options that fit the source. */
  readonly options: object
  readonly make: (folder: string) => Promise<void>
}

const CASES: readonly ContractCase[] = [
  {
    connector: gitConnector,
    options: { path: '.' },
    make: (folder) =>
      makeRepository(nodeProcesses, folder, [
        { at: '2025-03-01', files: { 'a.ts': '1\n', 'package.json': '{"dependencies":{"pg":"8"}}' } },
        { at: '2025-03-02', who: JON, files: { 'b.py': '1\n' } },
        { tag: 'v1.0.0', tagger: MIRA, at: '2025-03-03' },
      ]),
  },
]

const draftSchema = evidenceSchema.omit({ id: true })

it('has a case for every connector', async () => {
  const entries = await readdir(import.meta.dirname, { withFileTypes: true })
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  expect(CASES.map(({ connector }) => connector.id).sort()).toEqual(folders.sort())
})

describe.each(CASES)('the connector $connector.id', ({ connector, options, make }) => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bonafide-contract-'))
    await make(folder)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  function contextOf(overrides: Partial<ConnectorContext> = {}): ConnectorContext {
    return {
      ...testContext(folder),
      report: () => {},
      state: { load: () => Promise.resolve(null), save: () => Promise.resolve() },
      ...overrides,
    }
  }

  async function collect(overrides: Partial<ConnectorContext> = {}): Promise<readonly EvidenceDraft[]> {
    const drafts: EvidenceDraft[] = []
    const source = { id: 'the-source', options: connector.options.parse(options) }
    for await (const draft of connector.collect(source, contextOf(overrides))) drafts.push(draft)
    return drafts
  }

  it('yields evidence of its own kind, under its source, each key once', async () => {
    const drafts = await collect()
    expect(drafts.length).toBeGreaterThan(0)
    for (const draft of drafts) {
      expect(draftSchema.parse(draft)).toEqual(draft)
      expect(draft.source).toBe('the-source')
      expect(draft.connector).toBe(connector.id)
      expect(draft.kind.startsWith(`${connector.id}.`)).toBe(true)
      expect(draft.key.startsWith(`${draft.kind}:`)).toBe(true)
      expect(draft.period.from <= draft.period.to).toBe(true)
      expect(draft.provenance.method).toMatch(/^[a-z-]+\/\d+$/)
    }
    const keys = drafts.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('yields the same twice, byte by byte, with its state and without', async () => {
    let saved: Uint8Array | null = null
    const first = await collect({
      state: { load: () => Promise.resolve(null), save: (bytes) => Promise.resolve(void (saved = bytes)) },
    })
    const again = await collect()
    const resumed = await collect({
      state: { load: () => Promise.resolve(saved), save: () => Promise.resolve() },
    })
    expect(JSON.stringify(again)).toBe(JSON.stringify(first))
    expect(JSON.stringify(resumed)).toBe(JSON.stringify(first))
  })

  it('takes a state that is not its own for none', async () => {
    const state = { load: () => Promise.resolve(new Uint8Array([1, 2, 3])), save: () => Promise.resolve() }
    expect(await collect({ state })).toEqual(await collect())
  })

  it('stops with the reason when it is aborted', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    controller.abort(reason)
    await expect(collect({ signal: controller.signal })).rejects.toBe(reason)
  })

  it('tells its progress, and never more than all', async () => {
    let told = 0
    await collect({
      progress: ({ step, done, total }) => {
        told++
        expect(step).not.toBe('')
        if (total !== null) expect(done).toBeLessThanOrEqual(total)
      },
    })
    expect(told).toBeGreaterThan(0)
  })

  it('refuses options that it does not know', () => {
    expect(connector.options.safeParse({ ...options, surprising: true }).success).toBe(false)
    expect(connector.options.safeParse({}).success).toBe(false)
  })
})
