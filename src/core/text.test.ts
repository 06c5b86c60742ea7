import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeText, hasByteOrderMark } from './text.ts'
import { UserError } from './user-error.ts'

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)))

const utf16 = (text: string, swap: boolean): Uint8Array => {
  const out = new Uint8Array(text.length * 2)
  const view = new DataView(out.buffer)
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), !swap)
  return out
}

function failure(content: Uint8Array): UserError {
  try {
    decodeText(content, 'cv.txt')
  } catch (error) {
    if (error instanceof UserError) return error
    throw error
  }
  throw new Error('it was decoded')
}

describe('decodeText', () => {
  it('keeps line breaks and drops the byte order mark', () => {
    const marked = bytes([0xef, 0xbb, 0xbf], 'a\r\nb\rc\n')
    expect(decodeText(marked, 'cv.txt')).toBe('a\r\nb\rc\n')
    expect(hasByteOrderMark(marked)).toBe(true)
    expect(hasByteOrderMark(bytes('a'))).toBe(false)
  })

  it('gives back every text that UTF-8 can carry', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff'))
        expect(decodeText(new TextEncoder().encode(text), 'x')).toBe(text)
      }),
    )
  })

  it.each([
    ['a lone continuation byte', bytes('ab\nc', [0x80]), 'TXT001', 2, 2, '0x80'],
    ['Latin-1', bytes('name: Mira Nov', [0xe1], 'k\n'), 'TXT001', 1, 15, '0xe1'],
    ['a character cut by the end', bytes('ž\r\nab', [0xe2, 0x82]), 'TXT001', 2, 3, '0xe2'],
    ['an overlong form', bytes([0xc0, 0xaf]), 'TXT001', 1, 1, '0xc0'],
    ['a surrogate', bytes('x', [0xed, 0xa0, 0x80]), 'TXT001', 1, 2, '0xed'],
    ['beyond Unicode', bytes('x', [0xf5, 0x80, 0x80, 0x80]), 'TXT001', 1, 2, '0xf5'],
    ['NUL', bytes('one\ntwo', [0], 'three'), 'TXT002', 2, 4, 'NUL'],
    ['UTF-16 with a mark', Uint8Array.from([0xff, 0xfe, ...utf16('name', false)]), 'TXT003', 1, 1, 'UTF-16'],
    ['big-endian UTF-16 without', utf16('name: Mira Novák', true), 'TXT003', 1, 1, 'UTF-16'],
    ['little-endian UTF-16 without', utf16('name: Mira Novák', false), 'TXT003', 1, 1, 'UTF-16'],
  ])('tells %s and where it stands', (_, content, code, line, column, words) => {
    const error = failure(content)
    expect(error).toMatchObject({ code, position: { file: 'cv.txt', line, column } })
    expect(error.message).toContain(words)
    expect(error.help).not.toBe('')
  })

  it('agrees with the platform on what is UTF-8', () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 1, maxLength: 12 }), (content) => {
        let valid = true
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(content)
        } catch {
          valid = false
        }
        fc.pre(!(content[0] === 0xff && content[1] === 0xfe) && !(content[0] === 0xfe && content[1] === 0xff))
        if (valid) expect(typeof decodeText(content, 'x')).toBe('string')
        else expect(failure(content).position?.line).toBeGreaterThan(0)
      }),
    )
  })
})
