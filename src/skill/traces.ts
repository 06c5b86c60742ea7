import type { Taxonomy } from './model.ts'

const known = new WeakMap<Taxonomy, ReadonlySet<string>>()

/**
 * Whether a skill can be seen in a repository at all: by a signal of its own, or of a skill that implies it. Of a
 * practice or a human skill that leaves no trace, silence of the ledger says nothing.
 */
export function leavesTraces(taxonomy: Taxonomy, skill: string): boolean {
  const traced = known.get(taxonomy) ?? tracedSkills(taxonomy)
  known.set(taxonomy, traced)
  return traced.has(skill)
}

function tracedSkills(taxonomy: Taxonomy): ReadonlySet<string> {
  const traced = new Set<string>()
  for (const { id, code } of taxonomy.skills.values()) {
    if (code === undefined || Object.keys(code).length === 0) continue
    traced.add(id)
    for (const implied of taxonomy.implied(id)) traced.add(implied)
  }
  return traced
}
