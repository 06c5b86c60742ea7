import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberClaims, parseNumbers } from './parse.ts'

/** `text`, then what it states: the span's text, value, unit, and the bound where it is not exact. */
type Stated = readonly [string, number, string | null, ('at-least' | 'at-most' | 'about')?]
type Case = readonly [string, readonly Stated[], string?]
const cases: readonly Case[] = [
  // Counts
  ['Merged 214 pull requests', [['214 pull requests', 214, 'pull-requests']]],
  ['Reviewed 214 pull requests', [['214 pull requests', 214, 'pull-requests-reviewed']]],
  [
    '1 pull request and 1 release',
    [
      ['1 pull request', 1, 'pull-requests'],
      ['1 release', 1, 'releases'],
    ],
  ],
  ['214 PRs merged', [['214 PRs', 214, 'pull-requests']]],
  ['Maintained 12 services', [['12 services', 12, 'services']]],
  ['Migrated 12 Spring Boot microservices to Kotlin', [['12 Spring Boot microservices', 12, 'services']]],
  ['Served over 200 customers', [['over 200 customers', 200, 'customers', 'at-least']]],
  ['Served 200+ customers', [['200+ customers', 200, 'customers', 'at-least']]],
  ['Wrote ~50 tests', [['~50 tests', 50, 'tests', 'about']]],
  ['for 1.2M users', [['1.2M users', 1_200_000, 'users']]],
  ['10k requests per second', [['10k requests per second', 10_000, 'requests/s']]],
  ['10,000 req/s at peak', [['10,000 req/s', 10_000, 'requests/s']]],
  ['handles 5k RPS', [['5k RPS', 5000, 'requests/s']]],
  ['1,200 commits', [['1,200 commits', 1200, 'commits']]],
  ['1.200 Commits', [['1.200 Commits', 1200, 'commits']], 'de'],
  ['12,00,000 users', [['12,00,000 users', 1_200_000, 'users']]],
  ['1’250 Nutzer', [['1’250 Nutzer', 1250, 'users']], 'de'],
  ['1 250 utilisateurs', [['1 250 utilisateurs', 1250, 'users']], 'fr'],
  ['Led a team of 8', [['8', 8, 'people']]],
  ['Led a team of five engineers', [['five engineers', 5, 'people']]],
  ['a 5-person team', [['5-person', 5, 'people']]],
  [
    'Mentored 3 junior developers and 2 interns',
    [
      ['3 junior developers', 3, 'people'],
      ['2 interns', 2, 'people'],
    ],
  ],
  ['Processed 3 million events a day', [['3 million events a day', 3_000_000, 'events/day']]],
  ['10m users', [['10m users', 10_000_000, 'users']]],
  ['Deployed 5 times a day', [['5 times a day', 5, 'times/day']]],
  [
    '3 of 5 services',
    [
      ['3', 3, 'services'],
      ['5 services', 5, 'services'],
    ],
  ],
  ['up to 40 nodes', [['up to 40 nodes', 40, 'servers', 'at-most']]],
  ['at least 30 teams', [['at least 30 teams', 30, 'teams', 'at-least']]],
  ['14 gizmos', [['14 gizmos', 14, 'gizmos']]],
  ['2000 users joined', [['2000 users', 2000, 'users']]],
  ['a rating of 4.8/5', [['4.8/5', 4.8, 'of 5']]],
  ['Grew it to 12', [['12', 12, null]]],
  ['12 or more services', [['12', 12, null, 'at-least']]],
  ['2 lakh users', [['2 lakh users', 200_000, 'users']]],
  ['Wrote 40 000 lines of code', [['40 000 lines', 40_000, 'lines']]],
  // Percentages and factors
  ['Cut latency by 40%', [['40%', 40, 'percent']]],
  ['Cut latency by 40 %', [['40 %', 40, 'percent']]],
  ['by more than 12.5 percent', [['more than 12.5 percent', 12.5, 'percent', 'at-least']]],
  ['99.95% uptime', [['99.95%', 99.95, 'percent']]],
  ['99.999% uptime', [['99.999%', 99.999, 'percent']]],
  ['raised it 3 percentage points', [['3 percentage points', 3, 'percentage-points']]],
  ['grew revenue 1,200%', [['1,200%', 1200, 'percent']]],
  ['3x faster', [['3x', 3, 'factor']]],
  ['2.5× the throughput', [['2.5×', 2.5, 'factor']]],
  ['10-fold increase', [['10-fold', 10, 'factor']]],
  ['4 times faster', [['4 times faster', 4, 'factor']]],
  ['doubled throughput', [['doubled', 2, 'factor']]],
  ['more than tripled throughput', [['more than tripled', 3, 'factor', 'at-least']]],
  ['a threefold rise', [['threefold', 3, 'factor']]],
  ['nearly halved build time', [['nearly halved', 0.5, 'factor', 'about']]],
  ['cut costs in half', [['in half', 0.5, 'factor']]],
  // From, to, ranges
  [
    'from 800 ms to 200 ms',
    [
      ['800 ms', 800, 'ms'],
      ['200 ms', 200, 'ms'],
    ],
  ],
  [
    'from 5 to 12 services',
    [
      ['5', 5, 'services'],
      ['12 services', 12, 'services'],
    ],
  ],
  [
    '8–10 engineers',
    [
      ['8', 8, 'people', 'at-least'],
      ['10 engineers', 10, 'people', 'at-most'],
    ],
  ],
  [
    'from 10 to 100k users',
    [
      ['10', 10, 'users'],
      ['100k users', 100_000, 'users'],
    ],
  ],
  // Time, size
  ['under 200 ms', [['under 200 ms', 200, 'ms', 'at-most']]],
  ['sub-100ms latency', [['sub-100ms', 100, 'ms', 'at-most']]],
  ['p95 of 120ms', [['120ms', 120, 'ms']]],
  ['builds in 4 min', [['4 min', 4, 'min']]],
  ['within 2 weeks', [['within 2 weeks', 2, 'weeks', 'at-most']]],
  ['2-week sprints', [['2-week', 2, 'weeks']]],
  ['8+ years of experience', [['8+ years', 8, 'years', 'at-least']]],
  [
    '3 hours to 20 minutes',
    [
      ['3 hours', 3, 'h'],
      ['20 minutes', 20, 'min'],
    ],
  ],
  ['a 5 TB database', [['5 TB', 5, 'TB']]],
  ['ingests 2 GB/day', [['2 GB/day', 2, 'GB/day']]],
  // Money
  ['saved $1.2M a year', [['$1.2M a year', 1_200_000, 'USD/year']]],
  ['saved $40k', [['$40k', 40_000, 'USD']]],
  ['€ 3,500/month', [['€ 3,500/month', 3500, 'EUR/month']]],
  [
    '170–220k USD',
    [
      ['170', 170_000, 'USD', 'at-least'],
      ['220k USD', 220_000, 'USD', 'at-most'],
    ],
  ],
  ['over 250k € saved', [['over 250k €', 250_000, 'EUR', 'at-least']]],
  ['1,2 Mio. € gespart', [['1,2 Mio. €', 1_200_000, 'EUR']], 'de'],
  // German, French, Spanish
  ['um 30 Prozent gesenkt', [['30 Prozent', 30, 'percent']], 'de'],
  ['mehr als 200 Nutzer', [['mehr als 200 Nutzer', 200, 'users', 'at-least']], 'de'],
  ['rund 3,5 Sekunden', [['rund 3,5 Sekunden', 3.5, 's', 'about']], 'de'],
  ['Team von 6 Entwicklern', [['6 Entwicklern', 6, 'people']], 'de'],
  ['Durchsatz verdoppelt', [['verdoppelt', 2, 'factor']], 'de'],
  ['fünf Dienste betrieben', [['fünf Dienste', 5, 'services']], 'de'],
  ['zusätzlich 3-fach schneller', [['3-fach', 3, 'factor']], 'de'],
  ['plus de 200 clients', [['plus de 200 clients', 200, 'customers', 'at-least']], 'fr'],
  ['réduit de 2,5 % le temps', [['2,5 %', 2.5, 'percent']], 'fr'],
  ['1,5 million d’utilisateurs', [['1,5 million d’utilisateurs', 1_500_000, 'users']], 'fr'],
  ['más de 30 servicios', [['más de 30 servicios', 30, 'services', 'at-least']], 'es'],
  ['1.500 usuarios', [['1.500 usuarios', 1500, 'users']], 'es'],
  ['200 mil usuarios', [['200 mil usuarios', 200_000, 'users']], 'es'],
  ['duplicó las ventas', [['duplicó', 2, 'factor']], 'es'],
  // Not claims
  ...(
    [
      'since 2021',
      'in 2019 engineers left',
      'Q3 2022',
      'H1/2021 and FY22',
      'from 2019 to 2021',
      '2019–2021, then 2022 - present',
      'March 2021',
      'Jan 15, 2024',
      '3 March 2021',
      '12/2021',
      '2021-03-04',
      '04.03.2021',
      'the 1990s',
      "class of '09",
      'Java 17',
      'to Java 17 services',
      'HTTP/2 and OAuth2',
      'OAuth 2.0',
      'Python 3.11',
      'S3, EC2, K8s and Log4j',
      'Spring Boot 3.2',
      'C++17 and C# 10',
      'Angular 12',
      'Node.js 18',
      'version 2.3.1',
      'v2 and 5.x',
      'TLS 1.3',
      '.NET 6',
      'SOC 2 compliance',
      'ISO 27001, RFC 7231, PCI DSS 4.0',
      'UTF-8, SHA-256, CVE-2021-44228',
      'JIRA-1234 and #4567',
      '+49 170 1234567',
      '(555) 123-4567 or 555-123-4567',
      'on the 3rd floor, 1st prize, 95th percentile',
      '24/7 on-call',
      'mira99@example.org',
      'https://example.org/2024/12 and example.org/50',
      '10.0.0.1',
      '1:1 meetings at 9:30',
      '1-on-1 coaching',
      'commit 3f2a9bc',
      'Level 3 support',
      'Windows 10 rollout',
      'a two-factor login and a three-tier design',
      'B2B and P2P',
      'p95 and p99',
      'the ICML 2022 workshop',
      'GPA: 3.9/4.0',
      'GPA 3.97',
      'a mean of 3.9/4.0',
      'Forbes 30 Under 30',
      'one of the 35 Under 35 Innovators',
      'CSE 099: Software Design',
      'US Patent 11,234,567',
    ] as const
  ).map((text): Case => [text, []]),
  ['Am 2. Platz', [], 'de'],
  ['le 3 mars 2021', [], 'fr'],
  ['15 de mayo de 2021', [], 'es'],
]

describe('parseNumbers', () => {
  it.each(cases.map((each) => ({ text: each[0], stated: each[1], language: each[2] })))(
    '$text',
    ({ text, stated, language }) => {
      const found = parseNumbers(text, language === undefined ? {} : { language })
      expect(
        found.map(({ span, value, unit, bound }) => [text.slice(span.start, span.end), value, unit, bound]),
      ).toEqual(stated.map(([words, value, unit, bound]) => [words, value, unit, bound ?? 'exact']))
    },
  )

  it('takes no number out of a name that it is told of', () => {
    const text = 'Moved 3 jobs to Neo 4 Jet'
    expect(parseNumbers(text, { names: [{ start: text.indexOf('Neo'), end: text.length }] })).toHaveLength(1)
  })

  it('tells how exact a printed number is', () => {
    expect(parseNumbers('1.2M users, 37%, 12.5%, 10k events').map(({ place }) => place)).toEqual([
      1e5, 1, 0.1, 1000,
    ])
  })

  it('gives claims ids by path and place', () => {
    expect(numberClaims(['work', 0, 'highlights', 2], 'Ran 12 services')).toEqual([
      {
        id: 'work[0].highlights[2]@4',
        path: ['work', 0, 'highlights', 2],
        text: 'Ran 12 services',
        span: { start: 4, end: 15 },
        statement: { kind: 'number', value: 12, bound: 'exact', unit: 'services' },
      },
    ])
  })
})

describe('laws', () => {
  const texts = fc.constantFrom(...cases.map(([text]) => text))
  const prose = fc.constantFrom(' Then we had lunch.', ' It went well, so we went on.', ' Nobody was hurt.')

  it('spans are in order, do not overlap, and hold a number or its word, in any text', () => {
    const any = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(texts).map((parts) => parts.join(' ')),
    )
    fc.assert(
      fc.property(any, (text) => {
        let end = 0
        for (const { span, value } of parseNumbers(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(span.end).toBeGreaterThan(span.start)
          expect(span.end).toBeLessThanOrEqual(text.length)
          expect(text.slice(span.start, span.end)).toMatch(/\d|\p{L}{3}/u)
          expect(Number.isFinite(value)).toBe(true)
          end = span.end
        }
      }),
      { numRuns: 300 },
    )
  })

  it('prose behind a sentence changes nothing in it', () => {
    fc.assert(
      fc.property(texts, prose, (text, more) => {
        expect(parseNumbers(`${text}.${more}`)).toEqual(parseNumbers(`${text}.`))
      }),
    )
  })

  it('reads back any whole number as it is grouped in the language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2100, max: 9_999_999 }),
        fc.constantFrom('en', 'de', 'fr', 'es'),
        (value, language) => {
          const written = new Intl.NumberFormat(language, { useGrouping: 'always' }).format(value)
          expect(parseNumbers(`Merged ${written} commits`, { language })[0]).toMatchObject({
            value,
            unit: 'commits',
          })
        },
      ),
    )
  })
})
