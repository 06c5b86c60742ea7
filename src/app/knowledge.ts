import { createFinder } from '../skill/finder.ts'
import type { SkillFinder, Taxonomy } from '../skill/model.ts'
import { buildTaxonomy } from '../skill/taxonomy.ts'
import type { KnowledgeFile, Runtime } from './runtime.ts'

/** What the program knows of skills, ready to be asked. */
export interface Knowledge {
  readonly taxonomy: Taxonomy
  readonly findSkills: SkillFinder
}

const loaded = new WeakMap<Runtime['knowledge'], Promise<Knowledge>>()

/** Loads the skills once a run. */
export function loadKnowledge(runtime: Pick<Runtime, 'knowledge'>): Promise<Knowledge> {
  const known = loaded.get(runtime.knowledge)
  if (known !== undefined) return known
  const loading = runtime.knowledge.skills().then(knowledgeOf)
  loaded.set(runtime.knowledge, loading)
  return loading
}

function knowledgeOf(files: readonly KnowledgeFile[]): Knowledge {
  const taxonomy = buildTaxonomy(files)
  return { taxonomy, findSkills: createFinder(taxonomy) }
}
