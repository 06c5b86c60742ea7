import { afterAll, describe, expect, test } from 'vitest'
import { minimalPdf, showText } from '../../platform/pdf/minimal-pdf.fixture.ts'
import { createPdfReader } from '../../platform/pdf/reader.ts'
import type { ImportedResume } from '../../resume/importer.ts'
import { pdfImporter } from './index.ts'

const pdf = createPdfReader()
afterAll(() => pdf.close())

type Shown = Parameters<typeof showText>[0][number]

function read(
  pages: readonly (readonly Shown[])[],
  options: Partial<Parameters<typeof minimalPdf>[0]> = {},
): Promise<ImportedResume> {
  const bytes = minimalPdf({ pages: pages.map(showText), ...options })
  return pdfImporter.read(bytes, { file: 'cv.pdf', pdf, findSkills: () => [] })
}

/** Rows of text below one another; each cell has its x. */
function rows(from: number, list: readonly (readonly Omit<Shown, 'y'>[])[], step = 13): readonly Shown[] {
  return list.flatMap((cells, index) => cells.map((cell) => ({ ...cell, y: from + index * step })))
}

const plain = (text: string, x = 50): Omit<Shown, 'y'> => ({ text, x })
const bold = (text: string, x = 50): Omit<Shown, 'y'> => ({ text, x, font: 2 })
const slanted = (text: string, x = 50): Omit<Shown, 'y'> => ({ text, x, font: 3 })
const heading = (text: string, x = 50): Omit<Shown, 'y'> => ({ text, x, font: 2, size: 14 })
const head = rows(
  60,
  [
    [{ text: 'Mira Example', x: 50, size: 22, font: 2 }],
    [plain('mira@example.org | +32 470 12 34 56 | Ghent, Belgium')],
  ],
  20,
)

describe('one column', () => {
  const page = [
    ...head,
    ...rows(130, [
      [heading('Experience')],
      [bold('Nordwind Logistics'), plain('March 2021 – Present', 440)],
      [slanted('Senior Engineer'), slanted('Rotterdam, Netherlands', 440)],
      [
        plain(
          '• Cut the booking latency from 480 ms to 120 ms by moving the hot reads to a cache and the',
          60,
        ),
      ],
      [plain('slow writes to the night', 68)],
      [plain('• Led five people', 60)],
      [bold('Paperboat GmbH'), plain('06/2018 – 02/2021', 440)],
      [slanted('Backend Developer'), slanted('Hamburg, Germany', 440)],
      [plain('• Built the billing', 60)],
      [heading('Education')],
      [bold('Ghent University'), plain('2014 – 2016', 440)],
      [slanted('MSc in Computer Science')],
      [plain('GPA: 3.9/4.0', 60)],
      [heading('Skills')],
      [bold('Languages: '), plain('Go, SQL', 110)],
      [bold('Tools: '), plain('Docker, Git', 110)],
    ]),
  ]

  test('contact, jobs, schools and skills', async () => {
    const { document } = await read([page])
    expect(document).toEqual({
      basics: {
        name: 'Mira Example',
        email: 'mira@example.org',
        phone: '+32 470 12 34 56',
        location: { city: 'Ghent', countryCode: 'BE' },
      },
      work: [
        {
          name: 'Nordwind Logistics',
          location: 'Rotterdam, Netherlands',
          position: 'Senior Engineer',
          startDate: '2021-03',
          highlights: [
            'Cut the booking latency from 480 ms to 120 ms by moving the hot reads to a cache and the slow writes to the night',
            'Led five people',
          ],
        },
        {
          name: 'Paperboat GmbH',
          location: 'Hamburg, Germany',
          position: 'Backend Developer',
          startDate: '2018-06',
          endDate: '2021-02',
          highlights: ['Built the billing'],
        },
      ],
      education: [
        {
          institution: 'Ghent University',
          area: 'Computer Science',
          studyType: 'MSc',
          startDate: '2014',
          endDate: '2016',
          score: '3.9/4.0',
        },
      ],
      skills: [
        { name: 'Languages', keywords: ['Go', 'SQL'] },
        { name: 'Tools', keywords: ['Docker', 'Git'] },
      ],
    })
  })

  test('each field knows its page and place', async () => {
    const { fields } = await read([page])
    const company = fields.find(({ path }) => path.join('.') === 'work.1.name')
    expect(company?.position).toEqual({ file: 'cv.pdf', line: null, column: null, page: 1, x: 50, y: 208 })
    expect(company?.confidence).toBeGreaterThan(0.6)
  })

  test('page numbers and running heads are kept apart', async () => {
    const foot = (number: number): Shown => ({
      text: `Mira Example - Page ${number} of 2`,
      x: 250,
      y: 800,
      size: 8,
    })
    const second = rows(60, [[heading('Languages')], [plain('Dutch (native), English (C1)')]])
    const { document, unplaced } = await read([
      [...page, foot(1)],
      [...second, foot(2)],
    ])
    expect(document.languages).toEqual([
      { language: 'Dutch', fluency: 'native' },
      { language: 'English', fluency: 'C1' },
    ])
    expect(unplaced.map(({ text }) => text)).toEqual([
      'Mira Example - Page 1 of 2',
      'Mira Example - Page 2 of 2',
    ])
  })
})

describe('other builds', () => {
  const job = { position: 'Senior Engineer', startDate: '2021-03' }

  test.each<{
    readonly name: string
    readonly section: readonly (readonly Omit<Shown, 'y'>[])[]
    readonly work: unknown
  }>([
    {
      name: 'dates in a left column',
      section: [
        [plain('2021 - now'), bold('Senior Engineer', 150), plain(', Nordwind Logistics', 228)],
        [plain('Led five people', 150)],
        [plain('2018 - 2021'), bold('Junior Developer', 150), plain(', Paperboat GmbH', 236)],
        [plain('Built the billing', 150)],
      ],
      work: [
        {
          name: 'Nordwind Logistics',
          position: 'Senior Engineer',
          startDate: '2021',
          highlights: ['Led five people'],
        },
        {
          name: 'Paperboat GmbH',
          position: 'Junior Developer',
          startDate: '2018',
          endDate: '2021',
          highlights: ['Built the billing'],
        },
      ],
    },
    {
      name: 'dates broken over two rows of a narrow column',
      section: [
        [plain('March 2021 –'), bold('Senior Engineer', 150)],
        [plain('Present'), plain('Nordwind Logistics', 150)],
        [plain('• Led five people', 160)],
        [plain('June 2018 –'), bold('Junior Developer', 150)],
        [plain('May 2020'), plain('Paperboat GmbH', 150)],
        [plain('• Built the billing', 160)],
      ],
      work: [
        { name: 'Nordwind Logistics', ...job, highlights: ['Led five people'] },
        {
          name: 'Paperboat GmbH',
          position: 'Junior Developer',
          startDate: '2018-06',
          endDate: '2020-05',
          highlights: ['Built the billing'],
        },
      ],
    },
    {
      name: 'one line with bars',
      section: [
        [bold('Nordwind Logistics | Senior Engineer | Rotterdam, Netherlands | March 2021 - Present')],
        [plain('• Led five people', 60)],
        [bold('Paperboat GmbH | Junior Developer | Hamburg, Germany | 2018-2020')],
        [plain('• Built the billing', 60)],
      ],
      work: [
        {
          name: 'Nordwind Logistics',
          location: 'Rotterdam, Netherlands',
          ...job,
          highlights: ['Led five people'],
        },
        {
          name: 'Paperboat GmbH',
          location: 'Hamburg, Germany',
          position: 'Junior Developer',
          startDate: '2018',
          endDate: '2020',
          highlights: ['Built the billing'],
        },
      ],
    },
    {
      name: 'several roles in one company',
      section: [
        [{ text: 'Nordwind Logistics', x: 50, size: 12 }],
        [{ text: 'Senior Engineer', x: 50, size: 11 }],
        [plain('March 2021 - Present (3 years 2 months)')],
        [plain('• Led five people', 60)],
        [{ text: 'Engineer', x: 50, size: 11 }],
        [plain('June 2019 - February 2021 (1 year 9 months)')],
        [plain('• Built the billing', 60)],
        [{ text: 'Paperboat GmbH', x: 50, size: 12 }],
        [{ text: 'Junior Developer', x: 50, size: 11 }],
        [plain('June 2018 - May 2019 (1 year)')],
      ],
      work: [
        {
          name: 'Nordwind Logistics',
          roles: [
            { ...job, highlights: ['Led five people'] },
            {
              position: 'Engineer',
              startDate: '2019-06',
              endDate: '2021-02',
              highlights: ['Built the billing'],
            },
          ],
        },
        { name: 'Paperboat GmbH', position: 'Junior Developer', startDate: '2018-06', endDate: '2019-05' },
      ],
    },
  ])('$name', async ({ section, work }) => {
    const { document } = await read([[...head, ...rows(140, [[heading('Work experience')], ...section])]])
    expect(document.work).toEqual(work)
  })

  test('two columns are read one after the other', async () => {
    const side = rows(
      120,
      [
        [heading('Skills', 40)],
        [plain('Go', 40)],
        [plain('PostgreSQL', 40)],
        [plain('Kafka', 40)],
        [heading('Languages', 40)],
        [plain('Dutch', 40)],
        [plain('English', 40)],
        [plain('French', 40)],
      ],
      17,
    )
    const main = rows(124, [
      [heading('Experience', 220)],
      [bold('Senior Engineer', 220), plain('March 2021 – Present', 450)],
      [slanted('Nordwind Logistics', 220)],
      [plain('• Cut the booking latency from 480 ms to 120 ms by a cache', 228)],
      [plain('• Led five people through the split of the old monolith', 228)],
      [bold('Junior Developer', 220), plain('2018 – 2020', 450)],
      [slanted('Paperboat GmbH', 220)],
      [plain('• Built the billing service for three million invoices', 228)],
      [heading('Education', 220)],
      [bold('Ghent University', 220), plain('2014 – 2018', 450)],
      [plain('BSc Computer Science', 220)],
    ])
    const { document } = await read([[...head, ...side, ...main]])
    expect(document.skills).toEqual([{ keywords: ['Go', 'PostgreSQL', 'Kafka'] }])
    expect(document.languages?.map(({ language }) => language)).toEqual(['Dutch', 'English', 'French'])
    expect(document.work?.map(({ name, position }) => `${position} at ${name}`)).toEqual([
      'Senior Engineer at Nordwind Logistics',
      'Junior Developer at Paperboat GmbH',
    ])
    expect(document.education?.[0]).toMatchObject({
      institution: 'Ghent University',
      studyType: 'BSc',
      area: 'Computer Science',
    })
  })

  test('accounts from links behind words', async () => {
    const page = [...head, { text: 'miraex', x: 50, y: 100 }]
    const { document } = await read([page], {
      links: [{ url: 'https://github.com/miraex', rect: [48, 738, 90, 752] }],
    })
    expect(document.basics?.profiles).toEqual([
      { network: 'GitHub', username: 'miraex', url: 'https://github.com/miraex' },
    ])
  })
})

describe('refuses', () => {
  test('a scan', async () => {
    await expect(read([[]], { pages: ['/Im1 Do'], image: true })).rejects.toMatchObject({
      code: 'IMP007',
      message: 'cv.pdf holds 1 picture and no text',
    })
  })
  test('blank pages', async () => {
    await expect(read([[], []])).rejects.toMatchObject({
      code: 'IMP008',
      message: 'cv.pdf has no text on its 2 pages',
    })
  })
  test('what the reader refuses', async () => {
    await expect(read([head], { encrypted: true })).rejects.toMatchObject({ code: 'PDF006' })
  })
})
