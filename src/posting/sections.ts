import type { Span } from '../core/position.ts'
import type { Line } from './document.ts'
import { trimSpan } from './document.ts'
import type { SectionKind } from './section-lexicon.ts'
import { SECTION_WORDS } from './section-lexicon.ts'
import { sentencesOf } from './sentences.ts'

/** A line of a posting, or a part of one, with the section that it stands in. */
export interface Segment {
  readonly kind: SectionKind
  readonly span: Span
  readonly item: boolean
}

interface Phrase {
  readonly kind: SectionKind
  readonly pattern: RegExp
  readonly whole: RegExp
}

const PHRASES: readonly Phrase[] = SECTION_WORDS.map(([kind, words]) => ({
  kind,
  pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu'),
  whole: new RegExp(`^(?:${words.join('|')})$`, 'iu'),
}))
const QUALIFIER =
  /^(?:(?:our|your|the|key|main|core|job|basic|minimum|general|technical|additional|role|position|other|some|personal|professional|required|hard|soft|deine|ihre|unsere|vos|tes|nos|tus|sus|nuestros?|les|los|las)\s+)+/iu
const FLAT =
  /(?<=\s)(?:Requirements|Responsibilities|(?:(?:Basic|Minimum|Preferred|Desired)\s)?Qualifications|Benefits|(?:Your\s)?Tasks|(?:Your|YOUR)\s(?:[Pp]rofile|PROFILE|TASKS|[Rr]esponsibilities)|OUR OFFER|Our [Oo]ffer|Nice to [Hh]ave|Must [Hh]ave|Job benefits|Company description|What (?:you|we)(?:['’](?:ll|re|d)| will| are| can)? (?:bring|do|need|offer|expect|look(?:ing)? for)|WHAT YOU WILL DO|WHAT YOU BRING|WHAT WE OFFER|Who [Yy]ou [Aa]re|About [Yy]ou|About [Uu]s|Dein Profil|Deine Aufgaben|Wir bieten|Votre profil|Vos missions|Requisitos|Ofrecemos)(?=:?\s+[\p{Lu}\d•(-])/gu

const LONG = 300
/** Level of a whole line in bold. What is a heading by its words alone lies below and closes no section. */
const UNMARKED = 7
const KEPT: ReadonlySet<SectionKind> = new Set([
  'must',
  'nice',
  'duties',
  'benefits',
  'about',
  'apply',
  'legal',
])

/** Gives every line the section that it stands in. Headings themselves are left out. */
export function segmentLines(text: string, lines: readonly Line[]): readonly Segment[] {
  const segments: Segment[] = []
  let section: { readonly kind: SectionKind; readonly level: number } = { kind: 'other', level: 0 }
  for (const line of lines) {
    const words = text.slice(line.span.start, line.span.end)
    const heading = readHeading(words, line)
    if (heading !== null) {
      if (heading.kind !== null) section = { kind: heading.kind, level: heading.level }
      else if (heading.level <= Math.min(section.level, UNMARKED))
        section = { kind: 'other', level: heading.level }
      continue
    }
    const parts = splitInline(text, line)
    for (const { kind, span, kept } of parts) {
      segments.push({ kind: kind ?? section.kind, span, item: line.kind === 'item' })
      if (kind !== null && kept) section = { kind, level: 8 }
      else if (section.kind === 'header' && section.level > UNMARKED) section = { kind: 'other', level: 0 }
    }
  }
  return segments
}

/** The section that a heading opens, null when its words say nothing known. */
export function headingKind(words: string): SectionKind | null {
  const heading = words
    .replaceAll(/[*_#:"“”?!…]|\p{Extended_Pictographic}|\uFE0F/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const found = PHRASES.flatMap(({ kind, pattern }, rank) =>
    Array.from(heading.matchAll(pattern), ({ index, 0: match }) => {
      const end = index + match.length
      const full = index === 0 && end === heading.length
      const opening = index === 0 && match.includes(' ')
      const weight = full ? 0 : kind === 'nice' ? 1 : opening ? 2 : end === heading.length ? 3 : 4
      return { kind, weight, index, length: match.length, rank }
    }),
  )
  found.sort((a, b) => a.weight - b.weight || a.index - b.index || b.length - a.length || a.rank - b.rank)
  return found[0]?.kind ?? null
}

function readHeading(
  words: string,
  { kind, level }: Line,
): { readonly kind: SectionKind | null; readonly level: number } | null {
  if (kind === 'heading') return { kind: headingKind(words), level }
  const colon = /:\s*[*_]*$/.test(words)
  const count = words.split(/\s+/).length
  if (kind === 'item') {
    const known = colon && count <= 12 ? headingKind(words) : null
    return known === 'must' || known === 'nice' ? { kind: known, level: 9 } : null
  }
  if (kind === 'strong') return count <= 12 ? { kind: headingKind(words), level } : null
  if (colon && count <= 14) return { kind: headingKind(words), level: 9 }
  if (words.length > 60 || /[.,;]$/.test(words)) return null
  const bare = words.replaceAll(/[?!…]|\p{Extended_Pictographic}|\uFE0F|\([^)]*\)/gu, ' ').trim()
  const shorn = bare.replace(QUALIFIER, '')
  const capitals = /\p{Lu}{4}/u.test(bare) && !/\p{Ll}/u.test(bare)
  if (capitals && count <= 8) {
    const known = headingKind(words)
    return known === null ? null : { kind: known, level: 8 }
  }
  const whole = PHRASES.some(({ whole }) => whole.test(bare) || whole.test(shorn)) || isMadeOfPhrases(bare)
  return whole ? { kind: headingKind(words), level: 8 } : null
}

/** "Essential skills & experience": nothing but words of headings and what joins them. */
function isMadeOfPhrases(words: string): boolean {
  if (words.split(/\s+/).length < 2 || !/^\p{Lu}/u.test(words)) return false
  const rest = PHRASES.reduce(
    (left, { pattern }) => left.replaceAll(pattern, ' '),
    words.replace(QUALIFIER, ''),
  )
  return /^[\s,&/-]*(?:(?:and|or|of|for|und|oder|et|ou|y|o|de|del|la|el)[\s,&/-]*)*$/iu.test(rest)
}

interface Part {
  readonly kind: SectionKind | null
  readonly span: Span
  readonly kept: boolean
}

/** Splits "Requirements: Java. Nice to have: Kafka" at the headings within the line. */
function splitInline(text: string, { span, kind }: Line): readonly Part[] {
  const words = text.slice(span.start, span.end)
  const cuts: { readonly at: number; readonly kind: SectionKind; readonly kept: boolean }[] = []
  for (const match of words.matchAll(/(?<=^|[.;!?)]\s+|[\p{Ll}\d]\s+)\p{Lu}[^.;:,()!?\r\n]{1,48}:(?=\s)/gu)) {
    const opening = match.index === 0
    const known = inlineKind(match[0].slice(0, -1), opening)
    if (known === null || (kind === 'item' && !opening)) continue
    const kept = kind !== 'item' && KEPT.has(known)
    cuts.push({ at: match.index, kind: known, kept })
  }
  if (words.length > LONG) {
    for (const match of words.matchAll(FLAT)) {
      const known = headingKind(match[0])
      if (known !== null && !cuts.some(({ at }) => at === match.index))
        cuts.push({ at: match.index, kind: known, kept: true })
    }
    cuts.sort((a, b) => a.at - b.at)
  }
  const starts: { readonly at: number; readonly kind: SectionKind | null; readonly kept: boolean }[] = [
    { at: 0, kind: null, kept: false },
  ]
  for (const [index, cut] of cuts.entries()) {
    starts.push(cut)
    if (cut.kind !== 'header' && cut.kind !== 'stack') continue
    const next = cuts[index + 1]?.at ?? words.length
    const end = sentencesOf(words, { start: cut.at, end: next })[0]?.end ?? next
    if (end < next) starts.push({ at: end, kind: null, kept: false })
  }
  return starts.flatMap((cut, index) => {
    const part = trimSpan(text, span.start + cut.at, span.start + (starts[index + 1]?.at ?? words.length))
    return part === null ? [] : [{ kind: cut.kind, span: part, kept: cut.kept }]
  })
}

/** Within a line, only words that are a heading as a whole count, or at its beginning with a qualifier before. */
function inlineKind(words: string, opening: boolean): SectionKind | null {
  const shorn = words.replace(QUALIFIER, '')
  const tail = opening ? null : /\p{Lu}[^\p{Lu}]*$/u.exec(words)?.[0]
  for (const candidate of [words, shorn, tail]) {
    if (candidate != null && PHRASES.some(({ whole }) => whole.test(candidate))) return headingKind(candidate)
  }
  return null
}
