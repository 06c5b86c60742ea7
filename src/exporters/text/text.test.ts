import { expect, it } from 'vitest'
import { normaliseResume } from '../../resume/normalise.ts'
import { toText } from './text.ts'

it('writes a résumé that can be pasted into a form', () => {
  const resume = normaliseResume({
    basics: { name: 'Ada Brook', label: 'Developer', email: 'ada@example.org', summary: 'First.\n\nSecond.' },
    skills: [{ name: 'Data', keywords: ['SQL'] }],
    work: [
      {
        name: 'Lake',
        location: 'Oslo',
        roles: [
          { position: 'Lead', startDate: '2022-01', highlights: ['Led it'] },
          { position: 'Developer', startDate: '2020', endDate: '2021' },
        ],
      },
      { name: 'Pond', position: 'Intern', endDate: '2019' },
    ],
  })
  expect(toText(resume)).toBe(`Ada Brook
Developer
ada@example.org

SUMMARY
First.
Second.

SKILLS
Data: SQL

EXPERIENCE
Lake, Oslo
Lead, Jan 2022 – Present
- Led it
Developer, 2020 – 2021

Pond
Intern, until 2019
`)
})

it('is one line break for a résumé that holds nothing', () => {
  expect(toText(normaliseResume({}))).toBe('\n')
})
