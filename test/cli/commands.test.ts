import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { call, callHere, copyExample, jsonLines, temporaryFolder } from './support.ts'
import type { Call } from './support.ts'

const folder = temporaryFolder()
const home = join(folder, 'home')
const posting = 'postings/northbeam-senior-backend.md'
const keyFile = join(home, '.config', 'bonafide', 'key.json')
let workspace = ''
let ran: Call

const run = (...args: readonly string[]): Promise<Call> => callHere(args, { cwd: workspace, home })

beforeAll(async () => {
  mkdirSync(home)
  workspace = copyExample(folder)
  ran = await call(['run', '--json'], { cwd: workspace, home })
})

describe('the whole way', () => {
  it('answers in JSON alone, and tells of the key that it made', () => {
    expect(ran.code).toBe(0)
    const { sources, builds } = JSON.parse(ran.stdout)
    expect(sources).toMatchObject([{ id: 'shop-api', counts: { retracted: 0 } }])
    expect(builds).toHaveLength(2)
    for (const build of builds) expect(build).toMatchObject({ genuine: true, pages: 1 })
    expect(ran.stderr).toBe(`Made a key to sign receipts with: ${keyFile}\n`)
  })

  it('makes a key that nobody else can read, once', async () => {
    expect(statSync(keyFile).mode & 0o777).toBe(0o600)
    const before = readFileSync(keyFile)
    const { code, stderr } = await run('build', posting, '--json')
    expect([code, stderr]).toEqual([0, ''])
    expect(readFileSync(keyFile)).toEqual(before)
  })
})

describe('--json', () => {
  // With the least that other programs rely on.
  it.each([
    ['collect', ['collect'], { sources: [{ counts: { added: 0, replaced: 0, retracted: 0 } }] }],
    ['match, of all', ['match'], { postings: [{ score: expect.any(Number) }, {}] }],
    [
      'match, of one',
      ['match', posting],
      { posting, match: { score: expect.any(Number), rows: expect.any(Array) } },
    ],
    ['check', ['check'], { findings: expect.any(Array) }],
    [
      'check of a posting, as its format',
      ['check', posting, '--format', 'json'],
      { findings: expect.any(Array) },
    ],
    ['check as SARIF', ['check', '--format', 'sarif'], { version: '2.1.0' }],
    ['tailor', ['tailor', posting], { posting, resume: { basics: { name: 'Mira Holt' } } }],
    [
      'verify',
      ['verify', 'out/northbeam-senior-backend/resume.pdf'],
      { genuine: true, subject: 'Mira Holt' },
    ],
    ['guide', ['guide'], { guide: 'backend-developer' }],
    ['a section of the guide', ['guide', 'kpis'], { sections: [{ id: 'kpis' }] }],
    ['key show', ['key', 'show'], { file: keyFile, thumbprint: expect.stringMatching(/^[\w-]{43}$/) }],
    ['completion', ['completion', 'bash'], { shell: 'bash', script: expect.stringContaining('complete') }],
  ])('%s', async (_, args, expected) => {
    const { code, stdout, stderr } = await run(...args, '--json')
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject(expected)
  })

  it.each([
    [
      'import',
      ['import', 'old-resume.pdf'],
      [{ basics: { name: 'Mira Holt' }, meta: { source: 'old-resume.pdf', confidence: expect.any(Object) } }],
    ],
    [
      'posting',
      ['posting', posting, 'postings/halden-platform.html'],
      [{ file: posting, requirements: expect.any(Array) }, { file: 'postings/halden-platform.html' }],
    ],
    ['skills find', ['skills', 'find', posting], [{ file: posting, skills: expect.any(Array) }]],
    ['skills show', ['skills', 'show', 'k8s', 'express'], [{ id: 'kubernetes' }, { name: 'Express.js' }]],
  ])('one value a line: %s', async (_, args, expected) => {
    const { code, stdout, stderr } = await run(...args, '--json')
    expect([code, stderr]).toEqual([0, ''])
    expect(jsonLines(stdout)).toMatchObject(expected)
  })

  it('gives spans that hold the words found', async () => {
    const [{ skills }] = jsonLines((await run('skills', 'find', posting, '--json')).stdout) as [
      { skills: readonly { span: { start: number; end: number }; text: string; line: number }[] },
    ]
    const text = readFileSync(join(workspace, posting), 'utf8')
    expect(skills.length).toBeGreaterThan(3)
    for (const { span, text: words } of skills) expect(text.slice(span.start, span.end)).toBe(words)
  })
})

describe('for people', () => {
  it.each([
    ['collect', ['collect'], /^shop-api \(git\) 0 added/],
    ['match', ['match', posting], /Match: \d+ of 100/],
    ['check', ['check'], /warnings?/],
    ['tailor', ['tailor', posting], /as it would be printed/],
    [
      'verify',
      ['verify', 'out/northbeam-senior-backend/resume.pdf'],
      /resume\.pdf is unaltered since it was signed/,
    ],
    ['posting', ['posting', posting], /must +/],
    ['import', ['import', 'old-resume.pdf'], /basics\.name/],
    ['guide', ['guide', 'kpis'], /\d/],
    ['skills list', ['skills', 'list', 'datastore'], /PostgreSQL \(postgresql\)/],
  ])('%s, without colour, within 80 columns', async (_, args, expected) => {
    const { code, stdout, stderr } = await run(...args)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(expected)
    expect(stdout).not.toContain('\u001B')
    expect(stdout).toMatch(/[^\n]\n$/)
  })
})

describe('a workspace', () => {
  it('is made, and told of', async () => {
    const made = await callHere(
      [
        'init',
        'new',
        '--from',
        join(workspace, 'old-resume.pdf'),
        '--job',
        join(workspace, posting),
        '--json',
      ],
      { cwd: folder, home },
    )
    expect([made.code, made.stderr]).toEqual([0, ''])
    expect(JSON.parse(made.stdout)).toMatchObject({
      root: join(folder, 'new'),
      written: expect.arrayContaining(['bonafide.yaml', 'resume.yaml', posting]),
    })
    const again = await callHere(['init', 'new'], { cwd: folder, home })
    expect([again.code, again.stdout]).toEqual([2, ''])
    expect(again.stderr).toMatch(/^\S*error WSP\d{3} /)
  })

  it('is found upwards, or named', async () => {
    const below = await callHere(['match', posting, '--json'], { cwd: join(workspace, 'postings'), home })
    const named = await callHere(['match', posting, '--json', '-w', 'mira'], { cwd: folder, home })
    expect([below.code, named.code]).toEqual([0, 0])
    expect(named.stdout).toBe(below.stdout)
  })

  it.each([
    ['none here', ['match'], /CLI008 there is no bonafide\.yaml in .* or above\n {2}.*bonafide init/],
    ['none where it was named', ['match', '--workspace', 'home'], /WSP001 /],
    ['a file where it was named', ['match', '--workspace', 'mira/resume.yaml'], /FIL011 /],
  ])('is missing: %s', async (_, args, message) => {
    const { code, stdout, stderr } = await callHere(args, { cwd: folder, home })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
  })
})

describe('a résumé that is wrong', () => {
  const broken = (name: string, text: (resume: string) => string): string => {
    const root = join(folder, name)
    mkdirSync(root)
    copyFileSync(join(workspace, 'bonafide.yaml'), join(root, 'bonafide.yaml'))
    writeFileSync(join(root, 'resume.yaml'), text(readFileSync(join(workspace, 'resume.yaml'), 'utf8')))
    return root
  }

  it.each([
    ['syntax', (text: string) => `${text}\n  bad: [\n`, /resume\.yaml:\d+:\d+: /],
    ['shape', (text: string) => text.replace('name: Mira Holt', 'name: [Mira]'), /resume\.yaml:5:\d+: /],
    ['nothing', () => '', /resume\.yaml:1:1: error WSP007|error WSP007 .*resume\.yaml/],
  ])('is told at its place: %s', async (name, text, place) => {
    const cwd = broken(name, text)
    const told = await callHere(['check'], { cwd, home })
    expect([told.code, told.stdout]).toEqual([2, ''])
    expect(told.stderr).toMatch(place)
    const json = await callHere(['check', '--json'], { cwd, home })
    expect(json.code).toBe(2)
    expect(JSON.parse(json.stdout)).toMatchObject({
      error: { code: expect.stringMatching(/^WSP\d{3}$/), position: { file: 'resume.yaml' } },
    })
  })

  it('exits 1 for a finding at error level, and 0 for less', async () => {
    const cwd = broken('reversed', (text) => text.replace('endDate: 2021-02', 'endDate: 2011-02'))
    const { code, stdout } = await callHere(['check'], { cwd, home })
    expect(code).toBe(1)
    expect(stdout).toContain('dates-reversed')
    const json = await callHere(['check', '--json'], { cwd, home })
    expect(json.code).toBe(1)
    expect(JSON.parse(json.stdout).findings).toContainEqual(
      expect.objectContaining({ name: 'dates-reversed', severity: 'error' }),
    )
  })
})

describe('a call that is wrong', () => {
  it.each([
    [['colect'], "error CLI001 'colect' is no command; did you mean 'collect'?"],
    [['help', 'colect'], "error CLI001 'colect' is no command; did you mean 'collect'?"],
    [['--json', 'check'], 'error CLI002 --json stands before any command'],
    [
      ['check', '--fromat', 'json'],
      "error CLI002 --fromat is no option of 'bonafide check'; did you mean --format?",
    ],
    [['check', '--format'], 'error CLI003 --format needs a value (FORMAT)'],
    [['check', '--format', 'xml'], "error CLI003 --format is 'xml', but must be one of: text, json, sarif"],
    [['match', 'a', 'b'], "error CLI004 'bonafide match' takes [POSTING], but got 'a' 'b'"],
    [['import'], "error CLI004 'bonafide import' takes FILE…, but got nothing"],
    [['completion', 'powershell'], "error CLI003 'powershell' is no shell that completion is made for"],
    [
      ['skills', 'fnd'],
      "error CLI004 'fnd' is nothing that 'bonafide skills' does; it does: find, show, list",
    ],
    [
      ['skills', 'show', 'Kubernets'],
      "error CLI007 'Kubernets' is no skill that is known; did you mean 'Kubernetes'?",
    ],
    [['skills', 'list', 'sofa'], "error CLI003 'sofa' is no kind of skill; there are: "],
    [['key', 'lose'], "error CLI004 'lose' is nothing that 'bonafide key' does; it does: new, show"],
    [['key', 'show', '--file', 'nowhere'], 'error KEY001 '],
    [['key', 'new'], 'error KEY002 '],
    [['guide', 'weather'], 'error GUI'],
    [
      ['serve', '--port', '99999'],
      "error CLI003 --port is '99999', but must be a whole number from 1 to 65515",
    ],
    [['collect', 'shopapi'], 'error COL001 '],
    [['verify', 'old-resume.pdf', '--against', '.', '--account', 'mira'], "error CLI003 --account is 'mira'"],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await run(...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
    // What is wrong, and the next step.
    expect(stderr).toMatch(/^[^\n]+\n {2}\S[^\n]*\n$/)
  })

  it('is told in JSON where that was asked for', async () => {
    const { code, stdout } = await run('check', '--fromat', 'json', '--json')
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'CLI002', help: expect.any(String) } })
  })
})

describe('without a command', () => {
  it.each([[[]], [['--help']], [['-h']], [['help']]])('%j shows them all', async (args) => {
    const { code, stdout, stderr } = await run(...args)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Commands\n  init ')
  })

  it.each([[['match', '--help']], [['help', 'match']], [['match', '-h']]])('%j shows one', async (args) => {
    const { code, stdout } = await run(...args)
    expect(code).toBe(0)
    for (const part of ['Usage\n  bonafide match [POSTING] [OPTIONS]', 'Options\n', 'Examples\n'])
      expect(stdout).toContain(part)
  })

  it('prints its version', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(await call(['--version'], { cwd: folder, home })).toMatchObject({
      code: 0,
      stdout: `${version}\n`,
      stderr: '',
    })
  })
})
