import type { Span } from '../core/position.ts'
import * as checksum from './checksums.ts'

interface NationalId {
  readonly name: string
  readonly pattern: RegExp
  /** Of the match without blanks, dots and hyphens, upper case. */
  readonly valid: (id: string) => boolean
}

/** A number of identity in a text. */
export interface NationalIdFound {
  readonly name: string
  readonly span: Span
}

/**
 * Numbers of identity with their published forms. Where a country gives its number a check digit, only numbers that
 * pass are taken; where it gives none, the form must be unmistakable.
 */
const IDS: readonly NationalId[] = [
  { name: 'US social security number', pattern: /\d{3}-\d{2}-\d{4}/g, valid: isSsn },
  {
    name: 'UK national insurance number',
    pattern: /[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]/g,
    valid: (id) => !/^(?:BG|GB|KN|NK|NT|TN|ZZ)/.test(id),
  },
  { name: 'German tax number', pattern: /[1-9]\d ?\d{3} ?\d{3} ?\d{3}/g, valid: checksum.germanTaxId },
  {
    name: 'German pension insurance number',
    pattern: /\d{2} ?\d{6} ?[A-Z] ?\d{3}/g,
    valid: checksum.germanPensionId,
  },
  {
    name: 'Spanish identity number',
    pattern: /(?:\d{8}|[XYZ]-?\d{7})[ -]?[A-Z]/g,
    valid: checksum.spanishId,
  },
  {
    name: 'French social security number',
    pattern: /[12] ?\d{2} ?\d{2} ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}/g,
    valid: checksum.frenchId,
  },
  {
    name: 'Italian tax code',
    pattern: /[A-Z]{6}\d{2}[ABCDEHLMPRST]\d{2}[A-Z]\d{3}[A-Z]/g,
    valid: checksum.italianTaxCode,
  },
  { name: 'Polish PESEL number', pattern: /\d{11}/g, valid: checksum.polishId },
  { name: 'Swedish personal number', pattern: /(?:\d{2})?\d{6}[-+]\d{4}/g, valid: checksum.swedishId },
  { name: 'Indian Aadhaar number', pattern: /[2-9]\d{3}([ -]?)\d{4}\1\d{4}/g, valid: checksum.verhoeff },
  { name: 'Indian PAN', pattern: /[A-Z]{3}P[A-Z]\d{4}[A-Z]/g, valid: () => true },
  { name: 'Brazilian CPF number', pattern: /\d{3}\.\d{3}\.\d{3}-\d{2}/g, valid: checksum.brazilianId },
]

const TELEPHONE = /\+\d[\d\s()./-]*\d/g

/** Finds numbers of identity in a text, each place once. A telephone number with its country code is none. */
export function findNationalIds(text: string): readonly NationalIdFound[] {
  const taken = Array.from(text.matchAll(TELEPHONE), spanOf)
  const found: NationalIdFound[] = []
  for (const { name, pattern, valid } of IDS) {
    for (const match of text.matchAll(pattern)) {
      const span = spanOf(match)
      const around = text.charAt(span.start - 1) + text.charAt(span.end)
      if (/[\p{L}\p{N}]/u.test(around)) continue
      if (taken.some((other) => other.start < span.end && span.start < other.end)) continue
      if (!valid(match[0].replace(/[\s.+-]/g, ''))) continue
      taken.push(span)
      found.push({ name, span })
    }
  }
  return found
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length }
}

/** Areas 000, 666 and 900 and above, group 00 and serial 0000 are never given. */
function isSsn(id: string): boolean {
  return !/^(?:000|666|9)/.test(id) && id.slice(3, 5) !== '00' && id.slice(5) !== '0000'
}
