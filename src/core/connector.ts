import type { z } from 'zod'
import type { EvidenceDraft } from './evidence.ts'
import type { Finding } from './finding.ts'
import type { Files, Hasher, Processes, Progress } from './ports.ts'

/** The names, e-mails and accounts that are the user. */
export interface Identity {
  readonly names: readonly string[]
  /** Lower case. */
  readonly emails: readonly string[]
  /** Account names by service: `{ github: 'mira' }`. */
  readonly accounts: Readonly<Record<string, string>>
}

/** Which skills show in a repository, by the taxonomy. Made by `buildCodeSignals` of src/skill/code-signals.ts. */
export interface SkillSignals {
  /** Changes whenever an answer may change, so that nothing stale is kept: a hash over the taxonomy's files. */
  readonly edition: string
  /** What a path shows, and what of the path shows it. */
  signalsOfPath(
    path: string,
  ): readonly { readonly skill: string; readonly how: 'extension' | 'file-name' | 'path' }[]
  /** What a package shows, by its ecosystem and name. */
  byDependency(ecosystem: string, name: string): readonly string[]
  /** What a container image shows, with or without registry, tag and digest. */
  byImage(name: string): readonly string[]
}

/** What a connector gets besides its source. */
export interface ConnectorContext {
  readonly identity: Identity
  /** Folder of the workspace; relative paths of sources start here. */
  readonly root: string
  readonly files: Files
  readonly processes: Processes
  readonly hasher: Hasher
  readonly signals: SkillSignals
  readonly signal: AbortSignal
  readonly progress: Progress
  /** Takes what is wrong with the source; the connector goes on. */
  report(finding: Finding): void
  /**
   * Says that the source could not be read whole (a damaged file, a shallow clone), so that facts which it does not
   * yield this time stay. An error that is reported says so too.
   */
  incomplete?(): void
  /** State of the last run, to resume from; null when there is none or it is stale. Losing it costs time only. */
  readonly state: ConnectorState
}

/** What a connector remembers between runs. Kept out of the ledger; may be deleted at any time. */
export interface ConnectorState {
  load(): Promise<Uint8Array | null>
  save(bytes: Uint8Array): Promise<void>
}

/** A source of bonafide.yaml, with the options that its connector's schema has checked. */
export interface Source<Options> {
  readonly id: string
  readonly options: Options
}

/**
 * Turns one kind of source into evidence. `collect` yields **all** facts that the source says now, so that the ledger
 * can retract what it says no longer; the same input yields identical records.
 */
export interface Connector<Schema extends z.ZodType = z.ZodType> {
  readonly id: string
  readonly title: string
  /** What it reads, one sentence. */
  readonly reads: string
  readonly options: Schema
  collect(source: Source<z.infer<Schema>>, context: ConnectorContext): AsyncIterable<EvidenceDraft>
}
