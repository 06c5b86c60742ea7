import { textCodes } from './text-codes.ts'
import { type UserError, userError } from './user-error.ts'

const UTF8_BOM = [0xef, 0xbb, 0xbf] as const
/** As much as tells UTF-16 without a byte order mark from a stray NUL. */
const SAMPLE = 4096

/** Whether the bytes start with the UTF-8 byte order mark, which {@link decodeText} drops. */
export function hasByteOrderMark(bytes: Uint8Array): boolean {
  return UTF8_BOM.every((byte, index) => bytes[index] === byte)
}

/**
 * The text of UTF-8 bytes, without a byte order mark; line breaks stay as they are. Throws a `UserError` at the line
 * and column of the first byte that is not text.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  if (looksLikeUtf16(bytes)) {
    throw userError(textCodes, 'TXT003', `${file} is UTF-16 text, expected UTF-8.`, {
      position: { file, line: 1, column: 1 },
    })
  }
  const nul = bytes.indexOf(0)
  if (nul !== -1) throw faultAt('TXT002', 'a NUL byte', bytes, nul, file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const offset = firstInvalid(bytes)
    const byte = (bytes[offset] ?? 0).toString(16).padStart(2, '0')
    throw faultAt('TXT001', `the byte 0x${byte}, which is not UTF-8`, bytes, offset, file)
  }
}

function faultAt(
  code: 'TXT001' | 'TXT002',
  what: string,
  bytes: Uint8Array,
  offset: number,
  file: string,
): UserError {
  const lines = new TextDecoder().decode(bytes.subarray(0, offset)).split(/\r\n|\n|\r/)
  const position = { file, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
  const place = `line ${position.line}, column ${position.column} (byte ${offset + 1})`
  return userError(textCodes, code, `${file} holds ${what}, at ${place}.`, { position })
}

/** The offset of the first byte that starts no well-formed character (Unicode, table 3-7). */
function firstInvalid(bytes: Uint8Array): number {
  let offset = 0
  while (offset < bytes.length) {
    const length = characterLength(bytes, offset)
    if (length === 0) return offset
    offset += length
  }
  return offset
}

function characterLength(bytes: Uint8Array, offset: number): number {
  const first = bytes[offset] ?? 0
  if (first < 0x80) return 1
  if (first < 0xc2 || first > 0xf4) return 0
  const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4
  const second = bytes[offset + 1] ?? 0
  const low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
  const high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
  if (second < low || second > high) return 0
  for (let index = 2; index < length; index++) {
    if (((bytes[offset + index] ?? 0) & 0xc0) !== 0x80) return 0
  }
  return length
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  const length = Math.min(bytes.length, SAMPLE) & ~1
  if (length < 4) return false
  let evenNuls = 0
  let oddNuls = 0
  for (let index = 0; index < length; index += 2) {
    if (bytes[index] === 0) evenNuls++
    if (bytes[index + 1] === 0) oddNuls++
  }
  const pairs = length / 2
  // Western text in UTF-16 has a NUL in nearly every pair, always on the same side.
  return (evenNuls === 0 && oddNuls > pairs * 0.6) || (oddNuls === 0 && evenNuls > pairs * 0.6)
}
