import type { Span } from '../core/position.ts'
import type { SkillFinder, SkillMention, Taxonomy } from '../skill/model.ts'
import type { Stated } from './model.ts'
import type { Segment } from './sections.ts'

const LISTING = new Set(['must', 'nice', 'stack'])

/**
 * The skills that a posting names. A point of a list of requirements is read by itself besides, as is what stands
 * before its first bracket, colon or comma: "Go (3 years)" leaves no doubt there that the language is meant.
 */
export function findMentions(
  masked: string,
  segments: readonly Segment[],
  { findSkills, taxonomy }: { readonly findSkills: SkillFinder; readonly taxonomy: Pick<Taxonomy, 'named'> },
  company: Stated<string> | null,
): readonly SkillMention[] {
  const found = findSkills(masked)
  const alone = segments
    .filter(({ kind, item }) => item && LISTING.has(kind))
    .flatMap(({ span }) => {
      const words = masked.slice(span.start, span.end)
      const lead = /^[^(:;,]{1,40}(?=\s*[(:;,])/u.exec(words)?.[0].trimEnd()
      return [words, ...(lead === undefined ? [] : [lead])].flatMap((part) =>
        shifted(findSkills(part), span.start),
      )
    })
  const all = [...found]
  const taken = new Set(found.flatMap(({ span }) => offsetsOf(span)))
  for (const mention of alone) {
    const offsets = offsetsOf(mention.span)
    if (offsets.some((offset) => taken.has(offset))) continue
    for (const offset of offsets) taken.add(offset)
    all.push(mention)
  }
  return withoutCompany(
    all.flatMap((mention) => apart(mention, taxonomy)).toSorted((a, b) => a.span.start - b.span.start),
    segments,
    company,
  )
}

/** "HTML/CSS" and "Git & GitHub" may be one name of one skill; a posting asks for both. */
function apart(mention: SkillMention, taxonomy: Pick<Taxonomy, 'named'>): readonly SkillMention[] {
  const parts = Array.from(mention.text.matchAll(/[^/&]+/gu), (match) => {
    const text = match[0].trim()
    const start = mention.span.start + match.index + match[0].indexOf(text)
    return { skill: taxonomy.named(text)?.id, text, span: { start, end: start + text.length } }
  })
  const named = parts.flatMap(({ skill, ...rest }) => (skill === undefined ? [] : [{ skill, ...rest }]))
  const distinct = new Set(named.map(({ skill }) => skill)).size
  return parts.length > 1 && distinct === parts.length ? named : [mention]
}

/** An employer that is named like a skill is no requirement, save in the lists of what is asked for. */
function withoutCompany(
  mentions: readonly SkillMention[],
  segments: readonly Segment[],
  company: Stated<string> | null,
): readonly SkillMention[] {
  if (company === null) return mentions
  const name = company.value.toLowerCase()
  const listing = segments.filter(({ kind }) => kind === 'must' || kind === 'nice')
  return mentions.filter(({ text, span }) => {
    if (overlap(span, company.span)) return false
    if (text.toLowerCase() !== name) return true
    return listing.some((segment) => overlap(segment.span, span))
  })
}

function shifted(mentions: readonly SkillMention[], by: number): readonly SkillMention[] {
  return mentions.map(({ skill, span, text }) => ({
    skill,
    text,
    span: { start: span.start + by, end: span.end + by },
  }))
}

function offsetsOf({ start, end }: Span): readonly number[] {
  return Array.from({ length: end - start }, (_, index) => start + index)
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
