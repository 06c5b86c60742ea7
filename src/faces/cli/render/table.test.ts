import { stripVTControlCharacters, styleText } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../../core/width.ts'
import { renderTable } from './table.ts'
import type { Column } from './table.ts'

const red = (text: string): string => styleText('red', text, { validateStream: false })
const table = (columns: readonly Column[], rows: readonly (readonly string[])[], width = 40): string =>
  renderTable(columns, rows, { width, paintTitle: (text) => text })

describe('renderTable', () => {
  it('aligns, and leaves no blanks at the end of a line', () => {
    const columns: readonly Column[] = [{ title: 'name' }, { title: 'n', align: 'right' }, { title: '' }]
    expect(
      table(columns, [
        ['a', '10', 'x'],
        ['longer', '2', ''],
      ]),
    ).toBe(['name     n', 'a       10  x', 'longer   2'].join('\n'))
  })

  it('counts a painted cell by what is seen', () => {
    const columns: readonly Column[] = [{ title: 'is' }, { title: 'then' }]
    expect(
      stripVTControlCharacters(
        table(columns, [
          [red('wrong'), 'x'],
          ['fine', 'y'],
        ]),
      ),
    ).toBe(['is     then', 'wrong  x', 'fine   y'].join('\n'))
  })

  it('counts wide signs as two columns', () => {
    expect(
      table(
        [{ title: 'a' }, { title: 'b' }],
        [
          ['東京', 'x'],
          ['abcd', 'y'],
        ],
      ),
    ).toBe(['a     b', '東京  x', 'abcd  y'].join('\n'))
  })

  it('wraps a cell past its most, and the last one at the width', () => {
    const columns: readonly Column[] = [{ title: 'a', most: 7 }, { title: 'b' }]
    expect(table(columns, [['one two three', 'four five six seven eight']], 30)).toBe(
      ['a        b', 'one two  four five six seven', 'three    eight'].join('\n'),
    )
  })

  it('breaks a word that is longer than its column, so that no line runs past the width', () => {
    const columns: readonly Column[] = [{ title: 'a' }, { title: 'b' }]
    const cell = fc.stringMatching(/^[ab東é]{0,90}( [ab東é]{0,90})?$/)
    fc.assert(
      fc.property(cell, (last) => {
        for (const line of table(columns, [['key', last]], 40).split('\n'))
          expect(displayWidth(line)).toBeLessThanOrEqual(40)
      }),
    )
  })

  it('has a heading alone where there are no rows', () => {
    expect(table([{ title: 'a' }, { title: 'b' }], [])).toBe('a  b')
  })
})
