import { closest } from '../../core/closest.ts'
import type { Finding } from '../../core/finding.ts'
import { UserError, userError } from '../../core/user-error.ts'
import { readArguments } from './arguments.ts'
import { codes } from './codes.ts'
import type { Answer, Command } from './command.ts'
import { commands } from './commands.ts'
import { errorJson } from './errors.ts'
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
  if (name === 'complete') {
    // Asked by the completion scripts.
    const { completionsFor } = await import('./completion.ts')
    const found = await completionsFor(rest[0] === '--' ? rest.slice(1) : rest, commands)
    process.stdout.write(found.map(({ value, help }) => `${value}\t${help}\n`).join(''))
    return CLEAN
  }
  // Looked for before the arguments are checked, so that a wrong option is told in the form that was asked for.
  const asked = rest.includes('--') ? rest.slice(0, rest.indexOf('--')) : rest
  const json = asked.includes('--json')
  const output = terminalOutput({ json, quiet: asked.includes('--quiet') || asked.includes('-q') })
  try {
    if (name === undefined || name === '--help' || name === '-h') return showHelp(undefined, output)
    if (name === 'help') return await showHelp(rest[0], output)
    return await runCommand(await commandNamed(name), rest)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    output.tell(error)
    if (json) output.raw(`${JSON.stringify({ error: errorJson(error) })}\n`)
    return FAILURE
  }
}

async function runCommand(command: Command, args: readonly string[]): Promise<number> {
  const { help, json, quiet, positionals, options } = readArguments(command, args)
  const output = terminalOutput({ json, quiet })
  if (help) {
    output.say(renderCommandHelp(command, output))
    return CLEAN
  }
  const abort = new AbortController()
  const interrupt = (): void => abort.abort()
  const signals = command.interrupt === undefined ? [] : (['SIGINT', 'SIGTERM'] as const)
  // Once: whoever interrupts again does not want to wait.
  for (const signal of signals) process.once(signal, interrupt)
  try {
    const answer = await command.run({ positionals, options, json, output, signal: abort.signal })
    printAnswer(answer, json, output)
    if (abort.signal.aborted && command.interrupt === 'wind-down') return interrupted(output)
    return answer.failed === true ? FAILURE : exitCodeOf(answer.findings ?? [])
  } catch (error) {
    if (abort.signal.aborted) return interrupted(output)
    throw error
  } finally {
    output.settle()
    for (const signal of signals) process.off(signal, interrupt)
  }
}

function interrupted(output: Output): number {
  output.note('Interrupted; what was finished is kept.')
  return INTERRUPTED
}

async function showHelp(name: string | undefined, output: Output): Promise<number> {
  output.say(
    name === undefined
      ? renderMainHelp(commands, output)
      : renderCommandHelp(await commandNamed(name), output),
  )
  return CLEAN
}

async function commandNamed(name: string): Promise<Command> {
  const found = commands.find((command) => command.name === name)
  if (found !== undefined) return found.load()
  if (name.startsWith('-')) {
    throw userError(codes, 'CLI002', `${name} stands before any command`, {
      help: "Options follow the command: 'bonafide COMMAND [OPTIONS]'.",
    })
  }
  const meant = closest(
    name,
    commands.map((command) => command.name),
  )
  throw userError(
    codes,
    'CLI001',
    `'${name}' is no command${meant === null ? '' : `; did you mean '${meant}'?`}`,
  )
}

function exitCodeOf(findings: readonly Finding[]): number {
  return findings.some(({ severity }) => severity === 'error') ? FINDINGS : CLEAN
}

function printAnswer(answer: Answer, json: boolean, output: Output): void {
  if (answer.raw !== undefined) output.raw(answer.raw)
  else if (json && answer.jsonLines !== undefined) {
    for (const line of answer.jsonLines) output.raw(`${JSON.stringify(line)}\n`)
  } else if (json && answer.json !== undefined) {
    output.raw(`${JSON.stringify(answer.json, null, 2)}\n`)
  } else if (!json && answer.text !== undefined && answer.text !== '') {
    output.say(answer.text.replace(/\n+$/, ''))
  }
}
