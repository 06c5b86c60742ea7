import type { SkillFinder, Taxonomy } from '../../skill/model.ts'
import { buildTaxonomy } from '../../skill/taxonomy.ts'

/** A small taxonomy of our own, so that examples do not hang on what data/skills/ holds today. */
export const taxonomy: Taxonomy = buildTaxonomy([
  file('language', [
    { id: 'javascript', name: 'JavaScript', aliases: ['JS'], code: { extensions: ['.js'] } },
    { id: 'java', name: 'Java', code: { extensions: ['.java'] } },
    { id: 'go', name: 'Go', aliases: ['Golang'], code: { extensions: ['.go'] } },
    { id: 'cpp', name: 'C++', code: { extensions: ['.cpp'] } },
  ]),
  file('framework', [
    { id: 'nodejs', name: 'Node.js', parents: ['javascript'], code: { files: ['package.json'] } },
    { id: 'express', name: 'Express', parents: ['nodejs'], code: { dependencies: { npm: ['express'] } } },
  ]),
  file('datastore', [
    { id: 'postgresql', name: 'PostgreSQL', aliases: ['Postgres'], code: { images: ['postgres'] } },
    { id: 'redis', name: 'Redis', code: { images: ['redis'] } },
  ]),
  file('broker', [
    { id: 'apache-kafka', name: 'Apache Kafka', aliases: ['Kafka'], code: { images: ['kafka'] } },
    { id: 'rabbitmq', name: 'RabbitMQ', code: { images: ['rabbitmq'] } },
  ]),
  file('infrastructure', [
    { id: 'kubernetes', name: 'Kubernetes', aliases: ['K8s'], code: { files: ['kustomization.yaml'] } },
    { id: 'docker', name: 'Docker', code: { files: ['Dockerfile'] } },
  ]),
  file('practice', [{ id: 'pair-programming', name: 'Pair programming' }]),
])

function file(kind: string, skills: readonly object[]) {
  return { file: `${kind}.yaml`, content: { kind, skills } }
}

const spellings = [...taxonomy.skills.values()]
  .flatMap((skill) => [skill.name, ...skill.aliases].map((spelling) => ({ spelling, skill: skill.id })))
  .sort((a, b) => b.spelling.length - a.spelling.length)

/** Finds every spelling of {@link taxonomy} as a whole word, the longest first. */
export const findSkills: SkillFinder = (text) => {
  const words = spellings.map(({ spelling }) => spelling.replace(/[.+]/g, '\\$&')).join('|')
  return [...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}+])`, 'gu'))].map(
    (match) => ({
      skill: spellings.find(({ spelling }) => spelling === match[0])?.skill ?? '',
      span: { start: match.index, end: match.index + match[0].length },
      text: match[0],
    }),
  )
}
