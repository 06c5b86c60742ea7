import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  diffReader,
  nulSplitter,
  objectReader,
  parseLogRecord,
  parseRef,
  parseSignature,
  textOf,
} from './parse.ts'

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1')

/** A stream cut into pieces of any size. */
function pieces(content: Uint8Array, cuts: readonly number[]): readonly Uint8Array[] {
  const places = [0, ...cuts.map((cut) => cut % (content.length + 1)).sort((a, b) => a - b), content.length]
  return places.slice(1).map((end, index) => content.subarray(places[index], end))
}

const cuts = fc.array(fc.nat(), { maxLength: 12 })
const id = 'a'.repeat(40)
const other = 'b'.repeat(40)

describe('nulSplitter', () => {
  it('gives the same records however the stream is cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary-ascii' }).map((text) => text.replaceAll('\0', ''))),
        cuts,
        (records, at) => {
          const splitter = nulSplitter()
          const found = pieces(bytes(records.map((record) => `${record}\0`).join('')), at).flatMap((piece) =>
            splitter.push(piece),
          )
          expect(found).toEqual(records)
          expect(splitter.rest()).toBe('')
        },
      ),
    )
  })

  it('keeps the beginning and the end of a record that is too long', () => {
    const splitter = nulSplitter(100)
    const found = [`head${'x'.repeat(80)}`, 'y'.repeat(80), `${'z'.repeat(20)}tail\0`].flatMap((part) =>
      splitter.push(bytes(part)),
    )
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^head.*tail$/s)
    expect(found[0]?.length).toBeLessThan(150)
  })
})

describe('parseLogRecord', () => {
  it('takes names and times apart and leaves the message alone', () => {
    const record = `>${id}\n${other} ${id}\n1700000000\n1700000100\nZo\xc3\xab\nz@example.org\nJon\nj@example.org\nSubject\n\nBody\n`
    expect(parseLogRecord(record)).toEqual({
      id,
      boundary: false,
      parents: [other, id],
      authored: 1_700_000_000,
      committed: 1_700_000_100,
      author: { name: 'Zoë', email: 'z@example.org' },
      committer: { name: 'Jon', email: 'j@example.org' },
      message: 'Subject\n\nBody\n',
    })
  })

  it.each([
    ['a time that git could not read', '', Number.NaN],
    ['a time before 1970', '-5', -5],
    ['a time beyond all clocks', '99999999999999999999', Number.NaN],
  ])('takes %s', (_, time, expected) => {
    expect(parseLogRecord(`-${id}\n\n${time}\n1\na\nb\nc\nd\n`)).toMatchObject({
      boundary: true,
      parents: [],
      authored: expected,
    })
  })

  it('gives nothing for a record that was cut', () => {
    expect(parseLogRecord(`>${id}\n\n1`)).toBeNull()
  })
})

describe('diffReader', () => {
  const raw = (status: string): string => `:100644 100644 ${id} ${other} ${status}`
  const stream = [
    id,
    `\n${raw('M')}`,
    'a.ts',
    raw('R087'),
    'old\n:name.ts',
    'tab\there.ts',
    raw('M'),
    'logo.png',
    '1\t2\ta.ts',
    '3\t4\t',
    'old\n:name.ts',
    'tab\there.ts',
    '-\t-\tlogo.png',
    other,
    id,
    `\n${raw('A')}`,
    'b.ts',
  ]

  it('puts files and their lines together', () => {
    const reader = diffReader(true)
    const commits = reader.push(stream)
    expect(commits.map((commit) => [commit.id, commit.counted])).toEqual([
      [id, true],
      [other, true],
    ])
    expect(commits[0]?.files).toMatchObject([
      { path: 'a.ts', status: 'M', added: 1, deleted: 2 },
      { path: 'tab\there.ts', status: 'R', added: 3, deleted: 4 },
      { path: 'logo.png', added: null, deleted: null },
    ])
    expect(commits[1]?.files).toEqual([])
    expect(reader.end()).toMatchObject({ counted: false, files: [{ path: 'b.ts', added: null }] })
  })

  it('reads the same token by token', () => {
    const reader = diffReader(true)
    const whole = diffReader(true)
    expect(stream.flatMap((token) => reader.push([token]))).toEqual(whole.push(stream))
    expect(reader.end()).toEqual(whole.end())
  })
})

describe('objectReader', () => {
  it('gives the same objects however the stream is cut', () => {
    const contents = ['one\n', '', 'a\0b\nmissing\n', 'x'.repeat(50)]
    const names = ['n0', 'n1', 'gone', 'n2', 'big']
    const [first = '', second = '', third = '', big = ''] = contents.map(
      (content) => `${id} blob ${content.length}\n${content}\n`,
    )
    const output = bytes(`${first}${second}gone missing\n${third}${big}`)
    fc.assert(
      fc.property(cuts, (at) => {
        const reader = objectReader(names, 20)
        const found = pieces(output, at).flatMap((piece) => reader.push(piece))
        expect(found.map(({ name, content }) => [name, content])).toEqual([
          ['n0', 'one\n'],
          ['n1', ''],
          ['gone', null],
          ['n2', 'a\0b\nmissing\n'],
          ['big', null],
        ])
      }),
    )
  })
})

describe('small forms', () => {
  it.each([
    [
      `${id} refs/heads/main * refs/remotes/origin/main `,
      { name: 'refs/heads/main', isHead: true, upstream: 'refs/remotes/origin/main', symbolic: '' },
    ],
    [
      `${id} refs/remotes/origin/HEAD    refs/remotes/origin/main`,
      { isHead: false, upstream: '', symbolic: 'refs/remotes/origin/main' },
    ],
    [`${id} refs/tags/v1    `, { name: 'refs/tags/v1', isHead: false }],
    ['something else', null],
  ])('ref %j', (line, expected) => {
    const ref = parseRef(line)
    if (expected === null) expect(ref).toBeNull()
    else expect(ref).toMatchObject(expected)
  })

  it.each([
    [
      'Mira Holt <mira@example.org> 1700000000 +0100',
      { contact: { name: 'Mira Holt', email: 'mira@example.org' }, time: 1_700_000_000 },
    ],
    ['<mira@example.org> 5 +0000', { contact: { name: '', email: 'mira@example.org' }, time: 5 }],
    ['nobody', null],
  ])('signature %j', (text, expected) => {
    expect(parseSignature(text)).toEqual(expected)
  })

  it('takes bytes that are no UTF-8', () => {
    expect(textOf('caf\xe9')).toBe('caf\ufffd')
    expect(textOf('caf\xc3\xa9')).toBe('café')
  })
})
