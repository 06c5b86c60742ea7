import { findingOf } from '../../core/codes.ts'
import type { Finding } from '../../core/finding.ts'
import { lineIndex } from '../../core/position.ts'
import { userError } from '../../core/user-error.ts'
import { importCodes } from '../codes.ts'

/** The most bytes that a text format may have. */
export const MAX_TEXT_BYTES = 2 * 1024 * 1024

/** A text and what had to be guessed about its encoding. */
export interface DecodedText {
  /** Without byte order mark; line ends as they stand in the file. */
  readonly text: string
  readonly findings: readonly Finding[]
}

/**
 * Turns the bytes of a text file into text: UTF-8, UTF-16 by its byte order mark or its pattern of NUL bytes, and
 * otherwise windows-1252 with a finding. Throws a `UserError` when empty, larger than {@link MAX_TEXT_BYTES} or binary.
 */
export function decodeText(bytes: Uint8Array, file: string): DecodedText {
  const position = { file, line: null, column: null }
  if (bytes.byteLength > MAX_TEXT_BYTES) {
    const size = (bytes.byteLength / 1024 / 1024).toFixed(1)
    throw userError(importCodes, 'IMP003', `${file} is ${size} MB; the limit for text is 2 MB`, { position })
  }
  const encoding = wideEncoding(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252')
  const text = new TextDecoder(encoding).decode(bytes)
  if (text.trim() === '') throw userError(importCodes, 'IMP002', `${file} is empty`, { position })
  const nul = text.indexOf('\0')
  if (nul !== -1) {
    const { line, column } = lineIndex(text).at(nul)
    throw userError(importCodes, 'IMP004', `${file} is not text: a NUL byte stands at line ${line}`, {
      position: { file, line, column },
    })
  }
  if (encoding === 'utf-8') return { text, findings: [] }
  const message = `${file} is not UTF-8; it was read as ${encoding}`
  return { text, findings: [findingOf(importCodes, 'IMP020', { message, position })] }
}

function wideEncoding(bytes: Uint8Array): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 512)
  if (sample.byteLength < 4 || sample.byteLength % 2 !== 0) return null
  const zeros = (odd: 0 | 1): number => sample.filter((byte, index) => index % 2 === odd && byte === 0).length
  const half = sample.byteLength / 2
  // Western text in UTF-16 without a mark has a zero in nearly every other byte, and none in the others.
  if (zeros(1) > half * 0.8 && zeros(0) === 0) return 'utf-16le'
  return zeros(0) > half * 0.8 && zeros(1) === 0 ? 'utf-16be' : null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
