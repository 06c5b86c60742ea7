import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Connector } from '../../core/connector.ts'
import { nodeFiles } from '../../platform/files.ts'
import { nodeProcesses } from '../../platform/processes.ts'
import type { ImportedResume } from '../../resume/importer.ts'
import { initWorkspace, type InitOptions } from './init.ts'
import { workspaceJsonSchemas } from './json-schemas.ts'
import { loadWorkspace } from './load.ts'

let parent: string
let dir: string
let round = 0
beforeAll(() => {
  parent = mkdtempSync(join(tmpdir(), 'bonafide-init-'))
})
afterAll(() => rmSync(parent, { recursive: true, force: true }))
beforeEach(() => {
  dir = join(parent, String(round++), 'career')
})

const ports = { files: nodeFiles, processes: nodeProcesses }
const init = (options: Partial<InitOptions> = {}) => initWorkspace({ dir, ports, ...options })
const read = (name: string): string => readFileSync(join(dir, name), 'utf8')
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function repository(name: string, email: string): string {
  const path = join(parent, String(round), name)
  mkdirSync(path, { recursive: true })
  for (const args of [
    ['init', '-q'],
    ['config', 'user.name', 'Mira Holt'],
    ['config', 'user.email', email],
  ]) {
    spawnSync('git', args, { cwd: path })
  }
  return path
}

const imported: ImportedResume = {
  document: {
    basics: {
      name: 'Mira Holt',
      email: 'Mira@Old.example',
      summary: 'Builds services: fast, and\ncalm ones.',
    },
    work: [
      {
        name: 'Larkspur',
        position: 'Backend Developer',
        startDate: '2021',
        highlights: ['Cut p95 to 250 ms: # of checkouts', 'no'],
      },
    ],
    skills: [{ name: 'Backend', keywords: ['Go', 'C#', 'PostgreSQL'] }],
  },
  fields: [
    { path: ['basics', 'name'], confidence: 0.9, position: null },
    { path: ['basics', 'summary'], confidence: 0.3, position: { file: 'cv.txt', line: 7, column: 1 } },
    {
      path: ['work', 0, 'startDate'],
      confidence: 0.5,
      position: { file: 'cv.pdf', line: null, column: null, page: 1 },
    },
    { path: ['work', 0, 'highlights', 1], confidence: 0.59, position: null },
    { path: ['work', 0, 'highlights'], confidence: 0.2, position: null },
    { path: ['work', 3, 'name'], confidence: 0.2, position: null },
  ],
  findings: [],
  unplaced: [
    {
      text: 'Driving licence B\nand a boat',
      position: { file: 'cv.pdf', line: null, column: null, page: 2 },
    },
    { text: '- chess', position: null },
  ],
}

describe('initWorkspace', () => {
  it('makes a workspace that loads, with what git knows of the user', async () => {
    const shop = repository('shop-api', 'Mira@Work.example')
    const result = await init({
      repositories: [shop],
      postings: [{ file: '/tmp/Acme – Backend (m_w_d).MD', bytes: bytes('# Backend\n') }],
    })
    expect(result.written).toEqual([
      'bonafide.yaml',
      'resume.yaml',
      'postings/acme-backend-m_w_d.md',
      '.bonafide/schemas/workspace.schema.json',
      '.bonafide/schemas/resume.schema.json',
      '.bonafide/schemas/evidence.schema.json',
      '.gitignore',
    ])
    for (const path of result.written) expect(existsSync(join(dir, path))).toBe(true)
    const workspace = await loadWorkspace(dir, ports)
    expect(workspace.findings).toEqual([])
    expect(workspace.config?.identity.emails).toContain('mira@work.example')
    expect(workspace.config?.sources).toMatchObject([
      { id: 'shop-api', connector: 'git', options: { path: shop } },
    ])
    expect(workspace.postings).toEqual(['postings/acme-backend-m_w_d.md'])
    expect(result.next.join(' ')).toContain('bonafide collect')
    expect(read('bonafide.yaml').split('\n')[0]).toBe(
      '# yaml-language-server: $schema=.bonafide/schemas/workspace.schema.json',
    )
  })

  it('asks for a name where nobody knows one', async () => {
    const silent = { start: () => nodeProcesses.start('no-such-program', []) }
    const result = await init({ ports: { ...ports, processes: silent } })
    expect(result.next[0]).toContain('Write your name')
    const { findings } = await loadWorkspace(dir, ports)
    expect(findings).toMatchObject([{ code: 'WSP003', path: ['identity', 'name'] }])
  })

  it('names sources after their folders, each its own', async () => {
    const repositories = ['../shop', '/other/shop/', 'C:\\work\\Größe API.git', '/', '../shop-2']
    const result = await init({ repositories })
    expect(result.sources).toEqual(['shop', 'shop-2', 'gro-e-api', 'repository', 'shop-2-2'])
    const { config, findings } = await loadWorkspace(dir, ports)
    expect(findings.filter(({ code }) => code !== 'WSP003')).toEqual([])
    if (config !== null) expect(config.sources.map(({ options }) => options['path'])).toEqual(repositories)
  })

  it('writes an imported résumé to be read, with a comment at what was read with low confidence', async () => {
    const result = await init({ from: imported })
    const text = read('resume.yaml')
    expect(parse(text)).toEqual(imported.document)
    expect(text).toContain('name: Mira Holt\n')
    expect(text).toContain('  startDate: "2021" # please check: read with low confidence from page 1\n')
    expect(text).toMatch(/# please check: read with low confidence from line 7\n +summary: \|-\n/)
    expect(text).toContain('      - no # please check: read with low confidence\n')
    expect(text).toMatch(/# please check: read with low confidence\n +highlights:/)
    expect(text).toContain('keywords: [Go, C#, PostgreSQL]')
    expect(text).toContain('# Jobs, newest first.')
    expect(text).toContain('#   Driving licence B and a boat   (page 2)\n#   - chess\n')
    expect(result.next.join(' ')).toContain('5 places')
    expect((await loadWorkspace(dir, ports)).config?.identity).toMatchObject({
      names: ['Mira Holt'],
      emails: expect.arrayContaining(['mira@old.example']),
    })
  })

  it('writes over nothing, and names all that is in the way', async () => {
    mkdirSync(join(dir, 'postings'), { recursive: true })
    writeFileSync(join(dir, 'resume.yaml'), 'mine')
    writeFileSync(join(dir, 'postings', 'a.md'), 'mine')
    const failing = init({ postings: [{ file: 'a.md', bytes: bytes('new') }] })
    await expect(failing).rejects.toMatchObject({
      code: 'WSP012',
      message: expect.stringContaining('resume.yaml, postings/a.md'),
    })
    expect(existsSync(join(dir, 'bonafide.yaml'))).toBe(false)
    expect(read('resume.yaml')).toBe('mine')
  })

  it('keeps every replaced file when it is told to go on', async () => {
    mkdirSync(dir, { recursive: true })
    writeFileSync(join(dir, 'resume.yaml'), 'first')
    writeFileSync(join(dir, '.gitignore'), 'mine')
    expect((await init({ force: true })).backups).toEqual(['resume.yaml.bak'])
    writeFileSync(join(dir, 'resume.yaml'), 'second')
    expect((await init({ force: true })).backups).toEqual(['bonafide.yaml.bak', 'resume.yaml.bak2'])
    expect([read('resume.yaml.bak'), read('resume.yaml.bak2'), read('.gitignore')]).toEqual([
      'first',
      'second',
      'mine',
    ])
  })

  it.each([
    ['has no usable name', ['/tmp/–.md']],
    ['has the name of another', ['a/x.md', 'b/X.md']],
  ])('refuses a posting that %s', async (_, files) => {
    const postings = files.map((file) => ({ file, bytes: bytes('') }))
    await expect(init({ postings })).rejects.toMatchObject({ code: 'WSP011' })
    expect(existsSync(join(dir, 'bonafide.yaml'))).toBe(false)
  })
})

describe('workspaceJsonSchemas', () => {
  const connector: Pick<Connector, 'id' | 'options' | 'reads'> = {
    id: 'git',
    reads: 'Commits.',
    options: z.strictObject({ path: z.string().describe('The folder.') }),
  }
  const compiled = (name: string) => {
    const schema = workspaceJsonSchemas([connector]).find((each) => each.name === name)
    return new Ajv({ strict: false, validateFormats: false }).compile(
      JSON.parse(schema?.content ?? '') as object,
    )
  }

  it.each([
    [true, { identity: { name: 'M' } }],
    [true, { identity: { name: 'M' }, sources: [{ id: 'a', connector: 'git', company: 'X', path: '.' }] }],
    [false, { identity: { name: 'M' }, sources: [{ id: 'a', connector: 'git' }] }],
    [false, { identity: { name: 'M' }, sources: [{ id: 'a', connector: 'svn', path: '.' }] }],
    [false, { identity: { name: 'M' }, privcy: {} }],
    [false, {}],
  ])('accepts (%s) what the program does: %j', (accepted, value) => {
    expect(compiled('workspace.schema.json')(value)).toBe(accepted)
  })

  it('takes the résumé and the evidence too', () => {
    expect(
      compiled('resume.schema.json')({ basics: { name: 'M' }, work: [{ highlights: ['a', { text: 'b' }] }] }),
    ).toBe(true)
    expect(compiled('resume.schema.json')({ work: [{ highlights: [{ txt: 'b' }] }] })).toBe(false)
    expect(compiled('evidence.schema.json')({ v: 2 })).toBe(false)
  })

  it.each(['workspace.schema.json', 'resume.schema.json'])('describes every member of %s', (name) => {
    const silent: string[] = []
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return
      const { properties, ...rest } = node as { properties?: Record<string, { description?: string }> }
      for (const [key, member] of Object.entries(properties ?? {})) {
        if (member.description === undefined) silent.push(`${path}.${key}`)
        walk(member, `${path}.${key}`)
      }
      for (const [key, inner] of Object.entries(rest)) if (!['if', 'then'].includes(key)) walk(inner, path)
    }
    walk(JSON.parse(workspaceJsonSchemas().find((each) => each.name === name)?.content ?? ''), '')
    expect(silent).toEqual([])
  })
})
