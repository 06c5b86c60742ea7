import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Locks } from '../core/ports.ts'
import { userError } from '../core/user-error.ts'
import { nodeFiles } from './files.ts'
import { lockCodes } from './lock-codes.ts'

const SQLITE_BUSY = 5
const WAIT_MS = 30_000

/**
 * {@link Locks} by the operating system: an exclusive transaction of SQLite, which is part of Node, on an empty file.
 * Nothing is ever written to it. The lock belongs to the process, so the system takes it back at kill -9 in the same
 * moment: there is no stale lock to judge by clock, process id or age. docs/workspace.md names the choices that fell short.
 */
export const nodeLocks: Locks = {
  async withLock(lockFile, action, options = {}) {
    const release = await acquire(lockFile, options.waitMs ?? WAIT_MS, options.signal)
    try {
      return await action()
    } finally {
      release()
    }
  },
}

async function acquire(
  lockFile: string,
  waitMs: number,
  signal: AbortSignal | undefined,
): Promise<() => void> {
  const deadline = performance.now() + waitMs
  await nodeFiles.mkdir(dirname(lockFile))
  // A pause of its own length for each waiter, so that two of them do not stay in step.
  for (let pause = 2 + Math.random() * 3; ; pause = Math.min(pause * 1.5, 40 + Math.random() * 20)) {
    signal?.throwIfAborted()
    const release = await tryLock(lockFile)
    if (release !== null) return release
    const left = deadline - performance.now()
    if (left <= 0) {
      throw userError(
        lockCodes,
        'LCK001',
        `Another process holds ${lockFile} (waited ${Math.round(waitMs / 1000)} s).`,
      )
    }
    await sleep(Math.min(pause, left), undefined, signal === undefined ? {} : { signal })
  }
}

/** Takes the lock if it is free now; null when somebody has it. */
export async function tryLock(lockFile: string): Promise<(() => void) | null> {
  const { DatabaseSync } = await import('node:sqlite')
  let database: DatabaseSync | null = null
  try {
    database = new DatabaseSync(lockFile, { timeout: 0 })
    const held = database
    held.exec('BEGIN EXCLUSIVE')
    return () => {
      held.exec('ROLLBACK')
      held.close()
    }
  } catch (error) {
    database?.close()
    if ((error as { readonly errcode?: number }).errcode === SQLITE_BUSY) return null
    const reason = error instanceof Error ? error.message : String(error)
    throw userError(lockCodes, 'LCK002', `Cannot use the lock file ${lockFile}: ${reason}.`, { cause: error })
  }
}
