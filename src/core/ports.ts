import type { Json } from './json.ts'

/** Files, as the use cases need them. Paths are absolute or relative to the working directory. */
export interface Files {
  /** Reads a whole file. Throws a `UserError` when missing, a directory, not readable, or larger than `maxBytes`. */
  read(path: string, options: { readonly maxBytes: number }): Promise<Uint8Array>
  /**
   * Replaces a file in one step: after a crash either the old or the new content stands, never a mixture. With
   * `replaces`, only if the file still holds these bytes (null: only if there is no file yet); else a `UserError`.
   */
  writeAtomic(
    path: string,
    content: string | Uint8Array,
    options?: { readonly replaces?: Uint8Array | null },
  ): Promise<void>
  exists(path: string): Promise<boolean>
  /** Takes a file away; nothing happens where there is none. */
  remove(path: string): Promise<void>
  /** Names in a directory, sorted; empty when there is none. */
  list(path: string): Promise<readonly string[]>
  mkdir(path: string): Promise<void>
}

/** Locks between processes, which end with the process that holds them. */
export interface Locks {
  /**
   * Runs the action while no other holder has the lock file; it is made when missing and stays. Throws a `UserError`
   * when the lock is not free within `waitMs` (30 s), or when the lock file cannot be used.
   */
  withLock<Result>(
    lockFile: string,
    action: () => Promise<Result>,
    options?: { readonly waitMs?: number; readonly signal?: AbortSignal },
  ): Promise<Result>
}

/** A program that was started. */
export interface RunningProcess {
  /** Standard output as it comes. Ends when the program closes it. */
  readonly stdout: AsyncIterable<Uint8Array>
  /** Settles when the program ended. `stderr` holds the last 64 KiB. */
  readonly exit: Promise<{
    readonly code: number | null
    readonly signal: string | null
    readonly stderr: string
  }>
  kill(): void
}

/** Child processes. Never a shell. */
export interface Processes {
  start(
    command: string,
    args: readonly string[],
    options?: {
      readonly cwd?: string
      readonly env?: Readonly<Record<string, string>>
      readonly stdin?: string | Uint8Array
      readonly signal?: AbortSignal
    },
  ): RunningProcess
}

/** The time. */
export interface Clock {
  now(): Date
}

/** What a long step tells while it runs. `total` is null where it is unknown. */
export interface ProgressEvent {
  readonly step: string
  readonly done: number
  readonly total: number | null
  readonly unit?: string
}

/** Takes progress; must be cheap, as it is called often. */
export type Progress = (event: ProgressEvent) => void

/** Hashes over content. */
export interface Hasher {
  /** SHA-256 in lower-case hex. */
  sha256(content: string | Uint8Array): string
  /** RFC 8785 canonical JSON. */
  canonical(value: Json): string
}
