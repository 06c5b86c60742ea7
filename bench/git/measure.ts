/* Collects from one repository in a process of its own and prints what it cost as one line of JSON. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { gitConnector } from '../../src/connectors/git/index.ts'
import { readSkillFiles } from '../../src/platform/data-files.ts'
import { nodeFiles } from '../../src/platform/files.ts'
import { nodeHasher } from '../../src/platform/hasher.ts'
import { nodeProcesses } from '../../src/platform/processes.ts'
import { buildCodeSignals } from '../../src/skill/code-signals.ts'
import { readTaxonomy } from '../../src/skill/taxonomy.ts'

/** What one run is asked to do. */
export interface Task {
  readonly path: string
  readonly emails: readonly string[]
  readonly refs: readonly string[]
  /** File that the state is read from and written to. */
  readonly state: string
}

/** What one run tells. */
export interface Outcome {
  readonly facts: number
  readonly commits: number
  /** CPU of the process until it began to collect, seconds. */
  readonly before: number
  readonly peakMegabytes: number
  readonly findings: readonly string[]
}

const task = JSON.parse(process.argv[2] ?? '') as Task
const { taxonomy } = readTaxonomy(await readSkillFiles())
const signals = { ...buildCodeSignals(taxonomy), edition: 'bench' }
const findings: string[] = []
const usage = process.cpuUsage()
let facts = 0
let commits = 0
const source = { id: 'bench', options: { path: task.path, refs: [...task.refs] } }
for await (const { kind, data } of gitConnector.collect(source, {
  identity: { names: [], emails: task.emails, accounts: {} },
  root: '/',
  files: nodeFiles,
  processes: nodeProcesses,
  hasher: nodeHasher,
  signals,
  signal: new AbortController().signal,
  progress: () => {},
  report: ({ code, message }) => findings.push(`${code} ${message}`),
  state: {
    load: () => Promise.resolve(existsSync(task.state) ? readFileSync(task.state) : null),
    save: (bytes) => Promise.resolve(writeFileSync(task.state, bytes)),
  },
})) {
  facts++
  if (kind === 'git.activity') commits += Number(data['commits']) + Number(data['merges'])
}
const outcome: Outcome = {
  facts,
  commits,
  before: (usage.user + usage.system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
  findings,
}
console.log(JSON.stringify(outcome))
