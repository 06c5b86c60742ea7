import { describe, expect, it } from 'vitest'
import type { Pay } from './model.ts'
import { readPay } from './pay.ts'

const read = (text: string): ReturnType<typeof readPay> => readPay(text, [{ start: 0, end: text.length }])

describe('readPay', () => {
  it.each<readonly [string, number | null, number | null, string | null, Pay['period']]>([
    ['CTC 6–10 LPA', 600_000, 1_000_000, 'INR', 'year'],
    ['₹12-18 lakhs per annum', 1_200_000, 1_800_000, 'INR', 'year'],
    ['$170 - $220k', 170_000, 220_000, 'USD', null],
    ['6260 - 7500 EURO monthly', 6260, 7500, 'EUR', 'month'],
    ['$150K', 150_000, 150_000, 'USD', null],
    ['£60,000-£75,000 per annum', 60_000, 75_000, 'GBP', 'year'],
    ['55.000 € – 70.000 € brutto/Jahr', 55_000, 70_000, 'EUR', 'year'],
    ['Gehalt: 45k–55k€', 45_000, 55_000, 'EUR', null],
    ['Salary range 120k to 140k', 120_000, 140_000, null, null],
    ['up to $95,000 a year', null, 95_000, 'USD', 'year'],
    ['from €4.500 per month', 4500, null, 'EUR', 'month'],
    ['the minimum salary is EUR 46.269,33 gross per annum', 46_269.33, null, 'EUR', 'year'],
    ['$60 - $80/hour', 60, 80, 'USD', 'hour'],
    ['TJM 500 € - 600 €', 500, 600, 'EUR', 'day'],
    ['CHF 110’000 – 130’000', 110_000, 130_000, 'CHF', null],
    ['90 000 – 120 000 PLN brut par an', 90_000, 120_000, 'PLN', 'year'],
    ['CA$100,000+ base', 100_000, null, 'CAD', null],
    ['35.000 a 42.000 € brutos al año', 35_000, 42_000, 'EUR', 'year'],
  ])('reads %s', (text, min, max, currency, period) => {
    const pay = read(`We offer: ${text}.`)
    expect(pay?.value).toEqual({ min, max, currency, period })
  })

  it.each([
    'We raised $20M in a Series B.',
    'A revenue of €500,000 a year.',
    'Learning budget of €2,000 a year.',
    'Referral bonus of $5,000.',
    'We process $10 million a day.',
    'A team of 120 in 35 countries, 5,000 customers.',
    'Joined by 10k users.',
    'Winner of a $50,000 prize.',
  ])('takes no pay from "%s"', (text) => {
    expect(read(text)).toBeNull()
  })

  it('prefers the salary to other sums', () => {
    expect(read('A desk for $12,000. The base salary is $110,000 to $130,000 a year.')?.value.min).toBe(
      110_000,
    )
  })
})
