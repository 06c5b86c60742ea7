import type { z } from 'zod'
import type { Evidence } from '../core/evidence.ts'
import {
  gitActivitySchema,
  gitReleaseSchema,
  gitSkillSchema,
  type GitActivity,
  type GitRelease,
  type GitSkill,
} from './git-evidence.ts'
import type { Ledger } from './ledger.ts'

/** A record of the ledger with its data checked. */
export interface Fact<Data> {
  readonly record: Evidence
  readonly data: Data
}

/** The facts of the git connector in a ledger, in the ledger's order. */
export interface GitFacts {
  readonly activity: readonly Fact<GitActivity>[]
  readonly skill: readonly Fact<GitSkill>[]
  readonly release: readonly Fact<GitRelease>[]
}

const known = new WeakMap<Ledger, GitFacts>()

/** Picks the git facts out of a ledger. Records whose data is not of their kind's shape say nothing and are left out. */
export function gitFacts(ledger: Ledger): GitFacts {
  const cached = known.get(ledger)
  if (cached) return cached
  const facts: GitFacts = {
    activity: factsOf(ledger, 'git.activity', gitActivitySchema),
    skill: factsOf(ledger, 'git.skill', gitSkillSchema),
    release: factsOf(ledger, 'git.release', gitReleaseSchema),
  }
  known.set(ledger, facts)
  return facts
}

function factsOf<Data>(ledger: Ledger, kind: string, schema: z.ZodType<Data>): readonly Fact<Data>[] {
  return ledger.records.flatMap((record) => {
    if (record.kind !== kind) return []
    const parsed = schema.safeParse(record.data)
    return parsed.success ? [{ record, data: parsed.data }] : []
  })
}
