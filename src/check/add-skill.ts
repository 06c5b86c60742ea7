import type { Fix } from '../core/finding.ts'
import type { SkillGroup } from '../resume/model.ts'
import type { SkillKind } from '../skill/model.ts'
import { valueAt } from './document.ts'
import type { CheckSubject } from './rule.ts'

/** What people call a group of skills of one kind. */
const GROUPS: Readonly<Record<SkillKind, string>> = {
  language: 'Languages',
  framework: 'Frameworks',
  library: 'Libraries',
  datastore: 'Data',
  broker: 'Messaging',
  cloud: 'Cloud',
  infrastructure: 'Infrastructure',
  observability: 'Observability',
  testing: 'Testing',
  api: 'APIs',
  architecture: 'Architecture',
  tool: 'Tools',
  practice: 'Practices',
  human: 'Working with people',
}

/** Kinds that people put into one group. */
const RELATED: readonly (readonly SkillKind[])[] = [
  ['framework', 'library', 'api', 'testing'],
  ['datastore', 'broker'],
  ['cloud', 'infrastructure', 'observability', 'tool'],
  ['architecture', 'practice'],
]

/**
 * Suggests to add a skill to the group that holds most of its kind, or of related kinds; to a new group when there is
 * none.
 */
export function addSkill(subject: CheckSubject, skill: string, spelling: string): Fix {
  const kind = subject.taxonomy.skills.get(skill)?.kind ?? 'tool'
  const [best] = subject.resume.skills
    .map((group) => ({ group, likeness: likeness(subject, group, kind), path: [...group.path, 'keywords'] }))
    .filter(({ likeness, path }) => likeness > 0 && Array.isArray(valueAt(subject.document, path)))
    .sort((a, b) => b.likeness - a.likeness)
  if (best) {
    const next = (valueAt(subject.document, best.path) as readonly unknown[]).length
    return {
      title: `Add "${spelling}" to ${best.group.name ?? 'your skills'}`,
      safety: 'suggestion',
      edits: [{ path: [...best.path, next], value: spelling }],
    }
  }
  const groups = valueAt(subject.document, ['skills'])
  const entry = { name: GROUPS[kind], keywords: [spelling] }
  return {
    title: `Add "${spelling}" to your skills, under ${GROUPS[kind]}`,
    safety: 'suggestion',
    edits: [
      Array.isArray(groups)
        ? { path: ['skills', groups.length], value: entry }
        : { path: ['skills'], value: [entry] },
    ],
  }
}

function likeness({ taxonomy }: CheckSubject, { keywords }: SkillGroup, kind: SkillKind): number {
  const related = RELATED.find((kinds) => kinds.includes(kind)) ?? []
  return keywords.reduce((sum, keyword) => {
    const own = taxonomy.named(keyword)?.kind
    if (own === undefined) return sum
    return sum + (own === kind ? 10 : related.includes(own) ? 1 : 0)
  }, 0)
}
