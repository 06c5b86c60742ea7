import { describe, expect, it } from 'vitest'
import { normaliseResume } from '../normalise.ts'
import type { ResumeDocument } from '../schema.ts'
import { toSheet } from './sheet.ts'
import type { SheetOptions } from './sheet.ts'

const sheet = (document: ResumeDocument, options?: SheetOptions) =>
  toSheet(normaliseResume(document), options)
const section = (document: ResumeDocument, id: string) =>
  sheet(document).sections.find((candidate) => candidate.id === id)

describe('toSheet', () => {
  it('leaves out sections that hold nothing', () => {
    expect(
      sheet({ work: [{}], skills: [{ keywords: [' '] }], references: [{}], languages: [{}] }).sections,
    ).toEqual([])
  })

  it('puts a single role under its company without a path of its own', () => {
    const work = [{ name: 'A', location: 'Oslo', position: 'Dev', startDate: '2020', highlights: ['Built'] }]
    expect(section({ work }, 'work')?.entries).toMatchObject([
      {
        id: 'work[0]',
        title: { text: 'A' },
        right: 'Oslo',
        parts: [
          {
            id: null,
            title: 'Dev',
            right: '2020 – Present',
            bullets: [{ id: 'work[0].highlights[0]', text: 'Built' }],
          },
        ],
      },
    ])
  })

  it.each([
    ['no company', { position: 'Dev', startDate: '2020', endDate: '2021' }, 'Dev', '2020 – 2021', 0],
    ['no position', { name: 'A', startDate: '2020', endDate: '2021' }, 'A', '2020 – 2021', 0],
    [
      'no position, with highlights',
      { name: 'A', startDate: '2020', highlights: ['B'] },
      'A',
      '2020 – Present',
      1,
    ],
  ])('gives an entry with %s a heading that says something', (_, job, title, right, parts) => {
    const [entry] = section({ work: [job] }, 'work')?.entries ?? []
    expect(entry).toMatchObject({ title: { text: title }, right })
    expect(entry?.parts).toHaveLength(parts)
  })

  it('says a short description beside the company, and a long one below', () => {
    const work = [
      { name: 'A', description: 'Online retail' },
      { name: 'B', description: 'x '.repeat(50) },
    ]
    expect(section({ work }, 'work')?.entries).toMatchObject([
      { aside: { text: 'Online retail' }, paragraphs: [] },
      { aside: null, paragraphs: ['x '.repeat(50).trim()] },
    ])
  })

  it('gathers skills without keywords into one line', () => {
    const skills = [
      { name: 'Go', level: 'expert' },
      { name: 'Data', keywords: ['Redis', 'SQL'] },
      { name: 'Rust' },
    ]
    expect(section({ skills }, 'skills')?.lines).toEqual([
      { id: 'skills[1]', label: 'Data', text: 'Redis, SQL' },
      { id: 'skills[0]', label: null, text: 'Go (expert), Rust' },
    ])
  })

  it('prints the lines that the work shows, with their ids', () => {
    const { sections } = sheet({}, { evidenceLines: [{ text: 'Go: 9 quarters', path: ['evidence', 'go'] }] })
    expect(sections).toMatchObject([
      {
        id: 'evidence',
        title: 'Shown by the work',
        bullets: [{ id: 'evidence.go', text: 'Go: 9 quarters' }],
      },
    ])
  })

  it('speaks the language of the résumé unless told another', () => {
    const document: ResumeDocument = {
      basics: { name: 'Ada' },
      meta: { language: 'de' },
      education: [
        { institution: 'TU', endDate: '2016-05', studyType: 'MSc', area: 'Informatik', score: '1,3' },
      ],
    }
    expect(sheet(document)).toMatchObject({ title: 'Ada – Lebenslauf', sections: [{ title: 'Ausbildung' }] })
    expect(sheet(document).sections[0]?.entries[0]?.parts[0]).toMatchObject({
      title: 'MSc, Informatik · 1,3',
      right: 'Mai 2016',
    })
    expect(sheet(document, { language: 'fr' }).sections[0]?.title).toBe('Formation')
  })

  it('names a profile by its address, or by its network when it has no safe one', () => {
    const profiles = [
      { network: 'GitHub', url: 'https://github.example.org/ada' },
      { network: 'Chat', username: '@ada' },
      { network: 'Bad', username: 'x', url: 'javascript:1' },
      {},
    ]
    expect(sheet({ basics: { profiles } }).contacts).toEqual([
      { text: 'github.example.org/ada', url: 'https://github.example.org/ada' },
      { text: 'Chat: @ada', url: null },
      { text: 'Bad: x', url: null },
    ])
  })
})
