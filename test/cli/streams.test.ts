import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { root } from '../../scripts/tools.ts'
import { call, cleanEnv, copyExample, jsonLines, program, temporaryFolder } from './support.ts'
import type { Call } from './support.ts'

const folder = temporaryFolder()
const home = join(folder, 'home')
const pdf = join(root, 'examples', 'mira-holt', 'old-resume.pdf')
const resume = JSON.stringify({ basics: { name: 'Ada Brook', email: 'ada@brook.example' } })

const run = (args: readonly string[], options: Partial<Parameters<typeof call>[1]> = {}): Promise<Call> =>
  call(args, { cwd: folder, home, ...options })

beforeAll(() => {
  mkdirSync(home)
  writeFileSync(join(folder, 'ada.json'), resume)
  writeFileSync(join(folder, 'note.md'), 'Kafka and PostgreSQL.\n')
})

describe('standard input', () => {
  it.each([
    ['import', ['import', '-', '--json'], resume, { basics: { name: 'Ada Brook' }, meta: { source: '-' } }],
    ['import of a PDF', ['import', '-', '--json'], readFileSync(pdf), { basics: { name: 'Mira Holt' } }],
    ['posting', ['posting', '-', '--json'], 'Backend Engineer\n\nYou know Kafka.\n', { file: '-' }],
    ['skills find', ['skills', 'find', '--json'], 'Kafka', { skills: [{ id: 'kafka', span: { start: 0 } }] }],
  ])('stands for a file: %s', async (_, args, stdin, expected) => {
    const { code, stdout, stderr } = await run(args, { stdin })
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toMatchObject(expected)
  })

  const noise = Buffer.from([0, 255, 254, 7, 0, 200, 12, 0])
  it.each([
    ['import, empty', ['import', '-'], '', /error IMP\d+ standard input is empty/],
    ['import, binary', ['import', '-'], noise, /error IMP\d+ standard input /],
    ['posting, empty', ['posting', '-'], '', /error PST003 standard input is empty/],
    ['posting, binary', ['posting', '-'], noise, /error PST002 standard input /],
    [
      'skills find, binary',
      ['skills', 'find', '-'],
      noise,
      /standard input:1:1: error TXT\d+ standard input holds/,
    ],
    ['verify, empty', ['verify', '-'], '', /error PDF001 standard input is empty/],
    ['verify, no PDF', ['verify', '-'], 'text', /error PDF001 standard input is not a PDF/],
    ['named twice', ['skills', 'find', '-', '-'], 'Kafka', /error CLI009 standard input was read already/],
    [
      'past the limit',
      ['skills', 'find', '-'],
      'x'.repeat(2 ** 21 + 1),
      /error CLI006 standard input holds more than 2 MB/,
    ],
  ])('is refused: %s', async (_, args, stdin, message) => {
    const { code, stderr } = await run(args, { stdin })
    expect(code).toBe(2)
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/\n\s+at /)
  })
})

describe('many files', () => {
  it('prints the good ones, tells of the bad ones, and fails at the end', async () => {
    mkdirSync(join(folder, 'sub'))
    symlinkSync('round', join(folder, 'round'))
    spawnSync('mkfifo', [join(folder, 'pipe')])
    writeFileSync(join(folder, 'empty.json'), '')
    writeFileSync(join(folder, 'broken.pdf'), '%PDF-1.7\nnothing\n')
    const odd = 'Käthe’s cv, new\nline.json'
    writeFileSync(join(folder, odd), resume)
    const files = ['ada.json', 'missing.pdf', 'sub', 'round', 'pipe', 'empty.json', 'broken.pdf', odd]
    const { code, stdout, stderr } = await run(['import', ...files, '--json'])
    expect(code).toBe(2)
    expect(jsonLines(stdout)).toMatchObject([
      { meta: { source: 'ada.json' } },
      { file: 'missing.pdf', error: { code: 'FIL001', position: { file: 'missing.pdf' } } },
      { file: 'sub', error: { code: 'FIL002' } },
      { file: 'round', error: { code: 'FIL012' } },
      { file: 'pipe', error: { code: 'FIL008' } },
      { file: 'empty.json', error: { code: expect.stringMatching(/^IMP/) } },
      { file: 'broken.pdf', error: { code: 'PDF007' } },
      { meta: { source: odd } },
    ])
    expect(stderr.match(/^\S*:?\s?error /gm)).toHaveLength(6)
  })

  it('makes what a terminal would obey visible', async () => {
    const evil = 'evil\u001B[2J.md'
    writeFileSync(join(folder, evil), 'Kafka\n')
    const { stdout } = await run(['skills', 'find', evil])
    expect(stdout).toBe('evil␛[2J.md:1:1 Apache Kafka (“Kafka”)\n')
  })
})

describe('who looks on', () => {
  it('sees colour only where it is wanted', async () => {
    const plain = await run(['skills', 'find', 'note.md'])
    const coloured = await run(['skills', 'find', 'note.md'], { env: { FORCE_COLOR: '1' } })
    const refused = await run(['skills', 'find', 'note.md'], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } })
    const json = await run(['skills', 'find', 'note.md', '--json'], { env: { FORCE_COLOR: '1' } })
    expect(plain.stdout).not.toContain('\u001B')
    expect(coloured.stdout).toContain('\u001B[')
    expect(refused.stdout).toBe(plain.stdout)
    expect(json.stdout).not.toContain('\u001B')
  })

  it('may stop reading', async () => {
    const { stdout, stderr, code } = await sh(
      `bonafide skills list --json | head -1; echo "\${PIPESTATUS[0]}"`,
    )
    expect([stdout, stderr, code]).toEqual([expect.stringMatching(/^\{.*\}\n0\n$/), '', 0])
  })

  it.runIf(existsSync('/dev/full'))('is told when there is no room for what is printed', async () => {
    const { stderr, code } = await sh('bonafide skills list > /dev/full')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^error FIL005 Cannot write standard output/)
  })

  it('is asked for another Node by one that is too old', async () => {
    const old =
      'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.1.0" } });' +
      'Object.defineProperty(process, "platform", { value: "plan9" })'
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(old)}` }
    const { code, stdout, stderr } = await run(['--version'], { env })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^error CLI005 Node 20\.1\.0 is too old/)
  })
})

describe('an interrupt', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('ends a collection, and nothing is lost: %s', async (signal) => {
    const workspace = copyExample(join(folder, signal))
    // A repository that does not answer: the interrupt comes in the middle of reading it.
    const bin = join(folder, signal, 'bin')
    mkdirSync(bin)
    const marker = join(bin, 'asked')
    writeFileSync(join(bin, 'git'), `#!/bin/sh\ntouch '${marker}'\nexec sleep 60\n`, { mode: 0o755 })
    const env = cleanEnv(home)
    const child = spawn(process.execPath, [program, 'collect', '--json'], {
      cwd: workspace,
      env: { ...env, PATH: `${bin}:${env['PATH']}` },
    })
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
    const ended = once(child, 'close')
    onTestFinished(() => void child.kill('SIGKILL'))
    await expect.poll(() => existsSync(marker), { timeout: 15_000 }).toBe(true)
    child.kill(signal)
    expect(await ended).toEqual([130, null])
    expect(stderr).toBe('Interrupted; what was finished is kept.\n')
    expect(JSON.parse(stdout)).toMatchObject({ sources: [{ counts: null, findings: [{ code: 'COL005' }] }] })
    const after = await call(['collect', '--json'], { cwd: workspace, home })
    expect(JSON.parse(after.stdout).sources[0].counts.added).toBeGreaterThan(0)
    expect(readdirSync(join(workspace, 'evidence'))).toEqual(['shop-api.jsonl'])
  })

  it('ends at once what has nothing to wind down', async () => {
    const child = spawn(process.execPath, [program, 'skills', 'find', '-'], {
      cwd: folder,
      env: cleanEnv(home),
    })
    child.stdin.write('Kafka')
    await new Promise((resolve) => setTimeout(resolve, 300))
    child.kill('SIGINT')
    expect(await once(child, 'close')).toEqual([null, 'SIGINT'])
  })

  it('is how serving ends', async () => {
    const workspace = copyExample(join(folder, 'serving'))
    const child = spawn(process.execPath, [program, 'serve', '--port', '45871', '--json'], {
      cwd: workspace,
      env: cleanEnv(home),
    })
    try {
      const [line] = (await once(child.stdout, 'data')) as [Buffer]
      const { address } = JSON.parse(line.toString()) as { readonly address: string }
      expect(new URL(address).hostname).toMatch(/^(?:127\.0\.0\.1|localhost)$/)
      expect((await fetch(address)).status).toBe(200)
      child.kill('SIGINT')
      expect(await once(child, 'close')).toEqual([0, null])
    } finally {
      child.kill('SIGKILL')
    }
  })
})

describe('completion', () => {
  it.each([
    [['bonafide', 'ma'], 'match'],
    [['bonafide', 'check', '--format', ''], 'text json sarif'],
    [['bonafide', 'check', '--format', '=', 'j'], 'json'],
    [['bonafide', 'skills', ''], 'find show list'],
    [['bonafide', 'import', 'a b $(touch hacked)'], ''],
  ])('in bash: %j', async (words, expected) => {
    const quoted = words.map((word) => `'${word}'`).join(' ')
    const { code, stdout, stderr } = await sh(
      `source <(bonafide completion bash)
COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _bonafide; echo "\${COMPREPLY[*]}"`,
    )
    expect([code, stderr, stdout]).toEqual([0, '', `${expected}\n`])
    expect(existsSync(join(folder, 'hacked'))).toBe(false)
  })

  it('is a script that bash takes', async () => {
    const { code, stderr } = await sh('bonafide completion bash | bash -n')
    expect([code, stderr]).toEqual([0, ''])
  })
})

/** Runs lines of bash in which `bonafide` is the program. */
async function sh(script: string): Promise<Omit<Call, 'signal'>> {
  const child = spawn('bash', ['-c', `bonafide() { "${process.execPath}" "${program}" "$@"; }\n${script}`], {
    cwd: folder,
    env: cleanEnv(home),
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout, stderr }
}
