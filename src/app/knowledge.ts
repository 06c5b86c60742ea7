import type { SkillSignals } from '../core/connector.ts'
import type { Json } from '../core/json.ts'
import type { Hasher } from '../core/ports.ts'
import { buildCodeSignals } from '../skill/code-signals.ts'
import { createFinder } from '../skill/finder.ts'
import type { SkillFinder, Taxonomy } from '../skill/model.ts'
import { ECOSYSTEMS } from '../skill/schema.ts'
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

/** How skills show in code, for connectors. */
export async function loadSignals(
  runtime: Pick<Runtime, 'knowledge'> & { readonly hasher: Hasher },
): Promise<SkillSignals> {
  const files = await runtime.knowledge.skills()
  const { taxonomy } = await loadKnowledge(runtime)
  const signals = buildCodeSignals(taxonomy)
  const contents = files.map(({ file, content }) => ({ file, content }))
  return {
    edition: runtime.hasher.sha256(runtime.hasher.canonical(contents as unknown as Json)),
    signalsOfPath: (path) => signals.signalsOfPath(path),
    byImage: (name) => signals.byImage(name),
    byDependency(ecosystem, name) {
      const known = ECOSYSTEMS.find((each) => each === ecosystem)
      return known === undefined ? [] : signals.byDependency(known, name)
    },
  }
}
