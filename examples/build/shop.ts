import type { Random } from './random.ts'

/** The files of the example shop as they stand at one moment. */
export type Tree = Map<string, string>

export const MODULES = [
  'orders',
  'payments',
  'catalogue',
  'customers',
  'carts',
  'inventory',
  'shipping',
] as const

const VERBS = [
  'load',
  'list',
  'create',
  'update',
  'cancel',
  'find',
  'count',
  'reserve',
  'settle',
  'refund',
  'archive',
  'merge',
] as const
const THINGS = [
  'Item',
  'Line',
  'Batch',
  'Summary',
  'Status',
  'History',
  'Total',
  'Address',
  'Window',
  'Quote',
] as const
const FIELDS = [
  'status',
  'created_at',
  'customer_id',
  'total_cents',
  'currency',
  'updated_at',
  'version',
  'reference',
] as const

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function functionName(random: Random): string {
  return `${random.pick(VERBS)}${random.pick(THINGS)}${random.between(2, 99)}`
}

/** A package.json with its dependencies in order. */
export function packageJson(
  dependencies: Readonly<Record<string, string>>,
  development: Readonly<Record<string, string>>,
): string {
  const sorted = (record: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return `${JSON.stringify(
    {
      name: 'shop-api',
      version: '0.0.0',
      private: true,
      type: 'module',
      scripts: { start: 'node dist/server.js', test: 'jest', build: 'tsc -p .' },
      dependencies: sorted(dependencies),
      devDependencies: sorted(development),
    },
    null,
    2,
  )}\n`
}

/** The first commit's tree. */
export function firstTree(): Tree {
  const tree: Tree = new Map()
  tree.set(
    'README.md',
    '# shop-api\n\nThe HTTP API behind the Larkspur shop.\n\n## Run\n\n    docker compose up -d\n    npm run build && npm start\n',
  )
  tree.set('.gitignore', 'node_modules\ndist\n')
  tree.set('.gitattributes', 'src/generated/** linguist-generated=true\n')
  tree.set(
    'package.json',
    packageJson(
      { express: '^4.21.2', pg: '^8.13.1' },
      { typescript: '^5.7.2', '@types/node': '^22.10.2', '@types/express': '^4.17.21', jest: '^29.7.0' },
    ),
  )
  tree.set(
    'tsconfig.json',
    '{\n  "compilerOptions": { "strict": true, "module": "nodenext", "outDir": "dist" },\n  "include": ["src"]\n}\n',
  )
  tree.set(
    'Dockerfile',
    'FROM node:22-alpine\nWORKDIR /app\nCOPY package*.json ./\nRUN npm ci --omit=dev\nCOPY dist dist\nCMD ["node", "dist/server.js"]\n',
  )
  tree.set(
    'docker-compose.yml',
    'services:\n  database:\n    image: postgres:16-alpine\n    environment:\n      POSTGRES_PASSWORD: local\n',
  )
  tree.set(
    '.github/workflows/ci.yml',
    'name: ci\non: [push]\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: npm ci\n      - run: npm test\n',
  )
  tree.set(
    'src/server.ts',
    "import express from 'express'\n\nconst app = express()\napp.use(express.json())\napp.get('/health', (_, response) => void response.send('ok'))\napp.listen(8080)\n",
  )
  tree.set(
    'migrations/0001_customers.sql',
    'CREATE TABLE customers (\n  id bigint PRIMARY KEY,\n  email text NOT NULL UNIQUE,\n  created_at timestamptz NOT NULL DEFAULT now()\n);\n',
  )
  return tree
}

/** Adds a function to a file of a module, making the file when it is not there. */
export function growModule(
  tree: Tree,
  module: string,
  layer: 'routes' | 'service' | 'repository',
  random: Random,
): string {
  const path = `src/${module}/${layer}.ts`
  const name = functionName(random)
  const before = tree.get(path) ?? headerOf(module, layer)
  tree.set(path, `${before}\n${bodyOf(module, layer, name, random)}`)
  return path
}

function headerOf(module: string, layer: string): string {
  if (layer === 'routes')
    return `import { Router } from 'express'\nimport * as service from './service.js'\n\nexport const ${module} = Router()\n`
  if (layer === 'service') return `import * as repository from './repository.js'\n`
  return `import { database } from '../database.js'\n`
}

function bodyOf(module: string, layer: string, name: string, random: Random): string {
  const field = random.pick(FIELDS)
  if (layer === 'routes') {
    const path = `/${module}/:id/${name.toLowerCase()}`
    return `${module}.get('${path}', async (request, response) => {\n  const result = await service.${name}(request.params.id)\n  if (result === null) return void response.status(404).end()\n  response.json(result)\n})\n`
  }
  if (layer === 'service') {
    return `export async function ${name}(id: string) {\n  const row = await repository.${name}(id)\n  if (row === undefined) return null\n  return { ...row, ${field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}: row.${field} }\n}\n`
  }
  return `export async function ${name}(id: string) {\n  const { rows } = await database.query(\n    'SELECT id, ${field} FROM ${module} WHERE id = $1 ORDER BY ${field} LIMIT ${random.between(1, 100)}',\n    [id],\n  )\n  return rows[0]\n}\n`
}

/** Adds a test case to a module. */
export function growTest(tree: Tree, module: string, random: Random): string {
  const path = `src/${module}/service.test.ts`
  const before =
    tree.get(path) ??
    `import { describe, expect, it } from '@jest/globals'\nimport * as service from './service.js'\n`
  const name = functionName(random)
  tree.set(
    path,
    `${before}\ndescribe('${name}', () => {\n  it('answers null for what is not there', async () => {\n    expect(await service.${name}('${random.between(1000, 9999)}')).toBeNull()\n  })\n})\n`,
  )
  return path
}

/** Changes one line in the middle of a file, as a fix does. */
export function mendFile(tree: Tree, path: string, random: Random): void {
  const lines = (tree.get(path) ?? '').split('\n')
  const places = lines.flatMap((line, index) =>
    /LIMIT \d+|status\(\d+\)|toBeNull|=== undefined/.test(line) ? [index] : [],
  )
  const place = places.length === 0 ? lines.length - 1 : (places[random.between(0, places.length - 1)] ?? 0)
  const line = lines[place] ?? ''
  lines[place] = line.includes('LIMIT')
    ? line.replace(/LIMIT \d+/, `LIMIT ${random.between(101, 999)}`)
    : line.includes('=== undefined')
      ? line.replace('=== undefined', '== null')
      : `${line} // ${random.pick(['see the runbook', 'checked twice', 'kept for old clients', 'measured'])}`
  tree.set(path, lines.join('\n'))
}

/** A further migration. */
export function addMigration(tree: Tree, number: number, module: string, random: Random): string {
  const field = random.pick(FIELDS)
  const path = `migrations/${String(number).padStart(4, '0')}_${module}_${field}.sql`
  tree.set(
    path,
    random.chance(0.5)
      ? `CREATE INDEX CONCURRENTLY ${module}_${field}_${number}\n  ON ${module} (${field});\n`
      : `ALTER TABLE ${module}\n  ADD COLUMN ${field}_${number} text;\n\nUPDATE ${module} SET ${field}_${number} = '';\n`,
  )
  return path
}

/** A consumer or producer of events. */
export function growEvents(tree: Tree, random: Random): string {
  const topic = random.pick(MODULES)
  const path = `src/events/${topic}.ts`
  const before =
    tree.get(path) ??
    `import { kafka } from './client.js'\n\nconst consumer = kafka.consumer({ groupId: '${topic}' })\n`
  const name = functionName(random)
  tree.set(
    path,
    `${before}\nexport async function on${capital(name)}() {\n  await consumer.subscribe({ topic: '${topic}.${name}', fromBeginning: false })\n  await consumer.run({ eachMessage: async ({ message }) => handle(message.value) })\n}\n`,
  )
  return path
}
