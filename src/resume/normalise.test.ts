import { describe, expect, it } from 'vitest'
import { normaliseResume } from './normalise.ts'
import { resumeSchema } from './schema.ts'

const resume = (document: unknown) => normaliseResume(resumeSchema.parse(document))

describe('normaliseResume', () => {
  it('gives nulls and empty lists for an empty document', () => {
    const empty = resume({})
    expect(empty.basics).toMatchObject({ path: ['basics'], name: null, location: null, profiles: [] })
    expect(empty.language).toBe('en')
    for (const list of [empty.work, empty.projects, empty.skills, empty.references]) expect(list).toEqual([])
  })

  it('reads a flat job as one role with the path of the job', () => {
    const [job] = resume({
      work: [
        {
          name: 'Norrfjord',
          position: 'Developer',
          startDate: '2021-03',
          highlights: ['One', { text: 'Two ' }],
        },
      ],
    }).work
    expect(job?.company).toBe('Norrfjord')
    expect(job?.roles).toHaveLength(1)
    expect(job?.roles[0]).toMatchObject({ path: ['work', 0], title: 'Developer', current: true, end: null })
    expect(job?.roles[0]?.highlights).toEqual([
      { path: ['work', 0, 'highlights', 0], text: 'One', evidence: [], tags: [] },
      { path: ['work', 0, 'highlights', 1], text: 'Two', evidence: [], tags: [] },
    ])
  })

  it('reads several roles with their own paths and passes tags on', () => {
    const [job] = resume({
      work: [
        {
          name: 'Norrfjord',
          tags: ['shop'],
          roles: [
            { position: 'Lead', startDate: '2023' },
            {
              position: 'Developer',
              startDate: '2021',
              endDate: '2023',
              tags: ['go'],
              highlights: [{ text: 'Cut it', tags: ['go', 'speed'] }],
            },
          ],
        },
      ],
    }).work
    expect(job?.roles.map((role) => [role.path, role.title, role.current])).toEqual([
      [['work', 0, 'roles', 0], 'Lead', true],
      [['work', 0, 'roles', 1], 'Developer', false],
    ])
    expect(job?.roles[1]?.highlights[0]).toMatchObject({
      path: ['work', 0, 'roles', 1, 'highlights', 0],
      tags: ['go', 'speed', 'shop'],
    })
  })

  it.each([
    ['dates alone', { startDate: '2020', endDate: '2024' }, 1],
    ['a position', { position: 'Intern' }, 2],
    ['highlights', { highlights: ['Shipped it'] }, 2],
  ])('beside roles, keeps %s of the job without losing any', (_, flat, roles) => {
    const [job] = resume({ work: [{ name: 'A', ...flat, roles: [{ position: 'Lead' }] }] }).work
    expect(job?.roles).toHaveLength(roles)
  })

  it('keeps the index of the document when a blank highlight is dropped', () => {
    const [job] = resume({ work: [{ name: 'A', highlights: [' ', 'Real'] }] }).work
    expect(job?.roles[0]?.highlights.map((highlight) => highlight.path)).toEqual([
      ['work', 0, 'highlights', 1],
    ])
  })

  it('reads evidence references of both kinds', () => {
    const [job] = resume({
      work: [
        {
          name: 'A',
          highlights: [
            { text: 'T', evidence: ['git.skill:go', { metric: 'git.pull-requests', from: '2024-01' }] },
          ],
        },
      ],
    }).work
    expect(job?.roles[0]?.highlights[0]?.evidence).toEqual([
      { ref: 'git.skill:go' },
      { metric: 'git.pull-requests', source: null, skill: null, from: '2024-01', to: null },
    ])
  })

  it('maps organisation, awards, certificates and publications to common names', () => {
    const all = resume({
      volunteer: [{ organization: 'Food bank', position: 'Driver' }],
      awards: [{ title: 'Prize', awarder: 'Jury', date: '2020', summary: 'Why' }],
      certificates: [{ name: 'CKA', issuer: 'CNCF', date: '2022-05', url: 'https://example.org/c' }],
      publications: [{ name: 'Paper', publisher: 'Journal', releaseDate: '2019-01-31' }],
    })
    expect(all.volunteer[0]).toMatchObject({ company: 'Food bank', path: ['volunteer', 0] })
    expect(all.awards[0]).toMatchObject({
      path: ['awards', 0],
      title: 'Prize',
      by: 'Jury',
      summary: 'Why',
      url: null,
    })
    expect(all.certificates[0]).toMatchObject({ title: 'CKA', by: 'CNCF', url: 'https://example.org/c' })
    expect(all.publications[0]).toMatchObject({ title: 'Paper', by: 'Journal', date: '2019-01-31' })
  })

  it('turns blank texts into null and drops blank list items', () => {
    const all = resume({
      basics: { name: '  ', label: ' Engineer ', location: { city: '' } },
      skills: [{ name: 'Languages', keywords: ['Go', ' ', 'Rust '] }],
      languages: [{ fluency: 'Native' }, { language: 'German' }],
      meta: { language: 'de-AT' },
    })
    expect(all.basics).toMatchObject({ name: null, label: 'Engineer', location: { city: null } })
    expect(all.skills[0]?.keywords).toEqual(['Go', 'Rust'])
    expect(all.languages).toEqual([{ path: ['languages', 1], language: 'German', fluency: null }])
    expect(all.language).toBe('de-AT')
  })
})
