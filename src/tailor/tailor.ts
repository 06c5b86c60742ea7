import type { LinkedClaim } from '../claim/model.ts'
import type { Match } from '../match/model.ts'
import type { Employment, Highlight, Project, Resume, Role, SkillGroup } from '../resume/model.ts'
import type { SkillFinder, Taxonomy } from '../skill/model.ts'
import type { TailorChange, TailorLimits, Variant } from './model.ts'
import { relevanceFor } from './relevance.ts'
import type { Relevance } from './relevance.ts'
import { KEEP } from './variant.ts'

/** Room for about two pages. */
export const DEFAULT_LIMITS: TailorLimits = { newest: 6, oldest: 3 }

type Judge = (text: string, path: Highlight['path']) => Relevance

/**
 * Selects and orders a résumé for one posting. It moves and leaves out; it never adds or changes a word. A role keeps
 * its place in time and at least one highlight; what the user tagged `keep` always stays.
 */
export function tailorResume(
  resume: Resume,
  match: Match,
  context: {
    readonly taxonomy: Taxonomy
    readonly findSkills: SkillFinder
    readonly claims: readonly LinkedClaim[] | null
    readonly limits?: TailorLimits
  },
): Variant {
  const limits = context.limits ?? DEFAULT_LIMITS
  const judge = relevanceFor(match, context)
  const changes: TailorChange[] = []
  let position = 0
  const tailorRole = (role: Role): Role => {
    const room = Math.max(limits.oldest, limits.newest - position)
    position += 1
    return { ...role, highlights: tailorHighlights(role.highlights, room, judge, context.taxonomy, changes) }
  }
  const tailorEmployment = (employment: Employment): Employment => ({
    ...employment,
    roles: employment.roles.map(tailorRole),
  })
  const tailorProject = (project: Project): Project => ({
    ...project,
    highlights: tailorHighlights(project.highlights, limits.oldest, judge, context.taxonomy, changes),
  })
  return {
    resume: {
      ...resume,
      work: resume.work.map(tailorEmployment),
      projects: resume.projects.map(tailorProject),
      skills: tailorSkills(resume.skills, judge, context.taxonomy, changes),
    },
    changes,
  }
}

function tailorHighlights(
  highlights: readonly Highlight[],
  room: number,
  judge: Judge,
  taxonomy: Taxonomy,
  changes: TailorChange[],
): readonly Highlight[] {
  const judged = highlights.map((highlight, index) => ({
    highlight,
    index,
    relevance: judge(highlight.text, highlight.path),
  }))
  const ranked = judged.toSorted((a, b) => b.relevance.points - a.relevance.points || a.index - b.index)
  const kept = ranked.filter(({ highlight }, rank) => rank < room || highlight.tags.includes(KEEP))
  for (const { highlight, relevance } of ranked.filter((item) => !kept.includes(item))) {
    changes.push({
      kind: 'left-out',
      path: highlight.path,
      text: highlight.text,
      reason: `${reasonOf(relevance, taxonomy)}; there is room for ${room} here`,
    })
  }
  const before = judged.filter((item) => kept.includes(item))
  kept.forEach((item, rank) => {
    const was = before.indexOf(item)
    if (was > rank) {
      changes.push({
        kind: 'moved-up',
        path: item.highlight.path,
        text: item.highlight.text,
        reason: reasonOf(item.relevance, taxonomy),
      })
    }
  })
  return kept.map(({ highlight }) => highlight)
}

/** Puts what the posting asks for first, groups and keywords alike; drops nothing. */
function tailorSkills(
  groups: readonly SkillGroup[],
  judge: Judge,
  taxonomy: Taxonomy,
  changes: TailorChange[],
): readonly SkillGroup[] {
  const judged = groups.map((group, index) => {
    const keywords = group.keywords
      .map((keyword, place) => ({
        keyword,
        place,
        relevance: judge(keyword, [...group.path, 'keywords', place]),
      }))
      .toSorted((a, b) => b.relevance.points - a.relevance.points || a.place - b.place)
    const points = keywords.reduce(
      (sum, { relevance }) => sum + relevance.points,
      judge(group.name ?? '', group.path).points,
    )
    return { group: { ...group, keywords: keywords.map(({ keyword }) => keyword) }, index, points, keywords }
  })
  const ranked = judged.toSorted((a, b) => b.points - a.points || a.index - b.index)
  ranked.forEach((item, rank) => {
    if (item.index <= rank) return
    const skills = item.keywords.flatMap(({ relevance }) => relevance.skills)
    changes.push({
      kind: 'moved-up',
      path: item.group.path,
      text: item.group.name ?? item.group.keywords.join(', '),
      reason: asks([...new Set(skills)], taxonomy),
    })
  })
  return ranked.map(({ group }) => group)
}

function reasonOf(relevance: Relevance, taxonomy: Taxonomy): string {
  const { supportedNumbers, plainNumbers } = relevance
  const skills = relevance.named.length > 0 ? relevance.named : relevance.skills
  const reasons = [
    ...(skills.length > 0 ? [asks(skills, taxonomy)] : []),
    ...(supportedNumbers > 0 ? ['its number has evidence'] : []),
  ]
  if (reasons.length > 0) return reasons.join(', and ')
  return plainNumbers > 0 ? 'states a number' : 'says nothing that the posting asks for'
}

function asks(skills: readonly string[], taxonomy: Taxonomy): string {
  const names = skills.slice(0, 3).map((id) => taxonomy.skills.get(id)?.name ?? id)
  return `says ${names.join(', ')}, which the posting asks for`
}
