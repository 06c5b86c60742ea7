import type { Command, OptionDefinition, OptionDefinitions } from './command.ts'
import { COMMON_OPTIONS } from './command.ts'
import type { Output } from './output.ts'
import { wrap } from './wrap.ts'

/** The page of `bonafide --help`. */
export function renderMainHelp(
  commands: readonly { readonly name: string; readonly summary: string }[],
  output: Output,
): string {
  const longest = Math.max(...commands.map(({ name }) => name.length))
  return [
    'Bonafide builds your case from the work itself: a résumé in which every number and skill has a receipt.',
    '',
    output.paint('bold', 'Usage'),
    '  bonafide COMMAND [OPTIONS]',
    '',
    output.paint('bold', 'Commands'),
    ...commands.map(({ name, summary }) => `  ${output.paint('cyan', name.padEnd(longest))}  ${summary}`),
    '',
    output.paint('bold', 'The whole way at once'),
    '  bonafide init --from old-cv.pdf --repo ~/code/shop-api --job posting.md my-career',
    '  cd my-career && bonafide run',
    '',
    `Run 'bonafide COMMAND --help' for the options and examples of a command.`,
    'Exit codes: 0 clean, 1 findings at error level, 2 failure.',
  ].join('\n')
}

/** The page of `bonafide COMMAND --help`. */
export function renderCommandHelp(command: Command, output: Output): string {
  const lines = [command.summary, '']
  for (const paragraph of command.description?.split('\n\n') ?? [])
    lines.push(...wrap(paragraph, output.width, ''), '')
  const usage = `  bonafide ${command.name} ${command.positionals.usage}`.trimEnd()
  lines.push(output.paint('bold', 'Usage'), `${usage} [OPTIONS]`, '')
  lines.push(
    output.paint('bold', 'Options'),
    ...renderOptions({ ...command.options, ...COMMON_OPTIONS }, output),
    '',
  )
  lines.push(output.paint('bold', 'Examples'))
  for (const example of command.examples) {
    lines.push(`  ${output.paint('dim', `# ${example.does}`)}`, `  ${example.run}`)
  }
  return lines.join('\n')
}

function renderOptions(options: OptionDefinitions, output: Output): readonly string[] {
  const rows = Object.entries(options).map(([name, definition]) => ({
    left: leftOf(name, definition),
    definition,
  }))
  const longest = Math.max(...rows.map(({ left }) => left.length))
  return rows.flatMap(({ left, definition }) => {
    const choices = definition.choices === undefined ? '' : ` One of: ${definition.choices.join(', ')}.`
    const [first = '', ...rest] = wrap(`${definition.help}${choices}`, output.width, ' '.repeat(longest + 4))
    return [`  ${output.paint('cyan', left.padEnd(longest))}  ${first.trimStart()}`, ...rest]
  })
}

function leftOf(name: string, { type, short, value }: OptionDefinition): string {
  const long = type === 'boolean' ? `--${name}` : `--${name} ${value ?? 'TEXT'}`
  return short === undefined ? `    ${long}` : `-${short}, ${long}`
}
