import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { filesBelow, root } from '../../scripts/tools.ts'
import { buildPackage, layOut, packedFiles } from './installed.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bonafide-pack-')))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const home = join(folder, 'home')
const example = join(root, 'examples', 'mira-holt')
let files: readonly string[] = []
let program = ''

beforeAll(() => {
  mkdirSync(home)
  buildPackage()
  files = packedFiles()
  program = layOut(join(folder, 'project'), files)
})

interface Call {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

async function run(args: readonly string[], cwd = folder, stdin = ''): Promise<Call> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    env: { PATH: process.env['PATH'], HOME: home },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  child.stdin.end(stdin)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout, stderr }
}

describe('the list of files', () => {
  it('holds the program, its children and all that it knows', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'bin/bonafide.mjs',
        'dist/cli.js',
        'dist/data/skills.json',
        'dist/index.js',
        'dist/pdf-child.js',
        'dist/typst-child.js',
        'package.json',
        ...filesBelow('data', ''),
      ]),
    )
  })

  it('holds no source, test, example, secret or stray file', () => {
    const stray = files.filter(
      (file) => !/^(?:(?:bin|data|dist|web\/dist)\/.+|LICENSE|README\.md|package\.json)$/.test(file),
    )
    expect(stray).toEqual([])
    const unwanted = files.filter((file) =>
      /\.(?:ts|tsx|map|env|pem|key|jsonl)$|\.test\.|fixture|(?:^|\/)(?:node_modules|key\.json|\.)/i.test(
        file,
      ),
    )
    expect(unwanted).toEqual([])
  })

  it('holds skills that were checked, which takes longer than reading them', () => {
    const skills = JSON.parse(readFileSync(join(root, 'dist/data/skills.json'), 'utf8')) as readonly object[]
    expect(skills.length).toBeGreaterThan(0)
    for (const file of skills) expect(file).toMatchObject({ checked: true })
  })

  it('names no folder of the machine that it was built on', () => {
    const telling = files
      .filter((file) => /\.(?:m?js|json)$/.test(file))
      .filter((file) => readFileSync(join(root, file), 'utf8').includes(root))
    expect(telling).toEqual([])
  })
})

describe('the installed program', () => {
  it('runs what was packed, not the source', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(program.startsWith(folder)).toBe(true)
    expect(await run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
  })

  it('knows the guide and the skills', async () => {
    const guide = await run(['guide', 'kpis', '--json'])
    expect(guide).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(guide.stdout)).toMatchObject({ sections: [{ id: 'kpis' }] })
    const skills = await run(['skills', 'find', '-', '--json'], folder, 'Kafka and PostgreSQL')
    expect(JSON.parse(skills.stdout)).toMatchObject({ skills: [{ id: 'kafka' }, { id: 'postgresql' }] })
  })

  it('reads a PDF in its child', async () => {
    const { code, stdout, stderr } = await run(['import', join(example, 'old-resume.pdf'), '--json'])
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject({ basics: { name: 'Mira Holt' } })
  })

  it('goes the whole way, from a folder that is empty to a PDF that verifies', async () => {
    const cloned = spawnSync(
      'git',
      ['clone', '--quiet', join(example, 'shop-api.bundle'), join(folder, 'shop-api')],
      {
        encoding: 'utf8',
      },
    )
    expect(cloned.stderr).toBe('')
    const made = await run([
      'init',
      'career',
      '--from',
      join(example, 'old-resume.pdf'),
      '--repo',
      'shop-api',
      '--job',
      join(example, 'postings', 'halden-platform.html'),
    ])
    expect(made).toMatchObject({ code: 0, stderr: '' })
    const career = join(folder, 'career')
    const ran = await run(['run', '--json'], career)
    expect(ran.code).toBe(0)
    const { sources, builds } = JSON.parse(ran.stdout)
    expect(sources).toMatchObject([{ id: 'shop-api', counts: { added: expect.any(Number) } }])
    expect(builds).toMatchObject([{ pages: 1 }])
    const pdf = builds[0].files.find((file: string) => file.endsWith('.pdf'))
    const verified = await run(['verify', pdf, '--json'], career)
    expect(verified).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(verified.stdout)).toMatchObject({ genuine: true })
  })

  it('serves its page', async () => {
    const child = spawn(process.execPath, [program, 'serve', '--port', '45881', '--json'], {
      cwd: join(folder, 'career'),
      env: { PATH: process.env['PATH'], HOME: home },
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    const [line] = (await once(child.stdout, 'data')) as [Buffer]
    const page = await fetch((JSON.parse(line.toString()) as { readonly address: string }).address)
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('text/html'),
    ])
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([0, null])
  })
})
