import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createFinder } from './finder.ts'
import { buildTaxonomy } from './taxonomy.ts'

const folder = join(import.meta.dirname, '../../data/skills')
const taxonomy = buildTaxonomy(
  readdirSync(folder).map((file) => ({
    file,
    content: parse(readFileSync(join(folder, file), 'utf8')) as unknown,
  })),
)
const find = createFinder(taxonomy)
const skillsIn = (text: string): string =>
  find(text)
    .map(({ skill }) => skill)
    .join(' ')

/** A text, and the skills that it names in order. */
const cases: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  spellings: [
    ['Node.js, NodeJS, node js, Node JS, NODE.JS', 'nodejs nodejs nodejs nodejs nodejs'],
    ['Postgres and PostgreSQL and Postgre SQL', 'postgresql postgresql postgresql'],
    ['JavaScript, Javascript, Java Script, java-script', 'javascript javascript javascript javascript'],
    ['RabbitMQ / Rabbit MQ / rabbit-mq', 'rabbitmq rabbitmq rabbitmq'],
    ['GraphQL, Graph QL, graphql', 'graphql graphql graphql'],
    ['Spring Boot, SpringBoot, spring-boot', 'spring-boot spring-boot spring-boot'],
    ['DynamoDB and Dynamo DB', 'dynamodb dynamodb'],
    ['K8s, k8s and Kubernetes', 'kubernetes kubernetes kubernetes'],
    ['Vue, Vue.js, VueJS, Vue3', 'vue vue vue vue'],
    ['CI/CD, CI / CD, CICD, ci-cd', 'ci-cd ci-cd ci-cd ci-cd'],
    ['OpenAPI and Swagger', 'openapi swagger'],
    ['CircleCI, Circle CI', 'circleci circleci'],
    ['ElasticSearch, Elasticsearch, Elastic Search', 'elasticsearch elasticsearch elasticsearch'],
    ['Type Script and TypeScript', 'typescript typescript'],
    ['Micro-services, microservices, Micro services', 'microservices microservices microservices'],
    ['Ruby on Rails', 'rails'],
    ['Google Cloud Platform (GCP)', 'google-cloud google-cloud'],
    ['HTTP/2 over TLS', 'http tls'],
    ['T-SQL, PL/SQL and PL/pgSQL', 'tsql plsql plpgsql'],
    ['A/B testing', 'ab-testing'],
    ['TCP/IP', 'networking'],
    ['Spring\nBoot', 'spring-boot'],
    ['unit tests, integration tests', 'unit-testing integration-testing'],
    ['Design Patterns and design pattern', 'design-patterns design-patterns'],
  ],
  versions: [
    ['Java 17 and Java 8', 'java java'],
    ['Python3, Python 3.12', 'python python'],
    ['Angular2+', 'angular'],
    ['HTML5/CSS3', 'html css'],
    ['PHP8', 'php'],
    ['OAuth2, OAuth 2.0', 'oauth oauth'],
    ['C#7 and C# 12', 'csharp csharp'],
    ['.NET 8', 'dotnet'],
    ['JUnit 5, JUnit5', 'junit junit'],
  ],
  signs: [
    ['C++', 'cpp'],
    ['C#', 'csharp'],
    ['F#, VB.NET', 'fsharp visual-basic'],
    ['.NET', 'dotnet'],
    ['C#/.NET', 'csharp dotnet'],
    ['ASP.NET Core', 'aspnet-core'],
    ['ASP .NET', 'aspnet'],
    ['ADO.NET', 'ado-net'],
    ['C/C++', 'c cpp'],
    ['C++17', 'cpp'],
    ['Java+Spring Boot', 'java spring-boot'],
    ['Notepad++', 'notepad-plus-plus'],
    ['Objective-C', 'objective-c'],
    ['We code in .NET.', 'dotnet'],
  ],
  enumerations: [
    ['Java/Kotlin', 'java kotlin'],
    ['Git & GitHub, HTML/CSS', 'git github html css'],
    ['AWS (EC2, S3, RDS)', 'aws aws-ec2 aws-s3 aws-rds'],
    ['AWS (Lambda, SQS, SNS)', 'aws aws-lambda aws-sqs aws-sns'],
    ['Azure (Functions, Service Bus)', 'azure azure-functions azure-service-bus'],
    ['GCP: Cloud Run, Pub/Sub, BigQuery', 'google-cloud google-cloud-run google-pubsub bigquery'],
    ['docker selenium circleci jenkins go rest', 'docker selenium circleci jenkins go rest'],
    ['#docker #kafka', 'docker kafka'],
    ['spring java cloud', 'spring java cloud-computing'],
    ['ios objective-c swift', 'ios objective-c swift'],
    ['• Go\n• Kotlin\n• Rust', 'go kotlin rust'],
    ['Languages: Go, C, R', 'go c r'],
    ['Prometheus & Grafana', 'prometheus grafana'],
    ['MySQL|MongoDB|Redis', 'mysql mongodb redis'],
    ['Kafka, RabbitMQ or ActiveMQ', 'kafka rabbitmq activemq'],
    ['Terraform, Helm, Vault, Consul and Nomad', 'terraform helm vault consul nomad'],
    ['Ansible, Chef, Puppet, Salt', 'ansible chef puppet saltstack'],
    ['Mocha, Chai, Jest and Cypress', 'mocha chai jest cypress'],
    ['Gradle, Maven, Ant, Make', 'gradle maven ant make'],
    ['Hadoop, Hive, Pig, Spark, Storm', 'hadoop hive pig spark storm'],
    ['Word, Excel, Access', 'excel ms-access'],
  ],
  'ambiguous names that are meant': [
    ['Go', 'go'],
    ['Three years of Go in production', 'go'],
    ['You write services in Go.', 'go'],
    ['Senior Go developer', 'go'],
    ['Go-Entwickler gesucht', 'go'],
    ['Erfahrung mit Go', 'go'],
    ['Go (Golang)', 'go go'],
    ['Rust engineer', 'rust'],
    ['systems programming in Rust', 'rust'],
    ['embedded firmware in C and C++', 'embedded-systems c cpp'],
    ['experience in C programming', 'c'],
    ['statistics with R and Python', 'data-analysis r python'],
    ['Swift for iOS', 'swift ios'],
    ['Spring and Hibernate', 'spring hibernate'],
    ['Java with Spring', 'java spring'],
    ['the Spring framework', 'spring'],
    ['Experience with Spring, Express and Flask', 'spring express flask'],
    ['Node and Express', 'nodejs express'],
    ['Express server', 'express'],
    ['Python (Flask)', 'python flask'],
    ['A REST interface', 'rest'],
    ['REST and SOAP', 'rest soap'],
    ['RESTful APIs', 'rest'],
    ['big data with Spark and Scala', 'big-data spark scala'],
    ['Elixir and Phoenix', 'elixir phoenix'],
    ['Go and Gin', 'go gin'],
    ['Scala, Play and Akka', 'scala play akka'],
    ['Bash scripts', 'bash'],
    ['AWS Lambda', 'aws-lambda'],
    ['API Gateway in front of Lambda on AWS', 'api-gateway aws-lambda aws'],
    ['Azure Functions', 'azure-functions'],
    ['secrets in Vault', 'vault'],
    ['charts for Helm', 'helm'],
    ['Oracle databases', 'oracle databases'],
    ['Oracle, MySQL', 'oracle mysql'],
    ['Airflow DAGs', 'airflow'],
    ['Dart and Flutter', 'dart flutter'],
    ['Vue and Nuxt', 'vue nuxt'],
    ['React, Next and TypeScript', 'react nextjs typescript'],
    ['TypeScript and Nest', 'typescript nestjs'],
    ['Grafana with Loki', 'grafana loki'],
    ['advanced Excel', 'excel'],
    ['the Groovy language', 'groovy'],
    ['Kinesis streams', 'aws-kinesis'],
    ['Apache Beam', 'beam'],
    ['Nginx and Apache', 'nginx apache-httpd'],
    ['SQL and No SQL databases', 'sql nosql databases'],
    ['agile software development with Scrum', 'agile scrum'],
  ],
  'words that are no skill': [
    ['We go to market fast.', ''],
    ['Go to market strategy', ''],
    ['Go-to-market lead', ''],
    ['Go ahead and apply!', ''],
    ['Ready? Go!', ''],
    ['We let go of old habits.', ''],
    ['R&D', ''],
    ['the R&D department', ''],
    ['R & D budget', ''],
    ['Series C funding', ''],
    ['C-level executives', ''],
    ['vitamin C', ''],
    ['room for error', ''],
    ['the rest of the team', ''],
    ['The Rest of the World', ''],
    ['rest days', ''],
    ['in spring 2021', ''],
    ['Spring 2021', ''],
    ['We start in Spring.', ''],
    ['spring break', ''],
    ['express your interest', ''],
    ['Express delivery', ''],
    ['American Express', ''],
    ['access to the building', ''],
    ['Access control is strict', ''],
    ['We make things.', ''],
    ['Make an impact', ''],
    ['excel at your work', ''],
    ['swift action', ''],
    ['Swift response times', ''],
    ['a rust belt town', ''],
    ['a spark of genius', ''],
    ['Our chef cooks lunch.', ''],
    ['Head Chef in our canteen', ''],
    ['a puppet show', ''],
    ['a flask of tea', ''],
    ['a birthday bash', ''],
    ['at the helm', ''],
    ['take it with a grain of salt', ''],
    ['the consul general', ''],
    ['an ember of hope', ''],
    ['a dart board', ''],
    ['the next step', ''],
    ['Next, we will call you.', ''],
    ['a bird nest', ''],
    ['Phoenix, Arizona', ''],
    ['guard rails', ''],
    ['Play hard', ''],
    ['the bank vault', ''],
    ['a beam of light', ''],
    ['a storm is coming', ''],
    ['a hive of activity', ''],
    ['a guinea pig', ''],
    ['an oracle spoke', ''],
    ['a node in the graph', ''],
    ['the fabric of society', ''],
    ['an elixir of life', ''],
    ['crystal clear', ''],
    ['Julia leads the team.', ''],
    ['an echo in the room', ''],
    ['gin and tonic', ''],
    ['fiber internet', ''],
    ['a cup of mocha', ''],
    ['just in jest', ''],
    ['the island of Cyprus, a cypress tree', ''],
    ['an ant hill', ''],
    ['unity of the team', ''],
    ['React to change quickly', ''],
    ['no excuses, no SQL needed', 'sql'],
    ['my SQL is better than yours', 'sql'],
    ['red is the colour', ''],
    ['in flux', ''],
    ['smart people', ''],
    ['goal, scalar, javanese, restful sleep', 'rest'],
    ['Das geht über den Rest hinaus.', ''],
    ['Ein CDI-Vertrag', ''],
    ['Poste en CDI', ''],
    ['lambda expressions in a language', ''],
  ],
  addresses: [
    ['mira@spring.example', ''],
    ['jobs@docker.com', ''],
    ['mail kotlin@example.org now', ''],
    ['https://redis.io/docs', ''],
    ['http://kafka:9092', ''],
    ['Kafka: yes. Redis/Kafka. https', 'kafka redis kafka tls'],
    ['www.python.org', ''],
    ['github.com/mira', ''],
    ['linkedin.com/in/java-mira', ''],
    ['see kafka.apache.org.', ''],
    ['docs.spring.io, then Kafka', 'kafka'],
    ['Socket.io and Express.js', 'socketio express'],
    ['Kubernetes.', 'kubernetes'],
    ['ASP.NET/C#', 'aspnet csharp'],
    ['Java.Then we left.', 'java'],
  ],
  'German, French and Spanish': [
    ['Teamfähigkeit und Kommunikationsstärke', 'collaboration communication'],
    ['Problemlösungskompetenz', 'problem-solving'],
    ['testgetriebene Entwicklung', 'test-driven-development'],
    ['relationale Datenbanken', 'relational-databases'],
    ['Java-Entwickler mit SQL-Kenntnissen', 'java sql'],
    ['Kubernetes-Cluster', 'kubernetes'],
    ["travail d'équipe", 'collaboration'],
    ['résolution de problèmes', 'problem-solving'],
    ['tests unitaires', 'unit-testing'],
    ['intégration continue', 'ci-cd'],
    ['trabajo en equipo', 'collaboration'],
    ['bases de datos relacionales', 'relational-databases'],
    ['metodologías ágiles', 'agile'],
    ['Entwurfsmuster', 'design-patterns'],
  ],
}

describe('createFinder', () => {
  for (const [group, rows] of Object.entries(cases)) {
    it.each(rows)(`${group}: %s`, (text, skills) => {
      expect(skillsIn(text)).toBe(skills)
    })
  }

  it('says where a name stands, in UTF-16 code units and without its version', () => {
    expect(find('😀 Größe: Java 17, Node JS')).toEqual([
      { skill: 'java', span: { start: 10, end: 14 }, text: 'Java' },
      { skill: 'nodejs', span: { start: 19, end: 26 }, text: 'Node JS' },
    ])
  })

  it('finds an alias as written, whatever its case, wherever it has no guard', () => {
    for (const skill of taxonomy.skills.values()) {
      for (const name of [skill.name, ...skill.aliases]) {
        if (skill.guard?.[name]) continue
        const [mention] = find(`We value ${name} here.`)
        expect(mention, `${skill.id}: ${name}`).toBeDefined()
      }
    }
  })

  it('finds every name that stands alone as a keyword', () => {
    const missed = [...taxonomy.skills.values()].filter(({ id, name, guard }) => {
      return guard?.[name]?.listed !== undefined && !find(name).some(({ skill }) => skill === id)
    })
    expect(missed.map(({ id }) => id)).toEqual([])
  })

  it('keeps to its laws on any text', () => {
    const word = fc.constantFrom(
      'Go',
      'go',
      'C',
      'C++',
      '.NET',
      'Spring',
      'Boot',
      'REST',
      'Java',
      '17',
      '#',
      '/',
      ',',
      '.',
      '@',
      '\n',
      'é',
      '😀',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(word).map((words) => words.join(' ')),
          fc.array(word).map((words) => words.join('')),
        ),
        (text) => {
          let end = 0
          for (const { skill, span, text: shown } of find(text)) {
            expect(span.start).toBeGreaterThanOrEqual(end)
            expect(span.end).toBeGreaterThan(span.start)
            expect(text.slice(span.start, span.end)).toBe(shown)
            expect(taxonomy.skills.has(skill)).toBe(true)
            end = span.end
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it('reads a long text of ambiguous words in one go', () => {
    const text = 'Go, C, R, Rust, rest, go, Spring, Express, '.repeat(20_000)
    expect(find(text).length).toBeGreaterThan(100_000)
  })
})
