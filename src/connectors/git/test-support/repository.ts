import type { ConnectorContext } from '../../../core/connector.ts'
import type { EvidenceDraft } from '../../../core/evidence.ts'
import type { Finding } from '../../../core/finding.ts'
import type { Processes } from '../../../core/ports.ts'
import type { GitOptions } from '../options.ts'
import { gitConnector } from '../index.ts'

/** `Name <mail>` */
type Who = string

/** One commit of a repository made for a test. */
export interface CommitSpec {
  readonly who?: Who
  readonly committer?: Who
  /** `2025-03-04` or `2025-03-04T10:00:00Z`, or seconds since 1970. */
  readonly at: string | number
  readonly committedAt?: string | number
  readonly message?: string
  /** Contents by path; null deletes. One character a byte in paths. */
  readonly files?: Readonly<Record<string, string | null>>
  /** `old` to `new` path. */
  readonly renames?: Readonly<Record<string, string>>
  readonly mode?: string
  /** Short name of the branch; `main` unless told. A new one begins at `from`. */
  readonly branch?: string
  readonly from?: string
  /** Branches to merge. */
  readonly merges?: readonly string[]
}

/** One tag; annotated when it has a tagger. */
export interface TagSpec {
  readonly tag: string
  /** Branch that it points to. */
  readonly on?: string
  readonly tagger?: Who
  readonly at?: string
}

export const MIRA = 'Mira Holt <mira@example.org>'
export const JON = 'Jon Abara <jon@example.org>'

/** Writes a history as `git fast-import` reads it: https://git-scm.com/docs/git-fast-import#_input_format. */
export function importStream(history: readonly (CommitSpec | TagSpec)[]): Uint8Array {
  const parts: string[] = []
  const branches = new Set<string>()
  for (const step of history) {
    if ('tag' in step) {
      const on = `refs/heads/${step.on ?? 'main'}`
      if (step.tagger === undefined) parts.push(`reset refs/tags/${step.tag}\nfrom ${on}\n\n`)
      else {
        parts.push(
          `tag ${step.tag}\nfrom ${on}\ntagger ${binary(step.tagger)} ${seconds(step.at ?? 0)} +0000\n`,
        )
        parts.push(data('A release\n'))
      }
      continue
    }
    const { who = MIRA, at, message = 'Work\n', branch = 'main' } = step
    const committer = step.committer ?? who
    parts.push(
      `commit refs/heads/${branch}\nauthor ${binary(who)} ${seconds(at)} +0000\n`,
      `committer ${binary(committer)} ${seconds(step.committedAt ?? at)} +0000\n`,
      data(message),
    )
    if (!branches.has(branch) && step.from !== undefined) parts.push(`from refs/heads/${step.from}\n`)
    branches.add(branch)
    for (const merged of step.merges ?? []) parts.push(`merge refs/heads/${merged}\n`)
    for (const [from, to] of Object.entries(step.renames ?? {}))
      parts.push(`R ${quoted(from)} ${quoted(to)}\n`)
    for (const [path, content] of Object.entries(step.files ?? {})) {
      parts.push(
        content === null
          ? `D ${quoted(path)}\n`
          : `M ${step.mode ?? '100644'} inline ${quoted(path)}\n${data(content)}`,
      )
    }
    parts.push('\n')
  }
  return Buffer.from(parts.join(''), 'latin1')
}

const binary = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')

function data(text: string): string {
  const bytes = binary(text)
  return `data ${bytes.length}\n${bytes}\n`
}

function seconds(at: string | number): number {
  return typeof at === 'number' ? at : Date.parse(at.length === 10 ? `${at}T12:00:00Z` : at) / 1000
}

function quoted(path: string): string {
  return `"${path.replace(/[^ !#-[\]-~]/g, (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`)}"`
}

/** Runs git as a user does, in a folder. Fails loudly. */
export async function runGit(
  processes: Processes,
  cwd: string,
  args: readonly string[],
  stdin?: string | Uint8Array,
): Promise<string> {
  const running = processes.start('git', args, {
    cwd,
    env: { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', LC_ALL: 'C' },
    ...(stdin === undefined ? {} : { stdin }),
  })
  const chunks: Uint8Array[] = []
  for await (const chunk of running.stdout) chunks.push(chunk)
  const { code, stderr } = await running.exit
  if (code !== 0) throw new Error(`git ${args.join(' ')} failed: ${stderr}`)
  return Buffer.concat(chunks).toString('utf8').trim()
}

/** Makes a repository in an empty folder. */
export async function makeRepository(
  processes: Processes,
  folder: string,
  history: readonly (CommitSpec | TagSpec)[],
  options: { readonly bare?: boolean; readonly format?: 'sha1' | 'sha256' } = {},
): Promise<void> {
  const { bare = false, format = 'sha1' } = options
  await runGit(processes, folder, [
    'init',
    '--quiet',
    '--initial-branch=main',
    `--object-format=${format}`,
    ...(bare ? ['--bare'] : []),
    '.',
  ])
  await addHistory(processes, folder, history)
  if (!bare && history.length > 0) await runGit(processes, folder, ['reset', '--quiet', '--hard'])
}

/** Adds to a repository; branches go on where they are. */
export async function addHistory(
  processes: Processes,
  folder: string,
  history: readonly (CommitSpec | TagSpec)[],
): Promise<void> {
  const existing = new Set(
    (await runGit(processes, folder, ['for-each-ref', '--format=%(refname:short)', 'refs/heads'])).split(
      '\n',
    ),
  )
  const resumed = history.map((step) => {
    const branch = 'tag' in step ? '' : (step.branch ?? 'main')
    return existing.delete(branch) ? { ...step, from: `${branch}^0` } : step
  })
  await runGit(processes, folder, ['fast-import', '--quiet', '--force'], importStream(resumed))
}

/** What a run yielded. */
export interface Collected {
  readonly drafts: readonly EvidenceDraft[]
  readonly findings: readonly Finding[]
  /** Whether the connector said that it could read all. */
  readonly complete: boolean
  /** What the connector saved; null when it did not. */
  readonly saved: Uint8Array | null
}

/** Runs the connector over a repository and gathers what it says. */
export async function collectFrom(
  context: Omit<ConnectorContext, 'report' | 'incomplete' | 'state'>,
  options: GitOptions,
  state: Uint8Array | null = null,
): Promise<Collected> {
  const findings: Finding[] = []
  let saved: Uint8Array | null = null
  let complete = true
  const drafts: EvidenceDraft[] = []
  const source = { id: 'repo', options: gitConnector.options.parse(options) }
  const running = gitConnector.collect(source, {
    ...context,
    report: (finding) => findings.push(finding),
    incomplete: () => {
      complete = false
    },
    state: {
      load: () => Promise.resolve(state),
      save(bytes) {
        saved = bytes
        return Promise.resolve()
      },
    },
  })
  for await (const draft of running) drafts.push(draft)
  return { drafts, findings, complete, saved }
}
