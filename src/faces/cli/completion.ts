import { COMMON_OPTIONS } from './command.ts'
import type { Command, OptionDefinition, OptionDefinitions } from './command.ts'
import type { CommandEntry } from './commands.ts'

/** One thing that may stand where the cursor is. */
export interface Candidate {
  readonly value: string
  readonly help: string
}

/**
 * What may stand in place of the last word, given the words after `bonafide` up to the cursor. Empty where a file is
 * meant, or nothing is known: the shell then offers files. Bash parts words at `=`, so `--format = js` is understood
 * as `--format=js` of which only `js` is replaced.
 */
export async function completionsFor(
  words: readonly string[],
  commands: readonly CommandEntry[],
): Promise<readonly Candidate[]> {
  const [name = '', ...rest] = words
  if (words.length <= 1) return beginning(name, [...namesOf(commands), ...GENERAL])
  if (name === 'help') return rest.length === 1 ? beginning(rest[0] ?? '', namesOf(commands)) : []
  const entry = commands.find((command) => command.name === name)
  return entry === undefined ? [] : forCommand(await entry.load(), rest)
}

const GENERAL: readonly Candidate[] = [
  { value: 'help', help: 'Show the help of a command' },
  { value: '--help', help: 'Show all commands' },
  { value: '--version', help: 'Print the version' },
]

function namesOf(commands: readonly CommandEntry[]): readonly Candidate[] {
  return commands.map(({ name, summary }) => ({ value: name, help: summary }))
}

function forCommand(command: Command, words: readonly string[]): readonly Candidate[] {
  const options: OptionDefinitions = { ...command.options, ...COMMON_OPTIONS }
  const current = words.at(-1) ?? ''
  const before = words.slice(0, -1)
  const onlyWords = before.includes('--')
  const previous = before.at(-1) ?? ''
  if (!onlyWords) {
    if (current === '=') return choicesOf(optionOf(previous, options), '')
    if (previous === '=') return choicesOf(optionOf(before.at(-2) ?? '', options), current)
    const inline = /^(--[^=]+=)(.*)$/s.exec(current)
    if (inline !== null) {
      const [, start = '', value = ''] = inline
      return choicesOf(optionOf(start.slice(0, -1), options), value).map((choice) => ({
        ...choice,
        value: start + choice.value,
      }))
    }
    const waiting = optionOf(previous, options)
    if (waiting?.type === 'string') return choicesOf(waiting, current)
    if (current.startsWith('-')) return beginning(current, optionsLeft(options, before))
  }
  const isFirst = positionalsIn(before, options) === 0
  return isFirst
    ? beginning(
        current,
        (command.positionals.words ?? []).map((value) => ({ value, help: '' })),
      )
    : []
}

function optionsLeft(options: OptionDefinitions, before: readonly string[]): readonly Candidate[] {
  return Object.entries(options)
    .filter(([name, { multiple }]) => multiple === true || !before.includes(`--${name}`))
    .map(([name, { help }]) => ({ value: `--${name}`, help }))
}

function optionOf(word: string, options: OptionDefinitions): OptionDefinition | undefined {
  if (word.startsWith('--')) return Object.hasOwn(options, word.slice(2)) ? options[word.slice(2)] : undefined
  return /^-.$/.test(word) ? Object.values(options).find(({ short }) => short === word.slice(1)) : undefined
}

function choicesOf(option: OptionDefinition | undefined, start: string): readonly Candidate[] {
  return beginning(
    start,
    (option?.choices ?? []).map((value) => ({ value, help: '' })),
  )
}

function positionalsIn(words: readonly string[], options: OptionDefinitions): number {
  let count = 0
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    if (word === '--') return count + words.length - index - 1
    if (!word.startsWith('-')) count += 1
    else if (optionOf(word, options)?.type === 'string') index += words[index + 1] === '=' ? 2 : 1
  }
  return count
}

function beginning(start: string, candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.filter(({ value }) => value.startsWith(start))
}
