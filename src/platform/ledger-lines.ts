import { open } from 'node:fs/promises'

/** One line of a ledger file, without its line break. */
export interface LedgerLine {
  /** Counts from 1. */
  readonly number: number
  /** Offset of its first byte in the file. */
  readonly start: number
  /** Null when the line is longer than {@link MAX_LINE_BYTES}; it is passed over, never held. */
  readonly bytes: Uint8Array | null
  /** Whether a line break ends it. Only the last line may lack one. */
  readonly ended: boolean
}

/** No record that this program writes comes near; what is longer is damage. */
export const MAX_LINE_BYTES = 1024 * 1024

const CHUNK = 256 * 1024
const NEWLINE = 0x0a

/**
 * Reads the lines of a file as they come, a chunk's worth at a time, from a byte offset on. Memory stays at one chunk
 * and one line, whatever the file's size. Bytes are valid until the next step.
 */
export async function* ledgerLines(
  path: string,
  from: { readonly offset: number; readonly line: number } = { offset: 0, line: 1 },
): AsyncGenerator<readonly LedgerLine[]> {
  const handle = await open(path, 'r')
  try {
    const chunk = Buffer.allocUnsafe(CHUNK)
    let number = from.line
    let start = from.offset
    let position = from.offset
    let pending: Buffer[] = []
    let pendingLength = 0
    const take = (bytes: Buffer): void => {
      pendingLength += bytes.length
      if (pendingLength > MAX_LINE_BYTES) pending = []
      // The chunk is read into again, so what waits for its line break is copied.
      else if (bytes.length > 0) pending.push(Buffer.from(bytes))
    }
    const lineOf = (last: Buffer, ended: boolean): LedgerLine => {
      const length = pendingLength + last.length
      const bytes =
        length > MAX_LINE_BYTES ? null : pending.length === 0 ? last : Buffer.concat([...pending, last])
      const line = { number, start, bytes, ended }
      number++
      start += length + 1
      pending = []
      pendingLength = 0
      return line
    }
    for (;;) {
      const { bytesRead } = await handle.read(chunk, 0, CHUNK, position)
      if (bytesRead === 0) break
      position += bytesRead
      const filled = chunk.subarray(0, bytesRead)
      const lines: LedgerLine[] = []
      let lineStart = 0
      for (let end = filled.indexOf(NEWLINE); end !== -1; end = filled.indexOf(NEWLINE, lineStart)) {
        lines.push(lineOf(filled.subarray(lineStart, end), true))
        lineStart = end + 1
      }
      take(filled.subarray(lineStart))
      if (lines.length > 0) yield lines
    }
    if (pendingLength > 0) yield [lineOf(Buffer.alloc(0), false)]
  } finally {
    await handle.close()
  }
}
