import { spawn } from 'node:child_process'
import type { Processes } from '../core/ports.ts'

const STDERR_LIMIT = 64 * 1024

/** Variables that programs need to find their files. Nothing else of our environment reaches a child. */
const PASSED_ON = [
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'TMPDIR',
  'XDG_CONFIG_HOME',
  // Windows
  'Path',
  'PATHEXT',
  'SystemRoot',
  'SYSTEMROOT',
  'ComSpec',
  'TEMP',
  'TMP',
  'USERPROFILE',
  'HOMEDRIVE',
  'HOMEPATH',
  'APPDATA',
  'LOCALAPPDATA',
  'ProgramData',
] as const

/**
 * {@link Processes} on this machine. No shell stands between, so no argument is ever read as a command. The child sees
 * the variables of {@link PASSED_ON} and those of `env`, no others: settings and secrets of the user's environment stay
 * out. Standard output is read only as fast as it is taken; leaving the loop early ends the child, and so does the
 * signal.
 *
 * `exit` rejects with the system's error when the program cannot be started (`code: 'ENOENT'` when there is none), and
 * reading `stdout` throws the same.
 */
export const nodeProcesses: Processes = {
  start(command, args, options = {}) {
    const { cwd, env = {}, stdin, signal } = options
    const child = spawn(command, args, {
      ...(cwd === undefined ? {} : { cwd }),
      env: { ...passedOn(), ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
      shell: false,
      windowsHide: true,
    })

    // A signal listener of our own: spawn's would raise an error event for what is not a failure of the program.
    const kill = (): void => {
      child.kill('SIGKILL')
    }
    if (signal?.aborted === true) kill()
    else signal?.addEventListener('abort', kill, { once: true })

    const stderr = lastBytes(STDERR_LIMIT)
    child.stderr.on('data', stderr.add)
    // A program may end without reading all its input; its exit code tells whether that was a failure.
    child.stdin.on('error', () => {})
    child.stdin.end(stdin ?? '')

    // When a program ends, Node throws away output that nobody has asked for yet; a listener makes it wait.
    child.stdout.on('readable', () => {})

    const ended = new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (code, killedBy) => resolve({ code, signal: killedBy }))
    })
    const told = new Promise<void>((resolve) => child.stderr.once('close', resolve))
    const exit = ended
      .then(async (how) => {
        await told
        return { ...how, stderr: stderr.text() }
      })
      .finally(() => signal?.removeEventListener('abort', kill))
    // Whoever reads stdout first meets the error there; that must not make this promise an unhandled one.
    exit.catch(() => {})

    return { stdout: outputOf(child.stdout, exit, kill), exit, kill }
  },
}

async function* outputOf(
  stdout: AsyncIterable<Uint8Array>,
  exit: Promise<unknown>,
  kill: () => void,
): AsyncGenerator<Uint8Array> {
  let finished = false
  try {
    yield* stdout
    finished = true
  } finally {
    if (!finished) kill()
  }
  // A program that could not be started looks like one without output.
  await Promise.race([exit, Promise.resolve()])
}

function passedOn(): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const name of PASSED_ON) {
    const value = process.env[name]
    if (value !== undefined) kept[name] = value
  }
  return kept
}

/** Keeps the end of a stream of bytes. */
function lastBytes(limit: number): { add(this: void, chunk: Buffer): void; text(this: void): string } {
  let chunks: Buffer[] = []
  let length = 0
  return {
    add(chunk) {
      chunks.push(chunk)
      length += chunk.length
      if (length < 2 * limit) return
      const end = Buffer.concat(chunks).subarray(-limit)
      chunks = [end]
      length = end.length
    },
    text: () => Buffer.concat(chunks).subarray(-limit).toString('utf8'),
  }
}
