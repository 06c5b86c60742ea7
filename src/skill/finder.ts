import { inAddress } from './address.ts'
import type { Candidate } from './guards.ts'
import { resolve } from './guards.ts'
import type { SkillFinder, Taxonomy } from './model.ts'
import { foldTable, foldWordChar, isDigit, suffixLength } from './spelling.ts'
import type { Entry, TermTable } from './terms.ts'
import {
  charBit,
  compileTerms,
  HASH_SEED,
  hasWord,
  matchTerm,
  mixHash,
  skipGap,
  slotOf,
  takenWord,
} from './terms.ts'

/**
 * Builds the finder of a taxonomy's names and aliases. It looks up each word of the text by its hash, takes the longest
 * name that begins there, and then lets the guards of ambiguous names look at what stands around.
 *
 * A version is left out of a span ("Java 17" gives "Java"); e-mail and web addresses hold no mentions.
 */
export function createFinder(taxonomy: Taxonomy): SkillFinder {
  const table = compileTerms(taxonomy)
  return (text) => {
    const { meant, rejected } = resolve(text, scan(text, table, 0, text.length), (skill) =>
      taxonomy.implied(skill),
    )
    const all = withInnerNames(text, meant, rejected, table)
    return all.map(({ term, start, end }) => ({
      skill: term.skill,
      span: { start, end },
      text: text.slice(start, end),
    }))
  }
}

/** Adds sure names inside of such as are not meant: the SQL of "no SQL needed". */
function withInnerNames(
  text: string,
  meant: readonly Candidate[],
  rejected: readonly Candidate[],
  table: TermTable,
): readonly Candidate[] {
  const inner: Candidate[] = []
  for (const { start, end } of rejected) {
    let at = start
    while (at < end && foldWordChar(text.charCodeAt(at)) !== 0) at++
    if (at === end) continue
    for (const found of scan(text, table, at, end))
      if (found.term.guard === null && found.end <= end) inner.push(found)
  }
  return inner.length === 0 ? meant : [...meant, ...inner].sort((a, b) => a.start - b.start)
}

function scan(text: string, table: TermTable, from: number, length: number): Candidate[] {
  const found: Candidate[] = []
  const { taken } = table
  const folds = foldTable
  const tableSize = folds.length
  let before = 0
  let at = from
  while (at < length) {
    let code = text.charCodeAt(at)
    let folded = code < tableSize ? folds[code]! : foldWordChar(code)
    if (folded === 0) {
      before = code
      at++
      continue
    }
    const start = at
    let hash = HASH_SEED
    let last = 0
    do {
      hash = mixHash(hash, folded)
      last = code
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
    if (before === 46) candidate = dotted(text, start, at, table)
    if (candidate === null && (taken[takenWord(hash)]! & (1 << (hash & 31))) !== 0) {
      candidate = longest(text, start, end, hash, table)
    }
    if (candidate === null && last < 58 && last > 47) candidate = versioned(text, start, at, table)
    before = 0
    if (candidate !== null) {
      found.push(candidate)
      if (candidate.end > at) at = candidate.end
    }
  }
  return found
}

/** The longest name that begins with the word from `start` to `end`. */
function longest(text: string, start: number, end: number, hash: number, table: TermTable): Candidate | null {
  const { heads, hashes, masks, entries } = table
  let index = heads[slotOf(hash, heads)]!
  if (index === 0) return null
  const behind = text.charCodeAt(end)
  const next = foldWordChar(behind === 32 ? text.charCodeAt(end + 1) : behind)
  // A letter behind a single blank is the common case; anything else may be one of several gaps.
  const bits = next > 0 ? 1 | charBit(next) : -1
  while (index !== 0) {
    if (hashes[index - 1] === hash && (masks[index - 1]! & bits) !== 0) {
      const candidate = longestOf(text, start, end, entries[index - 1]!, table)
      if (candidate !== null) return candidate
    }
    index = entries[index - 1]!.next
  }
  return null
}

function longestOf(
  text: string,
  start: number,
  end: number,
  entry: Entry,
  table: TermTable,
): Candidate | null {
  const { terms, nextChars, length } = entry
  const next = foldWordChar(text.charCodeAt(skipGap(text, end, entry.slashes)))
  if (!hasWord(text, start, entry, table.chars)) return null
  for (let at = 0; at < terms.length; at++) {
    const wanted = nextChars[at]!
    if (wanted !== 0 && wanted !== next) continue
    const term = terms[at]!
    const termEnd = matchTerm(text, start + length, length, term, table)
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
