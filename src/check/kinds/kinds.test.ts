import { describe, expect, it } from 'vitest'
import type { Fault, Rule } from '../rule.ts'
import type { PhraseList } from '../phrase-data.ts'
import { readPhraseFile } from '../phrase-data.ts'
import { subjectOf } from '../test-support/subject.ts'
import { existence } from './existence.ts'
import { labelled } from './labelled.ts'
import { occurrence } from './occurrence.ts'
import { phraseFinder } from './phrases.ts'
import { substitution } from './substitution.ts'

function faults(check: Rule['check'], resume: string): readonly Fault[] {
  return [...check(subjectOf([{ language: 'yaml', role: 'resume', content: resume }]).subject)]
}

const highlights = (...texts: readonly string[]): string =>
  `work:\n  - name: Norrfjord\n    highlights: ${JSON.stringify(texts)}\n`
const list = (...phrases: readonly unknown[]): PhraseList =>
  readPhraseFile({ about: 'Test.', languages: { en: phrases } })

describe('phraseFinder', () => {
  const find = phraseFinder([
    { find: 'team player', use: [] },
    { find: 'team', use: [] },
    { find: "can't wait", use: [] },
    { find: 'C++ (old)', use: [] },
  ])
  it.each([
    ['A TEAM  player', ['TEAM  player']],
    ['teams of teamwork', []],
    ['a team, a team', ['team', 'team']],
    ['I can’t wait', ['can’t wait']],
    ['team_player', []],
    ['wrote C++ (old) code', ['C++ (old)']],
    ['Ärzteteam', []],
  ])('in %j finds %j', (text, found) => {
    expect(find(text).map((match) => match.text)).toEqual(found)
    for (const { span, text: shown } of find(text)) expect(text.slice(span.start, span.end)).toBe(shown)
  })

  it('finds an anchored phrase at the start only', () => {
    const anchored = phraseFinder([{ find: 'worked on', use: [] }], true)
    expect(anchored('  Worked on it')[0]?.span).toEqual({ start: 2, end: 11 })
    expect(anchored('We worked on it')).toEqual([])
  })

  it('finds nothing of nothing', () => {
    expect(phraseFinder([])('anything')).toEqual([])
  })
})

describe('existence', () => {
  const check = existence({
    phrases: list('very', 'etc'),
    places: ['highlight'],
    message: ({ text }) => text,
    removable: true,
  })

  it.each([
    ['Made it very fast', 'Made it fast'],
    ['Very fast queries', 'Fast queries'],
  ])('suggests to leave the phrase out of %j', (text, mended) => {
    expect(faults(check, highlights(text))[0]?.fix?.edits).toEqual([
      { path: ['work', 0, 'highlights', 0], value: mended },
    ])
  })

  it('suggests nothing where nothing follows', () => {
    expect(faults(check, highlights('Java, Go, etc.'))).toMatchObject([{ message: 'etc' }])
    expect(faults(check, highlights('Java, Go, etc.'))[0]).not.toHaveProperty('fix')
  })

  it('looks at the language of the résumé only', () => {
    expect(faults(check, `meta: { language: de-AT }\n${highlights('Made it very fast')}`)).toEqual([])
  })
})

describe('substitution', () => {
  const check = substitution({
    phrases: list({ find: 'utilised', use: ['used'] }, 'stuff'),
    places: ['highlight', 'summary'],
    message: ({ text }) => text,
  })

  it('keeps the case of the first letter and edits within a highlight with members', () => {
    const resume = 'work:\n  - highlights:\n      - text: Utilised it\n        tags: [a]\n'
    expect(faults(check, resume)[0]?.fix?.edits).toEqual([
      { path: ['work', 0, 'highlights', 0, 'text'], value: 'Used it' },
    ])
  })

  it('has no fix where there are no better words', () => {
    expect(faults(check, 'basics: { summary: Did stuff }')).toEqual([
      { message: 'stuff', path: ['basics', 'summary'], span: { start: 4, end: 9 } },
    ])
  })
})

describe('occurrence', () => {
  const check = occurrence({
    token: (text) => ({ key: text.slice(0, 1), span: { start: 0, end: 1 } }),
    most: 2,
    message: ({ text, times }) => `${text} ${times}`,
  })

  it('reports each list once, at the first one too many', () => {
    expect(faults(check, highlights('ab', 'ac', 'b', 'ad', 'ae'))).toEqual([
      { message: 'a 4', path: ['work', 0, 'highlights', 3], span: { start: 0, end: 1 } },
    ])
    expect(faults(check, highlights('ab', 'ac', 'b', 'bb'))).toEqual([])
  })
})

describe('labelled', () => {
  const check = labelled({
    labels: list('date of birth', 'dob'),
    phrases: list('born'),
    followedBy: /^\s*\d/,
    message: (found) => found,
  })

  it.each([
    ['basics: { dateOfBirth: 1991-04-12 }', ['dateOfBirth']],
    ['basics: { date_of_birth: 1991 }', ['date_of_birth']],
    ['basics: { dob: { year: "dob: 1991" } }', ['dob']],
    ['basics: { dob: "" }', []],
    ['basics: { summary: "Date of Birth: 1991" }', ['Date of Birth']],
    ['basics: { summary: "The date of birth is checked" }', []],
    ['basics: { summary: "born 1991, DOB=1" }', ['born']],
    ['basics: { summary: "a born leader" }', []],
    ['x: [{ note: "dob: 1" }]', ['dob']],
  ])('in %s finds %j', (resume, found) => {
    expect(faults(check, resume).map(({ message }) => message)).toEqual(found)
  })
})
