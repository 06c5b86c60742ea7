import type { LinkedClaim } from '../claim/model.ts'
import type { DocumentPath } from '../core/position.ts'
import { formatPath } from '../core/position.ts'
import type { Match } from '../match/model.ts'
import type { SkillFinder, Taxonomy } from '../skill/model.ts'

/** How much a text says of what the posting asks, and why. */
export interface Relevance {
  readonly points: number
  /** Ids of the skills that the posting asks for and the text says, heaviest first, implied ones included. */
  readonly skills: readonly string[]
  /** Those of them that stand in the text in so many words. */
  readonly named: readonly string[]
  readonly supportedNumbers: number
  readonly plainNumbers: number
}

const SUPPORTED_NUMBER = 1.5
const PLAIN_NUMBER = 0.5

/** Judges texts against one posting. */
export function relevanceFor(
  match: Match,
  context: {
    readonly taxonomy: Taxonomy
    readonly findSkills: SkillFinder
    readonly claims: readonly LinkedClaim[] | null
  },
): (text: string, path: DocumentPath) => Relevance {
  const weights = new Map<string, number>()
  for (const row of match.rows) {
    for (const skill of row.requirement.anyOf) {
      weights.set(skill, Math.max(weights.get(skill) ?? 0, row.weight))
    }
  }
  const numbers = new Map<string, { supported: number; plain: number }>()
  for (const { claim, status } of context.claims ?? []) {
    if (claim.statement.kind !== 'number') continue
    const key = formatPath(claim.path)
    const seen = numbers.get(key) ?? { supported: 0, plain: 0 }
    if (status === 'supported') seen.supported += 1
    else if (status !== 'contradicted') seen.plain += 1
    numbers.set(key, seen)
  }
  return (text, path) => {
    const said = new Set<string>()
    const direct = new Set<string>()
    for (const { skill } of context.findSkills(text)) {
      said.add(skill)
      direct.add(skill)
      for (const implied of context.taxonomy.implied(skill)) said.add(implied)
    }
    const skills = [...said]
      .filter((skill) => weights.has(skill))
      .toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || (a < b ? -1 : 1))
    const number = numbers.get(formatPath(path)) ?? { supported: 0, plain: 0 }
    return {
      points:
        skills.reduce((sum, skill) => sum + (weights.get(skill) ?? 0), 0) +
        SUPPORTED_NUMBER * number.supported +
        PLAIN_NUMBER * Math.min(number.plain, 1),
      skills,
      named: skills.filter((skill) => direct.has(skill)),
      supportedNumbers: number.supported,
      plainNumbers: number.plain,
    }
  }
}
