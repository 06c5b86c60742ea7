import { deflateSync, inflateSync } from 'node:zlib'

/**
 * Turns digits around where a PDF of the typesetter's first draws them, in the bytes of the page: what somebody does
 * who edits the file and leaves its attachment alone. Nothing else of the file moves.
 */
export function reverseDigits(pdf: Uint8Array, digits: string): Uint8Array {
  const source = Buffer.from(pdf).toString('latin1')
  for (const codes of characterMaps(source)) {
    const drawn = digits.split('').map((digit) => codes.get(digit))
    if (drawn.includes(undefined)) continue
    const from = drawn.map((code) => literal(code ?? 0)).join('')
    const to = drawn
      .toReversed()
      .map((code) => literal(code ?? 0))
      .join('')
    for (const { start, end } of streams(source)) {
      const content = inflated(pdf.subarray(start, end))
      if (content?.includes(' TJ') !== true || !content.includes(from)) continue
      const packed = deflateSync(Buffer.from(content.replace(from, to), 'latin1'), { level: 9 })
      if (packed.length > end - start) throw new Error('The edited page is larger than the page.')
      const edited = Buffer.from(pdf)
      edited.fill(0x20, start, end)
      packed.copy(edited, start)
      return edited
    }
  }
  throw new Error(`The PDF does not draw ${digits}.`)
}

/** The codes by character of each ToUnicode map. */
function characterMaps(source: string): readonly ReadonlyMap<string, number>[] {
  return [...source.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)].map(
    (map) =>
      new Map(
        [...(map[1] ?? '').matchAll(/<([0-9A-F]{4})> <([0-9A-F]{4})>/g)].map(
          ([, code = '', character = '']) => [
            String.fromCodePoint(Number.parseInt(character, 16)),
            Number.parseInt(code, 16),
          ],
        ),
      ),
  )
}

function streams(source: string): readonly { readonly start: number; readonly end: number }[] {
  return [...source.matchAll(/(?<!end)stream\n/g)].map((match) => {
    const start = match.index + match[0].length
    return { start, end: source.indexOf('\nendstream', start) }
  })
}

function inflated(bytes: Uint8Array): string | null {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    // Not every stream is deflated.
    return null
  }
}

/** A two-byte code as it stands in a literal string (ISO 32000-1, 7.3.4.2). */
function literal(code: number): string {
  const named: Readonly<Record<number, string>> = {
    8: '\\b',
    9: '\\t',
    10: '\\n',
    12: '\\f',
    13: '\\r',
    40: '\\(',
    41: '\\)',
    92: '\\\\',
  }
  return [code >> 8, code & 0xff]
    .map((byte) => {
      const plain =
        byte > 32 && byte < 127 ? String.fromCodePoint(byte) : `\\${byte.toString(8).padStart(3, '0')}`
      return named[byte] ?? plain
    })
    .join('')
}
