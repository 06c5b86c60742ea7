import type { Span } from '../core/position.ts'

/** Kinds of skills, in the order in which people are shown them. */
export const SKILL_KINDS = [
  'language',
  'framework',
  'library',
  'datastore',
  'broker',
  'cloud',
  'infrastructure',
  'observability',
  'testing',
  'api',
  'architecture',
  'tool',
  'practice',
  'human',
] as const

/** See {@link SKILL_KINDS}. */
export type SkillKind = (typeof SKILL_KINDS)[number]

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
