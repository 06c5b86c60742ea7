import t from '@bomb.sh/tab'
import { COMMON_OPTIONS } from './command.ts'
import type { OptionDefinitions } from './command.ts'
import { commands } from './commands.ts'

/** Declares every command, its words and its options for completion. */
async function declare(): Promise<void> {
  for (const entry of commands) {
    const command = await entry.load()
    const declared = t.command(entry.name, entry.summary)
    const { words } = command.positionals
    if (words !== undefined) {
      declared.argument('word', (complete) => {
        for (const word of words) complete(word, '')
      })
    }
    const options: OptionDefinitions = { ...command.options, ...COMMON_OPTIONS }
    for (const [name, option] of Object.entries(options)) {
      if (option.choices === undefined) {
        if (option.short === undefined) declared.option(name, option.help)
        else declared.option(name, option.help, option.short)
        continue
      }
      const { choices } = option
      declared.option(name, option.help, (complete) => {
        for (const choice of choices) complete(choice, '')
      })
    }
  }
}

/** Answers the shell's question, which reads `complete -- word word …`. */
export async function complete(args: readonly string[]): Promise<void> {
  await declare()
  t.parse(args[0] === '--' ? args.slice(1) : [...args])
}
