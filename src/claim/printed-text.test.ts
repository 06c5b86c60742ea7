import { describe, expect, it } from 'vitest'
import { nodeHasher } from '../platform/hasher.ts'
import type { PdfRun, PdfText } from '../resume/pdf-text.ts'
import { comparable, hashOfPages, printedPages, saysText } from './printed-text.ts'
import { textChanges } from './text-changes.ts'

const page = (...lines: readonly string[]) => ({ lines: [...lines], links: [], images: 0 })

function run(text: string, x: number, y: number, width = text.length * 5): PdfRun {
  return { text, x, y, width, size: 10, font: 'Sans', bold: false, italic: false }
}

describe('printedPages', () => {
  it('makes lines of runs by their baseline, whatever the order of drawing', () => {
    const runs = [
      run('Jan 2024', 400, 100),
      run('second', 50, 120),
      run('Deve', 50, 100, 20),
      run('loper', 70, 100.5),
    ]
    const pdf: PdfText = {
      pages: [
        { width: 595, height: 842, runs, links: [{ url: 'b:', x: 0, y: 0, width: 1, height: 1 }], images: 2 },
      ],
      info: { title: null, author: null, producer: null },
      attachments: [],
    }
    expect(printedPages(pdf)).toEqual([{ lines: ['Developer Jan 2024', 'second'], links: ['b:'], images: 2 }])
  })
})

describe('comparable', () => {
  it.each([
    ['ﬁve oﬃces', 'fiveoffices', true],
    ['a b', 'ab', true],
    ['soft\u00ADhyphen', 'softhyphen', true],
    ['2019–2021', '2019-2021', true],
    ['“so”', '"so"', true],
    ['10 5-person teams', '105-person teams', false],
    ['10  5', '10 5', true],
    ['-5 %', '5 %', false],
    ['214', '215', false],
    ['Café', 'Cafe', false],
  ])('%j and %j: %s', (a, b, same) => {
    expect(comparable(a) === comparable(b)).toBe(same)
    expect(hashOfPages([page(a)], nodeHasher) === hashOfPages([page(b)], nodeHasher)).toBe(same)
  })
})

describe('saysText', () => {
  it.each<[string, readonly (readonly string[])[], string, boolean]>([
    ['over lines', [['• Merged 214', 'pull requests']], 'Merged 214 pull requests', true],
    ['with a hyphen put in', [['perfor-', 'mance work']], 'performance work', true],
    ['with a hyphen of its own at the end of a line', [['long-', 'running jobs']], 'long-running jobs', true],
    [
      'over a page, past footer and header',
      [
        ['a', 'Merged 214', 'Page 1'],
        ['Mira', 'pull requests', 'b'],
      ],
      'Merged 214 pull requests',
      true,
    ],
    ['whole words only', [['Google']], 'Go', false],
    ['beside punctuation', [['Rust, Go, C++.']], 'Go', true],
    ['a name with signs', [['Rust, Go, C++.']], 'C++', true],
    ['another number', [['Merged 215 pull requests']], 'Merged 214 pull requests', false],
    ['more digits', [['Merged 1214 pull requests']], '214 pull requests', false],
    ['a hyphen between digits', [['510 people']], '5-10 people', false],
  ])('%s', (_what, lines, text, says) => {
    expect(
      saysText(
        lines.map((each) => page(...each)),
        text,
      ),
    ).toBe(says)
  })
})

describe('textChanges', () => {
  const signed = [page('Mira Holt', 'Merged 214 pull requests', 'and mentored two people')]
  it.each<[string, readonly string[], readonly (readonly [string, string, string])[]]>([
    ['nothing', ['Mira Holt', 'Merged 214 pull', 'requests and men-', 'tored two people'], []],
    [
      'a digit',
      ['Mira Holt', 'Merged 215 pull requests', 'and mentored two people'],
      [['changed', '214', '215']],
    ],
    [
      'a word more',
      ['Mira Holt', 'Merged 214 big pull requests', 'and mentored two people'],
      [['added', '', 'big']],
    ],
    [
      'a word less',
      ['Mira Holt', 'Merged 214 requests', 'and mentored two people'],
      [['removed', 'pull', '']],
    ],
    [
      'a claim more',
      ['Mira Holt', 'Merged 214 pull requests, saved 30 %', 'and mentored two people'],
      [['claim-added', 'requests', 'requests, saved 30 %']],
    ],
    [
      'a claim for a word',
      ['Mira Holt', 'Merged 214 pull requests', '40 % mentored two people'],
      [['claim-added', 'and', '40 %']],
    ],
    [
      'two places',
      ['Mira Bolt', 'Merged 214 pull requests', 'and mentored ten people'],
      [
        ['changed', 'Holt', 'Bolt'],
        ['changed', 'two', 'ten'],
      ],
    ],
  ])('%s', (_what, lines, changes) => {
    expect(
      textChanges(signed, [page(...lines)], 'en').map((each) => [each.kind, each.signed, each.present]),
    ).toEqual(changes)
  })

  it('takes no long time over two long texts that share nothing', () => {
    const words = (letter: string) =>
      page(Array.from({ length: 20_000 }, (_, index) => `${letter}${index}`).join(' '))
    expect(textChanges([words('a')], [words('b')], 'en')).toHaveLength(1)
  })
})
