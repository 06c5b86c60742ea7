import { spawn } from 'node:child_process'
import {
  type FSWatcher,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { applyEdits } from '../../src/app/workspace/edit.ts'
import { nodeHasher } from '../../src/platform/hasher.ts'
import { openLedger } from '../../src/platform/ledger-store.ts'
import { nodeLocks } from '../../src/platform/lock.ts'
import { editsOf, factsOf, RESUME } from './facts.ts'

/** What rounds of kill -9 came to. */
export interface Outcome {
  readonly rounds: number
  /** Collections or edits that were acknowledged before the kill. */
  readonly acknowledged: number
  /** Kills in the middle of a write: bytes that were not acknowledged yet, or a temporary file. */
  readonly traces: number
  /** Lines that were cut and put aside. */
  readonly cut: number
  /** What was lost or mixed, in words. Empty is what is wanted. */
  readonly losses: readonly string[]
}

/** A generator of numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** When to kill: so long after the first acknowledgement, or after the next change in a folder from then on. */
interface Moment {
  readonly delayMs: number
  readonly watched: string | null
}

/** Every other round waits for the start of a write, as most of the time goes by between writes. */
function momentOf(round: number, folder: string, random: () => number): Moment {
  return round % 2 === 0
    ? { delayMs: random() * 80, watched: null }
    : { delayMs: random() * 3, watched: folder }
}

/** Starts a child, kills it at the moment, and gives the numbers that it said last. */
async function killed(mode: string, root: string, first: number, moment: Moment): Promise<readonly number[]> {
  const entry = fileURLToPath(new URL('child.ts', import.meta.url))
  const child = spawn(process.execPath, [entry, mode, root, String(first)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = (): unknown => setTimeout(() => child.kill('SIGKILL'), moment.delayMs)
  const watchers: FSWatcher[] = []
  let said = ''
  let failure = ''
  child.stderr.on('data', (bytes) => (failure += String(bytes)))
  child.stdout.on('data', (bytes) => {
    if (said === '' && moment.watched === null) kill()
    else if (said === '' && moment.watched !== null) watchers.push(watch(moment.watched, kill))
    said += String(bytes)
  })
  const signal = await new Promise((resolve) => child.on('close', (_, name) => resolve(name)))
  for (const watcher of watchers) watcher.close()
  if (signal !== 'SIGKILL') throw new Error(`The child ended by itself: ${failure}`)
  const lines = said.slice(0, said.lastIndexOf('\n')).split('\n')
  return (lines.at(-1) ?? '').split(' ').map(Number)
}

/** What a power loss may do besides: of the bytes that were not acknowledged, any number are gone. */
function losePower(file: string, acknowledged: number, random: () => number): boolean {
  const { size } = statSync(file)
  if (size === acknowledged) return false
  truncateSync(file, acknowledged + Math.floor(random() * (size - acknowledged)))
  return true
}

/** Kills collections; after each, every acknowledged fact has to be in the ledger. */
export async function collectRounds(rounds: number, seed: number): Promise<Outcome> {
  const random = seeded(seed)
  const losses: string[] = []
  let [acknowledged, traces, cut, root, generation] = [0, 0, 0, '', 0]
  for (let round = 0; round < rounds; round++) {
    if (round % 20 === 0) {
      if (root !== '') rmSync(root, { recursive: true })
      root = workspace()
      generation = 0
    }
    const folder = join(root, 'evidence')
    const [last = 0, size = 0] = await killed(
      'collect',
      root,
      generation + 1,
      momentOf(round, folder, random),
    )
    acknowledged += last - generation
    generation = last
    if (losePower(join(folder, 'trial.jsonl'), size, random)) traces++
    const ledger = openLedger(root, { hasher: nodeHasher, locks: nodeLocks })
    const repair = await ledger.record('trial', [], { isComplete: () => false })
    const { records, findings } = await ledger.read()
    for (const { code } of repair.findings) {
      if (code === 'LED001') cut++
      else losses.push(`round ${round}: ${code} on repair`)
    }
    for (const { code } of findings) losses.push(`round ${round}: ${code} after the repair`)
    const said = new Map(records.map(({ data }) => [data['number'], Number(data['generation'])]))
    for (let number = 0; number < factsOf(generation); number++) {
      // The next collection may have come this far already, and may have taken facts back that it does not say.
      const stands = said.get(number)
      const mayBeGone = number >= factsOf(generation + 1)
      if (stands === undefined ? !mayBeGone : stands < generation)
        losses.push(`round ${round}: fact ${number} is lost`)
    }
  }
  rmSync(root, { recursive: true, force: true })
  return { rounds, acknowledged, traces, cut, losses }
}

/** Kills edits of resume.yaml; after each, the file has to be exactly what one of the edits made. */
export async function editRounds(rounds: number, seed: number): Promise<Outcome> {
  const random = seeded(seed)
  const losses: string[] = []
  const root = workspace()
  let [acknowledged, generation, expected] = [0, 0, RESUME]
  const next = (text: string, number: number): string => applyEdits(text, editsOf(number))
  for (let round = 0; round < rounds; round++) {
    const [last = 0] = await killed('edit', root, generation + 1, momentOf(round, root, random))
    acknowledged += last - generation
    while (generation < last) expected = next(expected, ++generation)
    const found = readFileSync(join(root, 'resume.yaml'), 'utf8')
    const later = next(expected, generation + 1)
    if (found === later) generation++
    else if (found !== expected)
      losses.push(`round ${round}: resume.yaml is neither the old nor the new content`)
    expected = found
  }
  const traces = readdirSync(root).filter((name) => name.endsWith('.tmp')).length
  rmSync(root, { recursive: true })
  return { rounds, acknowledged, traces, cut: 0, losses }
}

function workspace(): string {
  const root = mkdtempSync(join(tmpdir(), 'bonafide-kill-'))
  mkdirSync(join(root, 'evidence'))
  writeFileSync(
    join(root, 'bonafide.yaml'),
    'identity:\n  name: Mira Holt\nsources:\n  - id: trial\n    connector: trial\n',
  )
  writeFileSync(join(root, 'resume.yaml'), RESUME)
  return root
}
