import { describe, expect, it } from 'vitest'
import { formatCompletion, formatDate, formatStretch } from './dates.ts'
import { primaryLanguage, SECTIONS, wordsFor } from './words.ts'

describe('formatDate', () => {
  it.each([
    ['2021-03', 'en', 'Mar 2021'],
    ['2021-03-17', 'en-GB', 'Mar 2021'],
    ['2021-03', 'de-AT', 'März 2021'],
    ['2021-02', 'fr', 'févr. 2021'],
    ['2021-12', 'ES', 'dic 2021'],
    ['2021', 'de', '2021'],
    ['2021-01', 'sv', 'Jan 2021'],
  ])('%s in %s is %s', (date, language, printed) => {
    expect(formatDate(date, language)).toBe(printed)
  })
})

describe('formatStretch', () => {
  it.each([
    ['2021-03', null, true, 'en', 'Mar 2021 – Present'],
    ['2021-03', null, true, 'de', 'März 2021 – heute'],
    ['2021-03', null, true, 'fr', 'mars 2021 – aujourd’hui'],
    ['2021-03', null, true, 'es', 'mar 2021 – actualidad'],
    ['2019', '2021-06', false, 'en', '2019 – Jun 2021'],
    ['2019', null, false, 'en', '2019 –'],
    [null, '2020', false, 'de', 'bis 2020'],
    ['2020-05-01', '2020-05-31', false, 'en', 'May 2020'],
    [null, null, false, 'en', null],
  ])('%s to %s, current %s, in %s is %s', (start, end, current, language, printed) => {
    expect(formatStretch({ start, end, current }, language)).toBe(printed)
  })
})

it.each([
  [null, '2016-06', 'Jun 2016'],
  ['2011', '2016', '2011 – 2016'],
  ['2011', null, '2011 –'],
  [null, null, null],
])('formatCompletion of %s to %s is %s', (start, end, printed) => {
  expect(formatCompletion({ start, end }, 'en')).toBe(printed)
})

it.each([
  ['de-AT', 'de'],
  ['EN', 'en'],
  ['zh-Hant', 'zh'],
  ['', 'en'],
  ['german', 'en'],
])('the primary language of "%s" is %s', (tag, primary) => {
  expect(primaryLanguage(tag)).toBe(primary)
})

it.each(['en', 'de', 'fr', 'es'])('%s has words of its own for every section and month', (language) => {
  const words = wordsFor(language)
  expect(new Set(words.months).size).toBe(12)
  expect(new Set(SECTIONS.map((id) => words.sections[id])).size).toBe(SECTIONS.length)
})
