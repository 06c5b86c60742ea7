import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { nodeFiles } from '../../platform/files.ts'
import { findWorkspace, loadWorkspace, readConfig, readResume, requireConfig, requireResume } from './load.ts'
import { parentOf } from './paths.ts'
import { readYaml } from './yaml-source.ts'

let parent: string
let root: string
let round = 0
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'bonafide-load-'))
})
afterAll(() => rmSync(parent, { recursive: true, force: true }))
beforeEach(() => {
  root = join(parent, String(round++))
  mkdirSync(root)
})

const write = (name: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(join(root, name)), { recursive: true })
  writeFileSync(join(root, name), content)
}
const load = () => loadWorkspace(root, { files: nodeFiles })
const CONFIG = 'identity: { name: Mira Holt, emails: [Mira@Example.org] }\n'

/** `severity code line:column message` of each finding. */
const told = (
  findings: readonly { code: string; severity: string; message: string; position: unknown }[],
): string[] =>
  findings.map(({ code, severity, message, position }) => {
    const { line, column } = position as { line: number; column: number }
    return `${severity} ${code} ${line}:${column} ${message}`
  })

describe('loadWorkspace', () => {
  it('gives the settings with their defaults, the résumé and the postings', async () => {
    write(
      'bonafide.yaml',
      `${CONFIG}sources:\n  - { id: shop, connector: git, path: ../shop, company: Larkspur }\n`,
    )
    write('resume.yaml', 'basics:\n  name: Mira Holt\n')
    for (const name of ['b.md', 'a.html', 'notes.pdf', '.hidden']) write(`postings/${name}`, '')
    const workspace = await load()
    expect(workspace).toMatchObject({
      root,
      resume: { basics: { name: 'Mira Holt' } },
      postings: ['postings/a.html', 'postings/b.md'],
      findings: [],
    })
    expect(workspace.config).toEqual({
      identity: { names: ['Mira Holt'], emails: ['mira@example.org'], accounts: {} },
      sources: [
        {
          id: 'shop',
          connector: 'git',
          company: 'Larkspur',
          options: { path: '../shop' },
          path: ['sources', 0],
        },
      ],
      target: { guide: 'backend-developer', level: null },
      output: { variant: null, paper: 'a4', theme: 'classic', language: null },
      privacy: { profile: 'public' },
      check: { disable: [], severity: {} },
    })
    expect(requireResume(workspace).document).toBe(workspace.resume)
  })

  it('tells a folder that is no workspace', async () => {
    await expect(load()).rejects.toMatchObject({ code: 'WSP001', message: expect.stringContaining(root) })
  })

  it.each([
    ['no resume.yaml', null, 'WSP006'],
    ['an empty resume.yaml', '', 'WSP007'],
    ['one of comments', '# to be written\n', 'WSP007'],
    ['one with a fault', 'basics: []\n', 'WSP009'],
  ])('loads with %s, and fails where it is needed', async (_, resume, code) => {
    write('bonafide.yaml', CONFIG)
    if (resume !== null) write('resume.yaml', resume)
    const workspace = await load()
    expect(workspace.resume).toBeNull()
    expect(workspace.findings).toHaveLength(1)
    expect(() => requireResume(workspace)).toThrow(
      expect.objectContaining({ code, help: expect.stringMatching(/\w/) }),
    )
    expect(requireConfig(workspace).config.identity.names).toEqual(['Mira Holt'])
  })

  it('fails at the first fault where the settings are needed', async () => {
    write('bonafide.yaml', 'identity:\n  name: [Mira]\n  mail: x\n')
    const workspace = await load()
    expect(() => requireConfig(workspace)).toThrow(
      expect.objectContaining({
        code: 'WSP009',
        position: { file: 'bonafide.yaml', line: 2, column: 3 },
        message: 'bonafide.yaml:2:3: identity.name: expected a text, found a list. (and 1 more)',
      }),
    )
  })

  it.each([
    ['UTF-16', Buffer.from('\ufeffbasics: {}', 'utf16le'), 'TXT003'],
    ['a NUL byte', Buffer.from('basics:\n  name: a\0b\n'), 'TXT002'],
    ['Latin-1', Buffer.from('basics:\n  name: Nov\xe1k\n', 'latin1'), 'TXT001'],
    ['more than the limit', Buffer.alloc(3 * 1024 * 1024, 0x20), 'FIL004'],
  ])('tells %s', async (_, content, code) => {
    write('bonafide.yaml', CONFIG)
    write('resume.yaml', content)
    await expect(load()).rejects.toMatchObject({ name: 'UserError', code })
  })

  it('reads CRLF and a byte order mark', async () => {
    write('bonafide.yaml', `\ufeff${CONFIG.replaceAll('\n', '\r\n')}`)
    write('resume.yaml', '\ufeff# me\r\nbasics:\r\n  nane: Mira\r\n')
    expect(told((await load()).findings)).toEqual([
      'warning WSP005 3:3 basics.nane is read by nothing. Did you mean name?',
    ])
  })

  it('tells a folder for a file', async () => {
    mkdirSync(join(root, 'bonafide.yaml'))
    await expect(load()).rejects.toMatchObject({ code: 'FIL002' })
  })
})

describe('findWorkspace', () => {
  it('looks upwards', async () => {
    write('bonafide.yaml', CONFIG)
    mkdirSync(join(root, 'a', 'b'), { recursive: true })
    expect(await findWorkspace(join(root, 'a', 'b'), nodeFiles)).toBe(root)
    expect(await findWorkspace(root, nodeFiles)).toBe(root)
    expect(await findWorkspace(dirname(parent), nodeFiles)).toBeNull()
  })

  it('follows a linked folder', async () => {
    write('bonafide.yaml', CONFIG)
    symlinkSync(root, `${root}-link`)
    expect(await findWorkspace(`${root}-link`, nodeFiles)).toBe(`${root}-link`)
  })

  it.each([
    ['/a/b', '/a'],
    ['/a', '/'],
    ['/', null],
    ['C:\\a', 'C:\\'],
    ['C:\\', null],
    ['a', null],
  ])('knows the folder above %s', (path, above) => {
    expect(parentOf(path)).toBe(above)
  })
})

describe('readConfig', () => {
  it.each([
    [
      'a wrong kind, a bad choice and a slip',
      'identity:\n  name: Mira\n  emails: [mira@x.org, bad]\ntarget: backend\noutput:\n  paper: A4\n  papper: x\n',
      [
        'error WSP003 3:24 identity.emails[1]: expected an e-mail address, found “bad”.',
        'error WSP003 4:9 target: expected a mapping (lines of key: value), found “backend”.',
        'error WSP003 6:10 output.paper: expected a4 or letter, found “A4”. Did you mean a4?',
        'error WSP004 7:3 output.papper is no known key. Did you mean paper?',
      ],
    ],
    [
      'a missing key, at its mapping',
      'identity: { name: M }\nsources:\n  - id: shop\n    conector: git\n',
      ['error WSP003 3:5 sources[0].connector is missing: expected a text.'],
    ],
    [
      'an empty document',
      '',
      ['error WSP003 1:1 identity is missing: expected a mapping (lines of key: value).'],
    ],
    [
      'a list for a mapping',
      '- a\n',
      ['error WSP003 1:1 bonafide.yaml: expected a mapping (lines of key: value), found a list.'],
    ],
    [
      'an id twice',
      'identity: { name: M }\nsources:\n  - { id: a, connector: git }\n  - { id: a, connector: git }\n',
      ['error WSP008 4:11 sources[1]: another source has the id “a” too.'],
    ],
    [
      'an id that is no file name',
      'identity: { name: M }\nsources: [{ id: ../a, connector: git }]\n',
      [
        'error WSP003 2:17 sources[0].id: expected lower-case letters, digits, dots, dashes and underscores, at most 64, found “../a”.',
      ],
    ],
    [
      'a blank name',
      'identity: { name: "" }\n',
      ['error WSP003 1:19 identity.name: expected a text that is not empty, found “”.'],
    ],
  ])('tells %s', (_, text, expected) => {
    const { value, findings } = readConfig(readYaml(text, 'bonafide.yaml'))
    expect(value).toBeNull()
    expect(told(findings)).toEqual(expected)
  })

  it.each([
    ['a key twice', 'identity: {}\nidentity: {}\n', '2:1', 'stands twice'],
    ['a tab', 'identity:\n\tname: M\n', '2:1', 'A tab indents'],
    ['two documents', 'a: 1\n---\nb: 2\n', '2:1', 'second document'],
    ['a colon in a plain text', 'a: b: c\n', '1:4', 'in quotes'],
    ['an open quote', 'a: "x\n', '2:1', 'closing quote'],
    ['an unknown alias', 'a: *x\n', '1:4', 'alias'],
    ['an alias within itself', 'a: &x { b: *x }\n', '1:12', 'within what it names'],
    [
      'an alias bomb',
      `a: &a [${'x,'.repeat(9)}x]\nb: &b [${'*a,'.repeat(99)}*a]\nc: [${'*b,'.repeat(99)}*b]\n`,
      '2:8',
      'aliases',
    ],
    ['depth beyond reason', `a: ${'['.repeat(20_000)}`, '1:', 'too deeply'],
    ['a list as key', '? [a]\n: b\n', '1:3', 'key must be a text'],
  ])('tells %s', (_, text, place, words) => {
    const { value, findings } = readConfig(readYaml(text, 'bonafide.yaml'))
    expect(value).toBeNull()
    expect(findings[0]?.code).toBe('WSP002')
    expect(told(findings)[0]).toContain(`error WSP002 ${place}`)
    expect(findings[0]?.message).toContain(words)
  })
})

describe('readResume', () => {
  const read = (text: string) => readResume(readYaml(text, 'resume.yaml'))

  it('takes numbers and truth values as text where text is meant, and keys without a value as left out', () => {
    const text =
      'basics:\n  phone: +420123456789\n  url:\n  location: { postalCode: 01234, countryCode: NO }\nwork:\n  - name: 2024\n    startDate: 2021\n    highlights: [42, 1.10, true]\nx-mine: 5\n'
    expect(read(text)).toEqual({
      value: {
        basics: { phone: '+420123456789', location: { postalCode: '01234', countryCode: 'NO' } },
        work: [{ name: '2024', startDate: '2021', highlights: ['42', '1.10', 'true'] }],
        'x-mine': 5,
      },
      findings: [],
    })
  })

  it('says what was expected, in unions too', () => {
    const text = `work:
  - name: Acme
    endDate: 2024-13
    hilights: []
    highlights:
      - Cut p95: by half
      - text: a
        evidnce: []
      - text: b
        evidence: [{ metrc: x }]
      - [a]
`
    const { value, findings } = read(text)
    expect(value).toBeNull()
    expect(told(findings)).toEqual([
      'error WSP003 3:14 work[0].endDate: expected a date as YYYY, YYYY-MM or YYYY-MM-DD, found “2024-13”.',
      'error WSP003 6:9 work[0].highlights[0]: expected a text (a colon and a space make a mapping of it: put the text in quotes), found a mapping.',
      'error WSP004 8:9 work[0].highlights[1].evidnce is no known key. Did you mean evidence?',
      'error WSP003 10:20 work[0].highlights[2].evidence[0].metric is missing: expected a text.',
      'error WSP004 10:22 work[0].highlights[2].evidence[0].metrc is no known key. Did you mean metric?',
      'error WSP003 11:9 work[0].highlights[3]: expected a text or a mapping (lines of key: value), found a list.',
    ])
    expect(findings[0]).toMatchObject({
      endColumn: 21,
      excerpt: '    endDate: 2024-13',
      path: ['work', 0, 'endDate'],
    })
  })

  it('warns of slips where keys of one’s own are allowed', () => {
    const { value, findings } = read(
      'basics: { nam: Mira, shoeSize: 39 }\nwork: [{ name: A, hilights: [x] }]\neducaton: []\n',
    )
    expect(value).not.toBeNull()
    expect(told(findings)).toEqual([
      'warning WSP005 1:11 basics.nam is read by nothing. Did you mean name?',
      'warning WSP005 2:19 work[0].hilights is read by nothing. Did you mean highlights?',
      'warning WSP005 3:1 educaton is read by nothing. Did you mean education?',
    ])
  })
})
