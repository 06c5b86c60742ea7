import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Document, isCollection, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml'
import type { Edit } from '../../core/finding.ts'
import type { Json } from '../../core/json.ts'
import { applyEdits } from './edit.ts'
import { editValue } from './edit-value.ts'
import { editOf, handwriting, handwritten, jsonMapping, jsonValue } from './test-support/yaml-texts.ts'

const parse = (text: string): Json => {
  const document = parseDocument(text, { stringKeys: true })
  expect(document.errors).toEqual([])
  return document.toJS() as Json
}

const RESUME = `# yaml-language-server: $schema=.bonafide/schemas/resume.schema.json
# My résumé.

basics:
  name: Mira Holt   # as on my passport
  email: "mira@example.org"
  summary: >
    Builds services
    that stay up.

work:
  - name: 'Larkspur'
    # the good years
    startDate: 2021-04
    highlights:
      - Cut p95 from 900 ms to 250 ms. # checkout
      - 'Moved 40 tables to PostgreSQL.'

  - name: Northbeam
    highlights: []
skills:
- name: Backend
  keywords: [Go, PostgreSQL,
    Kafka]   # newest last
`

describe('applyEdits', () => {
  it.each<[string, Edit, string, string]>([
    [
      'a plain text',
      { path: ['basics', 'name'], value: 'Mira H.' },
      'name: Mira Holt   # as',
      'name: Mira H.   # as',
    ],
    [
      'a quoted text, in its quotes',
      { path: ['work', 0, 'name'], value: "Lark's" },
      "'Larkspur'",
      "'Lark''s'",
    ],
    [
      'a text that needs quotes',
      { path: ['basics', 'name'], value: 'Mira: #1' },
      'Mira Holt ',
      '"Mira: #1" ',
    ],
    ['a date, as text', { path: ['work', 0, 'startDate'], value: '2021' }, '2021-04', '"2021"'],
    [
      'a folded text',
      { path: ['basics', 'summary'], value: 'Builds services.\n' },
      '    Builds services\n    that stay up.\n',
      '    Builds services.\n',
    ],
    [
      'a text that becomes a mapping',
      { path: ['work', 0, 'highlights', 1], value: { text: 'Moved 40 tables.', evidence: ['ev-1'] } },
      "      - 'Moved 40 tables to PostgreSQL.'\n",
      '      - text: Moved 40 tables.\n        evidence:\n          - ev-1\n',
    ],
    [
      'a list grows',
      { path: ['work', 0, 'highlights', 2], value: 'Wrote the runbook.' },
      "PostgreSQL.'\n",
      "PostgreSQL.'\n      - Wrote the runbook.\n",
    ],
    [
      'an empty list gets its first entry',
      { path: ['work', 1, 'highlights', 0], value: 'Kept it up.' },
      'highlights: []\n',
      'highlights:\n      - Kept it up.\n',
    ],
    [
      'a list in brackets grows',
      { path: ['skills', 0, 'keywords', 3], value: 'a, b' },
      'Kafka]',
      'Kafka, "a, b"]',
    ],
    [
      'a list in brackets shrinks',
      { path: ['skills', 0, 'keywords', 1], value: undefined },
      ' PostgreSQL,\n   ',
      '',
    ],
    [
      'a key is added at the end of its mapping',
      { path: ['basics', 'location', 'city'], value: 'Brno' },
      '    that stay up.\n',
      '    that stay up.\n  location:\n    city: Brno\n',
    ],
    [
      'a key is removed with its line',
      { path: ['basics', 'email'], value: undefined },
      '  email: "mira@example.org"\n',
      '',
    ],
    [
      'the first entry beside a dash is removed, and its comment stays',
      { path: ['work', 0, 'name'], value: undefined },
      "  - name: 'Larkspur'\n",
      '  -\n',
    ],
    [
      'a list entry is removed',
      { path: ['work', 0, 'highlights', 0], value: undefined },
      '      - Cut p95 from 900 ms to 250 ms. # checkout\n',
      '',
    ],
    [
      'the only entry is removed',
      { path: ['skills', 0], value: undefined },
      'skills:\n- name: Backend\n  keywords: [Go, PostgreSQL,\n    Kafka]',
      'skills: []',
    ],
  ])('changes nothing but %s', (_, edit, before, after) => {
    for (const lineBreak of ['\n', '\r\n']) {
      const broken = (text: string): string => text.replaceAll('\n', lineBreak)
      expect(RESUME.split(before)).toHaveLength(2)
      expect(applyEdits(broken(RESUME), [edit])).toBe(broken(RESUME.replace(before, () => after)))
    }
  })

  it('applies edits one after the other', () => {
    const edits: Edit[] = [
      { path: ['a', 0], value: undefined },
      { path: ['a', 0], value: 'two' },
      { path: ['a', 1], value: 3 },
    ]
    expect(applyEdits('a:\n  - 1\n  - 2\n', edits)).toBe('a:\n  - two\n  - 3\n')
  })

  it('fills an empty document and one of comments', () => {
    const edit = { path: ['basics', 'name'], value: 'Mira' }
    expect(applyEdits('', [edit])).toBe('basics:\n  name: Mira\n')
    expect(applyEdits('# mine', [edit])).toBe('# mine\nbasics:\n  name: Mira\n')
  })

  it('writes out an alias where its copy alone is changed', () => {
    const text = 'a: &x\n  city: Brno # here\nb: *x\n'
    expect(applyEdits(text, [{ path: ['b', 'city'], value: 'Oslo' }])).toBe(
      'a: &x\n  city: Brno # here\nb:\n  city: Oslo\n',
    )
  })

  it.each<[string, string, Edit]>([
    ['leads into a text', 'a: text\n', { path: ['a', 'b'], value: 1 }],
    ['is past the end of a list', 'a: [1]\n', { path: ['a', 2], value: 1 }],
    ['takes a list for a mapping', 'a: [1]\n', { path: ['a', 'b'], value: 1 }],
    ['takes a mapping for a list', 'a: {b: 1}\n', { path: ['a', 0], value: 1 }],
    ['would change what an alias shares', 'a: &x {b: 1}\nc: *x\n', { path: ['a', 'b'], value: 2 }],
    ['would leave an alias without its anchor', 'a: &x 1\nc: *x\n', { path: ['a'], value: undefined }],
    ['meets a document that is no YAML', 'a: [1\n', { path: ['a'], value: 2 }],
  ])('refuses an edit that %s', (_, text, edit) => {
    expect(() => applyEdits(text, [edit])).toThrow(
      expect.objectContaining({ name: 'UserError', code: 'WSP010' }),
    )
  })

  it('says what the edits mean, and changes no line but those of what is edited', () => {
    let checked = 0
    fc.assert(
      fc.property(
        jsonMapping,
        handwriting,
        fc.array(fc.nat(20), { minLength: 1, maxLength: 5 }),
        fc.option(jsonValue, { nil: undefined, freq: 3 }),
        (value, hand, picks, replacement) => {
          const text = handwritten(value, hand)
          const document = parseDocument(text, { stringKeys: true })
          // Blank lines after a block text that keeps its breaks become part of it: not what was to be written.
          fc.pre(document.errors.length === 0 && isDeepStrictEqual(document.toJS(), value))
          const edit = editOf(value, picks, replacement)
          const after = applyEdits(text, [edit])
          expect(parse(after)).toEqual(editValue(value, edit))
          if (hand.crlf) expect(after.replaceAll('\r\n', '')).not.toContain('\n')
          const [from, to] = linesOfEntry(document, text, edit)
          expect(after.slice(0, from)).toBe(text.slice(0, from))
          expect(after.endsWith(text.slice(to))).toBe(true)
          checked++
        },
      ),
      { numRuns: 400 },
    )
    expect(checked).toBeGreaterThan(300)
  })
})

/** The lines, with their last break, of the deepest entry on the path that is there already. */
function linesOfEntry(
  document: Document.Parsed,
  text: string,
  edit: Edit,
): readonly [from: number, to: number] {
  let [from, to] = [0, text.length]
  let node: unknown = document.contents
  for (const [depth, part] of edit.path.entries()) {
    // Without its only entry, the list or mapping itself is written anew.
    const isEmptied = edit.value === undefined && depth === edit.path.length - 1
    if (isEmptied && isCollection(node) && node.items.length === 1) break
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === part || keyValue(item.key) === part)
      if (pair === undefined) break
      from = (pair.key as Node).range?.[0] ?? from
      to = (pair.value as Node | null)?.range?.[2] ?? to
      // Where the first entry goes, the second takes its place behind the dash that leads the mapping.
      const second =
        isEmptied && pair === node.items[0] ? (node.items[1]?.key as Node | undefined) : undefined
      to = Math.max(to, (second?.range?.[0] ?? -1) + 1)
      node = pair.value
    } else if (isSeq(node)) {
      const item = node.items[Number(part)] as Node | undefined
      if (item === undefined) break
      // From the end of the item before, as the dash and comments above stand there.
      const above = node.items[Number(part) - 1] as Node | undefined
      from = above?.range?.[1] ?? node.range?.[0] ?? from
      to = item.range?.[2] ?? to
      const second = isEmptied && item === node.items[0] ? (node.items[1] as Node | undefined) : undefined
      to = Math.max(to, (second?.range?.[0] ?? -1) + 1)
      node = item
    } else break
  }
  const end = text.indexOf('\n', Math.max(to - 1, 0))
  return [text.lastIndexOf('\n', from) + 1, end === -1 ? text.length : end + 1]
}

function keyValue(key: unknown): unknown {
  return isScalar(key) ? key.value : key
}
