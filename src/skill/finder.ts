import { inAddress } from './address.ts'
import type { Candidate } from './guards.ts'
import { resolve } from './guards.ts'
import type { SkillFinder, Taxonomy } from './model.ts'
import { foldTable, foldWordChar, isDigit, suffixLength } from './spelling.ts'
import type { Entry, TermTable } from './terms.ts'
import { charBit, compileTerms, HASH_SEED, matchTerm, mixHash, skipGap, slotOf } from './terms.ts'

/**
 * Builds the finder of a taxonomy's names and aliases. It looks up each word of the text by its hash, takes the longest
 * name that begins there, and then lets the guards of ambiguous names look at what stands around.
 *
 * A version is left out of a span ("Java 17" gives "Java"); e-mail and web addresses hold no mentions.
 */
export function createFinder(taxonomy: Taxonomy): SkillFinder {
  const table = compileTerms(taxonomy)
  return (text) =>
    resolve(text, scan(text, table), (skill) => taxonomy.implied(skill)).map(({ term, start, end }) => ({
      skill: term.skill,
      span: { start, end },
      text: text.slice(start, end),
    }))
}

function scan(text: string, table: TermTable): Candidate[] {
  const found: Candidate[] = []
  const { heads } = table
  const folds = foldTable
  const tableSize = folds.length
  const length = text.length
  let at = 0
  while (at < length) {
    let code = text.charCodeAt(at)
    let folded = code < tableSize ? folds[code]! : foldWordChar(code)
    if (folded === 0) {
      at++
      continue
    }
    const start = at
    let hash = HASH_SEED
    do {
      hash = mixHash(hash, folded)
      if (++at === length) break
      code = text.charCodeAt(at)
      folded = code < tableSize ? folds[code]! : foldWordChar(code)
    } while (folded !== 0)
    let end = at
    if (code === 43 || code === 35 || code === 0x266f) {
      for (let more = suffixLength(text, at); more > 0; more--, end++)
        hash = mixHash(hash, code === 43 ? 43 : 35)
    }
    let candidate: Candidate | null = null
    if (start > 0 && text.charCodeAt(start - 1) === 46) candidate = dotted(text, start, at, table)
    if (candidate === null && heads[slotOf(hash, heads)] !== 0)
      candidate = longest(text, start, end, hash, table)
    if (candidate === null && at - start > 3 && isDigit(text.charCodeAt(at - 1))) {
      candidate = versioned(text, start, at, table)
    }
    if (candidate !== null) {
      found.push(candidate)
      if (candidate.end > at) at = candidate.end
    }
  }
  return found
}

/** The longest name that begins with the word from `start` to `end`. */
function longest(text: string, start: number, end: number, hash: number, table: TermTable): Candidate | null {
  let index = table.heads[slotOf(hash, table.heads)]!
  while (index !== 0) {
    const entry = table.entries[index - 1]!
    if (table.hashes[index - 1] === hash) return longestOf(text, start, end, entry)
    index = entry.next
  }
  return null
}

function longestOf(text: string, start: number, end: number, entry: Entry): Candidate | null {
  const { terms, nextChars } = entry
  let next = 0
  if (entry.mask !== 1) {
    next = foldWordChar(text.charCodeAt(skipGap(text, end, entry.slashes))) || 0
    if ((entry.mask & (1 | charBit(next))) === 0) return null
  }
  for (let at = 0; at < terms.length; at++) {
    const wanted = nextChars[at]!
    if (wanted !== 0 && wanted !== next) continue
    const term = terms[at]!
    const termEnd = matchTerm(text, start, term)
    if (termEnd >= 0 && !inAddress(text, start, termEnd)) return { term, start, end: termEnd }
  }
  return null
}

/** A name such as .NET, whose dot does not end the word before it. */
function dotted(text: string, start: number, end: number, table: TermTable): Candidate | null {
  if (start > 1 && foldWordChar(text.charCodeAt(start - 2)) !== 0) return null
  return longest(text, start - 1, end, hashOf(text, start, end, mixHash(HASH_SEED, 46)), table)
}

/** A name with its version glued to it: "Python3". */
function versioned(text: string, start: number, end: number, table: TermTable): Candidate | null {
  let stem = end
  while (stem > start && isDigit(text.charCodeAt(stem - 1))) stem--
  return stem - start < 3 ? null : longest(text, start, stem, hashOf(text, start, stem, HASH_SEED), table)
}

function hashOf(text: string, start: number, end: number, seed: number): number {
  let hash = seed
  for (let at = start; at < end; at++) hash = mixHash(hash, foldWordChar(text.charCodeAt(at)))
  return hash
}
