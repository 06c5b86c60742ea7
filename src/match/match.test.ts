import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Requirement } from '../posting/model.ts'
import { matchRequirements } from './match.ts'
import type { Said, Shown } from './model.ts'

const SKILLS = ['go', 'java', 'kafka', 'postgresql', 'redis', 'rest']

function requirement(id: string, modality: 'must' | 'nice', anyOf: readonly string[]): Requirement {
  return {
    id,
    modality,
    anyOf,
    years: null,
    text: anyOf.join(' or '),
    span: { start: 0, end: 1 },
    mentions: [],
  }
}

function person(said: readonly string[], shown: readonly string[] | null) {
  const place = (skill: string): Said => ({
    path: ['skills', 0, 'keywords', 0],
    span: { start: 0, end: 1 },
    skill,
  })
  const work = (skill: string): Shown => ({
    skill,
    evidence: [],
    commits: 3,
    days: 1,
    firstSeen: '2025-01',
    lastSeen: '2025-02',
  })
  return {
    said: new Map(said.map((skill) => [skill, [place(skill)]])),
    shown: shown === null ? null : new Map(shown.map((skill) => [skill, work(skill)])),
    leavesTraces: (skill: string) => skill !== 'german',
    name: (skill: string) => skill,
  }
}

describe('matchRequirements', () => {
  const cases = [
    { title: 'nothing asked', asked: [], said: ['go'], shown: ['go'], score: null, standings: [] },
    {
      title: 'all said and shown',
      asked: [requirement('r1', 'must', ['go'])],
      said: ['go'],
      shown: ['go'],
      score: 100,
      standings: ['shown-and-said'],
    },
    {
      title: 'shown but unsaid',
      asked: [requirement('r1', 'must', ['go'])],
      said: [],
      shown: ['go'],
      score: 60,
      standings: ['shown-unsaid'],
    },
    {
      title: 'said but unshown',
      asked: [requirement('r1', 'must', ['go'])],
      said: ['go'],
      shown: [],
      score: 50,
      standings: ['said-unshown'],
    },
    {
      title: 'said, nothing collected',
      asked: [requirement('r1', 'must', ['go'])],
      said: ['go'],
      shown: null,
      score: 50,
      standings: ['said-unshown'],
    },
    {
      title: 'said, and nothing could show it',
      asked: [requirement('r1', 'must', ['german'])],
      said: ['german'],
      shown: [],
      score: 100,
      standings: ['said'],
    },
    {
      title: 'missing',
      asked: [requirement('r1', 'must', ['go'])],
      said: [],
      shown: [],
      score: 0,
      standings: ['missing'],
    },
    {
      title: 'a must outweighs a nice-to-have',
      asked: [requirement('r1', 'must', ['go']), requirement('r2', 'nice', ['redis'])],
      said: ['go'],
      shown: ['go'],
      score: 75,
      standings: ['shown-and-said', 'missing'],
    },
    {
      title: 'of alternatives the best counts',
      asked: [requirement('r1', 'must', ['java', 'go'])],
      said: ['go'],
      shown: ['go'],
      score: 100,
      standings: ['shown-and-said'],
    },
    {
      title: 'no skill named is not scored',
      asked: [requirement('r1', 'must', []), requirement('r2', 'nice', ['go'])],
      said: ['go'],
      shown: ['go'],
      score: 100,
      standings: ['unknown', 'shown-and-said'],
    },
  ] as const
  it.each(cases)('$title', ({ asked, said, shown, score, standings }) => {
    const match = matchRequirements(asked, person(said, shown))
    expect(match.score).toBe(score)
    expect(match.rows.map((row) => row.standing)).toEqual(standings)
  })

  const anySkills = fc.uniqueArray(fc.constantFrom(...SKILLS))
  const anyRequirements = fc
    .array(fc.record({ modality: fc.constantFrom('must' as const, 'nice' as const), anyOf: anySkills }), {
      maxLength: 6,
    })
    .map((list) => list.map(({ modality, anyOf }, index) => requirement(`r${index + 1}`, modality, anyOf)))

  it('never lowers the score when an evidenced skill is added', () => {
    fc.assert(
      fc.property(
        anyRequirements,
        anySkills,
        anySkills,
        fc.constantFrom(...SKILLS),
        (asked, said, shown, added) => {
          const before = matchRequirements(asked, person(said, shown)).score
          const after = matchRequirements(asked, person([...said, added], [...shown, added])).score
          expect(after ?? 0).toBeGreaterThanOrEqual(before ?? 0)
        },
      ),
    )
  })

  it('gives the same score for any order of the requirements', () => {
    fc.assert(
      fc.property(anyRequirements, anySkills, anySkills, (asked, said, shown) => {
        const forwards = matchRequirements(asked, person(said, shown)).score
        expect(
          matchRequirements(asked.toReversed(), person(said.toReversed(), shown.toReversed())).score,
        ).toBe(forwards)
      }),
    )
  })

  it('explains each row with what the work shows', () => {
    const { rows } = matchRequirements([requirement('r1', 'must', ['kafka'])], person([], ['kafka']))
    expect(rows[0]?.why).toBe(
      'your work shows kafka (3 commits on 1 day, 2025-01 to 2025-02), but your résumé does not say it.',
    )
  })
})
