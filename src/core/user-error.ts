import type { CodeTable } from './codes.ts'
import type { Position } from './position.ts'

/**
 * A failure that the user can do something about: a missing file, a locked PDF, a bad setting. It carries a stable
 * code, the cause and the next step. Anything else that is thrown is a bug and keeps its stack.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly code: string
  /** The next step to take, one sentence. */
  readonly help: string
  readonly position: Position | null

  constructor(
    code: string,
    message: string,
    options: { readonly help: string; readonly position?: Position | null; readonly cause?: unknown },
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.help = options.help
    this.position = options.position ?? null
  }
}

/** Makes a {@link UserError} from a row of a code table. */
export function userError<Code extends string>(
  table: CodeTable<Code>,
  code: Code,
  message: string,
  options: { readonly help?: string; readonly position?: Position | null; readonly cause?: unknown } = {},
): UserError {
  return new UserError(code, message, { ...options, help: options.help ?? table[code].help })
}
