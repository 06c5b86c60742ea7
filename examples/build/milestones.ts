import type { Tree } from './shop.ts'

/** A change that stands out: a technology brought in on a certain day by a certain person. */
export interface Milestone {
  readonly day: string
  readonly by: string
  readonly subject: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly files?: Readonly<Record<string, string>>
  /** Text added to the end of a file that is there. */
  readonly append?: Readonly<Record<string, string>>
}

export const MILESTONES: readonly Milestone[] = [
  {
    day: '2025-09-03',
    by: 'Mira Holt',
    subject: 'Open one pool of database connections for all modules',
    files: {
      'src/database.ts':
        "import pg from 'pg'\n\nexport const database = new pg.Pool({ max: 20, statement_timeout: 5_000 })\n",
    },
  },
  {
    day: '2025-09-16',
    by: 'Ada Brandt',
    subject: 'Describe the public API in OpenAPI',
    files: {
      'openapi.yaml':
        'openapi: 3.1.0\ninfo:\n  title: shop-api\n  version: 1.0.0\npaths:\n  /orders/{id}:\n    get:\n      responses:\n        "200":\n          description: The order\n',
    },
  },
  {
    day: '2025-11-11',
    by: 'Mira Holt',
    subject: 'Cache carts and quotes in Redis, so that checkout no longer waits for joins',
    dependencies: { ioredis: '^5.4.2' },
    files: {
      'src/cache.ts':
        "import { Redis } from 'ioredis'\n\nexport const cache = new Redis(process.env.REDIS_URL ?? 'redis://localhost')\n\nexport async function remember<T>(key: string, seconds: number, make: () => Promise<T>): Promise<T> {\n  const hit = await cache.get(key)\n  if (hit !== null) return JSON.parse(hit) as T\n  const value = await make()\n  await cache.set(key, JSON.stringify(value), 'EX', seconds)\n  return value\n}\n",
    },
    append: { 'docker-compose.yml': '  cache:\n    image: redis:7-alpine\n' },
  },
  {
    day: '2025-12-02',
    by: 'Tomás Rivas',
    subject: 'Provision the staging database with Terraform',
    files: {
      'infrastructure/database.tf':
        'resource "aws_db_instance" "shop" {\n  engine         = "postgres"\n  engine_version = "16.3"\n  instance_class = "db.t4g.medium"\n  multi_az       = true\n}\n',
    },
  },
  {
    day: '2026-01-20',
    by: 'Mira Holt',
    subject: 'Publish order events to Kafka instead of calling three services in turn',
    dependencies: { kafkajs: '^2.2.4' },
    files: {
      'src/events/client.ts':
        "import { Kafka } from 'kafkajs'\n\nexport const kafka = new Kafka({ clientId: 'shop-api', brokers: (process.env.KAFKA_BROKERS ?? 'localhost:9092').split(',') })\n",
    },
    append: { 'docker-compose.yml': '  broker:\n    image: apache/kafka:3.9.0\n' },
  },
  {
    day: '2026-03-10',
    by: 'Mira Holt',
    subject: 'Trace requests with OpenTelemetry',
    dependencies: { '@opentelemetry/sdk-node': '^0.57.0', '@opentelemetry/api': '^1.9.0' },
    files: {
      'src/tracing.ts':
        "import { NodeSDK } from '@opentelemetry/sdk-node'\n\nexport const tracing = new NodeSDK({ serviceName: 'shop-api' })\ntracing.start()\n",
    },
  },
  {
    day: '2026-04-14',
    by: 'Jonas Weiß',
    subject: 'Deploy to Kubernetes with rolling updates',
    files: {
      'deploy/deployment.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: shop-api\nspec:\n  replicas: 3\n  template:\n    spec:\n      containers:\n        - name: api\n          image: larkspur/shop-api:latest\n          readinessProbe:\n            httpGet: { path: /health, port: 8080 }\n',
    },
  },
  {
    day: '2026-06-09',
    by: 'Ada Brandt',
    subject: 'Offer the catalogue over GraphQL to the mobile team',
    dependencies: { graphql: '^16.10.0', 'graphql-yoga': '^5.10.0' },
    files: {
      'src/catalogue/schema.graphql':
        'type Query {\n  item(id: ID!): Item\n}\n\ntype Item {\n  id: ID!\n  title: String!\n  priceCents: Int!\n}\n',
    },
  },
  {
    day: '2025-10-07',
    by: 'Mira Holt',
    subject: 'Tune PostgreSQL for the order tables',
    files: {
      'db/postgresql.conf':
        'shared_buffers = 2GB\nrandom_page_cost = 1.1\nlog_min_duration_statement = 200\n',
    },
  },
  {
    day: '2025-10-28',
    by: 'Mira Holt',
    subject: 'Vacuum the busy tables earlier',
    append: { 'db/postgresql.conf': 'autovacuum_vacuum_scale_factor = 0.02\nautovacuum_naptime = 20s\n' },
  },
  {
    day: '2025-12-09',
    by: 'Mira Holt',
    subject: 'Give the cache a limit, so that it forgets instead of failing',
    files: { 'cache/redis.conf': 'maxmemory 1gb\nmaxmemory-policy allkeys-lru\n' },
  },
  {
    day: '2026-02-10',
    by: 'Mira Holt',
    subject: 'Check events against a schema before they leave',
    append: { 'docker-compose.yml': '  schemas:\n    image: confluentinc/cp-schema-registry:7.8.0\n' },
  },
  {
    day: '2026-02-24',
    by: 'Mira Holt',
    subject: 'Move consumers to the native Kafka client, which rebalances without a pause',
    dependencies: { '@confluentinc/kafka-javascript': '^1.2.0' },
  },
  {
    day: '2026-04-07',
    by: 'Mira Holt',
    subject: 'Test consumers against a real broker',
    files: {
      'docker-compose.test.yml':
        'services:\n  broker:\n    image: apache/kafka:3.9.0\n  database:\n    image: postgres:16-alpine\n  cache:\n    image: redis:7-alpine\n',
    },
  },
  {
    day: '2026-04-21',
    by: 'Mira Holt',
    subject: 'Send traces to the collector',
    dependencies: { '@opentelemetry/exporter-trace-otlp-http': '^0.57.0' },
  },
  {
    day: '2026-05-05',
    by: 'Mira Holt',
    subject: 'See slow queries in traces',
    dependencies: { '@opentelemetry/instrumentation-pg': '^0.51.0' },
  },
]

/** Writes a milestone into the tree; gives the paths that changed. */
export function applyMilestone(
  tree: Tree,
  milestone: Milestone,
  addDependencies: (names: Readonly<Record<string, string>>) => string,
): readonly string[] {
  const changed: string[] = []
  if (milestone.dependencies !== undefined) {
    tree.set('package.json', addDependencies(milestone.dependencies))
    changed.push('package.json')
  }
  for (const [path, content] of Object.entries(milestone.files ?? {})) {
    tree.set(path, content)
    changed.push(path)
  }
  for (const [path, content] of Object.entries(milestone.append ?? {})) {
    tree.set(path, (tree.get(path) ?? '') + content)
    changed.push(path)
  }
  return changed
}
