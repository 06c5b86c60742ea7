import { formatPath } from '../core/position.ts'
import { firstDay, lastDay } from '../core/calendar.ts'
import type { Ledger } from '../metric/ledger.ts'
import { ledgerOf } from '../metric/ledger.ts'
import { SKILLS_SHOWN, skillsShown } from '../metric/skills-shown.ts'
import type { Shown } from '../match/model.ts'
import type { EvidenceReference, Resume } from '../resume/model.ts'
import { resumeTexts, type ResumeText } from '../resume/texts.ts'
import type { SkillFinder, SkillMention, Taxonomy } from '../skill/model.ts'
import { linkNumber, type TextContext } from './link-number.ts'
import type { LinkedClaim } from './model.ts'
import { parseNumbers } from './parse.ts'
import type { Stretch } from './references.ts'

/** What is needed to find skills in texts. */
export interface SkillContext {
  readonly taxonomy: Taxonomy
  readonly findSkills: SkillFinder
  /** The company that a source's work was done for, by the source's id, where the user has said so. */
  readonly companies?: ReadonlyMap<string, string>
}

/** Places whose numbers are claims about the person's work; a school's or employer's own description is none. */
const NUMBERS_IN: ReadonlySet<ResumeText['place']> = new Set(['summary', 'highlight'])
const SKILLS_IN: ReadonlySet<ResumeText['place']> = new Set([
  'label',
  'summary',
  'highlight',
  'skills',
  'project',
])

/**
 * Every number and skill that a résumé claims, with what the ledger says of it; in the order of the document. A number
 * is linked only through the references of its own highlight, a skill through what the ledger shows of it: in a
 * highlight, only work of the time and the company of its role. With no ledger, nothing is supported.
 */
export function linkClaims(
  resume: Resume,
  ledger: Ledger | null,
  context: SkillContext,
): readonly LinkedClaim[] {
  const shownDuring = shownWithin(ledger, context)
  const highlights = highlightContexts(resume)
  const projects = new Set(resume.projects.map(({ path }) => formatPath([...path, 'description'])))
  return resumeTexts(resume).flatMap(({ path, text, place }) => {
    const id = formatPath(path)
    const mentions = skillsIn(text, place, context)
    const about = highlights.get(id)
    const numbers =
      NUMBERS_IN.has(place) || projects.has(id)
        ? linkNumbers(
            { path, text, language: resume.language, mentions, ...(about ?? NOTHING) },
            ledger,
            context,
          )
        : []
    const skills = SKILLS_IN.has(place)
      ? mentions.map((mention) =>
          linkSkill({ path, text, mention }, shownDuring(about ?? NOTHING), context.taxonomy),
        )
      : []
    return [...numbers, ...skills].sort((a, b) => a.claim.span.start - b.claim.span.start)
  })
}

interface About {
  readonly references: readonly EvidenceReference[]
  readonly stretch: Stretch
  readonly company: string | null
}

const NOTHING: About = { references: [], stretch: { from: null, to: null }, company: null }

/** What the ledger shows of skills within a role's time and company; each pair is worked out once. */
function shownWithin(
  ledger: Ledger | null,
  { taxonomy, companies }: SkillContext,
): (about: About) => ReadonlyMap<string, Shown> | null {
  const known = new Map<string, ReadonlyMap<string, Shown>>()
  return ({ stretch: { from, to }, company }) => {
    if (ledger === null) return null
    const key = `${from ?? ''}\n${to ?? ''}\n${company ?? ''}`
    const before = known.get(key)
    if (before !== undefined) return before
    const records = ledger.records.filter(({ period, source }) => {
      const employer = companies?.get(source)
      if (company !== null && employer !== undefined && !sameCompany(company, employer)) return false
      return (from === null || period.to >= firstDay(from)) && (to === null || period.from <= lastDay(to))
    })
    const shown = skillsShown(ledgerOf(records), taxonomy)
    known.set(key, shown)
    return shown
  }
}

function sameCompany(a: string, b: string): boolean {
  const [first, second] = [a, b].map((name) =>
    name
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  )
  return first === second
}

/** The references of each highlight and the time of its role or project, by the highlight's formatted path. */
function highlightContexts(resume: Resume): ReadonlyMap<string, About> {
  const entries = [
    ...[...resume.work, ...resume.volunteer].flatMap(({ company, roles }) =>
      roles.map((role) => ({ ...role, company })),
    ),
    ...resume.projects.map((project) => ({ ...project, current: false, company: null })),
  ]
  return new Map(
    entries.flatMap(({ highlights, start, end, current, company }) =>
      highlights.map(({ path, evidence }) => [
        formatPath(path),
        { references: evidence, stretch: { from: start, to: current ? null : end }, company },
      ]),
    ),
  )
}

/** The number claims of one text. */
export function linkNumbers(
  text: Omit<TextContext, 'named'> & { readonly mentions: readonly SkillMention[] },
  ledger: Ledger | null,
  { taxonomy }: Pick<SkillContext, 'taxonomy'>,
): readonly LinkedClaim[] {
  const { mentions, ...rest } = text
  const named = new Set(mentions.flatMap(({ skill }) => [skill, ...taxonomy.implied(skill)]))
  return parseNumbers(text.text, { language: text.language, names: mentions.map(({ span }) => span) }).map(
    (mention) => linkNumber(mention, { ...rest, named }, ledger),
  )
}

/** A keyword that is a skill's whole name counts even where prose would need more context to be sure of it. */
function skillsIn(text: string, place: ResumeText['place'], context: SkillContext): readonly SkillMention[] {
  const found = context.findSkills(text)
  if (found.length > 0 || place !== 'skills') return found
  const named = context.taxonomy.named(text.trim())
  return named === null ? [] : [{ skill: named.id, span: { start: 0, end: text.length }, text }]
}

function linkSkill(
  { path, text, mention }: Pick<ResumeText, 'path' | 'text'> & { readonly mention: SkillMention },
  shown: ReadonlyMap<string, Shown> | null,
  taxonomy: Taxonomy,
): LinkedClaim {
  const claim = {
    id: `${formatPath(path)}@${mention.span.start}`,
    path,
    text,
    span: mention.span,
    statement: { kind: 'skill', skill: mention.skill },
  } as const
  const name = taxonomy.skills.get(mention.skill)?.name ?? mention.skill
  const found = shown?.get(mention.skill)
  if (!found) {
    const why = shown === null ? 'Nothing was collected yet.' : `No evidence in the ledger shows ${name}.`
    return { claim, status: 'unsupported', evidence: [], method: null, value: null, why }
  }
  const { commits, days, firstSeen, lastSeen, evidence } = found
  const why = `${name} is shown by ${commits} ${commits === 1 ? 'commit' : 'commits'} on ${days} ${days === 1 ? 'day' : 'days'}, ${firstSeen} to ${lastSeen}.`
  return { claim, status: 'supported', evidence, method: SKILLS_SHOWN.method, value: commits, why }
}
