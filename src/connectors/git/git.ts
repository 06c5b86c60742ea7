import type { Processes, RunningProcess } from '../../core/ports.ts'
import { userError } from '../../core/user-error.ts'
import { codes } from './codes.ts'
import { binaryOf } from './parse.ts'

/** How git ended, and what it printed. */
export interface GitResult {
  readonly ok: boolean
  readonly stderr: string
  /** One character a byte. */
  readonly output: string
}

/** Runs the git program. */
export interface Git {
  /** Starts a command whose output is streamed; `done` tells how it ended, once the output was read. */
  start(args: readonly string[], stdin?: string): RunningProcess
  /** Runs a command with little output. */
  run(args: readonly string[], stdin?: string): Promise<GitResult>
}

/**
 * git's own environment for all commands: English messages, no network, no locks, no questions, and history as it was
 * committed, without replacements and grafts. Nothing that the repository's configuration names is run: the commands
 * used are those that run no hook, and file monitors, pagers, signatures, diff drivers and text conversion are off.
 */
const ENVIRONMENT: Readonly<Record<string, string>> = {
  LC_ALL: 'C',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: '/dev/null',
  GIT_ATTR_NOSYSTEM: '1',
  // Output comes in large pieces, not one by commit.
  GIT_FLUSH: '0',
  // Missing objects of a partial clone stay missing. git before 2.44 knows the second of these only.
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
}

const SETTINGS: readonly string[] = [
  'core.fsmonitor=false',
  'core.quotePath=false',
  'core.attributesFile=',
  'log.showSignature=false',
  // No mailmap but the one that a command names: git would look for it in HEAD, and end where that is not complete.
  'mailmap.blob=',
  'mailmap.file=',
]

/** Options for every command, `-c` settings included. */
const GLOBAL: readonly string[] = ['--no-pager', ...SETTINGS.flatMap((setting) => ['-c', setting])]

/**
 * Makes a {@link Git} for a repository, or for none with `gitDir` null. With one, git works as in a bare repository,
 * so that files of the work tree (attributes, mailmap) make no difference.
 */
export function gitOf(processes: Processes, signal: AbortSignal, gitDir: string | null): Git {
  const place = gitDir === null ? [] : [`--git-dir=${gitDir}`, '--bare']
  const start: Git['start'] = (args, stdin) =>
    processes.start('git', [...place, ...GLOBAL, ...args], {
      env: ENVIRONMENT,
      signal,
      ...(stdin === undefined ? {} : { stdin }),
    })
  return {
    start,
    async run(args, stdin) {
      const chunks: string[] = []
      const ended = await finished(start(args, stdin), signal, (chunk) => chunks.push(binaryOf(chunk)))
      return { ...ended, output: chunks.join('') }
    },
  }
}

/**
 * Reads a started git to its end.
 *
 * @throws UserError GIT001 when there is no git; the signal's reason when it was aborted.
 */
export async function finished(
  process: RunningProcess,
  signal: AbortSignal,
  take: (chunk: Uint8Array) => void,
): Promise<{ readonly ok: boolean; readonly stderr: string }> {
  try {
    for await (const chunk of process.stdout) take(chunk)
    const { code, stderr } = await process.exit
    signal.throwIfAborted()
    return { ok: code === 0, stderr }
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      throw userError(codes, 'GIT001', 'The git program was not found.', { cause: error })
    }
    throw error
  }
}

/** The line of git's messages that says what went wrong. */
export function reasonOf(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => line.trim() !== '')
  const line = lines.find((each) => each.startsWith('fatal:')) ?? lines.at(-1) ?? 'git gave no reason'
  return line.replace(/^(?:fatal|error): /, '').slice(0, 300)
}
