import type { Progress } from '../../core/ports.ts'
import { connectors } from '../connectors.generated.ts'
import { loadSignals } from '../knowledge.ts'
import type { Runtime } from '../runtime.ts'
import { loadWorkspace, requireConfig } from '../workspace/load.ts'
import { collect } from './collect.ts'
import type { CollectedSource } from './collect.ts'

/** Collects the sources of the workspace in a folder with every connector there is. */
export async function collectWorkspace(
  runtime: Runtime,
  root: string,
  options: {
    readonly only?: readonly string[]
    readonly signal?: AbortSignal
    readonly progress?: Progress
  } = {},
): Promise<readonly CollectedSource[]> {
  const workspace = requireConfig(await loadWorkspace(root, runtime))
  const { sources } = await collect({
    workspace,
    connectors,
    ports: {
      files: runtime.files,
      processes: runtime.processes,
      hasher: runtime.hasher,
      signals: await loadSignals(runtime),
      ledger: runtime.openLedger(root),
    },
    ...options,
  })
  return sources
}
