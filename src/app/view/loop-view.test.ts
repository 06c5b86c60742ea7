import { describe, expect, it } from 'vitest'
import { activityDraft, ledgerOfDrafts, releaseDraft, skillDraft } from '../../../test/support/git-ledger.ts'
import type { EvidenceDraft } from '../../core/evidence.ts'
import type { Taxonomy } from '../../skill/model.ts'
import { skillsOverTime } from './loop-view.ts'

const taxonomy = {
  skills: new Map([
    ['java', { name: 'Java', kind: 'language' }],
    ['redis', { name: 'Redis', kind: 'datastore' }],
  ]),
} as unknown as Taxonomy

function overTime(...drafts: readonly EvidenceDraft[]) {
  return skillsOverTime(ledgerOfDrafts(...drafts), taxonomy)
}

describe('quarters', () => {
  it('stand without holes, over the turn of years', () => {
    const { quarters } = overTime(
      skillDraft('shop', 'java', '2023-Q3'),
      skillDraft('shop', 'java', '2025-Q1'),
    )
    expect(quarters).toEqual(['2023-Q3', '2023-Q4', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4', '2025-Q1'])
  })

  it('begin and end with any activity, with or without a skill', () => {
    const { quarters, rows } = overTime(
      activityDraft('shop', '2024-02'),
      skillDraft('shop', 'java', '2024-Q2'),
      activityDraft('shop', '2024-12'),
    )
    expect(quarters).toEqual(['2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4'])
    expect(rows[0]?.commits).toEqual([0, 1, null, 0])
  })

  it('are none where there is neither', () => {
    expect(overTime(releaseDraft('shop', '2024-02'))).toEqual({ quarters: [], rows: [] })
  })
})

describe('counts', () => {
  it('are 0 where a source was active without the skill, and null where no source was', () => {
    const { quarters, rows } = overTime(
      skillDraft('shop', 'java', '2024-Q1', { commits: 4 }),
      activityDraft('shop', '2024-05', { commits: 2 }),
      skillDraft('shop', 'java', '2024-Q4', { commits: 3 }),
    )
    expect(quarters).toHaveLength(4)
    expect(rows.map(({ commits }) => commits)).toEqual([[4, 0, null, 3]])
  })

  it('of several sources are added up', () => {
    const { rows } = overTime(
      skillDraft('shop', 'java', '2024-Q1', { commits: 4, days: 3 }),
      skillDraft('tracker', 'java', '2024-Q1', { commits: 5, days: 2 }),
      skillDraft('tracker', 'java', '2024-Q2', { commits: 1, days: 1 }),
    )
    expect(rows).toEqual([
      { id: 'java', name: 'Java', kind: 'language', commits: [9, 1], total: 10, days: 6 },
    ])
  })

  it('say as much as their row says', () => {
    const { rows } = overTime(
      skillDraft('shop', 'java', '2024-Q1', { commits: 4 }),
      skillDraft('shop', 'redis', '2024-Q3', { commits: 7 }),
    )
    for (const { commits, total } of rows) {
      expect(commits.reduce<number>((sum, count) => sum + (count ?? 0), 0)).toBe(total)
    }
  })
})

describe('rows', () => {
  it('stand by commits, then by id, so that the order is always the same', () => {
    const { rows } = overTime(
      skillDraft('shop', 'redis', '2024-Q1', { commits: 2 }),
      skillDraft('shop', 'java', '2024-Q1', { commits: 2 }),
      skillDraft('shop', 'zig', '2024-Q1', { commits: 9 }),
    )
    expect(rows.map(({ id }) => id)).toEqual(['zig', 'java', 'redis'])
  })

  it('name a skill that the taxonomy does not know by its id', () => {
    expect(overTime(skillDraft('shop', 'zig', '2024-Q1')).rows[0]).toMatchObject({
      name: 'zig',
      kind: 'tool',
    })
  })

  it('are at most 24', () => {
    const drafts = Array.from({ length: 30 }, (_, index) => skillDraft('shop', `skill-${index}`, '2024-Q1'))
    expect(overTime(...drafts).rows).toHaveLength(24)
  })
})
