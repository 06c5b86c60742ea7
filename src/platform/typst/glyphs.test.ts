import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { coverageOf } from './coverage.ts'
import { toPrintable } from './glyphs.ts'
import { resolveInstalledFont } from './themes.ts'

const font = (path: string) => readFileSync(resolveInstalledFont(`@expo-google-fonts/${path}.ttf`))
const sans = font('source-sans-3/400Regular/SourceSans3_400Regular')
const serif = font('source-serif-4/600SemiBold/SourceSerif4_600SemiBold')

describe('coverageOf', () => {
  it.each(['Łódź', 'Ελλάδα', 'Київ', 'Đặng', 'İzmir', '•·–—→≤≥×€½№“”…'])(
    'finds %s in the fonts of the themes',
    (text) => {
      const coverage = coverageOf([sans, serif])
      expect(Array.from(text).filter((character) => !coverage.has(character.codePointAt(0) ?? 0))).toEqual([])
    },
  )

  it('finds no Chinese, no emoji and no unassigned code points', () => {
    const coverage = coverageOf([sans])
    for (const code of [0x4e2d, 0x1f680, 0x0378, 0xffff, 0x10ffff]) expect(coverage.has(code)).toBe(false)
  })

  it('has only what all fonts have', () => {
    const only = (a: Uint8Array, b: Uint8Array) => {
      const [first, both] = [coverageOf([a]), coverageOf([a, b])]
      return Array.from({ length: 0x3000 }, (_, code) => code).filter(
        (code) => first.has(code) && !both.has(code),
      )
    }
    expect(only(sans, serif).length).toBeGreaterThan(0)
    expect(only(sans, sans)).toEqual([])
  })

  it('refuses what is no font', () => {
    expect(() => coverageOf([new Uint8Array(64)])).toThrow('cmap')
  })
})

describe('toPrintable', () => {
  const ascii = { has: (code: number) => code < 0x7f && code >= 0x20 }

  it('hands over data that the fonts can print as it is', () => {
    const data = { a: ['b', { c: null, d: 1, e: true }], f: 'g  h ' }
    expect(toPrintable(data, ascii)).toEqual({ data, leftOut: [], letters: [] })
  })

  it('takes out symbols and controls, and names letters', () => {
    expect(toPrintable(['go \u{1F680} now', 'a\u0007b\nc', 'ж and ж', '★'], ascii)).toEqual({
      data: ['go now', 'ab c', 'and', ''],
      leftOut: [
        { character: '\u{1F680}', text: 'go \u{1F680} now' },
        { character: '★', text: '★' },
      ],
      letters: [{ character: 'ж', text: 'ж and ж' }],
    })
  })

  it('counts signs that carry meaning as letters', () => {
    expect(toPrintable('5 → 3 ≤ €', ascii).letters.map(({ character }) => character)).toEqual(['→', '≤', '€'])
  })
})
