import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { buildCodeSignals } from './code-signals.ts'
import { createFinder } from './finder.ts'
import { SKILL_KINDS } from './model.ts'
import { skillFileJsonSchema } from './schema.ts'
import { readTaxonomy } from './taxonomy.ts'

const folder = join(import.meta.dirname, '../../data/skills')
const files = readdirSync(folder)
  .sort()
  .map((file) => ({ file, content: parse(readFileSync(join(folder, file), 'utf8')) as unknown }))
const { taxonomy, findings } = readTaxonomy(files)

describe('data/skills', () => {
  it('holds no duplicate, unknown parent or circle', () => {
    expect(findings).toEqual([])
  })

  it('fits its JSON Schema', () => {
    const validate = new Ajv2020({ allErrors: true }).compile(skillFileJsonSchema())
    for (const { file, content } of files)
      expect([file, validate(content), validate.errors]).toEqual([file, true, null])
    expect(validate({ kind: 'language', skills: [{ id: 'Not An Id', name: 'X' }] })).toBe(false)
  })

  it('has many skills, of every kind', () => {
    expect(taxonomy.skills.size).toBeGreaterThan(600)
    const kinds = new Set(Array.from(taxonomy.skills.values(), ({ kind }) => kind))
    expect(SKILL_KINDS.filter((kind) => !kinds.has(kind))).toEqual([])
  })

  it.each([
    'Node.js',
    'Database management',
    'API development',
    'Cloud services',
    'AWS',
    'Azure',
    'SQL',
    'NoSQL',
    'RESTful',
    'GraphQL',
    'Performance optimization',
    'Data analysis',
    'Debugging',
    'Collaboration',
    'Communication',
    'Time management',
    'Problem-solving',
    'Microservices architecture',
    'Serverless computing',
    'Git',
    'GitHub',
    'Bitbucket',
    'MySQL',
    'MongoDB',
    'PostgreSQL',
    'Postman',
    'Swagger',
    'Insomnia',
    'Heroku',
    'Express.js',
    'Django',
    'Ruby on Rails',
    'Jira',
    'CQRS',
    'Event sourcing',
    'Extreme Programming',
    'Agile',
    'DevOps',
    'Machine learning',
    'Code review',
    'Sprint planning',
    'Mentoring',
    'Technical debt',
    'Database migration',
    'Conflict resolution',
  ])('names %s, which the backend guide asks for', (name) => {
    expect(taxonomy.named(name)).not.toBeNull()
  })

  it.each([
    ['express', ['nodejs', 'javascript']],
    ['spring-boot', ['spring', 'java']],
    ['rails', ['ruby']],
    ['aws-fargate', ['aws-ecs', 'aws', 'containers']],
    ['django-rest-framework', ['django', 'python', 'rest']],
    ['github-actions', ['github', 'git', 'ci-cd']],
  ])('%s implies its parents', (id, implied) => {
    expect(taxonomy.implied(id)).toEqual(expect.arrayContaining(implied))
  })

  it('never implies a person from a tool, nor a database from a practice', () => {
    for (const skill of taxonomy.skills.values()) {
      const kinds = taxonomy.implied(skill.id).map((id) => taxonomy.skills.get(id)?.kind)
      if (skill.kind !== 'human') expect([skill.id, kinds.includes('human')]).toEqual([skill.id, false])
    }
  })
})

describe('signs in code', () => {
  const signals = buildCodeSignals(taxonomy)

  it.each([
    ['src/main/java/App.java', 'java'],
    ['pkg/server.go', 'go'],
    ['app/models/user.rb', 'ruby'],
    ['main.tf', 'terraform'],
    ['Dockerfile', 'docker'],
    ['docker-compose.override.yml', 'docker-compose'],
    ['.github/workflows/build.yml', 'github-actions'],
    ['.gitlab-ci.yml', 'gitlab-ci'],
    ['Jenkinsfile', 'jenkins'],
    ['deploy/k8s/api.yaml', 'kubernetes'],
    ['charts/api/Chart.yaml', 'helm'],
    ['db/migration/V2__add_index.sql', 'flyway'],
    ['schema.graphql', 'graphql'],
    ['api/openapi.yaml', 'openapi'],
    ['proto/orders.proto', 'protobuf'],
    ['manage.py', 'django'],
  ])('%s shows %s', (path, skill) => {
    expect(signals.skillsOfPath(path)).toContain(skill)
  })

  it.each([
    ['npm', 'express', 'express'],
    ['npm', '@nestjs/core', 'nestjs'],
    ['npm', 'pg', 'postgresql'],
    ['pypi', 'psycopg2-binary', 'postgresql'],
    ['pypi', 'Django', 'django'],
    ['maven', 'org.springframework.boot:spring-boot-starter-web', 'spring-boot'],
    ['maven', 'org.springframework.boot', 'spring-boot'],
    ['maven', 'org.apache.kafka:kafka-clients', 'kafka'],
    ['nuget', 'Microsoft.EntityFrameworkCore.SqlServer', 'sql-server'],
    ['nuget', 'Microsoft.EntityFrameworkCore', 'entity-framework'],
    ['go', 'github.com/gin-gonic/gin', 'gin'],
    ['go', 'github.com/redis/go-redis/v9', 'redis'],
    ['cargo', 'tokio', 'tokio'],
    ['rubygems', 'rails', 'rails'],
    ['composer', 'laravel/framework', 'laravel'],
    ['hex', 'phoenix_live_view', 'phoenix'],
  ] as const)('%s package %s shows %s', (ecosystem, name, skill) => {
    expect(signals.byDependency(ecosystem, name)).toContain(skill)
  })

  it.each([
    ['postgres:16', 'postgresql'],
    ['redis:7-alpine', 'redis'],
    ['confluentinc/cp-kafka:7.6.0', 'kafka'],
    ['mcr.microsoft.com/dotnet/sdk:8.0', 'dotnet'],
    ['docker.elastic.co/elasticsearch/elasticsearch:8.14.0', 'elasticsearch'],
  ])('image %s shows %s', (name, skill) => {
    expect(signals.byImage(name)).toContain(skill)
  })
})

describe('precision', () => {
  const find = createFinder(taxonomy)

  /** Invented prose full of words that are also names of technologies, none of which is meant. */
  const prose = [
    `It was early spring when the two of them set out to go over the pass. The rest of the party had left at dawn, and
     nobody could make out the tracks in the fresh snow. "Let us go on," said Ada, "before the storm is upon us." They
     took a flask of tea, a rusty axe and a dart board that no one needed. At the helm of the little boat stood the old
     chef, who liked to express himself in few words. A swift bird crossed the beam of the lantern, and the ember in
     the stove gave one last spark.`,
    `The village lay at the foot of a ruby red cliff. Its council had no access to the vault, for the consul had lost
     the key in a bash the summer before. "We must react," he said, with a grain of salt in his voice, and the echo ran
     along the crystal walls. In unity they sat, a hive of worried people, while a puppet hung from the rails of the
     stair and a cypress threw its shade upon the play of the children. It was no jest.`,
    `Our company was founded eleven years ago in a small room above a bakery. Since then we have moved three times, and
     we still eat bread together on Fridays. In Spring 2023 we closed our Series C. You are free to work from where you
     like, as long as you express an interest in the people around you. There is room for error here: go slow, rest
     when you must, and make sure that your neighbour is well. We meet twice a year near the lake.`,
    `Benefits: thirty days of holiday, a bicycle, fruit, and a ticket for the train. The R&D building has its own
     garden with a nest of swallows, a meteor that somebody found, and an oracle that nobody believes. Vitamin C is
     free. Please send your papers to jobs@spring-meadow.example or visit www.express-bakery.example; our driver knows
     the fastest route to the station. The next round of talks begins in fall.`,
    `Der Frühling kam spät in diesem Jahr, und die Leute gingen erst im Mai wieder an den Fluss. Der Rest des Dorfes
     blieb bei der Arbeit. Am Abend saß man in der Stube, erzählte von alten Zeiten und legte Holz nach. Ein Kind fragte,
     wohin die Vögel ziehen, und niemand wusste es genau. Man ließ es dabei bewenden.`,
    `Le printemps arriva tard cette année-là, et les gens ne revinrent au bord du fleuve qu'au mois de mai. Le reste du
     village restait au travail. Le soir, on racontait des histoires près du feu, et personne ne savait où allaient les
     oiseaux. La lune montait, ronde et rouge, au-dessus des toits.`,
    `La primavera llegó tarde aquel año y la gente no volvió al río hasta mayo. El resto del pueblo seguía en sus casas.
     Por la noche se contaban historias junto al fuego, y nadie sabía adónde iban los pájaros.`,
  ]

  it.each(prose)('finds nothing in prose: %.40s', (text) => {
    expect(find(text)).toEqual([])
  })
})
