import { afterAll, describe, expect, test } from 'vitest'
import { minimalPdf, showText } from '../platform/pdf/minimal-pdf.fixture.ts'
import { createPdfReader } from '../platform/pdf/reader.ts'
import type { DocumentPath } from '../core/position.ts'
import { resumeSchema } from '../resume/schema.ts'
import { chooseImporter, importers } from './index.ts'

const pdf = createPdfReader()
afterAll(() => pdf.close())

const lines = [
  'Mira Example',
  'mira@example.org',
  'Experience',
  'Senior Engineer, Nordwind Ltd, 2019 - 2021',
  '- Led five people',
  'A stray remark',
  'Hobby horses',
  'Skills',
  'Go, SQL',
]
const samples: Record<string, { readonly file: string; readonly bytes: Uint8Array }> = {
  pdf: {
    file: 'cv.pdf',
    bytes: minimalPdf({
      pages: [
        showText(
          lines.map((text, index) => ({
            text,
            x: 50,
            y: 60 + index * 14,
            font: /^(?:Experience|Skills|Hobby)/.test(text) ? 2 : 1,
            size: index === 0 ? 20 : 10,
          })),
        ),
      ],
    }),
  },
  'json-resume': {
    file: 'resume.json',
    bytes: Buffer.from(
      JSON.stringify({
        basics: { name: 'Mira Example', email: 'mira@example.org' },
        work: [
          {
            company: 'Nordwind Ltd',
            position: 'Senior Engineer',
            startDate: 'a while ago',
            highlights: ['Led five people'],
          },
        ],
        skills: ['Go', 'SQL'],
      }),
    ),
  },
  markdown: {
    file: 'cv.md',
    bytes: Buffer.from(
      lines.map((line) => (/^(?:Experience|Skills|Hobby)/.test(line) ? `\n## ${line}\n` : line)).join('\n'),
    ),
  },
  text: {
    file: 'cv.txt',
    bytes: Buffer.from(
      lines
        .map((line) => (/^(?:Experience|Skills|Hobby)/.test(line) ? `\n${line.toUpperCase()}\n` : line))
        .join('\n'),
    ),
  },
}

function valueAt(document: unknown, path: DocumentPath): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    document,
  )
}

describe('the contract', () => {
  test('names and endings are each importer’s own', () => {
    const extensions = importers.flatMap((importer) => importer.extensions)
    expect(new Set(importers.map(({ id }) => id)).size).toBe(importers.length)
    expect(new Set(extensions).size).toBe(extensions.length)
    expect(importers.map(({ id }) => id).toSorted()).toEqual(Object.keys(samples).toSorted())
  })

  describe.each(importers.map((importer) => ({ importer, id: importer.id })))('$id', ({ importer, id }) => {
    const { file, bytes } = samples[id] ?? { file: '', bytes: new Uint8Array() }
    const read = () => importer.read(bytes, { file, pdf, findSkills: () => [] })

    test('knows its own file, whatever its name', () => {
      expect(chooseImporter(bytes, file).id).toBe(id)
      expect(importer.detect(bytes, 'a-name-without-ending')).toBeGreaterThan(0)
    })

    test('yields a document that passes the schema, the same each time', async () => {
      const first = await read()
      expect(resumeSchema.safeParse(first.document).error).toBeUndefined()
      expect(first.document.basics).toMatchObject({ name: 'Mira Example', email: 'mira@example.org' })
      expect(first.document.work?.[0]).toMatchObject({ name: 'Nordwind Ltd', position: 'Senior Engineer' })
      expect(await read()).toEqual(first)
    })

    test('every field is in the document, with a confidence and a position in the file', async () => {
      const { document, fields } = await read()
      expect(fields.length).toBeGreaterThan(3)
      for (const { path, confidence, position } of fields) {
        expect(valueAt(document, path), path.join('.')).toBeDefined()
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(1)
        expect(position?.file).toBe(file)
        expect(position?.page ?? position?.line).toBeGreaterThan(0)
      }
    })

    test('no word is lost: it is in the document or among what was not placed', async () => {
      const { document, unplaced } = await read()
      const kept = `${JSON.stringify(document)} ${JSON.stringify(unplaced)}`.toLowerCase()
      const words =
        id === 'json-resume'
          ? ['Nordwind', 'a while ago', 'Led five people', 'SQL']
          : [
              'Mira',
              'Nordwind',
              'Engineer',
              '2019',
              '2021',
              'Led five people',
              'stray remark',
              'horses',
              'Go',
              'SQL',
            ]
      expect(words.filter((word) => !kept.includes(word.toLowerCase()))).toEqual([])
    })
  })
})

describe('chooses', () => {
  test.each([
    ['%PDF-1.7 …', 'upload.bin', 'pdf'],
    ['{"basics": {}}', 'upload', 'json-resume'],
    ['# Mira\n\n## Work\n', '-', 'markdown'],
    ['Mira Example\n', '-', 'text'],
    ['{"basics": {}}', 'cv.txt', 'text'],
    ['%PDF-1.7', 'cv.txt', 'pdf'],
  ])('%j as %s: %s', (content, file, id) => {
    expect(chooseImporter(Buffer.from(content), file).id).toBe(id)
  })

  test.each([
    { name: 'nothing', bytes: new Uint8Array(), file: 'cv.pdf', code: 'IMP002' },
    {
      name: 'a picture',
      bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
      file: 'me.png',
      code: 'IMP001',
    },
    {
      name: 'an archive without a name',
      bytes: new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
      file: '-',
      code: 'IMP001',
    },
  ])('none for $name', ({ bytes, file, code }) => {
    expect(() => chooseImporter(bytes, file)).toThrow(expect.objectContaining({ code }))
  })
})
