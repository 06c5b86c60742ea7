import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evidenceSchema, type EvidenceDraft } from '../core/evidence.ts'
import { evidenceId, stampEvidence } from '../core/evidence-id.ts'
import { nodeHasher } from './hasher.ts'

const draft: EvidenceDraft = {
  v: 1,
  kind: 'git.activity',
  key: 'git.activity:2025-03',
  source: 'shop-api',
  connector: 'git',
  period: { from: '2025-03-01', to: '2025-03-31' },
  data: { month: '2025-03', commits: 41, days: 12 },
  provenance: { method: 'git-activity/1', ref: 'c0ffee', inputs: 'ab'.repeat(32) },
}

describe('nodeHasher', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('hashes %j as FIPS 180-4 says', (content, hex) => {
    expect(nodeHasher.sha256(content)).toBe(hex)
    expect(nodeHasher.sha256(new TextEncoder().encode(content))).toBe(hex)
  })

  it('writes canonical JSON: members by code unit, numbers as ECMAScript writes them', () => {
    expect(nodeHasher.canonical({ b: 1e21, a: [0.1, 1.0], '€': null, A: 'ö\n' })).toBe(
      '{"A":"ö\\n","a":[0.1,1],"b":1e+21,"€":null}',
    )
  })

  it('refuses what JSON cannot carry', () => {
    expect(() => nodeHasher.canonical(Number.NaN)).toThrow()
    expect(() => nodeHasher.canonical(undefined as never)).toThrow()
  })
})

describe('evidenceId', () => {
  it('does not depend on the order of members, nor on an id that is already there', () => {
    const { v, kind, ...rest } = draft
    const shuffled = { ...rest, data: { days: 12, commits: 41, month: '2025-03' }, kind, v }
    expect(evidenceId(shuffled, nodeHasher)).toBe(evidenceId(draft, nodeHasher))
    expect(evidenceId(stampEvidence(draft, nodeHasher), nodeHasher)).toBe(evidenceId(draft, nodeHasher))
  })

  it('makes a record that the schema accepts', () => {
    expect(evidenceSchema.parse(stampEvidence(draft, nodeHasher)).id).toMatch(/^ev-[0-9a-f]{32}$/)
  })

  it('changes when any member changes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('key', 'source', 'connector', 'kind'),
        fc.string({ minLength: 1 }),
        (member, text) => {
          fc.pre(text !== draft[member as 'key'])
          expect(evidenceId({ ...draft, [member]: text }, nodeHasher)).not.toBe(evidenceId(draft, nodeHasher))
        },
      ),
    )
    expect(evidenceId({ ...draft, data: { ...draft.data, commits: 42 } }, nodeHasher)).not.toBe(
      evidenceId(draft, nodeHasher),
    )
  })
})
