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
