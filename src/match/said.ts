import type { Resume } from '../resume/model.ts'
import { resumeTexts } from '../resume/texts.ts'
import type { SkillFinder, Taxonomy } from '../skill/model.ts'
import type { Said } from './model.ts'

/**
 * Where a résumé says each skill, by skill id. Saying a skill says what it implies: who writes Express says Node.js.
 * A keyword of the skills section that is itself a name or an alias counts even where prose would need more context.
 */
export function skillsSaid(
  resume: Resume,
  context: { readonly taxonomy: Taxonomy; readonly findSkills: SkillFinder },
): ReadonlyMap<string, readonly Said[]> {
  const said = new Map<string, Said[]>()
  const add = (skill: string, place: Said): void => {
    const places = said.get(skill)
    if (places === undefined) said.set(skill, [place])
    else places.push(place)
  }
  for (const { path, text, place } of resumeTexts(resume)) {
    const mentions = context.findSkills(text).map(({ skill, span }) => ({ path, span, skill }))
    if (mentions.length === 0 && place === 'skills') {
      const named = context.taxonomy.named(text.trim())
      if (named !== null) mentions.push({ path, span: { start: 0, end: text.length }, skill: named.id })
    }
    for (const mention of mentions) {
      add(mention.skill, mention)
      for (const implied of context.taxonomy.implied(mention.skill)) add(implied, mention)
    }
  }
  return said
}
