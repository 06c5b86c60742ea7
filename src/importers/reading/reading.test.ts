import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinLines } from './body.ts'
import { countryCodeOf, looksLikePlace, placeParts } from './places.ts'
import { sectionNamed } from './section-names.ts'
import { findDegree, titleScore } from './vocabulary.ts'

describe('section titles', () => {
  test.each([
    ['Experience', 'work', true],
    ['WORK EXPERIENCE:', 'work', true],
    ['E X P E R I E N C E', 'work', true],
    ['2. Berufserfahrung', 'work', true],
    ['Expérience professionnelle', 'work', true],
    ['Experiencia laboral', 'work', true],
    ['Skills & Tools', 'skills', true],
    ['Languages / Interests', 'languages', true],
    ['Compétences techniques', 'skills', true],
    ['Formación académica', 'education', true],
    ['Schulbildung', 'education', true],
    ['Selected Open Source Deeds', 'projects', false],
    ['Über mich', 'summary', true],
    ['Centres d’intérêt', 'interests', true],
  ])('%s', (title, kind, exact) => expect(sectionNamed(title)).toEqual({ kind, exact }))

  test.each([
    'Nordwind Logistics',
    'Mira Example',
    '',
    '—',
    'A long line that speaks of experience and of much else besides',
  ])('not %j', (title) => expect(sectionNamed(title)).toBeNull())
})

describe('places', () => {
  test.each([
    'Ghent, Belgium',
    'Stanford, CA, USA',
    'Portland, OR',
    'Remote',
    'Istanbul, Türkiye',
    'München, Deutschland',
    'London, UK',
    'Berlin',
    'CA, USA',
  ])('%s', (text) => expect(looksLikePlace(text)).toBe(true))
  test.each([
    'Nordwind Logistics',
    'Acme, Berlin, Germany',
    'Acme GmbH, Germany',
    'Plume (Paris)',
    'Software Engineer',
    'Go, SQL',
    'Designed a system in Berlin, Germany, for all of the people there',
  ])('not %s', (text) => expect(looksLikePlace(text)).toBe(false))
  test.each([
    ['Ghent, Belgium', { city: 'Ghent', countryCode: 'BE' }],
    ['San Francisco, CA', { city: 'San Francisco', region: 'CA' }],
    ['Hafenstraße 12, 20457 Hamburg', { address: 'Hafenstraße 12', postalCode: '20457', city: 'Hamburg' }],
    ['Somewhere', { city: 'Somewhere' }],
    ['Austin, TX, USA', { city: 'Austin', region: 'TX', countryCode: 'US' }],
  ])('%s taken apart', (text, parts) => expect(placeParts(text)).toEqual(parts))
  test('countries in four languages', () => {
    expect(['Germany', 'Allemagne', 'Alemania', 'Deutschland'].map(countryCodeOf)).toEqual([
      'DE',
      'DE',
      'DE',
      'DE',
    ])
  })
})

describe('words', () => {
  test.each([
    'Senior Engineer',
    'Softwareentwicklerin',
    'Stagiaire',
    'Jefa de proyecto',
    'CTO',
    'Head of Platform',
  ])('%s is a title', (text) => expect(titleScore(text)).toBeGreaterThan(0))
  test.each(['Nordwind Logistics', 'Papierboot GmbH', 'Ghent University'])('%s is none', (text) =>
    expect(titleScore(text)).toBe(0),
  )
  test.each([
    ['PhD in Physics', 'PhD'],
    ['BS, Computer Science', 'BS'],
    ['Diplôme d’ingénieur en informatique', 'Diplôme d’ingénieur'],
    ['M.Sc. Informatik', 'M.Sc.'],
    ['Bachelor of Science Informatik', 'Bachelor of Science'],
  ])('the degree of %s', (text, degree) => {
    const found = findDegree(text)
    expect(text.slice(found?.start, found?.end)).toBe(degree)
  })
  test('no degree in a name', () => expect(findDegree('Nordwind Logistics')).toBeNull())
})

describe('wrapped lines', () => {
  test.each([
    [['built a', 'house'], 'built a house'],
    [['an algo-', 'rithm'], 'an algorithm'],
    [['in real-', 'time'], 'in real-time'],
    [['a client-side-', 'cache'], 'a client-side-cache'],
    [['soft\u00AD', 'ware'], 'software'],
    [['Non-', 'English'], 'Non-English'],
    [['and/', 'or'], 'and/or'],
    [['from 2019-', '2021'], 'from 2019-2021'],
  ])('%j', (lines, text) => expect(joinLines(lines)).toBe(text))

  test('law: apart from hyphens and blanks nothing is added or lost', () => {
    const bare = (text: string): string => text.replaceAll(/[\s\u00AD-]/g, '')
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'B', '-', ' ', '\u00AD', '.', '9') })),
        (lines) => bare(joinLines(lines)) === bare(lines.join('')),
      ),
    )
  })
})
