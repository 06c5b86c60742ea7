import type { Phrases } from './context.ts'
import { readPhrases } from './context.ts'
import type { Guard } from './schema.ts'
import type { Taxonomy } from './model.ts'
import type { SkillKind } from './kinds.ts'
import { foldWordChar, isDigit, readSpelling, suffixLength } from './spelling.ts'

/** One spelling to look for. */
export interface Term {
  readonly skill: string
  readonly guard: TermGuard | null
  /** Where its characters and gaps begin in the {@link TermTable}, and how many there are. */
  readonly at: number
  readonly length: number
}

/** A guard, ready to be asked. */
export interface TermGuard {
  readonly case: 'exact' | 'capital' | null
  /** The spelling's letters, digits and signs in their case, without separators. */
  readonly letters: string
  readonly notFollowedBy: Phrases | null
  readonly notPrecededBy: Phrases | null
  readonly followedBy: Phrases | null
  readonly precededBy: Phrases | null
  readonly near: Phrases | null
  readonly listed: 'loose' | 'strict' | null
  readonly withSkills: readonly string[]
  readonly inText: readonly string[]
  /** Whether anything further is asked of what stands around. */
  readonly conditional: boolean
}

/** Terms by the hash of the first word that a text may write them with. */
export interface TermTable {
  /** 1-based indices into `hashes` and `entries` by the low bits of the hash; 0 where there is none. */
  readonly heads: Int32Array
  /** A bit for each word, by {@link takenWord}: small enough to stay in the nearest cache, and most words of a text have none. */
  readonly taken: Int32Array
  readonly hashes: Int32Array
  /** By entry: {@link charBit} of all characters that go on behind its word; most texts go on otherwise. */
  readonly masks: Int32Array
  /** The folded characters of all terms one after the other: one array stays near, thousands of small ones do not. */
  readonly chars: Uint16Array
  /** The gap before each of `chars`. */
  readonly gaps: Uint8Array
  readonly entries: readonly Entry[]
}

/** All terms that begin with one word. */
export interface Entry {
  /** 1-based index of the next entry with the same low bits, 0 at the end. */
  readonly next: number
  /** The length of the word, which is the beginning of each of `terms`. */
  readonly length: number
  /** Longest first, and without a guard before with one. */
  readonly terms: readonly Term[]
  /** By term: the first character behind the word, 0 where the word is all. */
  readonly nextChars: Uint16Array
  /** Whether a slash may follow the word. */
  readonly slashes: boolean
}

/** A character as one of 31 bits; bit 0 is for none. */
export const charBit = (code: number): number => (code === 0 ? 1 : 2 << (code % 31))

/** Where {@link mixHash} starts. */
export const HASH_SEED = 0x811c9dc5 | 0

/** One step of FNV-1a over code units. */
export function mixHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193)
}

/** The place in {@link TermTable.heads} of a hash. FNV's low bits alone spread badly over short words. */
export function slotOf(hash: number, heads: Int32Array): number {
  return (hash ^ (hash >>> 15)) & (heads.length - 1)
}

/** 16 KiB of bits: few false alarms at 10,000 words, and room left in the nearest cache. */
const TAKEN_WORDS = 4096

/** The place in {@link TermTable.taken} of a hash's bit; its lowest five bits choose the bit there. */
export function takenWord(hash: number): number {
  return ((hash ^ (hash >>> 17)) >>> 5) & (TAKEN_WORDS - 1)
}

/** Builds the table of all spellings of a taxonomy's skills. */
export function compileTerms(taxonomy: Taxonomy): TermTable {
  const { terms, letters, chars, gaps } = readTerms(taxonomy)
  const byWord = new Map<string, Term[]>()
  for (const term of terms) {
    for (const length of firstWords(term, gaps)) {
      const word = letters.slice(term.at, term.at + length)
      const starting = byWord.get(word)
      if (starting) starting.push(term)
      else byWord.set(word, [term])
    }
  }
  const heads = new Int32Array(slotsFor(byWord.size))
  const taken = new Int32Array(TAKEN_WORDS)
  const hashes = new Int32Array(byWord.size)
  const masks = new Int32Array(byWord.size)
  const entries: Entry[] = []
  for (const [word, starting] of byWord) {
    const hash = hashOfWord(word)
    const slot = slotOf(hash, heads)
    const entry = entryOf(word.length, starting, heads[slot] ?? 0, chars, gaps)
    hashes[entries.length] = hash
    let mask = 0
    for (const code of entry.nextChars) mask |= charBit(code)
    masks[entries.length] = mask
    entries.push(entry)
    heads[slot] = entries.length
    taken[takenWord(hash)] = taken[takenWord(hash)]! | (1 << (hash & 31))
  }
  return { heads, taken, hashes, masks, chars, gaps, entries }
}

function hashOfWord(word: string): number {
  let hash = HASH_SEED
  for (let at = 0; at < word.length; at++) hash = mixHash(hash, word.charCodeAt(at))
  return hash
}

function entryOf(
  length: number,
  unsorted: readonly Term[],
  next: number,
  chars: Uint16Array,
  gaps: Uint8Array,
): Entry {
  const rank = ({ guard }: Term): number => (guard === null ? 0 : 1)
  const terms =
    unsorted.length === 1 ? unsorted : unsorted.toSorted((a, b) => b.length - a.length || rank(a) - rank(b))
  const nextChars = new Uint16Array(terms.length)
  for (const [index, term] of terms.entries())
    nextChars[index] = term.length > length ? chars[term.at + length]! : 0
  return {
    next,
    length,
    terms,
    nextChars,
    slashes: terms.some((term) => term.length > length && gaps[term.at + length] === 2),
  }
}

const slotsFor = (count: number): number => 2 ** Math.ceil(Math.log2(Math.max(count, 64) * 8))

const PLURAL: ReadonlySet<SkillKind> = new Set<SkillKind>(['practice', 'api', 'architecture', 'human'])

/** Ends in small letters other than s, or in a word that people count. */
const COUNTABLE = /[a-z][a-rt-z]$|\bAPI$/

function readTerms(
  taxonomy: Taxonomy,
): Pick<TermTable, 'chars' | 'gaps'> & { readonly terms: readonly Term[]; readonly letters: string } {
  const terms: Term[] = []
  const words: string[] = []
  const gaps: number[] = []
  const seen = new Set<string>()
  const add = (skill: string, text: string, guard: Guard | null): void => {
    const spelling = readSpelling(text)
    const key = `${spelling.chars}\0${spelling.gaps.join('')}`
    if (spelling.chars.length === 0 || seen.has(key)) return
    seen.add(key)
    terms.push({
      skill,
      guard: guard && readGuard(guard, text),
      at: gaps.length,
      length: spelling.chars.length,
    })
    words.push(spelling.chars)
    for (const gap of spelling.gaps) gaps.push(gap)
  }
  const skills = [...taxonomy.skills.values()]
  for (const { id, name, aliases, guard } of skills) {
    for (const text of [name, ...aliases]) add(id, text, guard?.[text] ?? null)
  }
  for (const { id, name, aliases, guard, kind } of skills) {
    if (!PLURAL.has(kind)) continue
    for (const text of [name, ...aliases])
      if (COUNTABLE.test(text)) add(id, `${text}s`, guard?.[text] ?? null)
  }
  const letters = words.join('')
  const chars = new Uint16Array(letters.length)
  for (let at = 0; at < letters.length; at++) chars[at] = letters.charCodeAt(at)
  return { terms, letters, chars, gaps: Uint8Array.from(gaps) }
}

function readGuard(guard: Guard, text: string): TermGuard {
  const { listed, followedBy, precededBy, withSkills, inText, near } = guard
  return {
    case: guard.case ?? null,
    letters: Array.from(text, (char) => (foldWordChar(char.charCodeAt(0)) === 0 ? '' : char)).join(''),
    notFollowedBy: readPhrases(guard.notFollowedBy),
    notPrecededBy: readPhrases(guard.notPrecededBy),
    followedBy: readPhrases(followedBy),
    precededBy: readPhrases(precededBy),
    near: readPhrases(near),
    listed: listed ?? null,
    withSkills: withSkills ?? [],
    inText: inText ?? [],
    conditional: [listed, followedBy, precededBy, withSkills, inText, near].some(
      (each) => each !== undefined,
    ),
  }
}

/**
 * Lengths of the first words: a text may write a spelling with its gaps open or closed, so every beginning that ends at
 * a gap is one, and the whole.
 */
function firstWords({ at, length }: Term, gaps: Uint8Array): number[] {
  const lengths: number[] = []
  for (let index = 1; index < length; index++) if (gaps[at + index] !== 0) lengths.push(index)
  return [...lengths, length]
}

/** Whether the entry's word stands at `start`. */
export function hasWord(text: string, start: number, { terms, length }: Entry, chars: Uint16Array): boolean {
  const { at } = terms[0]!
  for (let index = 0; index < length; index++) {
    if (!isSame(text.charCodeAt(start + index), chars[at + index]!)) return false
  }
  return true
}

function isSame(code: number, expected: number): boolean {
  return code === expected || foldWordChar(code) === expected || (code === 0x266f && expected === 35)
}

/**
 * Where the term ends whose first `known` characters end at `from`, or -1. A version glued to the name ("Python3") is
 * stepped over and left out of the span.
 */
export function matchTerm(text: string, from: number, known: number, term: Term, table: TermTable): number {
  const { chars, gaps } = table
  const last = term.at + term.length
  let at = from
  for (let index = term.at + known; index < last; index++) {
    const gap = gaps[index]
    if (gap !== 0) at = skipGap(text, at, gap === 2)
    if (!isSame(text.charCodeAt(at), chars[index]!)) return -1
    at++
  }
  return endsWord(text, at, term.length) ? at : -1
}

const MAX_BLANKS = 3

/** Where a name goes on behind a word: past a blank, dot, hyphen or apostrophe, and past a slash or ampersand if it may have one. */
export function skipGap(text: string, from: number, slashes: boolean): number {
  let at = skipBlanks(text, from)
  const code = text.charCodeAt(at)
  if (slashes && (code === 47 || code === 38)) return skipBlanks(text, at + 1)
  const joins =
    code === 45 || code === 95 || code === 39 || (code > 0x200f && code < 0x2012) || code === 0x2019
  if (joins && at === from) {
    at++
    return text.charCodeAt(at) === 10 ? at + 1 : at
  }
  if (code === 46 && foldWordChar(text.charCodeAt(at + 1)) !== 0) return at + 1
  return at
}

function skipBlanks(text: string, from: number): number {
  let at = from
  let lines = 0
  while (at < from + MAX_BLANKS) {
    const code = text.charCodeAt(at)
    if (code === 10 && ++lines > 1) return from
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && code !== 0xa0) break
    at++
  }
  return at
}

function endsWord(text: string, end: number, length: number): boolean {
  const code = text.charCodeAt(end)
  if (foldWordChar(code) === 0) return suffixLength(text, end) === 0
  const before = text.charCodeAt(end - 1)
  if (!isDigit(code) || isDigit(before) || (length < 3 && before !== 35 && before !== 43)) return false
  let at = end
  while (isDigit(text.charCodeAt(at))) at++
  return foldWordChar(text.charCodeAt(at)) === 0
}
