import type { Finding } from '../core/finding.ts'
import type { DocumentPath } from '../core/position.ts'
import { findingOf } from '../core/codes.ts'
import { formatPath } from '../core/position.ts'
import { UserError } from '../core/user-error.ts'
import { codes } from './codes.ts'
import type { Skill, Taxonomy } from './model.ts'
import type { SkillFile } from './schema.ts'
import { skillFileSchema } from './schema.ts'
import { spellingKey } from './spelling.ts'

/** A file of data/skills/ after YAML was parsed. */
export interface SkillSource {
  /** As findings name it. */
  readonly file: string
  readonly content: unknown
  /** Whether it was found without fault when the program was built: checking takes longer than all else. */
  readonly checked?: boolean
}

/** A taxonomy and all that is wrong with its files; what is wrong was left out of it. */
export interface TaxonomyReading {
  readonly taxonomy: Taxonomy
  readonly findings: readonly Finding[]
}

/**
 * Builds the taxonomy out of the files of data/skills/.
 *
 * @throws UserError with the code of the first fault; {@link readTaxonomy} lists them all.
 */
export function buildTaxonomy(files: readonly SkillSource[]): Taxonomy {
  const { taxonomy, findings } = readTaxonomy(files)
  const [first] = findings
  if (first) {
    const more = findings.length > 1 ? ` (and ${findings.length - 1} more faults)` : ''
    throw new UserError(first.code, `${first.position?.file ?? ''}: ${first.message}${more}`, {
      help: first.help ?? '',
      position: first.position,
    })
  }
  return taxonomy
}

/** Like {@link buildTaxonomy}, but returns every fault as a finding and goes on. */
export function readTaxonomy(files: readonly SkillSource[]): TaxonomyReading {
  const findings: Finding[] = []
  const placed: Placed[] = []
  for (const { file, content, checked } of files) {
    if (checked === true) {
      placed.push(...skillsOf(file, content as SkillFile))
      continue
    }
    const parsed = skillFileSchema.safeParse(content)
    if (parsed.success) placed.push(...skillsOf(file, parsed.data))
    else findings.push(...invalid(file, parsed.error.issues))
  }
  const skills = new Map<string, Skill>()
  const fileOf = new Map<string, Placed>()
  for (const each of placed) {
    const { id } = each.skill
    if (skills.has(id))
      findings.push(fault('SKL002', each, `the id ${id} stands in ${fileOf.get(id)?.file ?? ''} already`))
    else {
      skills.set(id, each.skill)
      fileOf.set(id, each)
    }
  }
  const unique = [...fileOf.values()]
  const names = nameIndex(unique, findings)
  if (!files.every(({ checked }) => checked === true)) {
    for (const each of unique) findings.push(...unknownSkills(each, skills))
    findings.push(...cycles(unique, skills))
  }
  return { taxonomy: taxonomyOf(skills, names), findings }
}

interface Placed {
  readonly file: string
  readonly path: DocumentPath
  readonly skill: Skill
}

function skillsOf(file: string, content: SkillFile): Placed[] {
  return content.skills.map((node, index) => {
    const { aliases = [], parents = [], kind = content.kind, ...rest } = node
    return { file, path: ['skills', index], skill: { ...rest, kind, aliases, parents } }
  })
}

function invalid(
  file: string,
  issues: readonly { readonly message: string; readonly path: readonly PropertyKey[] }[],
): Finding[] {
  return issues.map((issue) => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
    const where = path.length > 0 ? `${formatPath(path)}: ` : ''
    return findingOf(codes, 'SKL001', {
      message: `${where}${issue.message}`,
      position: positionIn(file),
      path,
    })
  })
}

function fault(code: keyof typeof codes, { file, path }: Placed, message: string): Finding {
  return findingOf(codes, code, { message, position: positionIn(file), path })
}

const positionIn = (file: string): Finding['position'] => ({ file, line: null, column: null })

function nameIndex(placed: readonly Placed[], findings: Finding[]): ReadonlyMap<string, Skill> {
  const names = new Map<string, Skill>()
  for (const each of placed) {
    const { skill } = each
    const spellings = [skill.name, ...skill.aliases]
    for (const spelling of spellings) {
      const key = spellingKey(spelling)
      const owner = names.get(key)
      if (key === '')
        findings.push(fault('SKL007', each, `"${spelling}" of ${skill.id} holds no letter or digit`))
      else if (owner && owner !== skill) {
        findings.push(
          fault('SKL003', each, `"${spelling}" of ${skill.id} is a spelling of ${owner.id} already`),
        )
      } else names.set(key, skill)
    }
    for (const spelling of Object.keys(skill.guard ?? {})) {
      if (!spellings.includes(spelling)) {
        findings.push(
          fault('SKL006', each, `${skill.id} has a guard for "${spelling}", which is none of its spellings`),
        )
      }
    }
  }
  return names
}

function unknownSkills(each: Placed, skills: ReadonlyMap<string, Skill>): Finding[] {
  const { skill } = each
  const guards = Object.values(skill.guard ?? {})
  const named = [
    ...skill.parents,
    ...guards.flatMap((guard) => guard.withSkills ?? []),
    ...guards.flatMap((guard) => guard.inText ?? []),
  ]
  return named
    .filter((id) => !skills.has(id))
    .map((id) => fault('SKL004', each, `${skill.id} names the skill ${id}, which does not exist`))
}

function cycles(placed: readonly Placed[], skills: ReadonlyMap<string, Skill>): Finding[] {
  const findings: Finding[] = []
  const done = new Set<string>()
  const walk = (id: string, trail: readonly string[]): string[] | null => {
    const at = trail.indexOf(id)
    if (at >= 0) return [...trail.slice(at), id]
    if (done.has(id)) return null
    for (const parent of skills.get(id)?.parents ?? []) {
      const circle = walk(parent, [...trail, id])
      if (circle) return circle
    }
    done.add(id)
    return null
  }
  for (const each of placed) {
    const circle = walk(each.skill.id, [])
    if (!circle) continue
    for (const id of circle) done.add(id)
    findings.push(fault('SKL005', each, `${circle.join(' → ')} is a circle`))
  }
  return findings
}

function taxonomyOf(skills: ReadonlyMap<string, Skill>, names: ReadonlyMap<string, Skill>): Taxonomy {
  const impliedBy = new Map<string, readonly string[]>()
  const implied = (id: string): readonly string[] => {
    const known = impliedBy.get(id)
    if (known) return known
    const found = new Set([id])
    for (const next of found) for (const parent of skills.get(next)?.parents ?? []) found.add(parent)
    found.delete(id)
    const ids = [...found]
    impliedBy.set(id, ids)
    return ids
  }
  const named = (text: string): Skill | null => {
    const key = spellingKey(text)
    return names.get(key) ?? names.get(key.replace(VERSION, '')) ?? null
  }
  return { skills, implied, named }
}

/** A version behind a name of three letters or more, as the finder steps over it: "Java 17", "Python3.12". */
const VERSION = /(?<=[^\d]{3})v?\d+x?$/
