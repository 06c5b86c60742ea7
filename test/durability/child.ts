import { statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { collect } from '../../src/app/collect/collect.ts'
import { applyEdits, editFile } from '../../src/app/workspace/edit.ts'
import { loadWorkspace, requireConfig } from '../../src/app/workspace/load.ts'
import { nodeFiles } from '../../src/platform/files.ts'
import { nodeHasher } from '../../src/platform/hasher.ts'
import { openLedger } from '../../src/platform/ledger-store.ts'
import { nodeLocks } from '../../src/platform/lock.ts'
import { nodeProcesses } from '../../src/platform/processes.ts'
import { editsOf, fact, trialConnector } from './facts.ts'

const [mode, root = '', first = '1'] = process.argv.slice(2)
const ledger = openLedger(root, { hasher: nodeHasher, locks: nodeLocks })

/** Written at once: what was said here was done before. */
function acknowledge(what: string | number): void {
  writeSync(1, `${what}\n`)
}

async function collectForEver(): Promise<never> {
  const workspace = requireConfig(await loadWorkspace(root, { files: nodeFiles }))
  const signals = { edition: '1', signalsOfPath: () => [], byDependency: () => [], byImage: () => [] }
  const ports = { files: nodeFiles, processes: nodeProcesses, hasher: nodeHasher, signals, ledger }
  for (let generation = Number(first); ; generation++) {
    const { sources } = await collect({ workspace, connectors: [trialConnector(generation)], ports })
    if (sources[0]?.counts === null) throw new Error(JSON.stringify(sources[0].findings))
    acknowledge(`${generation} ${statSync(join(root, 'evidence', 'trial.jsonl')).size}`)
  }
}

async function editForEver(): Promise<never> {
  for (let generation = Number(first); ; generation++) {
    await editFile(root, 'resume.yaml', (text) => applyEdits(text, editsOf(generation)), {
      files: nodeFiles,
      locks: nodeLocks,
    })
    acknowledge(generation)
  }
}

/** Fifty records, each appended by itself; `first` tells the writers apart. */
async function appendFifty(): Promise<void> {
  for (let index = 0; index < 50; index++) {
    await ledger.record('shared', [fact('shared', Number(first) * 1000 + index, 1)], {
      isComplete: () => false,
    })
    acknowledge(index)
  }
}

const modes: Readonly<Record<string, () => Promise<void>>> = {
  collect: collectForEver,
  edit: editForEver,
  append: appendFifty,
}
await modes[mode ?? '']?.()
