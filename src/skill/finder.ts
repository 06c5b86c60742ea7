import type { SkillFinder, Taxonomy } from './model.ts'

/** Builds the finder of a taxonomy's names and aliases. */
export function createFinder(taxonomy: Taxonomy): SkillFinder {
  return (text) => {
    const skill = taxonomy.named(text)
    return skill ? [{ skill: skill.id, span: { start: 0, end: text.length }, text }] : []
  }
}
