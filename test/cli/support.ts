import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, vi } from 'vitest'
import { root } from '../../scripts/tools.ts'
import { runCli } from '../../src/faces/cli/run.ts'

/** The program as it is called from a checkout. */
export const program = join(root, 'bin', 'bonafide.mjs')

/** What one call gave. */
export interface Call {
  readonly code: number | null
  readonly signal: string | null
  readonly stdout: string
  readonly stderr: string
}

/** A folder of its own for one test file; removed at its end. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bonafide-cli-')))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A copy of the example's workspace with its repository. */
export function copyExample(folder: string): string {
  const example = join(root, 'examples', 'mira-holt')
  const workspace = join(folder, 'mira')
  cpSync(example, workspace, { recursive: true })
  mkdirSync(join(workspace, 'repositories'), { recursive: true })
  const cloned = spawnSync(
    'git',
    ['clone', '--quiet', join(example, 'shop-api.bundle'), join(workspace, 'repositories', 'shop-api')],
    { encoding: 'utf8' },
  )
  if (cloned.status !== 0) throw new Error(`git could not unpack the example: ${cloned.stderr}`)
  return workspace
}

/** Only what a program needs, so that the tests see no colour wishes and no key of whoever runs them. */
export function cleanEnv(home: string): Readonly<Record<string, string>> {
  return { PATH: process.env['PATH'] ?? '', HOME: home, TMPDIR: tmpdir() }
}

/** How to call. */
export interface CallOptions {
  readonly cwd: string
  readonly home: string
  readonly stdin?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
}

/** The same command line in this process, which is faster by far where a process of its own shows nothing more. */
export async function callHere(
  args: readonly string[],
  { cwd, home }: Pick<CallOptions, 'cwd' | 'home'>,
): Promise<Call> {
  let stdout = ''
  let stderr = ''
  const before = process.cwd()
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      stdout += String(text)
      return true
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
      stderr += String(text)
      return true
    }),
  ]
  for (const name of ['FORCE_COLOR', 'NO_COLOR', 'XDG_CONFIG_HOME']) vi.stubEnv(name, undefined)
  vi.stubEnv('HOME', home)
  process.chdir(cwd)
  try {
    const code = await runCli(args)
    return { code, signal: null, stdout, stderr }
  } finally {
    process.chdir(before)
    vi.unstubAllEnvs()
    for (const spy of spies) spy.mockRestore()
  }
}

/** Calls the program and waits for its end. */
export function call(
  args: readonly string[],
  { cwd, home, stdin = '', env = {} }: CallOptions,
): Promise<Call> {
  const child = spawn(process.execPath, [program, ...args], { cwd, env: { ...cleanEnv(home), ...env } })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  // Whoever refuses a call does not read its input.
  child.stdin.on('error', () => undefined)
  child.stdin.end(stdin)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
}

/** The values of JSON lines. Throws where a line is none. */
export function jsonLines(text: string): readonly unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown)
}
