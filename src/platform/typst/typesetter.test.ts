import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Json } from '../../core/json.ts'
import { toTypstData } from '../../exporters/typst/data.ts'
import type { TypesetRequest, Typesetter } from '../../exporters/typesetter.ts'
import { normaliseResume } from '../../resume/normalise.ts'
import { resumeSchema } from '../../resume/schema.ts'
import type { ResumeDocument } from '../../resume/schema.ts'
import { mira, nikos } from './fixtures/people.ts'
import { createPdfReader } from '../pdf/reader.ts'
import { readPdf } from './fixtures/read-pdf.ts'
import { createTypesetter } from './typesetter.ts'

const themes = fileURLToPath(new URL('../../../data/themes', import.meta.url))
const scripted = fileURLToPath(new URL('fixtures/scripted-child.ts', import.meta.url))

function request(document: ResumeDocument, rest: Partial<TypesetRequest> = {}): TypesetRequest {
  const data = toTypstData(normaliseResume(document), { paper: 'a4' })
  return { theme: 'classic', data, attachments: [], markers: true, ...rest }
}

const person = (basics: ResumeDocument['basics'], rest: ResumeDocument = {}): ResumeDocument => ({
  basics: { name: 'Ada Brook', ...basics },
  ...rest,
})

describe('the classic theme', () => {
  let typesetter: Typesetter
  beforeAll(() => {
    typesetter = createTypesetter({ themes })
  })
  afterAll(() => typesetter.close())

  it('prints in reading order, with title and dates in one line', async () => {
    const { pdf, pages } = await typesetter.typeset(request(mira))
    const { pages: read, drawn } = await readPdf(pdf)
    expect(pages).toBe(1)
    expect(read[0]).toEqual(
      expect.arrayContaining([
        'Mira Lindqvist',
        'Languages: Go, Kotlin, Java, SQL, Python',
        'Norrfjord Handel AB · Online retail for outdoor gear Gothenburg',
        'Senior Backend Developer Apr 2022 – Present',
        'Backend Developer Aug 2019 – Mar 2022',
        '• Mentored two trainees, both of whom stayed.',
        'Certified Kubernetes Application Developer · CNCF May 2023',
      ]),
    )
    const order = [
      'Mira Lindqvist',
      'mira.lindqvist@example.org',
      'Summary',
      'Skills',
      'Experience',
      'Norrfjord',
    ]
      .concat([
        'Apr 2022 – Present',
        'Cut the p95',
        'Aug 2019 – Mar 2022',
        'Projects',
        'pg-lagom',
        'Education',
      ])
      .map((text) => drawn.indexOf(text))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order).not.toContain(-1)
    expect(read[0]?.some((line) => line.includes('Page 1'))).toBe(false)
  })

  it('has a text layer that can be searched: ligatures taken apart, no soft hyphens, several scripts', async () => {
    const { drawn, pages } = await readPdf((await typesetter.typeset(request(nikos))).pdf)
    expect(drawn).toContain('first filing of the official office file flow to efficient offline affinity')
    for (const word of ['Νίκος Wiśniewski', 'Łódź', 'Ελλάδα', 'Київ', 'Дніпро Логістика', 'Çınar Bulut']) {
      expect(drawn).toContain(word)
    }
    expect(drawn).not.toMatch(/[\u00AD\uFB00-\uFB06\uFFFD]/)
    expect(pages.map((lines) => lines.at(-1))).toEqual(
      pages.map((_, index) => `Νίκος Wiśniewski Page ${index + 1} of ${pages.length}`),
    )
  })

  it('is a tagged PDF/UA-1 with title, language, headings in order and real lists', async () => {
    const { metadata, roles, title, language } = await readPdf((await typesetter.typeset(request(mira))).pdf)
    expect(metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(title).toBe('Mira Lindqvist – Résumé')
    expect(language).toBe('en')
    for (const role of ['H1', 'H2', 'H3', 'H4', 'P', 'L', 'LI', 'Link']) expect(roles).toContain(role)
    const levels = roles.filter((role) => /^H\d$/.test(role)).map((role) => Number(role[1]))
    levels.forEach((level, index) => expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1))
  })

  it('embeds the fonts of the theme and no others', async () => {
    const { pdf } = await typesetter.typeset(request(nikos))
    const names = Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/BaseFont \/[A-Z]{6}\+([\w-]+)/g)
    expect(new Set(Array.from(names, ([, name]) => name?.replace('-Identity-H', '')))).toEqual(
      new Set(['SourceSans3-Regular', 'SourceSans3-SemiBold', 'SourceSerif4-SemiBold']),
    )
  })

  it('links web, mail and telephone, and nothing else', async () => {
    const document = person({
      email: 'ada@example.org',
      phone: '+44 20 7946 0000',
      url: 'https://ada.example.org',
      profiles: [{ network: 'Site', username: 'ada', url: 'javascript:alert(1)' }],
    })
    const { links } = await readPdf((await typesetter.typeset(request(document))).pdf)
    expect(links).toEqual(['mailto:ada@example.org', 'tel:+442079460000', 'https://ada.example.org/'])
  })

  it('gives the same bytes for the same input, in one child and in two', async () => {
    const first = await typesetter.typeset(request(mira))
    await typesetter.typeset(request(nikos))
    const again = await typesetter.typeset(request(mira))
    const other = createTypesetter({ themes })
    const fresh = await other.typeset(request(mira))
    await other.close()
    expect(Buffer.compare(first.pdf, again.pdf)).toBe(0)
    expect(Buffer.compare(first.pdf, fresh.pdf)).toBe(0)
  })

  it.each([
    ['a4', 595, 841],
    ['us-letter', 612, 792],
  ] as const)('knows the paper %s', async (paper, width, height) => {
    const data = toTypstData(normaliseResume(mira), { paper })
    const { pdf } = await typesetter.typeset(request(mira, { data }))
    const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(Buffer.from(pdf).toString('latin1'))
    expect([Number(box?.[1]), Number(box?.[2])].map(Math.floor)).toEqual([width, height])
  })

  it('says where each entry stands', async () => {
    const { markers } = await typesetter.typeset(request(mira))
    expect(markers.map(({ id }) => id).slice(0, 4)).toEqual(['basics', 'summary', 'skills', 'skills[0]'])
    expect(markers).toContainEqual(expect.objectContaining({ id: 'work[0].roles[1].highlights[0]', page: 1 }))
    const heights = markers.map(({ y }) => y)
    expect(heights).toEqual([...heights].sort((a, b) => a - b))
    expect((await typesetter.typeset(request(mira, { markers: false }))).markers).toEqual([])
  })

  it('carries attachments byte for byte, and forgets them afterwards', async () => {
    const bytes = Uint8Array.from({ length: 3000 }, (_, index) => (index * 31) % 256)
    const attachment = { name: 'receipts.json', bytes, mime: 'application/json', description: 'Receipts' }
    const { pdf } = await typesetter.typeset(request(mira, { attachments: [attachment] }))
    const { attachments } = await readPdf(pdf)
    expect(Object.keys(attachments)).toEqual(['receipts.json'])
    expect(Buffer.compare(attachments['receipts.json'] ?? new Uint8Array(), bytes)).toBe(0)
    expect((await readPdf((await typesetter.typeset(request(mira))).pdf)).attachments).toEqual({})
  })

  it('is read by the guarded reader of the program, attachments and links included', async () => {
    const attachment = {
      name: 'a.json',
      bytes: Buffer.from('{}'),
      mime: 'application/json',
      description: 'A',
    }
    const { pdf } = await typesetter.typeset(request(mira, { attachments: [attachment] }))
    const { pages, attachments, info } = await createPdfReader().read(pdf, 'mira.pdf')
    expect(attachments.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['a.json', '{}'],
    ])
    expect(info).toMatchObject({ title: 'Mira Lindqvist – Résumé', author: 'Mira Lindqvist' })
    expect(pages[0]?.links.map(({ url }) => url)).toContain('https://norrfjord.example.com/')
    const title = pages[0]?.runs.find(
      ({ text }) => text.includes('Senior Backend Developer') && text.length < 30,
    )
    expect(pages[0]?.runs.some(({ bold }) => bold)).toBe(true)
    expect(title).toBeDefined()
  })

  it.each([
    '#import "@preview/x:1.0.0": *',
    '#read("/etc/passwd")',
    '`#panic()` $x^2$ *b* _i_ <label> @ref',
    'back\\slash \\u{41} // no comment /* none */',
    '= Heading - list + enum / term: x',
    '"]) #while true {}',
    '~ -- --- ... \'quoted\' "quoted"',
  ])('prints %s as it is written', async (text) => {
    const { pdf } = await typesetter.typeset(request(person({ summary: text })))
    expect((await readPdf(pdf)).drawn).toContain(text)
  })

  it('keeps a word of 10,000 letters on the paper', async () => {
    const word = 'abcdefghij'.repeat(1000)
    const { pdf, pages } = await typesetter.typeset(
      request(
        person({ label: word.slice(0, 300), summary: word }, { work: [{ name: word, highlights: [word] }] }),
      ),
    )
    const { pages: read } = await readPdf(pdf)
    expect(pages).toBeGreaterThan(2)
    expect(Math.max(...read.flat().map((line) => line.length))).toBeLessThan(130)
    const letters = read
      .flat()
      .join('')
      .replace(/[^a-j]/g, '')
    expect(letters.length).toBeGreaterThan(30_000)
  })

  it('ends no line within a compound word', async () => {
    const text = 'Full-stack work on CI/CD and end-to-end tests of real-time client/server pipelines. '
    const highlights = Array.from({ length: 30 }, (_, index) => `${'x'.repeat(index)} ${text.repeat(2)}`)
    const { pdf } = await typesetter.typeset(request(person({}, { work: [{ name: 'A', highlights }] })))
    const lines = (await readPdf(pdf)).pages.flat()
    expect(lines.length).toBeGreaterThan(60)
    expect(lines.filter((line) => /[-/]$/.test(line))).toEqual([])
  })

  it('leaves out controls without a word and symbols without a glyph with a finding', async () => {
    const document = person({ summary: 'Ship\u0000ped\u00AD it \u{1F680} with \u200Bcare' })
    const { pdf, findings } = await typesetter.typeset(request(document))
    expect((await readPdf(pdf)).drawn).toContain('Shipped it with care')
    expect(findings).toMatchObject([{ code: 'TYP005', severity: 'warning' }])
    expect(findings[0]?.message).toContain('U+1F680')
  })

  it.each([
    ['Chinese', '李伟', 'U+674E'],
    ['Hebrew', 'שלום', 'U+05E9'],
    ['Arabic', 'سلام', 'U+0633'],
    ['a currency', '₿ 5', 'U+20BF'],
  ])('refuses letters that it has no glyph for: %s', async (_, text, code) => {
    await expect(typesetter.typeset(request(person({ label: text })))).rejects.toMatchObject({
      name: 'UserError',
      code: 'TYP004',
      message: expect.stringContaining(code) as string,
    })
  })

  it('prints what is left when every text is an ornament', async () => {
    const text = '\u{1F680}'
    const { pages, findings } = await typesetter.typeset(
      request({
        basics: { name: text, label: text, summary: text, profiles: [{ network: text }] },
        work: [{ name: text, description: text, roles: [{ position: text, highlights: [text] }] }],
        skills: [{ name: text, keywords: [text] }],
        awards: [{ title: text, awarder: text }],
      }),
    )
    expect(pages).toBe(1)
    expect(findings).toHaveLength(1)
  })

  it('prints any part of a résumé without the rest', async () => {
    const texts = (...keys: string[]) =>
      fc.record(Object.fromEntries(keys.map((key) => [key, fc.constant('word')])), { requiredKeys: [] })
    const dated = fc.record(
      { startDate: fc.constant('2020'), endDate: fc.constant('2021-02') },
      { requiredKeys: [] },
    )
    const lists = fc.record(
      {
        highlights: fc.constant(['one', 'two']),
        courses: fc.constant(['one']),
        keywords: fc.constant(['one']),
        url: fc.constant('https://example.org'),
        date: fc.constant('2020-01'),
      },
      { requiredKeys: [] },
    )
    const entries = (...keys: string[]) =>
      fc.array(
        fc.tuple(texts(...keys), dated, lists).map((parts): object => Object.assign({}, ...parts)),
        { maxLength: 2 },
      )
    const job = entries('name', 'organization', 'position', 'location', 'description', 'summary')
    const document = fc.record(
      {
        basics: texts('name', 'label', 'phone', 'summary'),
        work: job,
        volunteer: job,
        projects: entries('name', 'description'),
        education: entries('institution', 'area', 'studyType', 'score'),
        awards: entries('title', 'awarder', 'summary'),
        certificates: entries('name', 'issuer'),
        skills: entries('name', 'level'),
        languages: entries('language', 'fluency'),
        references: entries('name', 'reference'),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(document, async (value) => {
        expect((await typesetter.typeset(request(resumeSchema.parse(value)))).pages).toBeGreaterThan(0)
      }),
      { numRuns: 80 },
    )
  })

  it('prints a résumé that holds nothing', async () => {
    const { pdf, pages } = await typesetter.typeset(request({}))
    expect(pages).toBe(1)
    expect((await readPdf(pdf)).pages).toEqual([['Résumé']])
  })
})

describe('createTypesetter', () => {
  const open: Typesetter[] = []
  afterAll(() => Promise.all(open.map((typesetter) => typesetter.close())))
  const create = (options: Partial<Parameters<typeof createTypesetter>[0]> = {}): Typesetter => {
    const typesetter = createTypesetter({ themes, entry: scripted, deadline: 5000, ...options })
    open.push(typesetter)
    return typesetter
  }
  const tell = (data: Json): TypesetRequest => ({ theme: 'classic', data, attachments: [], markers: false })

  it('kills a child that hangs, and starts another for the next request', async () => {
    const typesetter = create({ deadline: 1500 })
    const { pages: first } = await typesetter.typeset(tell('pid'))
    await expect(typesetter.typeset(tell('hang'))).rejects.toMatchObject({ code: 'TYP001' })
    expect(() => process.kill(first, 0)).toThrow('ESRCH')
    expect((await typesetter.typeset(tell('pid'))).pages).not.toBe(first)
  })

  it.each([
    ['crash', /SIGSEGV/],
    ['exit', /exit code 3.*thread panicked/],
  ])('tells of a child that ends by itself: %s', async (how, message) => {
    const typesetter = create()
    await expect(typesetter.typeset(tell(how))).rejects.toMatchObject({
      code: 'TYP002',
      message: expect.stringMatching(message) as string,
    })
    expect((await typesetter.typeset(tell('pid'))).pages).toBeGreaterThan(0)
  })

  it('keeps one child, and replaces it after so many documents or when it has grown', async () => {
    const typesetter = create({ maxDocuments: 3 })
    const pid = async (data: Json) => (await typesetter.typeset(tell(data))).pages
    const pids = await Promise.all(['pid', 'pid', 'pid', 'pid', 'grow', 'pid'].map(pid))
    expect(new Set(pids.slice(0, 3)).size).toBe(1)
    expect(pids[3]).not.toBe(pids[2])
    expect(pids[4]).toBe(pids[3])
    expect(pids[5]).not.toBe(pids[4])
  })

  it('goes on after close', async () => {
    const typesetter = create()
    const { pages } = await typesetter.typeset(tell('pid'))
    await typesetter.close()
    expect(() => process.kill(pages, 0)).toThrow('ESRCH')
    expect((await typesetter.typeset(tell('pid'))).pages).not.toBe(pages)
  })

  it.each([
    ['an unknown theme', { theme: 'grand' }, 'TYP003', 'classic'],
    ['a path for a theme', { theme: '../themes/classic' }, 'TYP003', 'classic'],
    ['too much text', { data: 'x'.repeat(3 * 1024 * 1024) }, 'TYP006', '2097152'],
    [
      'too large attachments',
      { attachments: [{ name: 'a', bytes: new Uint8Array(21 * 1024 * 1024), mime: 'a/b', description: '' }] },
      'TYP006',
      '20971520',
    ],
  ])('refuses %s', async (_, rest, code, hint) => {
    await expect(create().typeset({ ...tell('pid'), ...rest })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(hint) as string,
    })
  })

  it('tells of a folder without themes and of a theme with a missing font', async () => {
    await expect(
      create({ themes: join(tmpdir(), 'no-such-themes') }).typeset(tell('')),
    ).rejects.toMatchObject({
      code: 'TYP003',
    })
    const resolveFont = (): string => {
      throw new Error('no such package')
    }
    await expect(create({ resolveFont }).typeset(tell(''))).rejects.toMatchObject({
      code: 'TYP003',
      message: expect.stringContaining('no such package') as string,
    })
  })

  describe('a theme', () => {
    const fonts = '["@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf"]'
    let folder = ''
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'bonafide-themes-'))
      await mkdir(join(folder, 'spy'))
      await copyFile(join(themes, 'no-system-fonts.conf'), join(folder, 'no-system-fonts.conf'))
      await writeFile(join(folder, 'spy', 'theme.yaml'), `title: Spy\ndescription: Spies\nfonts: ${fonts}`)
      await writeFile(join(folder, 'main.typ'), '#import "theme.typ": body\n#set document(title: "x")\n#body')
    })
    afterAll(() => rm(folder, { recursive: true }))
    const spy = async (source: string) => {
      await writeFile(join(folder, 'spy', 'theme.typ'), source)
      const typesetter = createTypesetter({ themes: folder })
      open.push(typesetter)
      return typesetter.typeset({ ...tell({}), theme: 'spy' })
    }

    it.each(['/etc/hostname', '../secret.txt', join(tmpdir(), 'secret.txt')])(
      'reads no file of the machine: %s',
      async (file) => {
        await expect(spy(`#let body = read(${JSON.stringify(file)})`)).rejects.toThrow(
          /does not compile.*(not found|denied|outside)/,
        )
      },
    )

    it.runIf(process.platform === 'linux')('finds no font of the system', async () => {
      const source =
        '#let body = text(font: ("DejaVu Sans", "Noto Sans", "Liberation Sans", "Source Sans 3"))[Hello]'
      const { pdf } = await spy(source)
      expect(
        Buffer.from(pdf)
          .toString('latin1')
          .match(/\+\w+-Regular/g),
      ).toContain('+SourceSans3-Regular')
    })

    it('is told from a résumé when it fails: that is a fault of the program', async () => {
      await expect(spy('#let body = panic("broken")')).rejects.toMatchObject({
        name: 'Error',
        message: expect.stringContaining('broken') as string,
      })
    })
  })
})
