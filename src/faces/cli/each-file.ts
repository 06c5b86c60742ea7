import type { Json } from '../../core/json.ts'
import { UserError } from '../../core/user-error.ts'
import type { Invocation } from './command.ts'
import { errorJson } from './errors.ts'

/** What one file gave: a line for `--json`, and what is shown to people. */
export interface Part {
  readonly json: Json
  readonly text: string
}

/**
 * Reads the named files one after the other and prints each as soon as it is read, so that nothing has to be kept. One
 * that cannot be read is told and the others go on. Gives whether all could be read. `apart` puts a blank line between.
 */
export async function eachFile(
  files: readonly string[],
  { json, output }: Pick<Invocation, 'json' | 'output'>,
  read: (file: string) => Promise<Part>,
  { apart = false }: { readonly apart?: boolean } = {},
): Promise<boolean> {
  let all = true
  let gap = ''
  for (const [index, file] of files.entries()) {
    if (files.length > 1)
      output.progress({ step: 'Reading', done: index, total: files.length, unit: 'files' })
    try {
      const part = await read(file)
      if (json) output.raw(`${JSON.stringify(part.json)}\n`)
      else if (part.text !== '') {
        output.say(gap + part.text)
        if (apart) gap = '\n'
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      all = false
      output.tell(error)
      if (json) output.raw(`${JSON.stringify({ file, error: errorJson(error) })}\n`)
    }
  }
  return all
}
