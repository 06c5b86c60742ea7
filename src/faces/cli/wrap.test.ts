import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../core/width.ts'
import { wrap } from './wrap.ts'

describe('wrap', () => {
  it.each([
    ['', 10, '', []],
    ['one two three', 7, '', ['one two', 'three']],
    ['one two three', 9, '  ', ['  one two', '  three']],
    ['  blanks\n\tcollapse ', 20, '', ['blanks collapse']],
    ['aVeryLongWord b', 5, '', ['aVeryLongWord', 'b']],
    // Each of these signs takes two columns.
    ['東京 大阪 京都', 9, '', ['東京 大阪', '京都']],
  ])('%j at %d', (text, width, indent, lines) => {
    expect(wrap(text, width, indent)).toEqual(lines)
  })

  it('keeps every word, in order, and no line with two words past the width', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 60 }), (text, width) => {
        const lines = wrap(text, width, ' ')
        expect(lines.join(' ').split(/\s+/).filter(Boolean)).toEqual(text.split(/\s+/).filter(Boolean))
        for (const line of lines) {
          if (line.trim().includes(' ')) expect(displayWidth(line)).toBeLessThanOrEqual(width)
        }
      }),
    )
  })
})
