import schema from '@jsonresume/schema/schema.json' with { type: 'json' }
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resumeSchema } from '../../resume/schema.ts'
import type { ResumeDocument } from '../../resume/schema.ts'
import { toJsonResume } from './json-resume.ts'
import { toUri } from './values.ts'

const ajv = new Ajv({ strict: false, allErrors: true })
;(addFormats as unknown as (ajv: Ajv) => void)(ajv)
const validate = ajv.compile(schema)

function validated(document: ResumeDocument, options = {}) {
  const result = toJsonResume(document, options)
  expect(validate(result.resume), JSON.stringify(validate.errors)).toBe(true)
  return result
}

const document = (value: unknown) => resumeSchema.parse(value)

describe('toJsonResume', () => {
  it('turns roles into jobs of the same company, and highlights into texts', () => {
    const { resume, findings } = validated(
      document({
        work: [
          {
            name: 'Norrfjord',
            location: 'Gothenburg',
            startDate: '2019',
            tags: ['shop'],
            roles: [
              {
                position: 'Lead',
                startDate: '2022-04',
                highlights: [{ text: 'Led', evidence: ['ev'], tags: ['x'] }, 'Built'],
              },
              { position: 'Developer', startDate: '2019-08', endDate: '2022-03', tags: ['go'] },
            ],
          },
        ],
      }),
    )
    expect(resume['work']).toEqual([
      {
        name: 'Norrfjord',
        location: 'Gothenburg',
        position: 'Lead',
        startDate: '2022-04',
        highlights: ['Led', 'Built'],
      },
      {
        name: 'Norrfjord',
        location: 'Gothenburg',
        position: 'Developer',
        startDate: '2019-08',
        endDate: '2022-03',
      },
    ])
    expect(findings).toEqual([])
  })

  it('keeps a flat position beside roles', () => {
    const { resume } = validated(
      document({ volunteer: [{ organization: 'A', position: 'Cook', roles: [{ position: 'Driver' }] }] }),
    )
    expect(resume['volunteer']).toEqual([
      { organization: 'A', position: 'Cook' },
      { organization: 'A', position: 'Driver' },
    ])
  })

  it('leaves out what is empty', () => {
    const { resume } = validated(
      document({
        basics: { name: ' ', location: {}, profiles: [{}] },
        work: [{}],
        skills: [{ keywords: [''] }],
      }),
    )
    expect(Object.keys(resume)).toEqual(['$schema'])
  })

  it.each([
    ['an e-mail', { basics: { email: 'a@b-.com' } }, 'basics.email'],
    ['a date', { awards: [{ title: 'T', date: '0999' }] }, 'awards[0].date'],
    ['an address', { work: [{ name: 'A', url: 'x:' }] }, 'work[0].url'],
  ])('leaves out %s that JSON Resume refuses, with a finding', (_, value, path) => {
    const { findings } = validated(value)
    expect(findings).toMatchObject([{ code: 'JSR001', severity: 'warning' }])
    expect(findings[0]?.message).toContain(path)
  })

  it('names the fields that JSON Resume does not know', () => {
    const { resume, findings } = validated(
      document({
        hobbies: 1,
        work: [{ name: 'A', salary: 3 }],
        volunteer: [{ organization: 'B', location: 'C' }],
      }),
    )
    expect(findings).toMatchObject([
      { code: 'JSR002', data: { fields: ['hobbies', 'volunteer[0].location', 'work[0].salary'] } },
    ])
    expect(resume['work']).toEqual([{ name: 'A' }])
  })

  it('says in meta where the résumé comes from', () => {
    const { resume } = validated(document({ meta: { language: 'de' } }), {
      source: 'cv.pdf',
      confidence: { 'basics.name': 0.9 },
    })
    expect(resume['meta']).toEqual({ language: 'de', source: 'cv.pdf', confidence: { 'basics.name': 0.9 } })
  })

  it('is valid for any document', () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 })
    const optional = <Value>(members: Record<string, fc.Arbitrary<Value>>) =>
      fc.record(members, { requiredKeys: [] })
    const date = fc.oneof(
      fc.integer({ min: 0, max: 9999 }).map((year) => String(year).padStart(4, '0')),
      fc
        .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10)),
    )
    const uri = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      text.map((tail) => `https://ü.example/${tail}`),
      fc.constantFrom('x:y', 'https://a|b', 'mailto:ü@x', 'data:,ä#b#c', 'http://[::1]/[x]'),
    )
    const highlights = fc.array(
      fc.oneof(text, fc.record({ text: text.filter((value) => value !== ''), evidence: fc.constant(['e']) })),
      { maxLength: 3 },
    )
    const role = { position: text, startDate: date, endDate: date, summary: text, highlights }
    const job = {
      ...role,
      name: text,
      location: text,
      url: uri,
      roles: fc.array(fc.record(role, { requiredKeys: ['position'] }), { minLength: 1, maxLength: 2 }),
      tags: fc.array(text),
      other: fc.integer(),
    }
    const any = optional<unknown>({
      basics: optional<unknown>({
        name: text,
        email: fc.emailAddress(),
        url: uri,
        image: text,
        location: optional({ city: text }),
        profiles: fc.array(optional({ url: uri, network: text }), { maxLength: 2 }),
      }),
      work: fc.array(optional<unknown>(job), { maxLength: 3 }),
      volunteer: fc.array(optional<unknown>({ ...job, organization: text }), { maxLength: 2 }),
      projects: fc.array(
        optional<unknown>({ name: text, highlights, url: uri, startDate: date, roles: fc.array(text) }),
        { maxLength: 2 },
      ),
      education: fc.array(optional<unknown>({ institution: text, courses: fc.array(text), endDate: date }), {
        maxLength: 2,
      }),
      publications: fc.array(optional<unknown>({ name: text, releaseDate: date, url: uri }), {
        maxLength: 2,
      }),
      skills: fc.array(optional<unknown>({ name: text, keywords: fc.array(text) }), { maxLength: 2 }),
      meta: optional({ language: text, canonical: uri }),
    })
    fc.assert(
      fc.property(any, (value) => {
        validated(value)
      }),
      { numRuns: 100 },
    )
  })
})

describe('toUri', () => {
  it.each([
    ['https://example.org', 'https://example.org'],
    ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
    [' https://exämple.org/ö ', 'https://xn--exmple-cua.org/%C3%B6'],
    ['https://example.org/a|b?c={d}', 'https://example.org/a%7Cb?c=%7Bd%7D'],
    ['https://example.org/100%', 'https://example.org/100%25'],
    ['example.org', null],
    ['', null],
  ])('%s → %s', (address, uri) => {
    expect(toUri(address)).toBe(uri)
  })
})
