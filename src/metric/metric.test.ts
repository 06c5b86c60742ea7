import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  activityDraft,
  ledgerOfDrafts,
  releaseDraft,
  skillDraft,
  taxonomyOf,
} from '../../test/support/git-ledger.ts'
import type { MetricQuery } from './model.ts'
import { metrics } from './registry.ts'
import { skillsShown } from './skills-shown.ts'
import { wilson } from './wilson.ts'

const ledger = ledgerOfDrafts(
  activityDraft('shop', '2024-01', {
    commits: 10,
    merges: 2,
    days: 5,
    pullRequests: 4,
    linesAdded: 100,
    linesDeleted: 30,
    aiAssistedCommits: 1,
    teamCommits: 40,
    teamPeople: 5,
  }),
  activityDraft('shop', '2024-02', {
    commits: 20,
    merges: 1,
    days: 9,
    pullRequests: 8,
    linesAdded: 50,
    linesDeleted: 70,
    aiAssistedCommits: 0,
    teamCommits: 60,
    teamPeople: 7,
  }),
  activityDraft('mail', '2024-02', { commits: 7, days: 3, teamCommits: 7, teamPeople: 1 }),
  activityDraft('mail', '2024-04', { commits: 1, days: 1, teamCommits: 3, teamPeople: 2 }),
  releaseDraft('shop', '2024-02', { releases: 3, byUser: 2 }),
  skillDraft('shop', 'postgresql', '2024-Q1', { commits: 6, days: 4 }),
  skillDraft('mail', 'postgresql', '2024-Q1', { commits: 3, days: 2 }),
  skillDraft('mail', 'postgresql', '2024-Q3', { commits: 1, days: 1 }),
)

function compute(id: string, query: Partial<MetricQuery> = {}) {
  const metric = metrics.get(id)
  if (!metric) throw new Error(`no metric ${id}`)
  return metric.compute(ledger, { source: null, skill: null, from: null, to: null, ...query })
}

describe('metrics', () => {
  it.each<[string, Partial<MetricQuery>, number | null]>([
    ['git.commits', {}, 38],
    ['git.commits', { source: 'shop' }, 30],
    ['git.commits', { from: '2024-02', to: '2024-02' }, 27],
    ['git.commits', { from: '2024', to: '2024' }, 38],
    ['git.commits', { from: '2024-01-01', to: '2024-01-31' }, 10],
    ['git.commits', { from: '2019', to: '2023' }, null],
    ['git.commits', { from: '2024-02-15' }, null],
    ['git.commits', { source: 'nowhere' }, null],
    ['git.merges', { source: 'shop' }, 3],
    ['git.pull-requests', {}, 12],
    ['git.active-days', { source: 'shop' }, 14],
    ['git.active-days', {}, null],
    ['git.active-days', { from: '2024-03' }, 1],
    ['git.lines-added', {}, 150],
    ['git.lines-deleted', {}, 100],
    ['git.releases', {}, 2],
    ['git.team-releases', {}, 3],
    ['git.ai-assisted-share', { source: 'shop' }, 1 / 30],
    ['git.team-share', { source: 'shop' }, 0.3],
    ['git.team-share', { from: '2024-02-15', to: '2024-04' }, null],
    ['git.contributors', {}, 7],
    ['git.skill-commits', { skill: 'postgresql' }, 10],
    ['git.skill-commits', { skill: 'redis' }, null],
    ['git.skill-commits', {}, null],
    ['git.skill-commits', { skill: 'postgresql', from: '2024-02' }, null],
    ['git.skill-days', { skill: 'postgresql' }, null],
    ['git.skill-days', { skill: 'postgresql', source: 'mail' }, 3],
    ['git.skill-months', { skill: 'postgresql' }, 9],
  ])('%s over %j is %j', (id, query, value) => {
    expect(compute(id, query).value).toBe(value)
  })

  it('gives what an unknown number lies between, and says why', () => {
    expect(compute('git.active-days')).toMatchObject({ range: { low: 15, high: 18 }, n: 0 })
    const cut = compute('git.commits', { from: '2024-02-15' })
    expect(cut.range).toEqual({ low: 1, high: 28 })
    expect(cut.note).toContain('2024-02-01 to 2024-02-29')
    expect(compute('git.commits', { from: '2019', to: '2023' }).note).toContain('no evidence')
  })

  it('does not know the lines of commits whose contents are missing', () => {
    const partial = ledgerOfDrafts(
      activityDraft('shop', '2024-01', { commits: 3, linesAdded: 9, commitsWithoutLines: 2 }),
    )
    const result = metrics
      .get('git.lines-added')
      ?.compute(partial, { source: null, skill: null, from: null, to: null })
    expect(result).toMatchObject({ value: null, note: 'The lines of 2 commits are not in this clone.' })
  })

  it('carries evidence, period, n, interval and method', () => {
    const share = compute('git.team-share', { source: 'shop' })
    expect(share).toMatchObject({ n: 100, from: '2024-01-01', to: '2024-02-29', method: 'git-team-share/1' })
    expect(share.evidence).toHaveLength(2)
    expect(share.interval?.low).toBeCloseTo(0.2189, 3)
    expect(share.interval?.high).toBeCloseTo(0.3958, 3)
  })

  it('has one definition and one method a metric', () => {
    const all = [...metrics.values()]
    expect(new Set(all.map(({ method }) => method)).size).toBe(all.length)
    for (const metric of all) expect(metric.definition).toMatch(/^[A-Z].*\.$/)
  })

  it('leaves out records whose data is not of their kind', () => {
    const draft = activityDraft('shop', '2024-01', { commits: 3 })
    const damaged = ledgerOfDrafts({ ...draft, data: { ...draft.data, commits: -1 } })
    expect(
      metrics.get('git.commits')?.compute(damaged, { source: null, skill: null, from: null, to: null }).value,
    ).toBeNull()
  })

  it('adds up: the months of a period make the period, in any order', () => {
    const months = fc.uniqueArray(
      fc.record({ month: fc.integer({ min: 1, max: 12 }), commits: fc.nat(500), days: fc.nat(28) }),
      { selector: ({ month }) => month, minLength: 1 },
    )
    fc.assert(
      fc.property(months, (rows) => {
        const drafts = rows.map(({ month, ...data }) =>
          activityDraft('a', `2024-${String(month).padStart(2, '0')}`, data),
        )
        for (const id of ['git.commits', 'git.active-days']) {
          const of = (from: string, to: string, reverse = false) =>
            metrics.get(id)?.compute(ledgerOfDrafts(...(reverse ? drafts.toReversed() : drafts)), {
              source: null,
              skill: null,
              from,
              to,
            })
          const halves = (of('2024-01', '2024-06')?.value ?? 0) + (of('2024-07', '2024-12')?.value ?? 0)
          expect(of('2024', '2024')?.value).toBe(halves)
          expect(of('2024', '2024', true)).toEqual(of('2024', '2024'))
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('wilson', () => {
  it.each([
    [9, 10, 0.5958, 0.9821],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [500, 1000, 0.4691, 0.5309],
  ])('%i of %i is %f to %f', (successes, n, low, high) => {
    const interval = wilson(successes, n)
    expect(interval?.low).toBeCloseTo(low, 3)
    expect(interval?.high).toBeCloseTo(high, 3)
  })

  it('knows nothing of nothing', () => {
    expect(wilson(0, 0)).toBeNull()
  })

  it('holds the share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (n, some) => {
        const successes = Math.min(n, some)
        const interval = wilson(successes, n)
        expect(interval?.low).toBeLessThanOrEqual(successes / n)
        expect(interval?.high).toBeGreaterThanOrEqual(successes / n)
      }),
    )
  })
})

describe('skillsShown', () => {
  const taxonomy = taxonomyOf([
    { id: 'javascript', name: 'JavaScript', parents: [] },
    { id: 'nodejs', name: 'Node.js', parents: ['javascript'] },
    { id: 'express', name: 'Express', parents: ['nodejs'] },
    { id: 'fastify', name: 'Fastify', parents: ['nodejs'] },
  ])

  it('shows what a skill implies, counting no commit or day twice', () => {
    const shown = skillsShown(
      ledgerOfDrafts(
        skillDraft('a', 'express', '2024-Q1', { commits: 5, days: 3 }),
        skillDraft('a', 'fastify', '2024-Q1', { commits: 4, days: 4 }),
        skillDraft('b', 'express', '2024-Q1', { commits: 2, days: 2 }),
        skillDraft('a', 'nodejs', '2024-Q3', { commits: 1, days: 1 }),
      ),
      taxonomy,
    )
    expect([...shown.keys()]).toEqual(['express', 'fastify', 'javascript', 'nodejs'])
    expect(shown.get('express')).toMatchObject({
      commits: 7,
      days: 3,
      firstSeen: '2024-01',
      lastSeen: '2024-03',
    })
    expect(shown.get('nodejs')).toMatchObject({
      commits: 8,
      days: 5,
      firstSeen: '2024-01',
      lastSeen: '2024-09',
    })
    expect(shown.get('javascript')?.evidence).toHaveLength(4)
  })

  it('knows the first and last month from the first and last day of work', () => {
    const shown = skillsShown(
      ledgerOfDrafts(
        { ...skillDraft('a', 'express', '2024-Q1'), period: { from: '2024-02-11', to: '2024-03-02' } },
        { ...skillDraft('a', 'express', '2024-Q2'), period: { from: '2024-04-30', to: '2024-05-01' } },
      ),
      taxonomy,
    )
    expect(shown.get('express')).toMatchObject({ firstSeen: '2024-02', lastSeen: '2024-05' })
  })

  it('does not show a skill by evidence without commits, nor one unknown to the taxonomy less than itself', () => {
    const shown = skillsShown(
      ledgerOfDrafts(
        skillDraft('a', 'express', '2024-Q1', { commits: 0 }),
        skillDraft('a', 'newthing', '2024-Q1'),
      ),
      taxonomy,
    )
    expect([...shown.keys()]).toEqual(['newthing'])
  })

  it('never counts more than all records together, nor less than the largest', () => {
    const record = fc.record({
      source: fc.constantFrom('a', 'b'),
      skill: fc.constantFrom('express', 'fastify', 'nodejs', 'javascript'),
      quarter: fc.constantFrom('2024-Q1', '2024-Q2'),
      commits: fc.integer({ min: 1, max: 50 }),
    })
    const records = fc.uniqueArray(record, {
      selector: (r) => `${r.source}${r.skill}${r.quarter}`,
      minLength: 1,
    })
    fc.assert(
      fc.property(records, (rows) => {
        const drafts = rows.map((row) =>
          skillDraft(row.source, row.skill, row.quarter, { commits: row.commits, days: row.commits }),
        )
        const shown = skillsShown(ledgerOfDrafts(...drafts), taxonomy).get('javascript')
        const counts = rows.map(({ commits }) => commits)
        expect(shown?.commits).toBeLessThanOrEqual(counts.reduce((a, b) => a + b, 0))
        expect(shown?.commits).toBeGreaterThanOrEqual(Math.max(...counts))
        expect(shown?.days).toBeLessThanOrEqual(shown?.commits ?? 0)
      }),
      { numRuns: 60 },
    )
  })
})
