import { userError } from '../../core/user-error.ts'
import { decodeText } from '../../core/text.ts'
import { fileError } from '../../platform/file-errors.ts'
import { nodeFiles } from '../../platform/files.ts'
import { codes } from './codes.ts'
import type { Output } from './output.ts'

const MAX_TEXT = 2 * 1024 * 1024

/** A file that was named on the command line. */
export interface Input {
  /** As it was named; `-` for standard input. */
  readonly file: string
  readonly bytes: Uint8Array
}

/** Reads a file, or standard input where `-` is named. Throws a `UserError` past the limit. */
export async function readInput(
  file: string,
  maxBytes: number,
  output: Pick<Output, 'note'>,
): Promise<Input> {
  if (file !== '-') return { file, bytes: await nodeFiles.read(file, { maxBytes }) }
  const { stdin } = process
  if (stdin.readableEnded) {
    throw userError(codes, 'CLI009', 'standard input was read already; it can stand for one file only')
  }
  if (stdin.isTTY) output.note('Reading from the terminal; Ctrl+D ends it.')
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of stdin) {
      const bytes = chunk as Uint8Array
      length += bytes.length
      if (length > maxBytes) {
        throw userError(
          codes,
          'CLI006',
          `standard input holds more than ${Math.round(maxBytes / 1024 / 1024)} MB`,
        )
      }
      chunks.push(bytes)
    }
  } catch (error) {
    throw fileError('read', 'standard input', error)
  }
  return { file, bytes: Buffer.concat(chunks) }
}

/** The same for text up to 2 MB, decoded. */
export async function readTextInput(
  file: string,
  output: Pick<Output, 'note'>,
): Promise<{ readonly file: string; readonly text: string }> {
  const { bytes } = await readInput(file, MAX_TEXT, output)
  return { file, text: decodeText(bytes, file) }
}
