import { describe, expect, it } from 'vitest'
import type { Finding } from '../../core/finding.ts'
import { excerptOf } from './excerpt.ts'
import { renderText } from './text.ts'
import { displayWidth, printableText } from '../../core/width.ts'

const finding = (over: Partial<Finding> = {}): Finding => ({
  code: 'SUB001',
  name: 'weak-verb',
  severity: 'warning',
  message: '"Worked on" says little',
  position: { file: 'resume.yaml', line: 12, column: 9 },
  endColumn: 18,
  excerpt: '      - Worked on the ordering service',
  help: 'Open with a verb.',
  ...over,
})

describe('renderText', () => {
  it('shows place, message, source with its mark, help and fix', () => {
    const fix = { title: 'Write "built"', safety: 'suggestion', edits: [] } as const
    expect(renderText([finding({ fix })])).toBe(`resume.yaml:12:9  warning  SUB001 weak-verb
  "Worked on" says little
    12 │ - Worked on the ordering service
       │   ^^^^^^^^^
  help: Open with a verb.
  suggestion: Write "built"

1 warning.
`)
  })

  it.each([
    ['a position without a column', { file: 'a.log', line: 3, column: null }, 'a.log:3'],
    ['a page of a PDF', { file: 'a.pdf', line: null, column: null, page: 2, x: 1, y: 2 }, 'a.pdf, page 2'],
    ['a file alone', { file: 'a.html', line: null, column: null }, 'a.html'],
    ['standard input', { file: '-', line: 1, column: 1 }, '-:1:1'],
  ])('names %s', (_, position, place) => {
    expect(renderText([finding({ position })])).toMatch(new RegExp(`^${place.replace('.', '\\.')}  warning`))
  })

  it('does without a position and an excerpt', () => {
    const { excerpt: _, help: __, ...bare } = finding({ position: null })
    expect(renderText([bare])).toBe('warning  SUB001 weak-verb\n  "Worked on" says little\n\n1 warning.\n')
  })

  it('shows the line without a mark where the column is not known', () => {
    const position = { file: 'job.html', line: null, column: null }
    expect(renderText([finding({ position, excerpt: 'Needs Java' })])).toContain(
      '\n       │ Needs Java\n  help',
    )
  })

  it('keeps the findings of one file together, and counts', () => {
    const text = renderText([
      finding({ position: { file: 'a', line: 1, column: 1 } }),
      finding({ position: { file: 'b', line: 1, column: 1 }, severity: 'error' }),
      finding({
        position: { file: 'a', line: 2, column: 1 },
        severity: 'info',
        fix: { title: 'x', safety: 'safe', edits: [] },
      }),
    ])
    expect([...text.matchAll(/^([ab]):(\d)/gm)].map(([place]) => place)).toEqual(['a:1', 'a:2', 'b:1'])
    expect(text).toMatch(/\n\n1 error, 1 warning, 1 note\. 1 fix can be made without a look\.\n$/)
  })

  it('gives the same help once', () => {
    const text = renderText([finding(), finding({ code: 'SUB002' }), finding({ help: 'Other help.' })])
    expect(text.match(/help: Open with a verb\./g)).toHaveLength(1)
    expect(text.match(/help: Other help\./g)).toHaveLength(1)
  })

  it('says when there is nothing', () => {
    expect(renderText([])).toBe('No findings.\n')
  })

  it('colours through the painter, without moving the mark', () => {
    const wrap = (mark: string) => (text: string) => `<${mark}>${text}</${mark}>`
    const painter = {
      severity: { error: wrap('e'), warning: wrap('w'), info: wrap('i') },
      strong: wrap('s'),
      quiet: wrap('q'),
    }
    const painted = renderText([finding()], undefined, painter)
    expect(painted).toContain('<w>warning</w>')
    expect(painted.replace(/<\/?[ewisq]>/g, '')).toBe(renderText([finding()]))
  })

  it('lets no control character through', () => {
    const evil = '\u001B[31m\u202Ered\u0007'
    const text = renderText([
      finding({
        message: evil,
        excerpt: evil,
        help: evil,
        position: { file: evil, line: 1, column: 1 },
      }),
    ])
    expect(text).not.toMatch(/[\0-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/)
  })
})

describe('excerptOf', () => {
  it.each<[string, string, number, number | null, string]>([
    ['plain text', 'abc def', 5, 8, '    ^^^'],
    ['one place', 'abc def', 5, null, '    ^'],
    ['indentation taken away', '    abc def', 9, 12, '    ^^^'],
    ['a tab', 'a\tb def', 5, 8, '    ^^^'],
    ['wide letters before', '日本 def', 4, 7, '     ^^^'],
    ['wide letters marked', 'x 日本 y', 3, 5, '  ^^^^'],
    ['emoji', '👩‍💻 def', 7, 10, '   ^^^'],
    ['combining marks', 'e\u0301a def', 5, 8, '   ^^^'],
    ['past the end', 'abc', 9, 12, '   ^'],
    ['within the indentation', '    abc', 1, 3, '^^'],
  ])('marks %s', (_, line, column, endColumn, marker) => {
    expect(excerptOf(line, column, endColumn).marker).toBe(marker)
  })

  it('cuts a long line on both sides and keeps the mark on its words', () => {
    const line = `- ${'left '.repeat(40)}HERE ${'right '.repeat(40)}`
    const column = line.indexOf('HERE') + 1
    const excerpt = excerptOf(line, column, column + 4)
    expect(excerpt.line).toMatch(/^….*HERE.*…$/)
    expect(displayWidth(excerpt.line)).toBeLessThanOrEqual(100)
    const marked = excerpt.line.slice(excerpt.marker.indexOf('^'), excerpt.marker.length)
    expect(marked).toBe('HERE')
  })

  it('cuts a mark that is longer than the screen', () => {
    const excerpt = excerptOf('x'.repeat(500), 1, 501)
    expect(excerpt.line.endsWith('…')).toBe(true)
    expect(excerpt.marker.length).toBe(excerpt.line.length - 1)
  })
})

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['résumé', 6],
    ['日本語', 6],
    ['ｆｕｌｌ', 8],
    ['한국', 4],
    ['🎉', 2],
    ['❤️', 2],
    ['👨‍👩‍👧', 2],
    ['a\u0301', 1],
    ['\u200B', 0],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })
})

describe('printableText', () => {
  it('shows what would not be seen, in as many characters', () => {
    const text = 'a\u001Bb\tc\u0085d\u200Fe'
    expect(printableText(text)).toBe('a␛b c�d�e')
    expect(printableText(text).length).toBe(text.length)
  })
})
