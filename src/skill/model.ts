import type { Span } from '../core/position.ts'
import type { SkillKind } from './kinds.ts'
import type { Guard, SkillCode } from './schema.ts'

export { SKILL_KINDS } from './kinds.ts'
export type { SkillKind } from './kinds.ts'

/** A node of the taxonomy: a technology, practice or human skill. */
export interface Skill {
  /** Permanent, kebab-case: `postgresql`. */
  readonly id: string
  /** As people write it: `PostgreSQL`. */
  readonly name: string
  readonly kind: SkillKind
  /** Ids of what this skill implies: Express implies Node.js. */
  readonly parents: readonly string[]
  /** Further spellings: `Postgres`, `psql`. */
  readonly aliases: readonly string[]
  /** By spelling: when an ambiguous one is taken for the skill. */
  readonly guard?: Readonly<Record<string, Guard>>
  /** How the skill shows in a repository. */
  readonly code?: SkillCode
}

/** All skills, ready to be asked. */
export interface Taxonomy {
  readonly skills: ReadonlyMap<string, Skill>
  /** The skill that a whole name or alias stands for, whatever its case; null when none or ambiguous. */
  named(text: string): Skill | null
  /** What a skill implies, all the way up, nearest first, without itself. */
  implied(id: string): readonly string[]
}

/** One mention of a skill in a text. */
export interface SkillMention {
  readonly skill: string
  readonly span: Span
  /** The text as it stands there. */
  readonly text: string
}

/** Finds skills in a text: mentions in order of their position, never overlapping. */
export type SkillFinder = (text: string) => readonly SkillMention[]
