import { compareText } from '../core/finding.ts'
import type { Shown } from '../match/model.ts'
import type { Taxonomy } from '../skill/model.ts'
import type { GitSkill } from './git-evidence.ts'
import { gitFacts, type Fact } from './git-records.ts'
import type { Ledger } from './ledger.ts'

/** The printed definition of {@link skillsShown}. */
export const SKILLS_SHOWN = {
  reads: ['commits'],
  method: 'skills-shown/1',
  definition:
    'A skill is shown by the person’s changes that show it or a skill that implies it. Within one source and quarter the largest of these counts is taken, as the same commit may show several of them; commits add up over sources and quarters, days over quarters only. Both are therefore lower bounds where a skill is shown through others.',
} as const

/**
 * What the ledger shows of each skill, implied skills included: a change that shows Express shows Node.js and
 * JavaScript. `commits` and `days` never count one commit or day twice, so they are lower bounds: see
 * {@link SKILLS_SHOWN}.
 */
export function skillsShown(ledger: Ledger, taxonomy: Taxonomy): ReadonlyMap<string, Shown> {
  const bySkill = new Map<string, Fact<GitSkill>[]>()
  for (const fact of gitFacts(ledger).skill) {
    if (fact.data.commits === 0) continue
    for (const skill of new Set([fact.data.skill, ...taxonomy.implied(fact.data.skill)])) {
      const facts = bySkill.get(skill)
      if (facts) facts.push(fact)
      else bySkill.set(skill, [fact])
    }
  }
  return new Map(
    [...bySkill]
      .sort(([a], [b]) => compareText(a, b))
      .map(([skill, facts]) => [skill, shownBy(skill, facts)]),
  )
}

function shownBy(skill: string, facts: readonly Fact<GitSkill>[]): Shown {
  const first = facts.map(({ record }) => record.period.from.slice(0, 7)).sort()
  const last = facts.map(({ record }) => record.period.to.slice(0, 7)).sort()
  return {
    skill,
    evidence: facts.map(({ record }) => record.id).sort(),
    ...countShown(facts),
    firstSeen: first[0] ?? '',
    lastSeen: last.at(-1) ?? '',
  }
}

/** What facts of one skill, or of skills that imply it, amount to: see {@link SKILLS_SHOWN}. */
export function countShown(facts: readonly Fact<GitSkill>[]): {
  readonly commits: number
  readonly days: number
} {
  let commits = 0
  let days = 0
  for (const ofQuarter of Map.groupBy(facts, ({ data }) => data.quarter).values()) {
    const bySource = [...Map.groupBy(ofQuarter, ({ record }) => record.source).values()]
    commits += bySource.reduce((total, own) => total + most(own, 'commits'), 0)
    days += Math.max(...bySource.map((own) => most(own, 'days')))
  }
  return { commits, days }
}

function most(facts: readonly Fact<GitSkill>[], member: 'commits' | 'days'): number {
  return Math.max(...facts.map(({ data }) => data[member]))
}
