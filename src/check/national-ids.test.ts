import { describe, expect, it } from 'vitest'
import { findNationalIds } from './national-ids.ts'

// Made-up numbers and the examples that the authorities publish; each passes its own check.
const VALID: readonly (readonly [string, string])[] = [
  ['US social security number', '219-09-9999'],
  ['UK national insurance number', 'AB 12 34 56 C'],
  ['UK national insurance number', 'AB123456C'],
  ['German tax number', '86 095 742 719'],
  ['German tax number', '47036892816'],
  ['German pension insurance number', '15070649C103'],
  ['Spanish identity number', '12345678Z'],
  ['Spanish identity number', 'X-1234567-L'],
  ['French social security number', '2 55 08 14 168 025 38'],
  ['Italian tax code', 'RSSMRA85T10A562S'],
  ['Polish PESEL number', '44051401359'],
  ['Swedish personal number', '811218-9876'],
  ['Indian Aadhaar number', '2341 2341 2346'],
  ['Indian PAN', 'AFZPK7190K'],
  ['Brazilian CPF number', '529.982.247-25'],
]

describe('findNationalIds', () => {
  it.each(VALID)('knows a %s: %s', (name, id) => {
    const text = `My number: ${id}, please.`
    const span = { start: 11, end: 11 + id.length }
    expect(findNationalIds(text)).toEqual([{ name, span }])
  })

  it.each(
    VALID.filter(([name]) => !/^(?:US|UK|Indian PAN)/.test(name)).map(([name, id]) => {
      const at = id.search(/\d(?=\D*$)/)
      const changed = String((Number(id.charAt(at)) + 1) % 10)
      return [name, `${id.slice(0, at)}${changed}${id.slice(at + 1)}`] as const
    }),
  )('takes no %s with a wrong digit: %s', (name, id) => {
    expect(findNationalIds(id).filter((found) => found.name === name)).toEqual([])
  })

  it.each([
    '000-12-3456',
    '666-12-3456',
    '900-12-3456',
    '123-00-4567',
    '123-45-0000',
    'GB123456A',
    '111.111.111-11',
    '+46 31 555 01 23',
    '+49 86 095 742 719',
    '2019-03-17 to 2024-05-02',
    'order 1234567890123 shipped',
    'commit 5f2c1d9be03a7788ffab12cd34ef56ab78cd90ef',
    'Windows 10.0.19045-1234 and 192.168.100.10',
    'X12345678Z',
  ])('leaves %s alone', (text) => {
    expect(findNationalIds(text)).toEqual([])
  })
})
