import { parseArgs } from 'node:util'
import { closest } from '../../core/closest.ts'
import { userError } from '../../core/user-error.ts'
import { codes } from './codes.ts'
import type { Command, OptionDefinitions, OptionValues } from './command.ts'
import { COMMON_OPTIONS } from './command.ts'

/** What was asked for on the command line, checked against the command's declaration. */
export interface Arguments<Options extends OptionDefinitions> {
  readonly positionals: readonly string[]
  readonly options: OptionValues<Options>
  readonly json: boolean
  readonly quiet: boolean
  readonly help: boolean
}

/** Reads the arguments after a command's name. Throws a `UserError` that names what is wrong and what was meant. */
export function readArguments<Options extends OptionDefinitions>(
  command: Command<Options>,
  args: readonly string[],
): Arguments<Options> {
  const known: OptionDefinitions = { ...command.options, ...COMMON_OPTIONS }
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(known).map(([name, { type, short, multiple }]) => [
        name,
        { type, ...(short === undefined ? {} : { short }), ...(multiple ? { multiple } : {}) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const help = `Run 'bonafide ${command.name} --help' to see what it takes.`
  for (const token of tokens) {
    if (token.kind !== 'option') continue
    const definition = Object.hasOwn(known, token.name) ? known[token.name] : undefined
    if (definition === undefined) {
      const meant = closest(token.name, Object.keys(known))
      throw userError(
        codes,
        'CLI002',
        `${token.rawName} is no option of 'bonafide ${command.name}'${meant === null ? '' : `; did you mean --${meant}?`}`,
        { help },
      )
    }
    // What looks like an option is one: '--key --json' lacks its value, and '--key=--json' has it.
    const lacksValue = token.value === undefined || (!token.inlineValue && /^-./.test(token.value))
    if (definition.type === 'string' && lacksValue) {
      throw userError(codes, 'CLI003', `${token.rawName} needs a value (${definition.value ?? 'TEXT'})`, {
        help,
      })
    }
    if (token.value === '') throw userError(codes, 'CLI003', `${token.rawName} is empty`, { help })
    if (definition.type === 'boolean' && token.value !== undefined) {
      throw userError(codes, 'CLI003', `${token.rawName} takes no value, but got '${token.value}'`, { help })
    }
    if (definition.choices !== undefined && !definition.choices.includes(token.value ?? '')) {
      throw userError(
        codes,
        'CLI003',
        `${token.rawName} is '${token.value}', but must be one of: ${definition.choices.join(', ')}`,
        { help },
      )
    }
  }
  const wantsHelp = values['help'] === true
  if (
    !wantsHelp &&
    (positionals.length < command.positionals.min || positionals.length > command.positionals.max)
  ) {
    const got = positionals.length === 0 ? 'nothing' : positionals.map((word) => `'${word}'`).join(' ')
    throw userError(
      codes,
      'CLI004',
      `'bonafide ${command.name}' takes ${command.positionals.usage || 'no further words'}, but got ${got}`,
      { help },
    )
  }
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, definition]) => [
      name,
      values[name] ?? (definition.type === 'boolean' ? false : definition.multiple ? [] : undefined),
    ]),
  )
  return {
    positionals,
    // The declaration was followed value by value above, which the type cannot see.
    options: options as OptionValues<Options>,
    json: values['json'] === true,
    quiet: values['quiet'] === true,
    help: wantsHelp,
  }
}
