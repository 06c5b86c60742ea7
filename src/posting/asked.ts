import type { Span } from '../core/position.ts'
import type { SkillMention, Taxonomy } from '../skill/model.ts'
import { groupAlternatives, isListed } from './alternatives.ts'
import * as cues from './cues.ts'
import { occurs } from './document.ts'
import type { Modality } from './model.ts'
import type { SectionKind } from './section-lexicon.ts'
import { CREDENTIALS, SPOKEN } from './unnamed.ts'
import type { YearsAsked } from './years.ts'
import { yearsAsked } from './years.ts'

/** One thing that one sentence asks for. */
export interface Asked {
  readonly modality: Modality
  /** Skill ids of which one is enough; empty for what is no skill. */
  readonly anyOf: readonly string[]
  readonly mentions: readonly Span[]
  readonly years: YearsAsked | null
  readonly span: Span
}

/** A sentence with what is known around it. */
export interface Sentence {
  readonly span: Span
  readonly kind: SectionKind
  readonly item: boolean
}

/** What all sentences of a posting share. `masked` has the offsets of the posting's text. */
export interface AskedContext {
  readonly masked: string
  readonly taxonomy: Pick<Taxonomy, 'implied'>
  /** The posting has a section of requirements, so that loose mentions elsewhere weigh less. */
  readonly hasMust: boolean
}

const LONGEST = 240
/** How far a cue carries in a text that lost its punctuation. */
const REACH = 160
const HEAD_NOUN =
  /^(?:[-–•*]\s*)?(?:(?:any|some|prior|previous|good|basic|also|having|la|une|la|first|erste|grund)\s+)*(?:experience|knowledge|familiarity|understanding|exposure|skills?|background|use|working|erfahrung(?:en)?|kenntnisse|grundkenntnisse|expérience|connaissances?|experiencia|conocimientos?)(?![\p{L}])/iu
const STOP =
  /,\s+(?:and\s+|but\s+)?(?:you\s|strong|solid|proven|must|required|excellent|in-depth|deep)|\s+but\s+(?!not\s+(?:required|mandatory|necessary))/iu

/** What a sentence asks for, with the skills that are named in it. */
export function readSentence(
  context: AskedContext,
  sentence: Sentence,
  mentions: readonly SkillMention[],
): readonly Asked[] {
  const { masked } = context
  const { span } = sentence
  const words = masked.slice(span.start, span.end)
  const scopes = scopesOf(words, span, mentions)
  const base = baseModality(context, sentence, words, mentions)
  const strong = occurs(cues.MUST_STRONG, words)
  const isNice = (at: number): boolean => scopes.nice.some((range) => within(range, at))
  const modalityAt = (at: number): Modality | null => {
    if (isNice(at))
      return base !== null || sentence.kind === 'other' || sentence.kind === 'stack' ? 'nice' : null
    if (base === 'nice' && strong) return 'must'
    return base
  }
  const kept = wanted(masked, sentence, words, mentions, scopes.dropped)
  const runs: { readonly modality: Modality; readonly mentions: SkillMention[] }[] = []
  for (const mention of kept) {
    const modality = modalityAt(mention.span.start)
    if (modality === null) continue
    const last = runs.at(-1)
    if (last !== undefined && last.modality === modality) last.mentions.push(mention)
    else runs.push({ modality, mentions: [mention] })
  }
  const listing = sentence.kind === 'must' || sentence.kind === 'nice'
  const place = INERT.has(sentence.kind) ? 'elsewhere' : listing ? 'listing' : 'open'
  const years = yearsAsked(masked, span, place)
  const owners = years.map((each) => ownersOf(masked, each, kept))
  const asked = runs.flatMap((run) =>
    groupAlternatives(masked, span.end, run.mentions, context.taxonomy).map((group): Asked => {
      const index = owners.findIndex((owned) => group.mentions.some((mention) => owned.includes(mention)))
      const counted = years[index] ?? null
      const first = group.mentions[0]?.span.start ?? span.start
      return {
        modality: counted !== null && sentence.kind !== 'nice' && !isNice(first) ? 'must' : run.modality,
        anyOf: [...new Set(group.mentions.map(({ skill }) => skill))],
        mentions: group.mentions.map(({ span }) => span),
        years: counted,
        span: wordsAround(masked, span, group.mentions),
      }
    }),
  )
  const unnamed = [
    ...years
      .filter((_, index) => owners[index]?.length === 0)
      .map((each) => ({ at: each.span, years: each })),
    ...(base === null ? [] : namedOtherwise(words, span, mentions)).map((at) => ({ at, years: null })),
  ]
  for (const { at, years } of unnamed) {
    const counts = years !== null && sentence.kind !== 'nice' && !isNice(at.start)
    const modality = counts ? 'must' : modalityAt(at.start)
    if (modality === null) continue
    asked.push({ modality, anyOf: [], mentions: [], years, span: wordsAround(masked, span, [{ span: at }]) })
  }
  return asked
}

const HAVING =
  /^(?:\p{L}+\s+){0,2}(?:knowledge|experience|proficien\p{L}+|expertise|understanding|fluen\p{L}+)\s/iu
const YOU_HAVE =
  /(?<!\p{L})(?:you\s+(?:have|know|should|must|need|can|bring)|you['’]ve|experience|knowledge|proficien\p{L}+|strong|solid)(?!\p{L})/iu
const SOUGHT = /(?<!\p{L})(?:looking|searching|hiring)\s+for(?!\p{L})|wir suchen|recherchons|buscamos/iu
const INERT: ReadonlySet<SectionKind> = new Set(['benefits', 'apply', 'legal', 'about'])

function baseModality(
  { hasMust }: AskedContext,
  { kind, item }: Sentence,
  words: string,
  mentions: readonly SkillMention[],
): Modality | null {
  const open = words.replaceAll(/\([^()]*\)/g, ' ')
  const ours = occurs(cues.STACK, open)
  if (kind === 'must') {
    if (!item && cues.WORK_AHEAD.test(words)) return 'nice'
    return ours && !YOU_HAVE.test(open) ? 'nice' : 'must'
  }
  if (kind === 'nice' || kind === 'stack') return 'nice'
  if (kind === 'duties') return occurs(HAVING, words) ? 'must' : 'nice'
  if (kind === 'about') {
    if (occurs(SOUGHT, words)) return 'must'
    return occurs(cues.OWN_STACK, words) ? 'nice' : null
  }
  if (kind !== 'other') return null
  if (occurs(cues.MUST_STRONG, words)) return 'must'
  if (ours) return 'nice'
  if (occurs(cues.MUST_USUAL, words)) return 'must'
  if (item || isList(words, mentions)) return hasMust ? 'nice' : 'must'
  return null
}

/** Hardly anything but skills and separators. */
function isList(words: string, mentions: readonly SkillMention[]): boolean {
  const named = mentions.reduce((sum, { text }) => sum + text.length, 0)
  return mentions.length > 0 && named * 2 >= words.replaceAll(/[\s,/&|•·()]/g, '').length
}

interface Scopes {
  readonly nice: readonly Span[]
  readonly dropped: readonly Span[]
}

function scopesOf(words: string, { start }: Span, mentions: readonly SkillMention[]): Scopes {
  const parens = Array.from(words.matchAll(/\([^()]*\)/g), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const inside = (at: number): Span | undefined => parens.find((paren) => within(paren, at))
  const holds = (range: Span): boolean => mentions.some(({ span }) => within(range, span.start - start))
  const nice: Span[] = []
  for (const match of words.matchAll(cues.NICE_AHEAD)) {
    const from = match.index + match[0].length
    const end = Math.min(inside(match.index)?.end ?? words.length, from + REACH)
    const stop = words.slice(from, end).search(STOP)
    nice.push({ start: match.index, end: stop < 0 ? end : from + stop })
  }
  const behind = (match: RegExpExecArray): Span => {
    const paren = match[0].startsWith('(') ? undefined : inside(match.index)
    const scope =
      paren === undefined ? { start: 0, end: match.index } : { start: paren.start + 1, end: match.index }
    if (paren !== undefined && !holds(scope)) return lastItem(words, { start: 0, end: paren.start })
    const many = Object.values(match.groups ?? {}).some((group) => group !== undefined)
    return many ? clause(words, scope) : lastItem(words, scope)
  }
  for (const match of words.matchAll(cues.NICE_BEHIND)) nice.push(behind(match))
  for (const paren of parens) {
    if (occurs(cues.STACK, words.slice(paren.start, paren.end)) && holds(paren)) nice.push(paren)
  }
  const dropped = Array.from(words.matchAll(cues.NOT_ASKED), behind)
  const shift = (range: Span): Span => ({ start: range.start + start, end: range.end + start })
  return { nice: nice.map(shift), dropped: dropped.map(shift) }
}

/** From the last break of thought to the end of the range. */
function clause(words: string, range: Span): Span {
  const text = words.slice(range.start, range.end)
  const breaks = Array.from(text.matchAll(/[;:.]\s|\s[-–—]\s|,?\s(?:but|aber|mais|pero)\s/giu))
  const last = breaks.at(-1)
  const start = range.start + (last === undefined ? 0 : last.index + last[0].length)
  return { start: Math.max(start, range.end - REACH), end: range.end }
}

/** "Docker, K8s is a plus": the last item alone, unless experience with all of them is the subject. */
function lastItem(words: string, range: Span): Span {
  const whole = clause(words, range)
  const text = words
    .slice(whole.start, whole.end)
    .replaceAll(/\([^()]*\)/g, (paren) => ' '.repeat(paren.length))
  const comma = text
    .trimEnd()
    .replace(/[,\s]+$/, '')
    .lastIndexOf(',')
  const last = { start: whole.start + comma + 1, end: whole.end }
  if (comma < 0 || HEAD_NOUN.test(text.slice(comma + 1).trimStart())) return last
  const strong = /strong|solid|proven|\d\s*\+?\s*(?:years?|yrs)|must|required|deep|extensive/i.test(text)
  return HEAD_NOUN.test(text.trimStart()) && !strong ? whole : last
}

/** The mentions that are not denied, left behind, or somebody else's. */
function wanted(
  masked: string,
  { span, kind }: Sentence,
  words: string,
  mentions: readonly SkillMention[],
  dropped: readonly Span[],
): readonly SkillMention[] {
  const listing = kind === 'must' || kind === 'nice'
  const kept: SkillMention[] = []
  let denied: SkillMention | null = null
  for (const mention of mentions) {
    const before = words.slice(
      Math.max(0, mention.span.start - span.start - REACH),
      mention.span.start - span.start,
    )
    const behind = words.slice(mention.span.end - span.start, mention.span.end - span.start + REACH)
    const goesOn =
      denied !== null &&
      /^\s*(?:,\s*)?(?:or|nor|oder|ou|o|ni|\/)\s*$/iu.test(masked.slice(denied.span.end, mention.span.start))
    if (goesOn || cues.NEGATION.test(before) || cues.LEFT_BEHIND.test(before)) {
      denied = mention
      continue
    }
    denied = null
    if (dropped.some((range) => within(range, mention.span.start))) continue
    if (!listing && isPlatform(mention) && isOwnApp(before, behind)) continue
    if (!listing && kind !== 'duties' && kind !== 'stack' && cues.OTHERS.test(before)) continue
    kept.push(mention)
  }
  return kept
}

function isOwnApp(before: string, behind: string): boolean {
  if (cues.OWN_APP_FOR.test(before)) return true
  return cues.OWN_APP_BEFORE.test(before) && cues.OWN_APP_BEHIND.test(behind)
}

function isPlatform({ skill }: SkillMention): boolean {
  return /^(?:ios|android|windows|macos|web|mobile)/.test(skill)
}

/** The mentions that a number of years belongs to: the one right before it, or the list right behind it. */
function ownersOf(
  masked: string,
  years: YearsAsked,
  mentions: readonly SkillMention[],
): readonly SkillMention[] {
  const before = mentions.findLast(({ span }) => span.end <= years.span.start)
  if (before && /^\s*[:(,–-]\s*$/.test(masked.slice(before.span.end, years.span.start))) return [before]
  const first = mentions.findIndex(({ span }) => span.start >= years.span.end)
  const start = mentions[first]
  if (start === undefined) return []
  const gap = masked.slice(years.span.end, start.span.start)
  if (gap.length > 60 || /[.;:]\s|,\s+(?!and\s)|\d\+?\s*years/i.test(gap)) return []
  if (
    /(?:engineer(?:ing)?|develop(?:ment|er|ing)|software|programming|entwicklung|développement|desarrollo)\b.*(?:experience|erfahrung|expérience|experiencia)?\s*,/iu.test(
      gap,
    )
  )
    return []
  const owners = [start]
  for (const mention of mentions.slice(first + 1)) {
    const last = owners.at(-1)
    if (last === undefined || !isListed(masked.slice(last.span.end, mention.span.start))) break
    owners.push(mention)
  }
  return owners
}

/** What is asked for beside skills; a spoken language only when the taxonomy does not have it. */
function namedOtherwise(words: string, { start }: Span, mentions: readonly SkillMention[]): readonly Span[] {
  const first = (pattern: RegExp): Span | null => {
    const match = Array.from(words.matchAll(pattern))[0]
    return match === undefined
      ? null
      : { start: start + match.index, end: start + match.index + match[0].length }
  }
  const spoken = first(SPOKEN)
  const known = spoken !== null && mentions.some(({ span }) => within(spoken, span.start))
  return [...CREDENTIALS.map(first), known ? null : spoken].filter((span) => span !== null)
}

function wordsAround(masked: string, span: Span, mentions: readonly { readonly span: Span }[]): Span {
  if (span.end - span.start <= LONGEST) return span
  const first = mentions[0]?.span.start ?? span.start
  const last = mentions.at(-1)?.span.end ?? first
  const snap = (at: number): number => {
    const blank = masked.indexOf(' ', at)
    return blank < 0 || blank >= first ? first : blank + 1
  }
  const start = first - 80 <= span.start ? span.start : snap(first - 80)
  const tail = masked.lastIndexOf(' ', last + 60)
  return { start, end: last + 60 >= span.end ? span.end : Math.max(tail, last) }
}

function within(range: Span, at: number): boolean {
  return at >= range.start && at < range.end
}
