import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceMapOf } from './source-map.ts'
import { readYaml } from './yaml-source.ts'

const located = (text: string, path: (string | number)[], words: string): string => {
  const source = readYaml(text, 'resume.yaml')
  expect(source.findings).toEqual([])
  const node = source.node(path) as { value?: string; items?: unknown } | null
  const value =
    typeof node?.value === 'string'
      ? node.value
      : (source.node([...path, 'text']) as unknown as { value: string }).value
  const start = value.indexOf(words)
  const place = sourceMapOf(source).locate(path, { start, end: start + words.length })
  const { line, column } = place?.position ?? {}
  return place === null
    ? 'nowhere'
    : `${line}:${column}-${place.endColumn} ${place.excerpt.slice((column ?? 1) - 1, (place.endColumn ?? 1) - 1)}`
}

describe('sourceMapOf', () => {
  it.each([
    ['a plain text', 'a: Cut p95 by 40 % # note\n', ['a'], 'p95', '1:8-11 p95'],
    ['a single-quoted text', "a: 'It''s the p95'\n", ['a'], 'p95', '1:15-18 p95'],
    ['a double-quoted text', 'a: "é \\"x\\" \\u00e9\\ttab p95"\n', ['a'], 'p95', '1:25-28 p95'],
    ['an astral escape', 'a: "\\U0001F600 p95"\n', ['a'], 'p95', '1:16-19 p95'],
    ['a literal block', 'a: |\n  one\n  two p95\n', ['a'], 'p95', '3:7-10 p95'],
    ['a literal block that keeps indentation', 'a: |\n  one\n    two p95\n', ['a'], 'p95', '3:9-12 p95'],
    ['a folded block', 'a: >-\n  one\n  two p95\n', ['a'], 'p95', '3:7-10 p95'],
    ['a plain text over lines', 'a: one\n  two p95\n', ['a'], 'p95', '2:7-10 p95'],
    ['a quoted text over lines', 'a: "one\n  two \\\n  p95"\n', ['a'], 'p95', '3:3-6 p95'],
    ['a block in a list, CRLF', 'a:\r\n  - |\r\n    one\r\n    p95\r\n', ['a', 0], 'p95', '4:5-8 p95'],
    ['a highlight with its text', 'a:\n  - text: Cut p95\n    tags: [x]\n', ['a', 0], 'p95', '2:15-18 p95'],
  ])('finds words in %s', (_, text, path, words, expected) => {
    expect(located(text, path, words)).toBe(expected)
  })

  it('finds the words of any text, as the library and JSON write it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-composite' }),
        fc.string({ unit: 'grapheme' }),
        (before, after) => {
          const value = `${before}WORD${after}`
          fc.pre(value.indexOf('WORD') === before.length)
          const text = `key: ${JSON.stringify(value)}\n`
          const source = readYaml(text, 'x')
          fc.pre(source.findings.length === 0 && (source.value as { key: string }).key === value)
          const span = { start: before.length, end: before.length + 4 }
          const place = sourceMapOf(source).locate(['key'], span)
          expect(text.slice((place?.position.column ?? 0) - 1, (place?.endColumn ?? 0) - 1)).toBe('WORD')
        },
      ),
    )
  })

  it('gives the key of a mapping, and the nearest place of what is missing', () => {
    const map = sourceMapOf(readYaml('basics:\n  name: Mira\nwork:\n  - name: A\n', 'resume.yaml'))
    expect(map.locate(['work'])?.position).toMatchObject({ line: 3, column: 1 })
    expect(map.locate(['work', 0, 'position'])?.position).toMatchObject({ line: 4, column: 5 })
    expect(map.locate(['basics', 'name'])).toMatchObject({ position: { line: 2, column: 9 }, endColumn: 13 })
    expect(sourceMapOf(readYaml('', 'resume.yaml')).locate(['basics'])).toBeNull()
  })
})
