import { describe, expect, it } from 'vitest'
import { safeLink, shortAddress, telephoneLink } from './links.ts'
import { formatPlace } from './place.ts'
import { paragraphs, printable } from './printable.ts'

describe('printable', () => {
  it.each([
    ['soft hyphens and joiners', 'Post\u00ADgre\u200BSQL\uFEFF', 'PostgreSQL'],
    ['controls and half characters', 'a\u0000b\u0007c\uD800d', 'abcd'],
    ['line breaks, tabs and fixed spaces', ' a\n b\t\u00A0c\u202Fd ', 'a b c d'],
    ['direction marks', '\u202Eabc\u202C', 'abc'],
    ['fixed hyphens', 'end\u2011to\u2010end', 'end-to-end'],
    ['what is not composed', 'Go\u0308teborg', 'Göteborg'],
    ['icons of private fonts', '\uE0F0 mail', 'mail'],
    ['emoji styles', '♥\uFE0F', '♥'],
    ['nothing else', 'Ł 5 % – “x” $1 #y `z` \\', 'Ł 5 % – “x” $1 #y `z` \\'],
  ])('takes out %s', (_, text, printed) => {
    expect(printable(text)).toBe(printed)
    expect(printable(printed)).toBe(printed)
  })
})

it.each([
  [null, []],
  ['', []],
  ['one\ntwo', ['one two']],
  ['one\n\ntwo\r\n \r\nthree', ['one', 'two', 'three']],
])('paragraphs of %j are %j', (text, expected) => {
  expect(paragraphs(text)).toEqual(expected)
})

it.each([
  ['https://example.org', 'https://example.org/'],
  ['mailto:a@example.org', 'mailto:a@example.org'],
  ['tel:+4612', 'tel:+4612'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['file:///etc/passwd', null],
  ['example.org', null],
  [null, null],
])('safeLink of %s is %s', (address, link) => {
  expect(safeLink(address)).toBe(link)
})

it.each([
  ['https://www.example.org/', 'example.org'],
  ['HTTP://example.org/a/', 'example.org/a'],
  ['example.org', 'example.org'],
])('%s is written %s', (address, short) => {
  expect(shortAddress(address)).toBe(short)
})

it.each([
  ['+46 (0)70-174 06 12', 'tel:+46701740612'],
  ['(212) 555 0100', 'tel:2125550100'],
  ['on request', null],
])('telephoneLink of %s is %s', (phone, link) => {
  expect(telephoneLink(phone)).toBe(link)
})

describe('formatPlace', () => {
  const nowhere = { address: null, postalCode: null, city: null, region: null, countryCode: null }
  it.each([
    [{ city: 'Gothenburg', countryCode: 'SE' }, 'en', 'Gothenburg, Sweden'],
    [{ city: 'Göteborg', countryCode: 'se' }, 'de', 'Göteborg, Schweden'],
    [{ city: 'Berlin', region: 'Berlin', postalCode: null }, 'de', 'Berlin'],
    [{ address: 'Gata 1', postalCode: '411 03', city: 'Göteborg' }, 'sv', 'Gata 1, 411 03 Göteborg'],
    [{ city: 'Remote', countryCode: 'Anywhere' }, 'en', 'Remote, Anywhere'],
    [{ city: 'X', countryCode: 'SE' }, 'not a language', 'X, SE'],
    [{}, 'en', null],
  ])('%j in %s is %s', (location, language, place) => {
    expect(formatPlace({ ...nowhere, ...location }, language)).toBe(place)
  })

  it('is null for no location', () => {
    expect(formatPlace(null, 'en')).toBeNull()
  })
})
