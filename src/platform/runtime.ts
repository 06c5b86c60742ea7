import type { Runtime } from '../app/runtime.ts'
import { nodeKnowledge } from './data-files.ts'
import { nodeFiles } from './files.ts'
import { nodeHasher } from './hasher.ts'
import { openLedger } from './ledger-store.ts'
import { nodeLocks } from './lock.ts'
import { childEntry, dependencyPath, packagePath } from './package-layout.ts'
import { createPdfReader } from './pdf/reader.ts'
import { nodeProcesses } from './processes.ts'
import { joseSignatures } from './signatures.ts'
import { createTypesetter } from './typst/typesetter.ts'

/** All ports on Node, and how to let go of the child processes. */
export interface NodeRuntime extends Runtime {
  /** Starts children that are sure to be needed, so that they load while other work is done. */
  start(children: { readonly pdf?: true; readonly typesetter?: true }): void
  close(): Promise<void>
}

/** Makes the ports. Children start only when they are first needed, or asked for. */
export function nodeRuntime(): NodeRuntime {
  const pdf = createPdfReader({ entry: childEntry('pdf') })
  const typesetter = createTypesetter({
    themes: packagePath('data', 'themes'),
    entry: childEntry('typst'),
    resolveFont: (specifier) => {
      const parts = specifier.split('/')
      const length = specifier.startsWith('@') ? 2 : 1
      return [dependencyPath(parts.slice(0, length).join('/')), ...parts.slice(length)].join('/')
    },
  })
  return {
    files: nodeFiles,
    locks: nodeLocks,
    processes: nodeProcesses,
    clock: { now: () => new Date() },
    hasher: nodeHasher,
    signatures: joseSignatures,
    pdf,
    typesetter,
    knowledge: nodeKnowledge,
    openLedger: (root) => openLedger(root, { hasher: nodeHasher, locks: nodeLocks }),
    start(children) {
      if (children.typesetter === true) typesetter.start()
      if (children.pdf === true) pdf.start()
    },
    async close() {
      await Promise.all([pdf.close(), typesetter.close()])
    },
  }
}
