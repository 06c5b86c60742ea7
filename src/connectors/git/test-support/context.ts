import type { ConnectorContext, Identity } from '../../../core/connector.ts'
import { nodeFiles } from '../../../platform/files.ts'
import { nodeHasher } from '../../../platform/hasher.ts'
import { nodeProcesses } from '../../../platform/processes.ts'
import { buildCodeSignals } from '../../../skill/code-signals.ts'
import { buildTaxonomy } from '../../../skill/taxonomy.ts'

const LANGUAGES = [
  { id: 'typescript', name: 'TypeScript', code: { extensions: ['.ts'] } },
  { id: 'python', name: 'Python', code: { extensions: ['.py'] } },
  { id: 'go', name: 'Go', code: { extensions: ['.go'], files: ['go.mod'] } },
  { id: 'sql', name: 'SQL', code: { extensions: ['.sql'] } },
]

const TOOLS = [
  { id: 'docker', name: 'Docker', code: { files: ['Dockerfile', 'compose.yaml'] } },
  { id: 'github-actions', name: 'GitHub Actions', code: { files: ['.github/workflows/*.yml'] } },
  {
    id: 'postgresql',
    name: 'PostgreSQL',
    code: { dependencies: { npm: ['pg'], pypi: ['psycopg'] }, images: ['postgres'] },
  },
  { id: 'express', name: 'Express', code: { dependencies: { npm: ['express'] } } },
  {
    id: 'redis',
    name: 'Redis',
    code: { dependencies: { npm: ['redis'], go: ['github.com/redis/go-redis'] }, images: ['redis'] },
  },
]

const taxonomy = buildTaxonomy([
  { file: 'languages.yaml', content: { kind: 'language', skills: LANGUAGES } },
  { file: 'tools.yaml', content: { kind: 'tool', skills: TOOLS } },
])

/** Mira Holt, who commits in the test repositories. */
export const MIRA_HOLT: Identity = {
  names: ['Mira Holt'],
  emails: ['mira@example.org'],
  accounts: { github: 'miraholt' },
}

/** A context for tests, with a small taxonomy and this machine's ports. */
export function testContext(
  root: string,
  overrides: Partial<ConnectorContext> = {},
): Omit<ConnectorContext, 'report' | 'incomplete' | 'state'> {
  return {
    identity: MIRA_HOLT,
    root,
    files: nodeFiles,
    processes: nodeProcesses,
    hasher: nodeHasher,
    signals: { ...buildCodeSignals(taxonomy), edition: 'test' },
    signal: new AbortController().signal,
    progress: () => {},
    ...overrides,
  }
}
