import type { Finding } from '../../core/finding.ts'
import type { Json } from '../../core/json.ts'
import type { Output } from './output.ts'

/** One option of a command. All are `--long`; `short` adds one letter. */
export interface OptionDefinition {
  readonly type: 'string' | 'boolean'
  readonly multiple?: true
  readonly short?: string
  /** What stands for the value in the help: `FILE`. */
  readonly value?: string
  /** The allowed values, where there is a list of them. */
  readonly choices?: readonly string[]
  readonly help: string
}

export type OptionDefinitions = Readonly<Record<string, OptionDefinition>>

type OptionValue<Definition extends OptionDefinition> = Definition['type'] extends 'boolean'
  ? boolean
  : Definition extends { readonly multiple: true }
    ? readonly string[]
    : string | undefined

/** The values of the options that a command declares. */
export type OptionValues<Options extends OptionDefinitions> = {
  readonly [Name in keyof Options]: OptionValue<Options[Name]>
}

/** What a command gets. */
export interface Invocation<Options extends OptionDefinitions = OptionDefinitions> {
  readonly positionals: readonly string[]
  readonly options: OptionValues<Options>
  /** Whether other programs read what is printed. */
  readonly json: boolean
  readonly output: Output
  /** Aborted by an interrupt, where the command winds down by itself. */
  readonly signal: AbortSignal
}

/**
 * What a command answers. Printing and exit codes are done in one place, `run.ts`; only what would be too much to keep
 * is printed by the command itself, part by part.
 */
export interface Answer {
  /** For `--json`. */
  readonly json?: Json
  /** For `--json` where there is one value a line. */
  readonly jsonLines?: readonly Json[]
  /** For people. A trailing line break is added. */
  readonly text?: string
  /** For other programs, when asked for: printed as it is, in place of `text` and `json`. */
  readonly raw?: string
  /** Findings decide the exit code: 1 when one is at error level. They are not printed here. */
  readonly findings?: readonly Finding[]
  /** Whether something failed that was told already, while the rest went on: exit code 2. */
  readonly failed?: boolean
}

/** One verb of the CLI. */
export interface Command<Options extends OptionDefinitions = OptionDefinitions> {
  readonly name: string
  readonly summary: string
  /** Longer words for the command's own help; paragraphs. */
  readonly description?: string
  /** How positionals are written in the usage line: `FILE…`. */
  readonly positionals: {
    readonly usage: string
    readonly min: number
    readonly max: number
    /** Fixed words that may stand first, for completion. */
    readonly words?: readonly string[]
  }
  readonly options: Options
  readonly examples: readonly { readonly run: string; readonly does: string }[]
  /**
   * What an interrupt (Ctrl+C) does. Left out: it ends the process at once, which loses nothing, as files are replaced
   * in one step. `wind-down`: the signal is aborted and the command comes to its end, exit code 130. `end`: the same,
   * but it is how the command is meant to end.
   */
  readonly interrupt?: 'wind-down' | 'end'
  run(invocation: Invocation<Options>): Promise<Answer>
}

/** Types a command by its own options. */
export function defineCommand<const Options extends OptionDefinitions>(
  command: Command<Options>,
): Command<Options> {
  return command
}

/** Options that every command has. */
export const COMMON_OPTIONS = {
  json: { type: 'boolean', help: 'Print JSON for other programs.' },
  quiet: { type: 'boolean', short: 'q', help: 'No progress and no notes.' },
  help: { type: 'boolean', short: 'h', help: 'Show this help.' },
} as const satisfies OptionDefinitions

/** Where the workspace is; shared by most commands. */
export const WORKSPACE_OPTION = {
  workspace: {
    type: 'string',
    short: 'w',
    value: 'DIR',
    help: 'The workspace; default: the nearest folder upwards that holds bonafide.yaml.',
  },
} as const satisfies OptionDefinitions
