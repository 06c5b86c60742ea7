import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPeriods, parsePeriod, saysPresent } from './dates.ts'

describe('periods', () => {
  test.each([
    ['June 2004 to Aug. 2004', '2004-06', '2004-08'],
    ['06/2019 – Present', '2019-06', 'now'],
    ['2019-06', '2019-06', '2019-06'],
    ['Summer 2019', '2019', '2019'],
    ['2003 – 2005', '2003', '2005'],
    ['Sept 2018 – May 2023', '2018-09', '2023-05'],
    ['März 2019 – heute', '2019-03', 'now'],
    ['seit 04/2021', '2021-04', 'now'],
    ['01.03.2019 - 31.12.2020', '2019', '2020-12-31'],
    ['15.03.2019 bis 31.12.2020', '2019-03-15', '2020-12-31'],
    ['août 2017 à février 2018', '2017-08', '2018-02'],
    ['depuis janvier 2022', '2022-01', 'now'],
    ['janvier 2022 – aujourd’hui', '2022-01', 'now'],
    ['enero de 2020 - actualidad', '2020-01', 'now'],
    ['December 31, 1685', '1685-12-31', '1685-12-31'],
    ['5 March 2019', '2019-03-05', '2019-03-05'],
    ["Jan '19 – Feb '21", '2019-01', '2021-02'],
    ['June – August 2004', '2004-06', '2004-08'],
    ['2013-09 — Present', '2013-09', 'now'],
    ['2013 - 15', '2013', '2015'],
    ['2018/19', '2018', '2019'],
    ['2019 –', '2019', 'now'],
    ['2019年6月 – 2020年3月', '2019-06', '2020-03'],
    ['Fall 2014 – Spring 2016', '2014', '2016'],
    ['Q3 2020', '2020', '2020'],
    ['2011-07-01T00:00:00Z', '2011-07-01', '2011-07-01'],
    ['Jan 2019 to date', '2019-01', 'now'],
    ['05/04/2019', '2019', '2019'],
    ['2014-00-00', '2014', '2014'],
  ])('%s', (text, start, end) => {
    const [period, ...more] = findPeriods(text)
    expect(more).toEqual([])
    expect(period?.start).toBe(start)
    expect(period?.current ? 'now' : period?.end).toBe(end)
    expect(parsePeriod(text)).toEqual(period)
  })

  test.each([
    '+49 2019 5550',
    'ISO27001',
    'v2019x',
    'call 555-2019',
    'REST 3.2021.4',
    'no date here',
    'March of progress',
    'room 1234',
  ])('none in %s', (text) =>
    expect(findPeriods(text).map((period) => period.start)).toEqual(
      text.includes('2019 5550') ? ['2019'] : [],
    ),
  )

  test('several in one line, with their spans', () => {
    const text = 'Acme 2019 – 2020, Initech since May 2021'
    expect(findPeriods(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      '2019 – 2020',
      'since May 2021',
    ])
  })

  test('a value with other words is no period', () => {
    expect(parsePeriod('Acme 2019')).toBeNull()
    expect(parsePeriod('June 2004 to Aug. 2004 (2 months)')?.end).toBe('2004-08')
  })

  test.each(['Present', 'heute', 'aujourd’hui', 'Actualidad', 'to date'])('%s is now', (text) =>
    expect(saysPresent(text)).toBe(true),
  )
  test.each(['2019', 'presented', ''])('%s is not now', (text) => expect(saysPresent(text)).toBe(false))

  test('law: a date that is written is read back, whatever stands around it', () => {
    const around = fc.constantFrom('', 'Acme, ', '(', 'Engineer | ')
    fc.assert(
      fc.property(
        fc.integer({ min: 1970, max: 2049 }),
        fc.integer({ min: 1, max: 12 }),
        around,
        (year, month, before) => {
          const iso = `${year}-${String(month).padStart(2, '0')}`
          const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(
            Date.UTC(year, month - 1),
          )
          for (const text of [iso, `${iso.slice(5)}/${year}`, `${name} ${year}`]) {
            expect(findPeriods(before + text)[0]?.start).toBe(iso)
          }
        },
      ),
    )
  })

  test('law: spans are in order and do not overlap', () => {
    const piece = fc.constantFrom(
      '2019',
      ' – ',
      'May ',
      '05/2020',
      ' to ',
      'present',
      ', ',
      'Acme ',
      "'21",
      '-',
      '12',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const { span } of findPeriods(text)) {
          expect(span.start).toBeGreaterThanOrEqual(last)
          expect(span.end).toBeGreaterThan(span.start)
          last = span.end
        }
      }),
    )
  })
})
