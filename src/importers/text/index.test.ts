import { describe, expect, test } from 'vitest'
import type { ImportedResume, Importer } from '../../resume/importer.ts'
import { markdownImporter, textImporter } from './index.ts'

function read(importer: Importer, bytes: string | Uint8Array): Promise<ImportedResume> {
  return importer.read(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, {
    file: 'cv.md',
    findSkills: () => [],
    pdf: { read: () => Promise.reject(new Error('no PDF here')) },
  })
}

const markdown = `# Mira Example

Backend Engineer · [mira@example.org](mailto:mira@example.org) · [GitHub](https://github.com/miraex)

## Experience

### Nordwind Logistics — Senior Engineer

*March 2021 – Present*, Rotterdam, Netherlands

- Cut the latency of bookings by 75%
- Led **five** people

### Paperboat GmbH — Junior Developer

*2018 – 2020*

- Built the billing

## Skills

- **Languages:** Go, SQL
- **Tools:** Docker
`

test('Markdown', async () => {
  const { document, unplaced, fields } = await read(markdownImporter, markdown)
  expect(document).toEqual({
    basics: {
      name: 'Mira Example',
      label: 'Backend Engineer',
      email: 'mira@example.org',
      profiles: [{ network: 'GitHub', username: 'miraex', url: 'https://github.com/miraex' }],
    },
    work: [
      {
        name: 'Nordwind Logistics',
        location: 'Rotterdam, Netherlands',
        position: 'Senior Engineer',
        startDate: '2021-03',
        highlights: ['Cut the latency of bookings by 75%', 'Led five people'],
      },
      {
        name: 'Paperboat GmbH',
        position: 'Junior Developer',
        startDate: '2018',
        endDate: '2020',
        highlights: ['Built the billing'],
      },
    ],
    skills: [
      { name: 'Languages', keywords: ['Go', 'SQL'] },
      { name: 'Tools', keywords: ['Docker'] },
    ],
  })
  expect(unplaced).toEqual([])
  const title = fields.find(({ path }) => path.join('.') === 'work.1.position')
  expect(title?.position).toMatchObject({ file: 'cv.md', line: 14 })
})

describe('plain text in four languages', () => {
  test.each([
    {
      language: 'English',
      text: `MIRA EXAMPLE\nmira@example.org\n\nEXPERIENCE\n\nSenior Engineer, Nordwind Logistics\nMarch 2021 - Present\n* Led five people\n\nJunior Developer, Paperboat Ltd\nJune 2018 - May 2020\n* Built the billing\n\nEDUCATION\n\nGhent University\nBSc Computer Science, 2014 - 2018\n`,
      work: ['Senior Engineer', 'Nordwind Logistics', '2021-03', undefined],
      school: ['Ghent University', 'BSc', 'Computer Science'],
    },
    {
      language: 'German',
      text: `Mira Beispiel\nmira@example.org\n\nBERUFSERFAHRUNG\n\nSoftwareentwicklerin, Nordwind Logistik AG\n03/2021 – heute\n- Leitung von fünf Leuten\n\nWerkstudentin, Papierboot GmbH\nOktober 2018 – Mai 2020\n- Pflege der Rechnungen\n\nAUSBILDUNG\n\nTechnische Universität Musterstadt\nBachelor of Science Informatik, 2014 – 2018\n`,
      work: ['Softwareentwicklerin', 'Nordwind Logistik AG', '2021-03', undefined],
      school: ['Technische Universität Musterstadt', 'Bachelor of Science', 'Informatik'],
    },
    {
      language: 'French',
      text: `Mira Exemple\nmira@example.org\n\nEXPÉRIENCE PROFESSIONNELLE\n\nIngénieure logiciel, Vent du Nord SA\nmars 2021 – aujourd’hui\n- Encadrement de cinq personnes\n\nStagiaire, Bateau SARL\njuin 2018 – août 2018\n- Facturation\n\nFORMATION\n\nUniversité de Lyon\nLicence en informatique, 2014 – 2018\n`,
      work: ['Ingénieure logiciel', 'Vent du Nord SA', '2021-03', undefined],
      school: ['Université de Lyon', 'Licence', 'informatique'],
    },
    {
      language: 'Spanish',
      text: `Mira Ejemplo\nmira@example.org\n\nEXPERIENCIA LABORAL\n\nIngeniera de software, Viento Norte S.L.\nmarzo de 2021 – actualidad\n- Dirección de cinco personas\n\nBecaria, Barco de Papel S.A.\njunio de 2018 – agosto de 2018\n- Facturación\n\nEDUCACIÓN\n\nUniversidad de Valencia\nGrado en Informática, 2014 – 2018\n`,
      work: ['Ingeniera de software', 'Viento Norte S.L.', '2021-03', undefined],
      school: ['Universidad de Valencia', 'Grado', 'Informática'],
    },
  ])('$language', async ({ text, work, school }) => {
    const { document } = await read(textImporter, text)
    const [job] = document.work ?? []
    expect([job?.position, job?.name, job?.startDate, job?.endDate]).toEqual(work)
    expect(document.work).toHaveLength(2)
    expect(document.work?.every(({ highlights }) => highlights?.length === 1)).toBe(true)
    const [first] = document.education ?? []
    expect([first?.institution, first?.studyType, first?.area]).toEqual(school)
    expect(first).toMatchObject({ startDate: '2014', endDate: '2018' })
  })
})

describe('encodings and line ends', () => {
  const text = 'José Ñandú\njose@example.org\n\nSKILLS\nGo, SQL\n'
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

  test.each([
    { name: 'CRLF', bytes: Buffer.from(text.replaceAll('\n', '\r\n')), codes: [] },
    { name: 'a byte order mark', bytes: Buffer.from(`\uFEFF${text}`), codes: [] },
    { name: 'windows-1252', bytes: Buffer.from(text, 'latin1'), codes: ['IMP020'] },
    { name: 'UTF-16 with a mark', bytes: utf16, codes: ['IMP020'] },
    { name: 'UTF-16 without', bytes: utf16.subarray(2), codes: ['IMP020'] },
  ])('$name', async ({ bytes, codes }) => {
    const { document, findings } = await read(textImporter, bytes)
    expect(document.basics?.name).toBe('José Ñandú')
    expect(document.skills?.[0]?.keywords).toEqual(['Go', 'SQL'])
    expect(findings.map(({ code }) => code)).toEqual(codes)
  })
})

test('text without headings says so, and loses nothing', async () => {
  const { findings, unplaced } = await read(
    textImporter,
    'To whom it may concern\nplease find nothing here\n',
  )
  expect(findings.map(({ code }) => code)).toContain('IMP031')
  expect(findings.map(({ code }) => code)).toContain('IMP030')
  expect(unplaced.map(({ text }) => text).join(' ')).toContain('please find nothing here')
})

test('too many lines are refused', async () => {
  await expect(read(textImporter, 'a line\n'.repeat(10_001))).rejects.toMatchObject({ code: 'IMP003' })
})
