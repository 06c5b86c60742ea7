import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import type { DocumentPath } from '../core/position.ts'
import { createSourceMap } from './source-map.ts'

/** The path's place, and the source text that is marked there. */
function marked(text: string, path: DocumentPath, words?: string) {
  const map = createSourceMap(text, 'resume.yaml')
  const value = words === undefined ? null : valueOf(text, path)
  const start = value === null || words === undefined ? 0 : value.indexOf(words)
  const found = map.locate(path, words === undefined ? undefined : { start, end: start + words.length })
  if (!found) return null
  const { position, endColumn, excerpt } = found
  const end = endColumn === null ? undefined : endColumn - 1
  return {
    line: position.line,
    text: excerpt.slice((position.column ?? 1) - 1, end),
    open: endColumn === null,
  }
}

function valueOf(text: string, path: DocumentPath): string {
  const value = path.reduce<unknown>(
    (node, part) => (node as Readonly<Record<string | number, unknown>>)[part],
    parse(text),
  )
  return typeof value === 'string' ? value : (value as { readonly text: string }).text
}

const RESUME = `basics:
  name: Mira Holt
  "label": 'Backend'   # quoted
work:
  - name: Norrfjord
    highlights: &all
      - Cut the response
      - text: Moved it all
        tags: [go]
  - name: Kvist
    highlights: *all
skills: []
`

describe('createSourceMap', () => {
  it.each<[string, DocumentPath, number, string, boolean]>([
    ['a scalar at its value', ['basics', 'name'], 2, 'Mira Holt', false],
    ['a quoted scalar with its quotes', ['basics', 'label'], 3, "'Backend'", false],
    ['a mapping at its key', ['basics'], 1, 'basics', false],
    ['a list at its key', ['work', 0, 'highlights'], 6, 'highlights', false],
    ['an item of a list', ['work', 1], 10, 'name: Kvist', true],
    ['a highlight with members', ['work', 0, 'highlights', 1], 8, 'text: Moved it all', true],
    ['what is missing at the nearest above', ['basics', 'email'], 1, 'basics', false],
    ['a missing item at its list', ['skills', 0, 'name'], 12, 'skills', false],
    ['what follows an alias', ['work', 1, 'highlights', 0], 7, 'Cut the response', false],
  ])('finds %s', (_, path, line, text, open) => {
    expect(marked(RESUME, path)).toEqual({ line, text, open })
  })

  it.each<[string, string, string, number, string]>([
    ['a plain scalar', 'a: Cut it by 40 %', '40 %', 1, '40 %'],
    ['a plain scalar over lines', 'a: Cut it\n  by 40 %\n  in May', 'in May', 3, 'in May'],
    ['a single-quoted one', "a: 'It''s cut by 40 %'", '40 %', 1, '40 %'],
    ['an apostrophe', "a: 'It''s cut'", "It's", 1, "It''s"],
    ['a double-quoted one', 'a: "Say \\"no\\" 40 times"', '40 times', 1, '40 times'],
    ['an escape by number', 'a: "\\u0141\\xF3d\\U0001F600 here"', 'here', 1, 'here'],
    ['an escape itself', 'a: "caf\\u00e9 open"', 'café', 1, 'caf\\u00e9'],
    ['a double-quoted one over lines', 'a: "one\n  two\\\n  three four"', 'four', 3, 'four'],
    ['a literal block', 'a: |\n  one\n   two\n\n  three four\n', 'four', 5, 'four'],
    ['a literal block with an indent of its own', 'a: |2-\n   one\n  two', 'two', 3, 'two'],
    ['a folded block', 'a: >-\n  one two\n  three four\n\n  five\n', 'three', 3, 'three'],
    ['the paragraph after', 'a: >-\n  one two\n  three four\n\n  five\n', 'five', 5, 'five'],
    ['words that repeat', 'a: >-\n  one\n  one two\n  one three\n', 'one three', 4, 'one three'],
    ['text with CRLF', 'a: |\r\n  one\r\n  two three\r\n', 'three', 3, 'three'],
    ['a span over lines: the first of them', 'a: >-\n  one two\n  three four\n', 'two three', 2, 'two'],
    ['JSON', '{"a": "one \\n two"}', 'two', 1, 'two'],
  ])('finds a span in %s', (_, text, words, line, shown) => {
    expect(marked(text, ['a'], words)).toEqual({ line, text: shown, open: false })
  })

  it('finds a span in the text of a highlight with members', () => {
    expect(marked(RESUME, ['work', 0, 'highlights', 1], 'all')).toEqual({ line: 8, text: 'all', open: false })
  })

  it('gives the start of a value that is no text', () => {
    const found = createSourceMap('a: 2024', 'x.yaml').locate(['a'], { start: 1, end: 2 })
    expect(found?.position).toEqual({ file: 'x.yaml', line: 1, column: 4 })
  })

  it.each(['', '# nothing\n', 'a: [1,\n  b: {'])('survives %j', (text) => {
    expect(() => createSourceMap(text, 'x.yaml').locate(['a', 0, 'b'], { start: 0, end: 1 })).not.toThrow()
  })

  it('finds each word of any text, however the text is written', () => {
    const word = fc.stringMatching(/^[a-zé😀'"\\#:-]{1,9}$/u)
    const styles = fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED')
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 30 }),
        fc.array(fc.constantFrom(' ', ' ', '\n', '\n\n'), { minLength: 30, maxLength: 30 }),
        styles,
        (words, gaps, defaultStringType) => {
          const value = words.map((text, index) => (index === 0 ? text : `${gaps[index]}${text}`)).join('')
          // Double quotes may be folded within a word, of which then only the first half can be shown.
          const lineWidth = defaultStringType === 'QUOTE_DOUBLE' ? 0 : 30
          const options = { defaultKeyType: 'PLAIN', defaultStringType, lineWidth } as const
          const text = stringify({ list: [{ a: value }] }, options)
          const map = createSourceMap(text, 'x.yaml')
          let start = 0
          for (const each of words) {
            start = value.indexOf(each, start)
            const found = map.locate(['list', 0, 'a'], { start, end: start + each.length })
            start += each.length
            const end = found?.endColumn ?? 0
            const shown = found?.excerpt.slice((found.position.column ?? 1) - 1, end - 1)
            expect(written(shown ?? '', text)).toBe(each)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

/** A marked piece read the way it is written; the library takes quotes where a style cannot hold the text. */
function written(piece: string, text: string): string {
  const quote = /- a:\s*(.)/.exec(text)?.[1]
  if (quote === '"') return JSON.parse(`"${piece}"`) as string
  return quote === "'" ? piece.replaceAll("''", "'") : piece
}
