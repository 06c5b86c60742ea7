import type { Finding } from '../core/finding.ts'
import { findingOf } from '../core/codes.ts'
import { userError } from '../core/user-error.ts'
import { codes } from './codes.ts'

/** The most bytes that a posting may have. */
const MAX_POSTING_BYTES = 2_000_000

/**
 * Bytes to text: UTF-8, UTF-16 with a byte order mark, or else Windows-1252 with a finding. A byte order mark is
 * dropped; line breaks stay as they are, so that lines and columns hold in the file.
 *
 * @throws `PST001` larger than {@link MAX_POSTING_BYTES}, `PST002` with NUL in it, `PST003` blank
 */
export function decodePosting(
  bytes: Uint8Array,
  file: string,
): { readonly text: string; readonly findings: readonly Finding[] } {
  const position = { file, line: null, column: null }
  if (bytes.byteLength > MAX_POSTING_BYTES) {
    const size = (bytes.byteLength / 1_000_000).toFixed(1)
    throw userError(codes, 'PST001', `${file} has ${size} MB; a posting may have 2 MB.`, { position })
  }
  const { text, utf8 } = decode(bytes)
  if (text.includes('\0')) throw userError(codes, 'PST002', `${file} is not a text file.`, { position })
  if (text.trim() === '') throw userError(codes, 'PST003', `${file} is empty.`, { position })
  if (utf8) return { text, findings: [] }
  return {
    text,
    findings: [
      findingOf(codes, 'PST004', { message: `${file} is not UTF-8; it was read as Windows-1252.`, position }),
    ],
  }
}

function decode(bytes: Uint8Array): { readonly text: string; readonly utf8: boolean } {
  const marked = UTF16.find(({ mark }) => bytes[0] === mark[0] && bytes[1] === mark[1])
  if (marked !== undefined) return { text: new TextDecoder(marked.label).decode(bytes), utf8: true }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), utf8: true }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), utf8: false }
  }
}

const UTF16 = [
  { label: 'utf-16le', mark: [0xff, 0xfe] },
  { label: 'utf-16be', mark: [0xfe, 0xff] },
] as const
