import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { UserError } from '../core/user-error.ts'
import { readTaxonomy } from '../skill/taxonomy.ts'
import { guideJsonSchema, parseGuide } from './guide.ts'
import { formatTarget, guideSections } from './sections.ts'
import { renderGuideText } from './text.ts'

const FILE = 'data/guides/backend-developer.yaml'
const content: unknown = parse(readFileSync(new URL(`../../${FILE}`, import.meta.url), 'utf8'))
const guide = parseGuide(content, FILE)
const minimal = { id: 'gardener', title: 'Gardener', summary: 'Grows things.', sources: {} }

function thrown(run: () => unknown): UserError {
  try {
    run()
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('the Backend Developer guide', () => {
  it.each([
    ['code-quality', 'at least 90 %'],
    ['response-time', 'below 200 ms'],
    ['error-rate', 'below 1 %'],
    ['delivery-rate', '3 to 5 per sprint'],
    ['uptime', 'at least 99.9 %'],
    ['user-feedback', 'above 4 of 5'],
  ])('sets %s to %s', (id, expected) => {
    const target = guide.kpis.find((kpi) => kpi.id === id)?.target
    expect(target && formatTarget(target)).toBe(expected)
    expect(target?.source).toBe('founding-guide')
  })

  it.each([
    ['Startup', 70_000, 100_000, 'equity options'],
    ['Mid-sized company', 90_000, 130_000, 'performance bonuses'],
    ['Large corporation', 110_000, 160_000, 'bonuses'],
    ['Tech giant', 150_000, 220_000, 'substantial stock options'],
  ])('pays in a %s %i to %i', (company, low, high, plus) => {
    expect(guide.pay).toMatchObject({ currency: 'USD', period: 'year' })
    expect(guide.pay?.bands).toContainEqual(
      expect.objectContaining({ company, low, high, plus: [plus], source: 'founding-guide' }),
    )
  })

  it('keeps the figures of impact, stories and outlook with their source', () => {
    expect(guide.impact[0]?.amount).toEqual({
      bound: 'up-to',
      value: 50,
      unit: 'percent',
      source: 'founding-guide',
    })
    const amounts = guide.stories.flatMap(({ results }) => results.flatMap(({ amount }) => amount ?? []))
    expect(amounts).toEqual([
      { bound: 'more-than', value: 60, unit: 'percent', source: 'founding-guide' },
      { bound: 'exactly', value: 75, unit: 'percent', source: 'founding-guide' },
    ])
    expect(guide.demand?.outlook?.years).toEqual({ from: 3, to: 5, source: 'founding-guide' })
    expect(guide.review).toMatchObject({
      cadence: 'quarterly',
      tools: [{ name: 'Jira' }, { name: 'GitHub' }],
    })
  })

  it.each([
    ['reports to', guide.reportsTo, 2],
    ['industries', guide.industries, 3],
    ['who thrives', guide.thrives, 4],
    ['impact', guide.impact, 2],
    ['parts of the day', guide.day, 3],
    ['things done in a day', guide.day.flatMap(({ does }) => does), 10],
    ['challenges', guide.challenges, 2],
    ['technical skills', guide.skills.technical, 4],
    ['analytical skills', guide.skills.analytical, 3],
    ['human skills', guide.skills.human, 4],
    ['emerging skills', guide.skills.emerging, 3],
    ['KPIs', guide.kpis, 6],
    ['levels', guide.ladder, 5],
    ['lateral moves', guide.lateralMoves, 4],
    ['ways to rise', guide.accelerate, 3],
    ['behavioural questions', guide.interview.behavioral, 3],
    ['technical questions', guide.interview.technical, 3],
    ['situational questions', guide.interview.situational, 2],
    ['red flags', guide.interview.redFlags, 4],
    ['pay bands', guide.pay?.bands, 4],
    ['pay factors', guide.pay?.factors, 4],
    ['negotiation', guide.negotiation, 2],
    ['hubs', guide.demand?.hubs, 4],
    ['trends', guide.demand?.trends, 4],
    ['stories', guide.stories, 3],
    ['books', guide.resources.books, 4],
    ['courses', guide.resources.courses, 3],
    ['podcasts', guide.resources.podcasts, 3],
    ['communities', guide.resources.communities, 3],
    ['version control tools', guide.tools.versionControl, 3],
    ['databases', guide.tools.databases, 3],
    ['API tools', guide.tools.apiDevelopment, 3],
    ['clouds', guide.tools.cloud, 3],
    ['frameworks', guide.tools.frameworks, 3],
    ['thinkers', guide.thinkers, 5],
  ])('has all %s', (_, items, count) => {
    expect(items).toHaveLength(count)
  })

  it('names people, books and places as they are called', () => {
    const text = renderGuideText(guide, null, { width: 100 })
    const names = `Robert C. Martin|The Pragmatic Programmer|Andrew Hunt and David Thomas|Martin Kleppmann
      |Chris Richardson|Udemy|Coursera|edX|ShopTalk Show|Coding Blocks|Software Engineering Daily|Dev.to
      |Martin Fowler|Kent Beck|Extreme Programming|Greg Young|CQRS|Dan North|Jez Humble|Accelerate
      |San Francisco Bay Area|New York City|Berlin|Bangalore|Data Engineer|Technical Product Manager
      |Vice President of Engineering|STAR|up to 50 %|more than 60 %|75 %|110,000 – 160,000|Insomnia|Heroku`
    for (const name of names.split('|')) expect(text).toContain(name.trim())
  })
})

describe('skills and tools of the guide', () => {
  const folder = new URL('../../data/skills/', import.meta.url)
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'))
  const { taxonomy } = readTaxonomy(
    files.map((file) => ({ file, content: parse(readFileSync(new URL(file, folder), 'utf8')) as unknown })),
  )
  const ids = [
    ...Object.values(guide.skills).flatMap((skills) => skills.flatMap(({ ids }) => ids)),
    ...Object.values(guide.tools).flatMap((tools) => tools.map(({ id }) => id)),
    ...(guide.review?.tools.flatMap(({ id }) => id ?? []) ?? []),
  ]

  it.each([...new Set(ids)])('%s is in the taxonomy', (id) => {
    expect(taxonomy.skills.has(id)).toBe(true)
  })
})

describe('parseGuide', () => {
  it('leaves out what a role has no source for', () => {
    const sparse = parseGuide(minimal, 'gardener.yaml')
    expect(sparse.kpis).toEqual([])
    expect(sparse.pay).toBeUndefined()
    expect(guideSections(sparse).map(({ id }) => id)).toEqual(['overview'])
  })

  it.each([
    ['not a mapping', 'gardener', 'expected object'],
    ['a missing field', { ...minimal, summary: undefined }, 'summary:'],
    ['an unknown field', { ...minimal, salary: 1 }, 'salary'],
    [
      'an unknown source',
      {
        ...minimal,
        impact: [
          {
            claim: 'a',
            leadsTo: 'b',
            amount: { bound: 'up-to', value: 5, unit: 'percent', source: 'hearsay' },
          },
        ],
      },
      "impact[0].amount.source: no source 'hearsay'",
    ],
    [
      'a range without an upper limit',
      {
        ...minimal,
        sources: { a: { title: 'A', note: 'A' } },
        kpis: [
          {
            id: 'k',
            name: 'K',
            measures: 'm',
            target: { comparison: 'between', value: 3, unit: 'a', source: 'a' },
          },
        ],
      },
      'kpis[0].target: `upper` goes with `between`',
    ],
    [
      'a KPI twice',
      {
        ...minimal,
        kpis: [
          { id: 'k', name: 'K', measures: 'm' },
          { id: 'k', name: 'K', measures: 'm' },
        ],
      },
      "kpis[1].id: 'k' stands twice",
    ],
    [
      'a pay band upside down',
      {
        ...minimal,
        sources: { a: { title: 'A', note: 'A' } },
        pay: {
          currency: 'EUR',
          period: 'year',
          basis: 'base',
          bands: [{ company: 'c', low: 2, high: 1, source: 'a' }],
        },
      },
      'pay.bands[0]: `low` is more than `high`',
    ],
  ])('refuses %s and says where', (_, content, expected) => {
    const error = thrown(() => parseGuide(content, 'gardener.yaml'))
    expect(error.code).toBe('GUI001')
    expect(error.message).toContain(expected)
    expect(error.position?.file).toBe('gardener.yaml')
  })

  it('publishes a JSON Schema that takes the guide and refuses a fault', () => {
    const validate = new Ajv2020({ strict: false }).compile(guideJsonSchema())
    expect(validate(content)).toBe(true)
    expect(validate({ ...minimal, salary: 1 })).toBe(false)
  })
})

describe('renderGuideText', () => {
  it('lays out targets as an aligned table', () => {
    const lines = renderGuideText(guide, 'kpis', { width: 100 }).split('\n')
    expect(lines[2]).toMatch(/^Metric {2,}Target {2,}What it measures$/)
    const column = lines[2]?.indexOf('Target') ?? -1
    expect(lines.find((line) => line.startsWith('Uptime'))?.slice(column)).toMatch(/^at least 99\.9 % /)
  })

  it('stays within the width, whatever it is, and loses no word', () => {
    const words = (text: string): string[] => text.split(/[\s•─:]+/).filter(Boolean)
    const wide = new Set(words(renderGuideText(guide, null, { width: 500 })))
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 160 }), (width) => {
        const text = renderGuideText(guide, null, { width })
        for (const line of text.split('\n')) expect(Array.from(line).length).toBeLessThanOrEqual(width)
        const narrow = new Set(words(text))
        for (const word of wide) if (!/^(Metric|Company)$/.test(word)) expect(narrow).toContain(word)
      }),
      { numRuns: 30 },
    )
  })

  it('paints titles, headings and names', () => {
    const mark = (sign: string) => (text: string) => `<${sign}>${text}</${sign}>`
    const painter = { title: mark('t'), heading: mark('h'), lead: mark('l'), faint: mark('f') }
    const text = renderGuideText(guide, 'thinkers', { width: 80, painter })
    expect(text).toContain('<t>People to read</t>')
    expect(text).toContain('  • <l>Kent Beck</l>\n    Extreme Programming')
  })

  it('names the sections when the asked one is unknown', () => {
    const error = thrown(() => renderGuideText(guide, 'salary', { width: 80 }))
    expect(error.code).toBe('GUI002')
    expect(error.message).toContain('pay')
  })
})
