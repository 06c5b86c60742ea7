import { findingOf } from '../core/codes.ts'
import type { Span } from '../core/position.ts'
import type { SkillFinder, SkillKind, SkillMention, Taxonomy } from '../skill/model.ts'
import type { Asked } from './asked.ts'
import { readSentence } from './asked.ts'
import { groupAlternatives } from './alternatives.ts'
import { codes } from './codes.ts'
import { decodePosting } from './decode.ts'
import { readCompany, readPlace, readRemote, readSeniority, readTitle } from './header.ts'
import type { Line } from './document.ts'
import { looksLikeHtml, parseHtml } from './html.ts'
import { maskText } from './mask.ts'
import { findMentions } from './mentions.ts'
import type { Posting, Requirement } from './model.ts'
import { readPay } from './pay.ts'
import { cutLines } from './pieces.ts'
import { parsePlain } from './plain.ts'
import type { Segment } from './sections.ts'
import { segmentLines } from './sections.ts'
import { sentencesOf } from './sentences.ts'

const LONGEST_TITLE = 120
/** "Backend Engineer" names the job; "Python Engineer" asks for Python. */
const NOT_IN_TITLES: ReadonlySet<SkillKind | undefined> = new Set(['practice', 'human'])

/** What reading a posting takes besides its bytes. */
export interface ReadPostingOptions {
  /** The file as the user named it, `-` for standard input. */
  readonly file: string
  readonly taxonomy: Pick<Taxonomy, 'implied' | 'named' | 'skills'>
  readonly findSkills: SkillFinder
}

/**
 * Reads a job advertisement: text, Markdown with front matter, or a saved HTML page.
 *
 * @throws `PST001` larger than 2 MB, `PST002` not text, `PST003` empty
 */
export function readPosting(bytes: Uint8Array, options: ReadPostingOptions): Posting {
  const { file, taxonomy } = options
  const { text: source, findings: decoding } = decodePosting(bytes, file)
  const document = looksLikeHtml(source, file) ? parseHtml(source, file) : parsePlain(source, file)
  const { text, stated } = document
  const lines = cutLines(text, document.lines)
  const masked = maskText(text)
  const title = stated.title ?? readTitle(text, lines)
  const company = stated.company ?? readCompany(text, lines)
  const segments = segmentLines(text, lines)
  const head = title === null ? null : titleLine(masked, title.span, lines)
  const mentions = findMentions(masked, segments, options, company).filter(
    ({ skill, span }) => !(isWithin(head, span) && NOT_IN_TITLES.has(taxonomy.skills.get(skill)?.kind)),
  )
  const context = { masked, taxonomy, hasMust: listsSkills(segments, mentions) }
  const asked: Asked[] = head === null ? [] : [...titleAsks(masked, head, mentions, taxonomy)]
  let next = 0
  for (const segment of segments) {
    for (const span of sentencesOf(masked, segment.span)) {
      if (head !== null && span.start >= head.start && span.end <= head.end) continue
      while ((mentions[next]?.span.start ?? Infinity) < span.start) next += 1
      let last = next
      while ((mentions[last]?.span.start ?? Infinity) < span.end) last += 1
      asked.push(
        ...readSentence(
          context,
          { span, kind: segment.kind, item: segment.item },
          mentions.slice(next, last),
        ),
      )
      next = last
    }
  }
  const requirements = toRequirements(text, asked)
  const findings = [...decoding, ...document.findings]
  if (requirements.length === 0) {
    const position = { file, line: null, column: null }
    findings.push(
      findingOf(codes, 'PST005', { message: `${file} asks for nothing that could be recognised.`, position }),
    )
  }
  const spans = segments.filter(({ kind }) => kind !== 'legal').map(({ span }) => span)
  const strongs = lines.filter(({ kind }) => kind !== 'item').map(({ span }) => span)
  return {
    text,
    title,
    company,
    seniority: readSeniority(text, lines, title),
    years: stated.years ?? overallYears(asked),
    place: stated.place ?? readPlace(text, lines, title, company),
    remote: stated.remote ?? readRemote(text, masked, lines),
    pay: stated.pay ?? readPay(masked, spans) ?? readPay(masked, strongs),
    requirements,
    link: stated.link,
    stage: stated.stage,
    findings,
  }
}

/** Whether a section of requirements names any skill; an empty one says nothing on what stands elsewhere. */
function listsSkills(segments: readonly Segment[], mentions: readonly SkillMention[]): boolean {
  let next = 0
  return segments.some(({ kind, span }) => {
    while ((mentions[next]?.span.start ?? Infinity) < span.start) next += 1
    return kind === 'must' && (mentions[next]?.span.start ?? Infinity) < span.end
  })
}

/** The line that is the title, with what it names beside the job: "Senior Engineer (Go, AWS)". */
function titleLine(masked: string, title: Span, lines: readonly Line[]): Span {
  const line = lines.find(({ span }) => span.start <= title.start && span.end >= title.end)
  const sentences = line === undefined ? [] : sentencesOf(masked, line.span)
  const sentence = sentences.find((span) => span.start <= title.start && span.end >= title.end)
  if (sentence === undefined || sentence.end - sentence.start > LONGEST_TITLE) return title
  return /^$|[|:•·–—-]\s*$/u.test(masked.slice(sentence.start, title.start)) ? sentence : title
}

function titleAsks(
  masked: string,
  title: Span,
  mentions: readonly SkillMention[],
  taxonomy: Pick<Taxonomy, 'implied' | 'skills'>,
): readonly Asked[] {
  const named = mentions.filter(({ span }) => isWithin(title, span))
  return groupAlternatives(masked, title.end, named, taxonomy).map(({ mentions }) => ({
    modality: 'must',
    anyOf: [...new Set(mentions.map(({ skill }) => skill))],
    mentions: mentions.map(({ span }) => span),
    years: null,
    span: title,
  }))
}

function isWithin(outer: Span | null, inner: Span): boolean {
  return outer !== null && inner.start >= outer.start && inner.end <= outer.end
}

/** One requirement for each set of skills; `must` wins over `nice`, and its words are the ones shown. */
function toRequirements(text: string, asked: readonly Asked[]): readonly Requirement[] {
  const bySet = new Map<string, Asked[]>()
  for (const each of asked) {
    const key =
      each.anyOf.length > 0
        ? each.anyOf.toSorted().join(' ')
        : `${each.span.start}:${each.years?.span.start ?? ''}`
    const same = bySet.get(key)
    if (same === undefined) bySet.set(key, [each])
    else same.push(each)
  }
  const merged = Array.from(bySet.values(), (all) => {
    const shown =
      all.find(({ modality, years }) => modality === 'must' && years !== null) ??
      all.find(({ modality }) => modality === 'must') ??
      all[0]
    const years = all.flatMap((each) => each.years ?? []).toSorted((a, b) => b.min - a.min)[0]
    const mentions = all.flatMap((each) => each.mentions).toSorted((a, b) => a.start - b.start)
    const first = mentions[0]?.start ?? shown?.span.start ?? 0
    return { shown, years, mentions, first }
  })
  return merged
    .toSorted((a, b) => a.first - b.first)
    .flatMap(({ shown, years, mentions }, index) =>
      shown === undefined
        ? []
        : [
            {
              id: `r${index + 1}`,
              modality: shown.modality,
              anyOf: shown.anyOf,
              years: years === undefined ? null : { min: years.min, max: years.max },
              text: text.slice(shown.span.start, shown.span.end),
              span: shown.span,
              mentions,
            },
          ],
    )
}

/** The most years that are asked for: whoever needs eight of Java needs eight overall. */
function overallYears(asked: readonly Asked[]): Posting['years'] {
  const years = asked
    .flatMap((each) => (each.modality === 'must' && each.years !== null ? [each.years] : []))
    .toSorted((a, b) => b.min - a.min)[0]
  return years === undefined ? null : { value: { min: years.min, max: years.max }, span: years.span }
}
