import { fork } from 'node:child_process'
import { userError } from '../../core/user-error.ts'
import { childEntry } from '../package-layout.ts'
import { codes } from './codes.ts'
import type { ChildReply, ChildRequest } from './protocol.ts'

/** A child process that typesets one request at a time. */
export interface PressProcess {
  /** Throws `TYP001` after `deadline` milliseconds and `TYP002` when the child ends; either way it is of no more use. */
  ask(request: ChildRequest, deadline: number): Promise<ChildReply>
  /** Kills the child and waits for its end. */
  end(): Promise<void>
}

const STDERR_KEPT = 2000

/**
 * Starts the child. It gets no standard input and an environment of two names at most: on Linux the compiler would
 * else load all fonts of the system, which costs time and would let them stand in for ours.
 */
export function startPress(fontconfig: string, entry: string = childEntry('typst')): PressProcess {
  const windows = process.platform === 'win32' ? { SystemRoot: process.env['SystemRoot'] } : {}
  const child = fork(entry, [], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { FONTCONFIG_FILE: fontconfig, ...windows },
  })
  let stderr = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString('utf8')).slice(-STDERR_KEPT)
  })
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  holdOpen(false)

  function holdOpen(busy: boolean): void {
    const method = busy ? 'ref' : 'unref'
    child[method]()
    child.channel?.[method]()
    if (child.stderr && 'unref' in child.stderr) (child.stderr as unknown as Refable)[method]()
  }

  async function end(): Promise<void> {
    child.kill('SIGKILL')
    holdOpen(true)
    await ended
  }

  return {
    end,
    async ask(request, deadline) {
      holdOpen(true)
      const asked = new AbortController()
      try {
        return await Promise.race([
          new Promise<ChildReply>((resolve) => {
            child.once('message', resolve as (reply: unknown) => void)
            // A child that is gone already is told by `ended`.
            child.send(request, () => {})
          }),
          ended.then((how) => {
            throw userError(
              codes,
              'TYP002',
              `The typesetting process ended (${how}). ${stderr.trim()}`.trim(),
            )
          }),
          late(deadline, asked.signal),
        ])
      } finally {
        asked.abort()
        holdOpen(false)
      }
    },
  }
}

interface Refable {
  ref(): void
  unref(): void
}

function late(deadline: number, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => {
      reject(userError(codes, 'TYP001', `Typesetting took longer than ${deadline} ms and was ended.`))
    }, deadline)
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true })
  })
}
