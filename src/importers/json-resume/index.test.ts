import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { UserError } from '../../core/user-error.ts'
import type { ImportContext, ImportedResume } from '../../resume/importer.ts'
import { resumeSchema } from '../../resume/schema.ts'
import { jsonResumeImporter } from './index.ts'

const context: ImportContext = {
  file: 'resume.json',
  findSkills: () => [],
  pdf: { read: () => Promise.reject(new Error('no PDF here')) },
}

function read(input: unknown): Promise<ImportedResume> {
  const text = typeof input === 'string' ? input : JSON.stringify(input, null, 2)
  return jsonResumeImporter.read(new TextEncoder().encode(text), context)
}

describe('mends', () => {
  test.each<{
    readonly name: string
    readonly input: unknown
    readonly document: unknown
    readonly codes: readonly string[]
  }>([
    {
      name: 'nothing in a valid file',
      input: { basics: { name: 'Mira' } },
      document: { basics: { name: 'Mira' } },
      codes: [],
    },
    {
      name: 'an end of "Present" and an empty one',
      input: {
        work: [
          { name: 'A', startDate: '2020-01', endDate: 'Present' },
          { name: 'B', endDate: '' },
        ],
      },
      document: { work: [{ name: 'A', startDate: '2020-01' }, { name: 'B' }] },
      codes: ['IMP021', 'IMP021'],
    },
    {
      name: 'dates in other forms',
      input: {
        work: [
          { name: 'A', startDate: 'June 2019', endDate: '2020-06-30T00:00:00Z' },
          { name: 'B', startDate: 2018 },
        ],
      },
      document: {
        work: [
          { name: 'A', startDate: '2019-06', endDate: '2020-06-30' },
          { name: 'B', startDate: '2018' },
        ],
      },
      codes: ['IMP021', 'IMP021', 'IMP021'],
    },
    {
      name: 'addresses without a scheme',
      input: {
        basics: { url: 'www.example.org', profiles: [{ network: 'GitHub', url: 'github.com/mira' }] },
      },
      document: {
        basics: {
          url: 'https://www.example.org',
          profiles: [{ network: 'GitHub', url: 'https://github.com/mira' }],
        },
      },
      codes: ['IMP021', 'IMP021'],
    },
    {
      name: 'null',
      input: { basics: { name: 'Mira', image: null }, work: null },
      document: { basics: { name: 'Mira' } },
      codes: ['IMP021', 'IMP021'],
    },
    {
      name: 'numbers for texts',
      input: { education: [{ institution: 'TU', gpa: 3.9 }], basics: { phone: 49301234 } },
      document: { education: [{ institution: 'TU', score: '3.9' }], basics: { phone: '49301234' } },
      codes: ['IMP023', 'IMP021', 'IMP021'],
    },
    {
      name: 'names of version 0',
      input: {
        work: [{ company: 'A', website: 'https://a.example' }],
        publications: [{ name: 'P', website: 'https://p.example' }],
      },
      document: {
        work: [{ name: 'A', url: 'https://a.example' }],
        publications: [{ name: 'P', url: 'https://p.example' }],
      },
      codes: ['IMP023', 'IMP023', 'IMP023'],
    },
    {
      name: 'lists of bare texts',
      input: { skills: ['Go', 'SQL'], languages: ['German'], interests: 'chess, rowing' },
      document: {
        skills: [{ name: 'Go' }, { name: 'SQL' }],
        languages: [{ language: 'German' }],
        interests: [{ name: 'chess' }, { name: 'rowing' }],
      },
      codes: ['IMP021', 'IMP021', 'IMP021', 'IMP021', 'IMP021', 'IMP021'],
    },
    {
      name: 'an object for a list',
      input: { basics: { profiles: { github: 'github.com/mira' } }, skills: { Databases: ['PostgreSQL'] } },
      document: {
        basics: { profiles: [{ network: 'github', url: 'https://github.com/mira' }] },
        skills: [{ name: 'Databases', keywords: ['PostgreSQL'] }],
      },
      codes: ['IMP021', 'IMP021', 'IMP021'],
    },
    {
      name: 'a place as one text',
      input: { basics: { location: 'Ghent, BE' } },
      document: { basics: { location: { address: 'Ghent, BE' } } },
      codes: ['IMP021'],
    },
    {
      name: 'a place as an object',
      input: { work: [{ name: 'A', location: { city: 'Ghent', countryCode: 'BE' } }] },
      document: { work: [{ name: 'A', location: 'Ghent, BE' }] },
      codes: ['IMP021'],
    },
    {
      name: 'members of its own',
      input: { basics: { name: 'M', pronouns: 'she' }, tools: 3 },
      document: { basics: { name: 'M', pronouns: 'she' }, tools: 3 },
      codes: [],
    },
    {
      name: 'highlights as objects',
      input: { work: [{ name: 'A', highlights: [{ description: 'did' }, { text: 'x', tags: ['t'] }] }] },
      document: { work: [{ name: 'A', highlights: ['did', { text: 'x', tags: ['t'] }] }] },
      codes: ['IMP021'],
    },
    {
      name: 'a trailing comma',
      input: '{"basics": {"name": "Mira",}}',
      document: { basics: { name: 'Mira' } },
      codes: ['IMP024'],
    },
    {
      name: 'a byte order mark',
      input: '\uFEFF{"basics": {"name": "Mira"}}',
      document: { basics: { name: 'Mira' } },
      codes: [],
    },
  ])('$name', async ({ input, document, codes }) => {
    const imported = await read(input)
    expect(imported.document).toEqual(document)
    expect(imported.findings.map(({ code }) => code)).toEqual(codes)
    expect(imported.unplaced).toEqual([])
  })

  test('names line and column', async () => {
    const { findings, fields } = await read('{\n  "basics": {\n    "url": "example.org"\n  }\n}')
    expect(findings[0]).toMatchObject({
      code: 'IMP021',
      position: { file: 'resume.json', line: 3, column: 12 },
    })
    expect(fields).toEqual([
      { path: ['basics', 'url'], confidence: 0.9, position: { file: 'resume.json', line: 3, column: 12 } },
    ])
  })

  test.each([
    { input: { basics: { email: 'mira at example' } }, text: 'mira at example' },
    { input: { work: [{ name: 'A', startDate: 'some day' }] }, text: 'some day' },
    { input: { basics: { url: 'my site' } }, text: 'my site' },
    { input: { basics: { name: { deep: { er: true } } } }, text: '{"deep":{"er":true}}' },
    { input: { work: [{ name: 'A', roles: [{ position: 'CTO', budget: 5 }] }] }, text: '5' },
    {
      input: { work: [{ name: 'A', highlights: [{ text: 'x', evidence: [{}] }] }] },
      text: '{"text":"x","evidence":[{}]}',
    },
  ])('what cannot be mended is kept aside: $text', async ({ input, text }) => {
    const { findings, unplaced, document } = await read(input)
    expect(unplaced.map((item) => item.text)).toEqual([text])
    expect(unplaced[0]?.position?.line).toBeGreaterThan(1)
    expect(findings.map(({ code }) => code)).toEqual(['IMP022'])
    expect(resumeSchema.safeParse(document).success).toBe(true)
  })
})

describe('refuses', () => {
  test.each([
    { name: 'an empty file', input: ' \n', code: 'IMP002', line: null, column: null },
    {
      name: 'a missing comma',
      input: '{"basics": {"name": "x"\n "b": 2}}',
      code: 'IMP005',
      line: 2,
      column: 2,
    },
    { name: 'an end too early', input: '{"basics":\n{', code: 'IMP005', line: 2, column: 2 },
    { name: 'another text', input: 'Dear Sir', code: 'IMP005', line: 1, column: 1 },
    { name: 'a list', input: '[]', code: 'IMP006', line: 1, column: 1 },
    { name: 'another object', input: '{"name": "a-package"}', code: 'IMP006', line: 1, column: 1 },
    { name: 'a nest without end', input: '['.repeat(200_000), code: 'IMP006', line: 1, column: 101 },
    { name: 'a NUL byte', input: '{"basics": \0}', code: 'IMP004', line: 1, column: 12 },
    {
      name: 'more than 2 MB',
      input: ' '.repeat(2 * 1024 * 1024 + 1),
      code: 'IMP003',
      line: null,
      column: null,
    },
  ])('$name', async ({ input, code, line, column }) => {
    const error = await read(input).then(
      () => null,
      (failure: UserError) => failure,
    )
    expect(error).toMatchObject({ name: 'UserError', code, position: { file: 'resume.json', line, column } })
  })
})

test('windows-1252 is read with a finding', async () => {
  const bytes = new Uint8Array(Buffer.from('{"basics": {"name": "José"}}', 'latin1'))
  const { document, findings } = await jsonResumeImporter.read(bytes, context)
  expect(document.basics?.name).toBe('José')
  expect(findings.map(({ code }) => code)).toEqual(['IMP020'])
})

test('law: whatever the values are, the result passes the schema and no text is lost', async () => {
  const leaf = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.constant(null),
    fc.boolean(),
    fc.constantFrom('Present', '2020', 'May 2021', 'x.example'),
  )
  const value = fc.oneof(
    leaf,
    fc.array(leaf, { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('name', 'text', 'url', 'company', 'x'), leaf, { maxKeys: 3 }),
  )
  const member = fc.constantFrom(
    'name',
    'company',
    'url',
    'startDate',
    'endDate',
    'highlights',
    'keywords',
    'summary',
    'roles',
    'email',
    'level',
    'position',
  )
  const entry = fc.dictionary(member, value, { maxKeys: 4 })
  const section = fc.constantFrom(
    'basics',
    'work',
    'skills',
    'education',
    'projects',
    'experience',
    'languages',
    'meta',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(section, fc.oneof(entry, fc.array(entry, { maxLength: 2 }), leaf), { minKeys: 1 }),
      async (input) => {
        const { document } = await read(input)
        expect(resumeSchema.safeParse(document).error).toBeUndefined()
      },
    ),
    { numRuns: 300 },
  )
})
