import { closest } from '../../core/closest.ts'
import type { Finding } from '../../core/finding.ts'
import { UserError, userError } from '../../core/user-error.ts'
import { readArguments } from './arguments.ts'
import { codes } from './codes.ts'
import type { Answer } from './command.ts'
import { commands } from './commands.ts'
import { renderCommandHelp, renderMainHelp } from './help.ts'
import { terminalOutput } from './output.ts'
import type { Output } from './output.ts'

const CLEAN = 0
const FINDINGS = 1
const FAILURE = 2
const INTERRUPTED = 130

/** Runs one command line and gives the exit code: 0 clean, 1 findings at error level, 2 failure, 130 interrupted. */
export async function runCli(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args
  // Read before the arguments are checked, so that a wrong option is told in the form that was asked for.
  const json = rest.includes('--json')
  const output = terminalOutput({ json, quiet: rest.includes('--quiet') || rest.includes('-q') })
  if (name === 'complete') {
    const { complete } = await import('./completion.ts')
    await complete(rest)
    return CLEAN
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    return showHelp(rest[0], output)
  }
  const abort = new AbortController()
  const interrupt = (): void => abort.abort()
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  try {
    const entry = commands.find((command) => command.name === name)
    if (entry === undefined) throw unknownCommand(name)
    const command = await entry.load()
    const parsed = readArguments(command, rest)
    if (parsed.help) {
      print(renderCommandHelp(command, output))
      return CLEAN
    }
    const { positionals, options } = parsed
    const answer = await command.run({ positionals, options, output, signal: abort.signal })
    output.settle()
    printAnswer(answer, json)
    return exitCodeOf(answer.findings ?? [])
  } catch (error) {
    output.settle()
    if (abort.signal.aborted) {
      output.note('Interrupted; what was finished is kept.')
      return INTERRUPTED
    }
    if (!(error instanceof UserError)) throw error
    printError(error, json, output)
    return FAILURE
  } finally {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
}

async function showHelp(name: string | undefined, output: Output): Promise<number> {
  const entry = commands.find((command) => command.name === name)
  print(
    entry === undefined ? renderMainHelp(commands, output) : renderCommandHelp(await entry.load(), output),
  )
  return CLEAN
}

function unknownCommand(name: string): UserError {
  const meant = closest(
    name,
    commands.map((command) => command.name),
  )
  return userError(
    codes,
    'CLI001',
    `'${name}' is no command${meant === null ? '' : `; did you mean '${meant}'?`}`,
  )
}

function exitCodeOf(findings: readonly Finding[]): number {
  return findings.some(({ severity }) => severity === 'error') ? FINDINGS : CLEAN
}

function printAnswer(answer: Answer, json: boolean): void {
  if (answer.raw !== undefined) process.stdout.write(answer.raw)
  else if (json && answer.jsonLines !== undefined) {
    for (const line of answer.jsonLines) print(JSON.stringify(line))
  } else if (json && answer.json !== undefined) {
    print(JSON.stringify(answer.json, null, 2))
  } else if (answer.text !== undefined && answer.text !== '') print(answer.text)
}

function printError(error: UserError, json: boolean, output: Output): void {
  const { code, message, help, position } = error
  if (json) {
    print(JSON.stringify({ error: { code, message, help, position } }, null, 2))
    return
  }
  const where =
    position === null
      ? ''
      : `${[position.file, position.line, position.column].filter((part) => part !== null).join(':')}: `
  process.stderr.write(
    `${where}${output.paint(['red', 'bold'], 'error')} ${output.paint('dim', code)} ${message}\n  ${help}\n`,
  )
}

function print(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}
