import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toTypstData } from '../../exporters/typst/data.ts'
import type { Paper } from '../../exporters/typst/data.ts'
import type { Typesetter } from '../../exporters/typesetter.ts'
import { normaliseResume } from '../../resume/normalise.ts'
import type { ResumeDocument } from '../../resume/schema.ts'
import { readPdf } from './fixtures/read-pdf.ts'
import { createTypesetter } from './typesetter.ts'

const themes = fileURLToPath(new URL('../../../data/themes', import.meta.url))

const words = (min: number, max: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom('measured', 'the', 'queue', 'of', 'PostgreSQL', 'services', 'in', '14', 'weeks'), {
      minLength: min,
      maxLength: max,
      size: 'max',
    })
    .map((all) => all.join(' '))

const highlights = fc.array(words(2, 80), { minLength: 1, maxLength: 6, size: 'max' })
const stretch = { startDate: fc.constantFrom('2019', '2021-03'), endDate: fc.constantFrom('2022', '2023-12') }
const role = fc.record(
  { position: words(1, 4), ...stretch, summary: words(0, 30), highlights },
  { requiredKeys: ['position', 'highlights'] },
)
const document: fc.Arbitrary<ResumeDocument> = fc.record(
  {
    basics: fc.record({ name: words(1, 3), summary: words(0, 90) }),
    skills: fc.array(fc.record({ name: words(1, 2), keywords: fc.array(words(1, 2), { maxLength: 9 }) }), {
      maxLength: 5,
    }),
    work: fc.array(
      fc.oneof(
        fc.record({ name: words(1, 4), location: words(1, 2), position: words(1, 3), highlights }),
        fc.record({ name: words(1, 4), roles: fc.array(role, { minLength: 1, maxLength: 3 }) }),
      ),
      { minLength: 2, maxLength: 6, size: 'max' },
    ),
    projects: fc.array(fc.record({ name: words(1, 3), description: words(0, 30), highlights }), {
      maxLength: 4,
    }),
    education: fc.array(fc.record({ institution: words(1, 5), area: words(1, 3), studyType: words(1, 1) }), {
      maxLength: 3,
    }),
  },
  { requiredKeys: ['basics', 'work'] },
)

interface Data {
  readonly sections: readonly {
    readonly id: string
    readonly lines: readonly Line[]
    readonly entries: readonly {
      readonly id: string
      readonly paragraphs: readonly unknown[]
      readonly parts: readonly { readonly id: string | null; readonly bullets: readonly Line[] }[]
    }[]
  }[]
}
interface Line {
  readonly id: string
  readonly text: string
  readonly long: boolean
}

/** Each heading with what must stand on its page: the first thing below it, past a few lines that lead there. */
function* ties({ sections }: Data): Generator<readonly [string, string]> {
  for (const { id, lines, entries } of sections) {
    const first = lines[0] ?? entries[0]
    if (first) yield [id, first.id]
    for (const entry of entries) {
      const [part] = entry.parts
      const child = part?.id ?? part?.bullets[0]?.id
      if (child !== undefined) yield [entry.id, child]
      for (const { id: own, bullets } of entry.parts) {
        if (own !== null && bullets[0]) yield [own, bullets[0].id]
      }
    }
  }
}

describe('page breaks', () => {
  let typesetter: Typesetter
  beforeAll(() => {
    typesetter = createTypesetter({ themes })
  })
  afterAll(() => typesetter.close())

  it('never part a heading from what follows it, nor a highlight in two', async () => {
    let breaks = 0
    await fc.assert(
      fc.asyncProperty(document, fc.constantFrom<Paper>('a4', 'us-letter'), async (value, paper) => {
        const data = toTypstData(normaliseResume(value), { paper }) as unknown as Data
        const typeset = await typesetter.typeset({
          theme: 'classic',
          data: data as never,
          attachments: [],
          markers: true,
        })
        breaks += typeset.pages - 1
        const page = new Map(typeset.markers.map((marker) => [marker.id, marker.page]))
        for (const [heading, child] of ties(data)) {
          expect(page.get(heading), `${heading} and ${child}`).toBeTypeOf('number')
          expect(page.get(heading), `${heading} and ${child}`).toBe(page.get(child))
        }
        const { pages } = await readPdf(typeset.pdf)
        const printed = pages.map((lines) => lines.join(' '))
        for (const { text } of data.sections.flatMap(({ entries }) =>
          entries.flatMap(({ parts }) => parts.flatMap(({ bullets }) => bullets.filter(({ long }) => !long))),
        )) {
          expect(printed.some((all) => all.includes(text))).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
    expect(breaks).toBeGreaterThan(20)
  })

  it('end no page with a heading, at whatever height the page ends', async () => {
    const pages = new Set<number>()
    for (let lines = 36; lines < 62; lines += 1) {
      const value: ResumeDocument = {
        basics: { name: 'Ada Brook' },
        work: [
          {
            name: 'Brook',
            position: 'Developer',
            highlights: Array.from({ length: lines }, (_, i) => `Item ${i}`),
          },
          {
            name: 'Lake',
            roles: [{ position: 'Lead', summary: 'Led the team that kept the water flowing.' }],
          },
        ],
        education: [{ institution: 'School', area: 'Mathematics' }],
      }
      const data = toTypstData(normaliseResume(value), { paper: 'a4' })
      const { pdf } = await typesetter.typeset({ theme: 'classic', data, attachments: [], markers: false })
      const printed = (await readPdf(pdf)).pages
      pages.add(printed.length)
      for (const all of printed) {
        const last = all.findLast((line) => !/Page \d/.test(line))
        expect(['Experience', 'Education', 'Brook', 'Developer', 'Lake', 'Lead']).not.toContain(last)
      }
    }
    expect([...pages]).toEqual([1, 2])
  })
})
