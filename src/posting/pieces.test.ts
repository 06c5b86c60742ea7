import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutLines } from './pieces.ts'

const cut = (text: string): readonly string[] =>
  cutLines(text, [{ kind: 'text', level: 8, span: { start: 0, end: text.length } }]).map(({ span }) =>
    text.slice(span.start, span.end),
  )

it.each([
  ['a wide gap', `Java${' '.repeat(30)}SQL`, ['Java', 'SQL']],
  ['encoded data', `Java ${'x'.repeat(300)} SQL and more of it`, ['Java', 'SQL and more of it']],
  [
    'nothing in a line as usual',
    'You know Java, SQL and how to cook.',
    ['You know Java, SQL and how to cook.'],
  ],
])('cuts at %s', (_, text, expected) => {
  expect(cut(text)).toEqual(expected)
})

it('cuts a very long line behind a sentence', () => {
  const pieces = cut('You know Java very well. '.repeat(400).trim())
  expect(pieces.length).toBeGreaterThan(1)
  for (const piece of pieces) {
    expect(piece.length).toBeLessThanOrEqual(4000)
    expect(piece).toMatch(/^You .*well\.$/)
  }
})

it('loses no word of up to 200 letters', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', ';'), maxLength: 150 })),
      (parts) => {
        const text = parts.join(' '.repeat(25)).trim()
        const words = (line: string): readonly string[] => line.split(/\s+/).filter((word) => word !== '')
        expect(cut(text).flatMap(words)).toEqual(words(text).filter((word) => word.length <= 200))
      },
    ),
  )
})
