import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { nodeHasher } from '../../src/platform/hasher.ts'
import { openLedger } from '../../src/platform/ledger-store.ts'
import { nodeLocks } from '../../src/platform/lock.ts'
import { collectRounds, editRounds } from './rounds.ts'

describe('kill -9', () => {
  it('loses no acknowledged fact in the middle of a collection', async () => {
    const outcome = await collectRounds(6, 42)
    expect(outcome.losses).toEqual([])
    expect(outcome.acknowledged).toBeGreaterThanOrEqual(6)
  })

  it('leaves the old or the new résumé, comments and all, in the middle of an edit', async () => {
    const outcome = await editRounds(6, 42)
    expect(outcome.losses).toEqual([])
    expect(outcome.acknowledged).toBeGreaterThanOrEqual(6)
  })
})

describe('four writers at once', () => {
  it('lose and interleave nothing', async () => {
    const root = mkdtempSync(join(tmpdir(), 'bonafide-writers-'))
    const entry = fileURLToPath(new URL('child.ts', import.meta.url))
    const codes = await Promise.all(
      [1, 2, 3, 4].map((writer) => {
        const child = spawn(process.execPath, [entry, 'append', root, String(writer)], {
          stdio: ['ignore', 'ignore', 'inherit'],
        })
        return new Promise((resolve) => child.on('close', resolve))
      }),
    )
    expect(codes).toEqual([0, 0, 0, 0])
    const { records, findings } = await openLedger(root, { hasher: nodeHasher, locks: nodeLocks }).read()
    expect(findings).toEqual([])
    const expected = [1, 2, 3, 4].flatMap((writer) =>
      Array.from({ length: 50 }, (_, index) => writer * 1000 + index),
    )
    expect(records.map(({ data }) => Number(data['number'])).toSorted((a, b) => a - b)).toEqual(expected)
    expect(readFileSync(join(root, 'evidence', 'shared.jsonl'), 'utf8').split('\n')).toHaveLength(201)
    rmSync(root, { recursive: true })
  })
})
