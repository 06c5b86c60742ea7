import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Connector, ConnectorContext } from '../../core/connector.ts'
import type { EvidenceDraft } from '../../core/evidence.ts'
import { userError } from '../../core/user-error.ts'
import { nodeFiles } from '../../platform/files.ts'
import { nodeHasher } from '../../platform/hasher.ts'
import { openLedger } from '../../platform/ledger-store.ts'
import { nodeLocks } from '../../platform/lock.ts'
import { nodeProcesses } from '../../platform/processes.ts'
import { loadWorkspace, requireConfig } from '../workspace/load.ts'
import { collectCodes } from './codes.ts'
import { collect, type CollectOptions } from './collect.ts'

let parent: string
let root: string
let round = 0
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'bonafide-collect-'))
})
afterAll(() => rmSync(parent, { recursive: true, force: true }))
beforeEach(() => {
  root = join(parent, String(round++))
  mkdirSync(root)
})

const options = z.strictObject({ numbers: z.array(z.int()), mode: z.enum(['all', 'some']).exactOptional() })

function draft(source: string, number: number): EvidenceDraft {
  return {
    v: 1,
    kind: 'list.number',
    key: `list.number:${number}`,
    source,
    connector: 'list',
    period: { from: '2025-01-01', to: '2025-01-31' },
    data: { number },
    provenance: { method: 'list/1', ref: 'bonafide.yaml', inputs: '0'.repeat(64) },
  }
}

/** Yields the numbers of its options; `before` runs ahead of each. */
function listConnector(
  before: (number: number, context: ConnectorContext) => void | Promise<void> = () => {},
): Connector<typeof options> {
  return {
    id: 'list',
    title: 'A list',
    reads: 'Numbers of the configuration.',
    options,
    async *collect(source, context) {
      for (const number of source.options.numbers) {
        await before(number, context)
        yield draft(source.id, number)
      }
    },
  }
}

async function run(sources: string, connector = listConnector(), more: Partial<CollectOptions> = {}) {
  writeFileSync(join(root, 'bonafide.yaml'), `identity:\n  name: Mira Holt\nsources:\n${sources}`)
  const workspace = requireConfig(await loadWorkspace(root, { files: nodeFiles }))
  const ledger = openLedger(root, { hasher: nodeHasher, locks: nodeLocks })
  const signals = { edition: '1', signalsOfPath: () => [], byDependency: () => [], byImage: () => [] }
  const ports = { files: nodeFiles, processes: nodeProcesses, hasher: nodeHasher, signals, ledger }
  // A connector's own options are known to itself alone; the collection takes any.
  return collect({ workspace, connectors: [connector], ports, ...more })
}
const source = (id: string, rest = 'numbers: [1, 2]'): string =>
  `  - id: ${id}\n    connector: list\n    ${rest}\n`
const none = { added: 0, replaced: 0, retracted: 0, unchanged: 0, kept: 0 }

describe('collect', () => {
  it('brings the ledger up to date, source by source, and adds nothing the second time', async () => {
    expect(await run(source('a') + source('b'))).toEqual({
      sources: [
        { id: 'a', connector: 'list', counts: { ...none, added: 2 }, findings: [] },
        { id: 'b', connector: 'list', counts: { ...none, added: 2 }, findings: [] },
      ],
    })
    const before = readFileSync(join(root, 'evidence', 'a.jsonl'))
    expect(await run(source('a') + source('b'), undefined, { only: ['a'] })).toMatchObject({
      sources: [{ id: 'a', counts: { ...none, unchanged: 2 } }],
    })
    expect(readFileSync(join(root, 'evidence', 'a.jsonl'))).toEqual(before)
    expect((await run(source('a', 'numbers: [2, 3]'))).sources[0]?.counts).toEqual({
      ...none,
      added: 1,
      retracted: 1,
      unchanged: 1,
    })
  })

  it('says where the options are wrong, and goes on with the other sources', async () => {
    const { sources } = await run(
      source('a', 'numbers: [1, two]\n    mode: al\n    nubmers: []') + source('b'),
    )
    expect(sources[0]?.counts).toBeNull()
    expect(
      sources[0]?.findings.map(({ code, message, position }) => [
        code,
        position?.line,
        position?.column,
        message,
      ]),
    ).toEqual([
      ['WSP003', 6, 18, 'sources[0].numbers[1]: expected a number, found “two”.'],
      ['WSP003', 7, 11, 'sources[0].mode: expected all or some, found “al”. Did you mean all?'],
      ['WSP004', 8, 5, 'sources[0].nubmers is no known key. Did you mean numbers?'],
    ])
    expect(sources[1]?.counts).toMatchObject({ added: 2 })
  })

  it('names the connectors where one is unknown', async () => {
    const { sources } = await run('  - id: a\n    connector: lost\n')
    expect(sources[0]).toMatchObject({
      counts: null,
      findings: [
        {
          code: 'COL002',
          message: 'There is no connector “lost”. Did you mean list?',
          position: { line: 5, column: 16 },
        },
      ],
    })
  })

  it('refuses to collect a source that is not there', async () => {
    await expect(run(source('shop'), undefined, { only: ['shoq'] })).rejects.toMatchObject({
      code: 'COL001',
      message: expect.stringContaining('Did you mean shop?'),
    })
  })

  it('leaves the ledger as it was when a source fails in the middle', async () => {
    await run(source('a'))
    const before = readFileSync(join(root, 'evidence', 'a.jsonl'))
    const failing = listConnector((number) => {
      if (number === 4) throw userError(collectCodes, 'COL003', 'the disk is gone', { help: 'Buy another.' })
    })
    const { sources } = await run(source('a', 'numbers: [3, 4]') + source('b'), failing)
    expect(sources).toMatchObject([
      {
        counts: null,
        findings: [
          { code: 'COL003', message: 'a: the disk is gone', help: 'Buy another.', position: { line: 4 } },
        ],
      },
      { counts: { added: 2 } },
    ])
    expect(readFileSync(join(root, 'evidence', 'a.jsonl'))).toEqual(before)
  })

  it('lets bugs through with their stack', async () => {
    const broken = listConnector(() => {
      throw new TypeError('number.toFoo is not a function')
    })
    await expect(run(source('a'), broken)).rejects.toThrow(TypeError)
  })

  it('changes nothing of the source at which it is stopped, nor of those after it', async () => {
    const stop = new AbortController()
    const stopping = listConnector((number) => {
      if (number === 7) stop.abort()
    })
    const { sources } = await run(source('a') + source('b', 'numbers: [6, 7, 8]') + source('c'), stopping, {
      signal: stop.signal,
    })
    expect(sources).toMatchObject([
      { counts: { added: 2 }, findings: [] },
      { counts: null, findings: [{ code: 'COL005' }] },
      { counts: null, findings: [{ code: 'COL005' }] },
    ])
  })

  it.each([
    [
      'reports an error',
      (context: ConnectorContext) =>
        context.report({
          code: 'LST001',
          name: 'page-torn',
          severity: 'error',
          message: 'A page is torn.',
          position: null,
        }),
    ],
    ['says that it is incomplete', (context: ConnectorContext) => context.incomplete?.()],
  ])('takes nothing back when the connector %s', async (_, act) => {
    await run(source('a'))
    const { sources } = await run(
      source('a', 'numbers: [3]'),
      listConnector((__, context) => act(context)),
    )
    expect(sources[0]?.counts).toEqual({ ...none, added: 1, kept: 2 })
    expect(sources[0]?.findings.at(-1)).toMatchObject({
      code: 'COL004',
      message: expect.stringContaining('2 facts'),
    })
  })

  it('keeps what a connector remembers below out/, and does without where it cannot', async () => {
    const seen: (string | null)[] = []
    const remembering = listConnector(async (number, { state }) => {
      const bytes = await state.load()
      seen.push(bytes === null ? null : new TextDecoder().decode(bytes))
      await state.save(new TextEncoder().encode(`at ${number}`))
    })
    await run(source('a'), remembering)
    expect(readFileSync(join(root, 'out', 'cache', 'list', 'a'), 'utf8')).toBe('at 2')
    await run(source('a'), remembering)
    rmSync(join(root, 'out'), { recursive: true })
    writeFileSync(join(root, 'out'), 'a file where a folder should be')
    expect((await run(source('a'), remembering)).sources[0]?.counts).toMatchObject({ unchanged: 2 })
    expect(seen).toEqual([null, 'at 1', 'at 2', 'at 1', null, null])
  })
})
