import type { Evidence, EvidenceDraft } from './evidence.ts'
import type { Finding } from './finding.ts'

/** What one collection changed in the ledger. Counts of facts. */
export interface CollectionCounts {
  /** Facts about something that the ledger did not know. */
  readonly added: number
  /** Facts that differ from what the ledger held under the same key. */
  readonly replaced: number
  /** Facts that the source says no longer. */
  readonly retracted: number
  readonly unchanged: number
  /** Facts that the source did not say this time and that stay, as it could not be read whole. */
  readonly kept: number
}

/** The evidence of a workspace, kept as append-only `evidence/<source>.jsonl`. */
export interface LedgerStore {
  /** The facts as they stand now, without the replaced and retracted ones, and what is wrong with the files. */
  read(): Promise<{ readonly records: readonly Evidence[]; readonly findings: readonly Finding[] }>
  /**
   * Brings one source up to date with **all** the facts that it says: appends new and changed ones, takes back the
   * others. Where nothing changed, not a byte is written. When `drafts` throws, nothing is written. When `isComplete`,
   * asked after the last draft, says no, nothing is taken back. Once this returns, the records survive a power loss.
   */
  record(
    source: string,
    drafts: AsyncIterable<EvidenceDraft> | Iterable<EvidenceDraft>,
    options?: { readonly isComplete?: () => boolean; readonly signal?: AbortSignal },
  ): Promise<CollectionCounts & { readonly findings: readonly Finding[] }>
}
