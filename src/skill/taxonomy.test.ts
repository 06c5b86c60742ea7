import { describe, expect, it } from 'vitest'
import { UserError } from '../core/user-error.ts'
import { buildTaxonomy, readTaxonomy } from './taxonomy.ts'

const file = (...skills: readonly unknown[]): { file: string; content: unknown } => ({
  file: 'data/skills/own.yaml',
  content: { kind: 'tool', skills },
})

const stack = file(
  { id: 'javascript', name: 'JavaScript', kind: 'language', aliases: ['JS'] },
  { id: 'nodejs', name: 'Node.js', parents: ['javascript'] },
  { id: 'express', name: 'Express.js', parents: ['nodejs'], aliases: ['Express'] },
)

describe('buildTaxonomy', () => {
  const taxonomy = buildTaxonomy([stack])

  it.each([
    ['Node.js', 'nodejs'],
    ['node js', 'nodejs'],
    ['NODEJS', 'nodejs'],
    [' js ', 'javascript'],
    ['Node.js 22', 'nodejs'],
    ['Express', 'express'],
    ['Node', undefined],
    ['', undefined],
  ])('names the skill of %j', (text, id) => {
    expect(taxonomy.named(text)?.id).toBe(id)
  })

  it('knows what a skill implies, nearest first', () => {
    expect(taxonomy.implied('express')).toEqual(['nodejs', 'javascript'])
    expect(taxonomy.implied('javascript')).toEqual([])
    expect(taxonomy.implied('unheard-of')).toEqual([])
  })

  it("takes the file's kind unless the skill has its own", () => {
    expect(taxonomy.skills.get('nodejs')?.kind).toBe('tool')
    expect(taxonomy.skills.get('javascript')?.kind).toBe('language')
  })

  it('refuses files with faults, naming the first and how many more there are', () => {
    const faulty = file({ id: 'a', name: 'Alpha', parents: ['b', 'c'] })
    expect(() => buildTaxonomy([faulty])).toThrow(UserError)
    expect(() => buildTaxonomy([faulty])).toThrow(
      /^data\/skills\/own\.yaml: a names the skill b.*\(and 1 more faults\)$/,
    )
  })
})

describe('readTaxonomy', () => {
  it.each([
    ['SKL001', 'a name is missing', [{ id: 'a' }], 'skills[0].name'],
    ['SKL001', 'the id is no kebab-case', [{ id: 'A B', name: 'A' }], 'kebab-case'],
    ['SKL001', 'a member is unknown', [{ id: 'a', name: 'A', alias: ['B'] }], 'alias'],
    [
      'SKL001',
      'an extension has no dot',
      [{ id: 'a', name: 'A', code: { extensions: ['go'] } }],
      'extension',
    ],
    [
      'SKL002',
      'an id stands twice',
      [
        { id: 'a', name: 'A' },
        { id: 'a', name: 'B' },
      ],
      'the id a',
    ],
    [
      'SKL003',
      'an alias is another name',
      [
        { id: 'a', name: 'Node.js' },
        { id: 'b', name: 'B', aliases: ['NodeJS'] },
      ],
      'NodeJS',
    ],
    ['SKL004', 'a parent is unknown', [{ id: 'a', name: 'A', parents: ['b'] }], 'skill b'],
    [
      'SKL004',
      'a guard names an unknown skill',
      [{ id: 'a', name: 'A', guard: { A: { inText: ['b'] } } }],
      'skill b',
    ],
    [
      'SKL005',
      'skills imply each other',
      [
        { id: 'a', name: 'A', parents: ['b'] },
        { id: 'b', name: 'B', parents: ['a'] },
      ],
      'a → b → a',
    ],
    ['SKL005', 'a skill implies itself', [{ id: 'a', name: 'A', parents: ['a'] }], 'a → a'],
    [
      'SKL006',
      'a guard is for no spelling',
      [{ id: 'a', name: 'A', guard: { a: { case: 'exact' } } }],
      '"a"',
    ],
    ['SKL007', 'a name has no letters', [{ id: 'a', name: 'A', aliases: ['—'] }], '"—"'],
  ])('reports %s when %s', (code, _, skills, words) => {
    const { findings } = readTaxonomy([file(...skills)])
    expect(findings.map((finding) => finding.code)).toEqual([code])
    expect(findings[0]?.message).toContain(words)
    expect(findings[0]?.position?.file).toBe('data/skills/own.yaml')
  })

  it('goes on with the other files', () => {
    const { taxonomy, findings } = readTaxonomy([{ file: 'broken.yaml', content: null }, stack])
    expect(findings).toHaveLength(1)
    expect(taxonomy.skills.size).toBe(3)
  })

  it('reports every circle once', () => {
    const circle = file(
      { id: 'a', name: 'A', parents: ['b'] },
      { id: 'b', name: 'B', parents: ['a'] },
      { id: 'c', name: 'C', parents: ['a'] },
    )
    expect(readTaxonomy([circle]).findings.map(({ code }) => code)).toEqual(['SKL005'])
  })

  it('makes the same of files that were checked before', () => {
    const { taxonomy, findings } = readTaxonomy([{ ...stack, checked: true }])
    expect(findings).toEqual([])
    expect([...taxonomy.skills]).toEqual([...buildTaxonomy([stack]).skills])
    expect(taxonomy.named('express')?.id).toBe('express')
    expect(taxonomy.implied('express')).toEqual(['nodejs', 'javascript'])
  })
})
