import type { Identity } from '../core/connector.ts'
import type { EvidenceDraft } from '../core/evidence.ts'
import type { Finding } from '../core/finding.ts'
import type { Progress } from '../core/ports.ts'
import { connectors } from './connectors.generated.ts'
import { loadSignals } from './knowledge.ts'
import { verifyPdf } from './receipts/verify.ts'
import type { Verification } from './receipts/verify.ts'
import type { Runtime } from './runtime.ts'

/** A repository to compute claims from again, and whose work in it counts. */
export interface RecomputeFrom {
  /** Absolute. */
  readonly path: string
  readonly identity: Identity
}

/** Verifies a PDF that carries receipts; with `against`, recomputes its claims from the repositories. */
export async function verifyFile(
  runtime: Runtime,
  file: string,
  bytes: Uint8Array,
  options: {
    readonly trustedKey?: string
    readonly against: readonly RecomputeFrom[]
    readonly signal: AbortSignal
    readonly progress: Progress
  },
): Promise<Verification & { readonly recomputing: readonly Finding[] }> {
  const recomputing: Finding[] = []
  const recompute = async (): Promise<readonly EvidenceDraft[]> => {
    const drafts: EvidenceDraft[] = []
    for (const [index, from] of options.against.entries()) {
      for await (const draft of collectAfresh(runtime, `against-${index + 1}`, from, recomputing, options)) {
        drafts.push(draft)
      }
    }
    return drafts
  }
  const verification = await verifyPdf(await runtime.pdf.read(bytes, file), {
    file,
    hasher: runtime.hasher,
    signatures: runtime.signatures,
    ...(options.trustedKey === undefined ? {} : { trustedKey: options.trustedKey }),
    ...(options.against.length === 0 ? {} : { recompute }),
  })
  return { ...verification, recomputing }
}

/** All that the repository says now, without anything remembered. */
async function* collectAfresh(
  runtime: Runtime,
  id: string,
  { path, identity }: RecomputeFrom,
  findings: Finding[],
  options: { readonly signal: AbortSignal; readonly progress: Progress },
): AsyncIterable<EvidenceDraft> {
  const git = connectors.find((connector) => connector.id === 'git')
  if (git === undefined) throw new Error('there is no git connector')
  yield* git.collect(
    { id, options: git.options.parse({ path }) },
    {
      identity,
      root: path,
      files: runtime.files,
      processes: runtime.processes,
      hasher: runtime.hasher,
      signals: await loadSignals(runtime),
      signal: options.signal,
      progress: options.progress,
      report: (finding) => void findings.push(finding),
      state: { load: () => Promise.resolve(null), save: () => Promise.resolve() },
    },
  )
}
