import { closest } from '../../core/closest.ts'
import { findingOf } from '../../core/codes.ts'
import type { Connector, ConnectorState, SkillSignals } from '../../core/connector.ts'
import type { Finding } from '../../core/finding.ts'
import type { CollectionCounts, LedgerStore } from '../../core/ledger-store.ts'
import type { Files, Hasher, Processes, Progress } from '../../core/ports.ts'
import { UserError, userError } from '../../core/user-error.ts'
import type { ConfiguredWorkspace } from '../workspace/load.ts'
import { CACHE_FOLDER, joinPath, WORKSPACE_FILE } from '../workspace/paths.ts'
import type { SourceConfig } from '../workspace/schema.ts'
import { validateYaml } from '../workspace/validate.ts'
import { spread } from '../workspace/yaml-source.ts'
import { collectCodes } from './codes.ts'

/** What a connector may remember; more than this is taken for damage. */
const MAX_STATE_BYTES = 256 * 1024 * 1024

/** What one source brought. Counts are null when it failed or was stopped: its ledger is as before. */
export interface CollectedSource {
  readonly id: string
  readonly connector: string
  readonly counts: CollectionCounts | null
  readonly findings: readonly Finding[]
}

export interface CollectOptions {
  readonly workspace: ConfiguredWorkspace
  readonly connectors: readonly Connector[]
  readonly ports: {
    readonly files: Files
    readonly processes: Processes
    readonly hasher: Hasher
    readonly signals: SkillSignals
    readonly ledger: LedgerStore
  }
  /** Ids of sources to collect; all when left out. */
  readonly only?: readonly string[]
  readonly signal?: AbortSignal
  readonly progress?: Progress
}

/**
 * Brings the ledger up to date with the sources of bonafide.yaml, one after the other. A source that fails becomes a
 * finding, and the others go on; a stopped collection changes nothing of the source that it was at. Throws a
 * `UserError` only when `only` names a source that does not exist.
 */
export async function collect(
  options: CollectOptions,
): Promise<{ readonly sources: readonly CollectedSource[] }> {
  const sources: CollectedSource[] = []
  for (const source of chosenSources(options.workspace.config.sources, options.only)) {
    if (options.signal?.aborted === true) sources.push(outcome(source, null, [stopped(source, options)]))
    else sources.push(await collectSource(source, options))
  }
  return { sources }
}

function chosenSources(
  sources: readonly SourceConfig[],
  only: readonly string[] | undefined,
): readonly SourceConfig[] {
  if (only === undefined) return sources
  const ids = sources.map((source) => source.id)
  for (const id of only) {
    if (ids.includes(id)) continue
    const near = closest(id, ids)
    const hint =
      near === null ? `It names ${ids.length === 0 ? 'none' : ids.join(', ')}.` : `Did you mean ${near}?`
    throw userError(collectCodes, 'COL001', `${WORKSPACE_FILE} has no source “${id}”. ${hint}`)
  }
  return sources.filter((source) => only.includes(source.id))
}

async function collectSource(source: SourceConfig, options: CollectOptions): Promise<CollectedSource> {
  const { workspace, connectors, ports } = options
  const connector = connectors.find((candidate) => candidate.id === source.connector)
  if (connector === undefined) return outcome(source, null, [unknownConnector(source, options)])
  const checked = validateYaml(connector.options, workspace.configSource, {
    at: source.path,
    value: source.options,
  })
  if (checked.value === null) return outcome(source, null, checked.findings)
  const findings: Finding[] = [...checked.findings]
  let whole = true
  const drafts = connector.collect(
    { id: source.id, options: checked.value },
    {
      identity: workspace.config.identity,
      root: workspace.root,
      files: ports.files,
      processes: ports.processes,
      hasher: ports.hasher,
      signals: ports.signals,
      signal: options.signal ?? new AbortController().signal,
      progress: options.progress ?? (() => undefined),
      report: (finding) => findings.push(finding),
      incomplete: () => {
        whole = false
      },
      state: stateOf(source, workspace.root, ports.files),
    },
  )
  try {
    const { findings: ledgerFindings, ...counts } = await ports.ledger.record(source.id, drafts, {
      // What a damaged source leaves out is not gone: it could not be read.
      isComplete: () => whole && findings.every((finding) => finding.severity !== 'error'),
      ...(options.signal === undefined ? {} : { signal: options.signal }),
    })
    const kept = counts.kept > 0 ? [keptFacts(source, counts.kept, options)] : []
    return outcome(source, counts, [...findings, ...ledgerFindings, ...kept])
  } catch (error) {
    if (options.signal?.aborted === true)
      return outcome(source, null, [...findings, stopped(source, options)])
    if (error instanceof UserError)
      return outcome(source, null, [...findings, failed(source, error, options)])
    throw error
  }
}

function outcome(
  source: SourceConfig,
  counts: CollectionCounts | null,
  findings: readonly Finding[],
): CollectedSource {
  return { id: source.id, connector: source.connector, counts, findings }
}

/** Kept below out/, which may be deleted at any time; what cannot be read or written costs time only. */
function stateOf(source: SourceConfig, root: string, files: Files): ConnectorState {
  const folder = joinPath(root, CACHE_FOLDER, source.connector)
  const path = joinPath(folder, source.id)
  return {
    async load() {
      try {
        return (await files.exists(path)) ? await files.read(path, { maxBytes: MAX_STATE_BYTES }) : null
      } catch (error) {
        if (error instanceof UserError) return null
        throw error
      }
    },
    async save(bytes) {
      try {
        await files.mkdir(folder)
        await files.writeAtomic(path, bytes)
      } catch (error) {
        if (!(error instanceof UserError)) throw error
      }
    },
  }
}

function unknownConnector(source: SourceConfig, { workspace, connectors }: CollectOptions): Finding {
  const ids = connectors.map((connector) => connector.id)
  const near = closest(source.connector, ids)
  const hint = near === null ? `Known are ${ids.join(', ')}.` : `Did you mean ${near}?`
  const path = [...source.path, 'connector']
  return findingOf(collectCodes, 'COL002', {
    ...spread(workspace.configSource.place(path)),
    path,
    message: `There is no connector “${source.connector}”. ${hint}`,
  })
}

function failed(source: SourceConfig, error: UserError, { workspace }: CollectOptions): Finding {
  return findingOf(collectCodes, 'COL003', {
    ...spread(workspace.configSource.keyPlace([...source.path, 'id'])),
    path: source.path,
    message: `${source.id}: ${error.message}`,
    help: error.help,
    data: { code: error.code },
  })
}

function keptFacts(source: SourceConfig, kept: number, { workspace }: CollectOptions): Finding {
  const facts = kept === 1 ? '1 fact' : `${kept} facts`
  return findingOf(collectCodes, 'COL004', {
    ...spread(workspace.configSource.keyPlace([...source.path, 'id'])),
    path: source.path,
    message: `${source.id}: ${facts} of earlier stay, as the source could not be read whole.`,
  })
}

function stopped(source: SourceConfig, { workspace }: CollectOptions): Finding {
  return findingOf(collectCodes, 'COL005', {
    ...spread(workspace.configSource.keyPlace([...source.path, 'id'])),
    path: source.path,
    message: `${source.id}: collecting was stopped; its evidence is as before.`,
  })
}
