import type { LedgerStore } from '../core/ledger-store.ts'
import type { Clock, Files, Hasher, Locks, Processes } from '../core/ports.ts'
import type { Signatures } from '../core/signing-key.ts'
import type { Typesetter } from '../exporters/typesetter.ts'
import type { PdfReader } from '../resume/pdf-text.ts'

/** A YAML file of the program's own knowledge, parsed but not checked. */
export interface KnowledgeFile {
  readonly file: string
  readonly content: unknown
  /** Whether it was found without fault when the program was built. */
  readonly checked?: boolean
}

/** The ports that the use cases work through. `platform/runtime.ts` has them on Node. */
export interface Runtime {
  readonly files: Files
  readonly locks: Locks
  readonly processes: Processes
  readonly clock: Clock
  readonly hasher: Hasher
  readonly signatures: Signatures
  readonly pdf: PdfReader
  readonly typesetter: Typesetter
  readonly knowledge: {
    skills(): Promise<readonly KnowledgeFile[]>
    guides(): Promise<readonly KnowledgeFile[]>
  }
  openLedger(root: string): LedgerStore
}
