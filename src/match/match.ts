import type { Requirement } from '../posting/model.ts'
import type { Match, MatchRow, Said, Shown, Standing } from './model.ts'

/** What a requirement weighs in the score. */
const WEIGHTS: Readonly<Record<Requirement['modality'], number>> = { must: 3, nice: 1 }

/** The part of the weight that each standing earns. */
const SHARES: Readonly<Record<Standing, number>> = {
  'shown-and-said': 1,
  said: 1,
  'shown-unsaid': 0.6,
  'said-unshown': 0.5,
  missing: 0,
  unknown: 0,
}

/** The definition that is printed with every score. */
export const MATCH_DEFINITION =
  'Score = 100 × points ÷ weights over the requirements that name a skill. A must weighs 3, a nice-to-have 1. ' +
  'Said and shown by your work earns all of it, shown but unsaid 60 %, said but not shown 50 %, neither nothing. ' +
  'A skill that leaves no trace in any source, such as a spoken language, earns all when it is said. ' +
  'Of alternatives the best counts. Requirements that name no skill are listed but not scored.'

/** What matching needs to know of the person. */
export interface Standings {
  /** By skill id, implied skills included. */
  readonly said: ReadonlyMap<string, readonly Said[]>
  /** By skill id, implied skills included; null when nothing was collected. */
  readonly shown: ReadonlyMap<string, Shown> | null
  /** Whether any source could show the skill. */
  leavesTraces(skill: string): boolean
  /** A skill's name for people. */
  name(skill: string): string
}

/**
 * Compares requirements with what a résumé says and its evidence shows. The score is 0 to 100, `null` when no
 * requirement names a skill. Adding a skill never lowers it, and no order of anything changes it.
 */
export function matchRequirements(requirements: readonly Requirement[], person: Standings): Match {
  const rows = requirements.map((requirement) => matchOne(requirement, person))
  const weight = rows.reduce((sum, row) => sum + row.weight, 0)
  const points = rows.reduce((sum, row) => sum + row.points, 0)
  return {
    score: weight === 0 ? null : Math.round((100 * points) / weight),
    rows,
    definition: MATCH_DEFINITION,
  }
}

function matchOne(requirement: Requirement, person: Standings): MatchRow {
  const weight = requirement.anyOf.length === 0 ? 0 : WEIGHTS[requirement.modality]
  const candidates = requirement.anyOf.map((skill) => ({ skill, standing: standingOf(skill, person) }))
  const best = candidates.toSorted((a, b) => SHARES[b.standing] - SHARES[a.standing])[0]
  const standing = best?.standing ?? 'unknown'
  return {
    requirement,
    weight,
    standing,
    said: requirement.anyOf.flatMap((skill) => person.said.get(skill) ?? []),
    shown: requirement.anyOf.flatMap((skill) => person.shown?.get(skill) ?? []),
    points: weight * SHARES[standing],
    why: explain(requirement, standing, best?.skill ?? null, person),
  }
}

function standingOf(skill: string, person: Standings): Standing {
  const said = person.said.has(skill)
  const shown = person.shown?.has(skill) ?? false
  if (shown) return said ? 'shown-and-said' : 'shown-unsaid'
  if (!said) return 'missing'
  return person.leavesTraces(skill) ? 'said-unshown' : 'said'
}

function explain(
  requirement: Requirement,
  standing: Standing,
  skill: string | null,
  person: Standings,
): string {
  if (skill === null) return 'Names no skill that can be compared; read it yourself.'
  const name = person.name(skill)
  const alternatives =
    requirement.anyOf.length > 1
      ? `one of ${requirement.anyOf.map((id) => person.name(id)).join(', ')}: `
      : ''
  const shown = person.shown?.get(skill)
  const work =
    shown === undefined
      ? ''
      : `${count(shown.commits, 'commit')} on ${count(shown.days, 'day')}, ${shown.firstSeen === shown.lastSeen ? shown.firstSeen : `${shown.firstSeen} to ${shown.lastSeen}`}`
  switch (standing) {
    case 'shown-and-said':
      return `${alternatives}${name} is said, and your work shows it: ${work}.`
    case 'said':
      return `${alternatives}${name} is said; no source could show it.`
    case 'shown-unsaid':
      return `${alternatives}your work shows ${name} (${work}), but your résumé does not say it.`
    case 'said-unshown':
      return person.shown === null
        ? `${alternatives}${name} is said; nothing was collected that could show it.`
        : `${alternatives}${name} is said, but nothing collected shows it.`
    case 'missing':
      return `${alternatives}neither said nor shown.`
    case 'unknown':
      return 'Not known.'
  }
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}
