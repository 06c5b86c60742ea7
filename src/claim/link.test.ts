import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  activityDraft,
  ledgerOfDrafts,
  releaseDraft,
  skillDraft,
  taxonomyOf,
} from '../../test/support/git-ledger.ts'
import { stampEvidence } from '../core/evidence-id.ts'
import { nodeHasher } from '../platform/hasher.ts'
import type { Resume } from '../resume/model.ts'
import { normaliseResume } from '../resume/normalise.ts'
import type { SkillFinder } from '../skill/model.ts'
import { evidenceLines } from './evidence-lines.ts'
import { linkClaims } from './link.ts'
import { suggestReferences } from './suggest.ts'

const taxonomy = taxonomyOf([
  { id: 'javascript', name: 'JavaScript', parents: [] },
  { id: 'nodejs', name: 'Node.js', parents: ['javascript'] },
  { id: 'express', name: 'Express', parents: ['nodejs'] },
  { id: 'postgresql', name: 'PostgreSQL', parents: [] },
  { id: 'redis', name: 'Redis', parents: [] },
])

const findSkills: SkillFinder = (text) =>
  [...taxonomy.skills.values()]
    .flatMap((skill) => {
      const start = text.indexOf(skill.name)
      return start < 0
        ? []
        : [{ skill: skill.id, span: { start, end: start + skill.name.length }, text: skill.name }]
    })
    .sort((a, b) => a.span.start - b.span.start)

const stated = {
  ...activityDraft('hand', '2024-01'),
  kind: 'stated.figure',
  key: 'stated.figure:latency',
  connector: 'stated',
  data: { value: 40, unit: 'percent', text: 'Said in the yearly review' },
}
const ledger = ledgerOfDrafts(
  activityDraft('shop', '2024-01', {
    commits: 60,
    days: 12,
    pullRequests: 100,
    teamCommits: 100,
    linesDeleted: 4000,
  }),
  activityDraft('shop', '2024-02', {
    commits: 154,
    days: 14,
    pullRequests: 114,
    teamCommits: 400,
    linesDeleted: 8000,
  }),
  activityDraft('shop', '2024-08', { commits: 10, days: 4, pullRequests: 7, teamCommits: 20 }),
  releaseDraft('shop', '2024-02', { releases: 9, byUser: 5 }),
  skillDraft('shop', 'postgresql', '2024-Q1', { commits: 41, days: 17 }),
  skillDraft('shop', 'express', '2024-Q1', { commits: 20, days: 9 }),
  stated,
)

/** A reference as `resume.yaml` writes it. */
type Reference =
  | string
  | ({ readonly metric: string } & Partial<Record<'source' | 'skill' | 'from' | 'to', string>>)

function metric(
  id: string,
  rest: Partial<Record<'source' | 'skill' | 'from' | 'to', string>> = {},
): Reference {
  return { metric: id, ...rest }
}

function resumeWith(text: string, evidence: readonly Reference[]): Resume {
  const highlights = [{ text, evidence: [...evidence] }]
  return normaliseResume({
    work: [{ name: 'Holt', position: 'Developer', startDate: '2024-01-15', endDate: '2024-06', highlights }],
    skills: [{ name: 'Databases', keywords: ['PostgreSQL', 'Redis'] }, { name: 'Node.js' }],
  })
}

function statuses(text: string, evidence: readonly Reference[]) {
  return linkClaims(resumeWith(text, evidence), ledger, { taxonomy, findSkills })
    .filter(({ claim }) => claim.statement.kind === 'number')
    .map(({ status, value }) => [status, value])
}

describe('linkClaims, numbers', () => {
  it.each<[string, Reference[], [string, number | null][]]>([
    ['Merged 214 pull requests', [metric('git.pull-requests')], [['supported', 214]]],
    ['Merged over 200 pull requests', [metric('git.pull-requests')], [['supported', 214]]],
    ['Merged over 220 pull requests', [metric('git.pull-requests')], [['contradicted', 214]]],
    ['Merged about 200 pull requests', [metric('git.pull-requests')], [['supported', 214]]],
    ['Merged 215 pull requests', [metric('git.pull-requests')], [['contradicted', 214]]],
    ['Merged 214 pull requests', [metric('git.commits')], [['unsupported', null]]],
    ['Reviewed 214 pull requests', [metric('git.pull-requests')], [['unsupported', null]]],
    ['Merged 214 pull requests', [], [['unsupported', null]]],
    ['Merged 221 pull requests', [metric('git.pull-requests', { to: '2024-12' })], [['supported', 221]]],
    [
      'Merged 214 pull requests',
      [metric('git.pull-requests', { source: 'nowhere' })],
      [['unsupported', null]],
    ],
    ['Merged 214 pull requests', [metric('git.no-such')], [['unsupported', null]]],
    ['Merged 214 pull requests', ['git.activity:1999-01'], [['unsupported', null]]],
    ['Merged 100 pull requests', ['git.activity:2024-01'], [['supported', 100]]],
    ['Removed 12,000 lines of code', [metric('git.lines-deleted')], [['supported', 12_000]]],
    ['Removed 12k lines', [metric('git.lines-deleted')], [['supported', 12_000]]],
    ['Wrote 12,000 lines of code', [metric('git.lines-deleted')], [['unsupported', null]]],
    ['Made 43 % of all commits', [metric('git.team-share')], [['supported', 42.8]]],
    ['Cut costs by 43 %', [metric('git.team-share')], [['unsupported', null]]],
    [
      '41 commits to PostgreSQL',
      [metric('git.skill-commits', { skill: 'postgresql', from: '2024-01' })],
      [['supported', 41]],
    ],
    [
      '41 commits to Redis',
      [metric('git.skill-commits', { skill: 'postgresql', from: '2024-01' })],
      [['unsupported', null]],
    ],
    ['Cut latency by 40%', ['stated.figure:latency'], [['stated', 40]]],
    ['Cut latency by 60%', ['stated.figure:latency'], [['contradicted', 40]]],
    ['Cut latency by 40 ms', ['stated.figure:latency'], [['unsupported', null]]],
    [
      '214 commits in 214 pull requests',
      [metric('git.commits'), metric('git.pull-requests')],
      [
        ['supported', 214],
        ['supported', 214],
      ],
    ],
    ['Worked on Java 17 since 2021', [metric('git.commits')], []],
  ])('%s with %j: %j', (text, evidence, expected) => {
    expect(statuses(text, evidence)).toEqual(expected)
  })

  it('takes the role’s own months for a reference without a period, and says them', () => {
    const [claim] = linkClaims(
      resumeWith('Merged 214 pull requests', [metric('git.pull-requests')]),
      ledger,
      {
        taxonomy,
        findSkills,
      },
    )
    expect(claim?.use).toEqual({
      metric: 'git.pull-requests',
      source: null,
      skill: null,
      from: '2024-01',
      to: '2024-06',
    })
    expect(claim?.method).toBe('git-pull-requests/1')
    expect(claim?.evidence).toHaveLength(2)
  })

  it('supports nothing without a ledger', () => {
    const claims = linkClaims(resumeWith('214 commits', [metric('git.commits')]), null, {
      taxonomy,
      findSkills,
    })
    expect(claims.length).toBeGreaterThan(2)
    expect(new Set(claims.map(({ status }) => status))).toEqual(new Set(['unsupported']))
  })
})

describe('linkClaims, skills', () => {
  it('asks the ledger for every skill that is said, implied ones included', () => {
    const claims = linkClaims(resumeWith('Tuned PostgreSQL', []), ledger, { taxonomy, findSkills })
    const said = claims.flatMap(({ claim, status, value }) =>
      claim.statement.kind === 'skill' ? [[claim.id, claim.statement.skill, status, value]] : [],
    )
    expect(said).toEqual([
      ['work[0].highlights[0]@6', 'postgresql', 'supported', 41],
      ['skills[0].keywords[0]@0', 'postgresql', 'supported', 41],
      ['skills[0].keywords[1]@0', 'redis', 'unsupported', null],
      ['skills[1].name@0', 'nodejs', 'supported', 20],
    ])
  })
})

describe('suggestReferences', () => {
  it('suggests what would support the number, and no more', () => {
    const [linked] = linkClaims(resumeWith('Merged 214 pull requests', []), ledger, { taxonomy, findSkills })
    if (!linked) throw new Error('no claim')
    const options = {
      stretch: { from: '2024-01-15', to: '2024-06' },
      language: 'en',
      named: new Set<string>(),
    }
    expect(suggestReferences(linked.claim, ledger, options)).toEqual([
      { metric: 'git.pull-requests', source: null, skill: null, from: '2024-01', to: '2024-06' },
    ])
    const elsewhere = { ...options, stretch: { from: '2020', to: '2021' } }
    expect(suggestReferences(linked.claim, ledger, elsewhere)).toEqual([])
  })
})

describe('evidenceLines', () => {
  it.each([
    [
      'en',
      [
        '221 pull requests and 5 releases, Jan 2024 – Aug 2024',
        'PostgreSQL: 41 commits on 17 days, Jan 2024 – Mar 2024',
      ],
    ],
    [
      'de',
      [
        '221 Pull Requests und 5 Releases, Jan. 2024 – Aug. 2024',
        'PostgreSQL: 41 Commits an 17 Tagen, Jan. 2024 – März 2024',
      ],
    ],
    [
      'fr',
      [
        '221 pull requests et 5 releases, janv. 2024 – août 2024',
        'PostgreSQL: 41 commits sur 17 jours, janv. 2024 – mars 2024',
      ],
    ],
    [
      'es',
      [
        '221 pull requests y 5 releases, ene 2024 – ago 2024',
        'PostgreSQL: 41 commits en 17 días, ene 2024 – mar 2024',
      ],
    ],
  ])('speaks %s', (language, texts) => {
    const lines = evidenceLines(ledger, taxonomy, { skills: ['redis', 'postgresql'], max: 5, language })
    expect(lines.map(({ text }) => text)).toEqual(texts)
    expect(lines.flatMap(({ claims }) => claims.map(({ status }) => status))).toEqual(
      Array(4).fill('supported'),
    )
  })

  it('tells of commits where hardly any of the work went through pull requests', () => {
    const direct = ledgerOfDrafts(activityDraft('a', '2025-11', { commits: 90, days: 12, pullRequests: 1 }))
    const [line] = evidenceLines(direct, taxonomy, { skills: ['redis'], max: 5, language: 'en' })
    expect(line?.text).toBe('90 commits, Nov 2025')
  })

  it('names the months from the first day of work to the last, wherever in their months these lie', () => {
    const dated = ledgerOfDrafts(
      activityDraft('a', '2025-11', { commits: 2 }),
      {
        ...skillDraft('a', 'redis', '2025-Q4', { commits: 4, days: 4 }),
        period: { from: '2025-11-17', to: '2025-12-09' },
      },
      {
        ...skillDraft('a', 'redis', '2026-Q2', { commits: 3, days: 3 }),
        period: { from: '2026-04-07', to: '2026-04-28' },
      },
    )
    const texts = evidenceLines(dated, taxonomy, { skills: ['redis'], max: 5, language: 'en' }).map(
      ({ text }) => text,
    )
    expect(texts).toContain('Redis: 7 commits on 7 days, Nov 2025 – Apr 2026')
  })

  it('says “at least” where days of several sources may be the same days, and what is only a dependency', () => {
    const two = ledgerOfDrafts(
      skillDraft('a', 'redis', '2024-Q1', { commits: 5, days: 4, how: ['manifest'] }),
      skillDraft('b', 'redis', '2024-Q1', { commits: 5, days: 5, how: ['manifest'] }),
    )
    const [line] = evidenceLines(two, taxonomy, { skills: [], max: 5, language: 'en' })
    expect(line?.text).toBe('Redis, as a dependency: 10 commits on at least 5 days, Jan 2024 – Mar 2024')
    expect(line?.claims.map(({ status }) => status)).toEqual(['supported', 'supported'])
  })

  it('keeps to the number of lines that is asked for, and leaves out what hardly shows', () => {
    expect(evidenceLines(ledger, taxonomy, { skills: [], max: 1, language: 'en' })).toHaveLength(1)
    const little = ledgerOfDrafts(skillDraft('a', 'redis', '2024-Q1', { commits: 1, days: 1 }))
    expect(evidenceLines(little, taxonomy, { skills: [], max: 5, language: 'en' })).toEqual([])
  })

  it('prints no number that the ledger does not support, whatever the ledger', () => {
    const record = fc.record({
      source: fc.constantFrom('a', 'b'),
      skill: fc.constantFrom('express', 'postgresql', 'redis'),
      month: fc.integer({ min: 1, max: 12 }),
      commits: fc.integer({ min: 1, max: 60_000 }),
      pullRequests: fc.nat(3000),
      days: fc.integer({ min: 1, max: 28 }),
    })
    const records = fc.uniqueArray(record, {
      selector: ({ source, month }) => `${source}${month}`,
      maxLength: 12,
    })
    fc.assert(
      fc.property(records, fc.constantFrom('en', 'de', 'fr', 'es', 'pl'), (rows, language) => {
        const drafts = rows.flatMap(({ source, skill, month, commits, pullRequests, days }) => [
          activityDraft(source, `2023-${String(month).padStart(2, '0')}`, { commits, pullRequests, days }),
          skillDraft(source, skill, `2023-Q${Math.ceil(month / 3)}`, { commits, days }),
          releaseDraft(source, `2023-${String(month).padStart(2, '0')}`, { byUser: days, releases: days }),
        ])
        const unique = [...new Map(drafts.map((draft) => [`${draft.source}${draft.key}`, draft])).values()]
        const lines = evidenceLines(ledgerOfDrafts(...unique), taxonomy, { skills: [], max: 9, language })
        for (const { text, claims } of lines) {
          expect(
            claims.map(({ status, why }) => [status, why, text]).filter(([status]) => status !== 'supported'),
          ).toEqual([])
          expect(claims.length).toBeGreaterThanOrEqual(1)
          if (text.includes(':')) expect(claims).toHaveLength(2)
        }
      }),
      { numRuns: 100 },
    )
  })
})

it('knows evidence by its id as well as by its key', () => {
  const id = stampEvidence(
    activityDraft('shop', '2024-02', {
      commits: 154,
      days: 14,
      pullRequests: 114,
      teamCommits: 400,
      linesDeleted: 8000,
    }),
    nodeHasher,
  ).id
  expect(statuses('154 commits', [id])).toEqual([['supported', 154]])
})

describe('skills in a highlight', () => {
  const cases = [
    { title: 'a role that goes on', startDate: '2023-06', status: 'supported' },
    {
      title: 'a role that the evidence falls into',
      startDate: '2024-02',
      endDate: '2024-12',
      status: 'supported',
    },
    { title: 'a role that ended before', startDate: '2020-01', endDate: '2023-12', status: 'unsupported' },
    { title: 'a role that began after', startDate: '2024-04', status: 'unsupported' },
    {
      title: 'a role at the company of the source',
      startDate: '2023-06',
      company: 'ACME, Inc.',
      status: 'supported',
    },
    { title: 'a role at another company', startDate: '2023-06', company: 'Other', status: 'unsupported' },
  ] as const
  it.each(cases)('$title: $status', ({ status, ...role }) => {
    const { startDate } = role
    const resume = normaliseResume({
      work: [
        {
          name: 'company' in role ? role.company : 'Acme Inc',
          position: 'Developer',
          startDate,
          ...('endDate' in role ? { endDate: role.endDate } : {}),
          highlights: ['Tuned PostgreSQL'],
        },
      ],
    })
    const companies = new Map([['shop', 'Acme Inc']])
    expect(
      linkClaims(resume, ledger, { taxonomy, findSkills, companies }).map((claim) => claim.status),
    ).toEqual([status])
  })
})
