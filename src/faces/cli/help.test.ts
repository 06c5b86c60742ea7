import { describe, expect, it } from 'vitest'
import { readArguments } from './arguments.ts'
import { COMMON_OPTIONS } from './command.ts'
import type { OptionDefinitions } from './command.ts'
import { commands } from './commands.ts'
import { renderCommandHelp, renderMainHelp } from './help.ts'
import { terminalOutput } from './output.ts'
import { displayWidth } from '../../core/width.ts'

const plain = terminalOutput(
  { quiet: false, json: false },
  { stdout: { write: () => true }, stderr: { write: () => true }, env: {} },
)
const loaded = await Promise.all(commands.map(async (entry) => ({ entry, command: await entry.load() })))

/** The words of `bonafide …` in a line of a shell, up to a pipe, redirection or bracket. */
function wordsOf(line: string): readonly string[] {
  const call = /\bbonafide ([^|<>()]*)/.exec(line)?.[1] ?? ''
  return call.trim().split(/\s+/)
}

describe('renderMainHelp', () => {
  it('names every command with its summary, and how to go on', () => {
    const help = renderMainHelp(commands, plain)
    const lines = help.split('\n').map((line) => line.trim().replace(/ {2,}/, ': '))
    for (const { name, summary } of commands) expect(lines).toContain(`${name}: ${summary}`)
    expect(help).toContain('bonafide COMMAND --help')
    expect(help).toContain('Exit codes: 0 clean, 1 findings at error level, 2 failure')
  })

  it('begins with lines that the program takes', () => {
    const lines = renderMainHelp(commands, plain)
      .split('\n')
      .filter((line) => /^ {2}.*\bbonafide [a-z]/.test(line))
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expectAccepted(line)
  })
})

describe.each(loaded)('bonafide $entry.name --help', ({ entry, command }) => {
  it('is declared alike in the list and in its module', () => {
    expect({ name: command.name, summary: command.summary }).toEqual({
      name: entry.name,
      summary: entry.summary,
    })
  })

  it('shows usage, every option and an example, within the width', () => {
    const help = renderCommandHelp(command, plain)
    expect(help).toContain(`bonafide ${command.name}`)
    const options: OptionDefinitions = { ...command.options, ...COMMON_OPTIONS }
    for (const [name, { help: words, choices = [] }] of Object.entries(options)) {
      expect(help).toContain(`--${name}`)
      expect(help).toContain(words.split(' ')[0])
      for (const choice of choices) expect(help).toContain(choice)
    }
    expect(command.examples.length).toBeGreaterThan(0)
    const described = help.slice(0, help.indexOf('Examples'))
    for (const line of described.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80)
  })

  it.each(command.examples)('has an example that the program takes: $run', ({ run }) => {
    expect(run).toContain(`bonafide ${command.name}`)
    expectAccepted(run)
  })
})

function expectAccepted(line: string): void {
  for (const part of line.split('&&').filter((each) => each.includes('bonafide '))) {
    const [name = '', ...args] = wordsOf(part)
    const found = loaded.find(({ entry }) => entry.name === name)
    expect(found, line).toBeDefined()
    if (found === undefined) continue
    const { positionals } = readArguments(found.command, args)
    const { words = [] } = found.command.positionals
    if (words.length > 0 && positionals.length > 0) expect(words, line).toContain(positionals[0])
  }
}
