import { finished, reasonOf, type Git } from './git.ts'
import { compact, nulSplitter, parseLogRecord } from './parse.ts'
import { LOG_FORMAT, type LogCommit } from './types.ts'

/** What of a history could not be read. */
export interface Damage {
  /** Ids of commits that are missing or damaged. */
  readonly commits: readonly string[]
  /** git's words for the first. */
  readonly reason: string
}

const LOG = ['log', '-z', '--no-patch', '--no-color', '--encoding=UTF-8', `--format=${LOG_FORMAT}`]

/** How many damaged places are walked around before the rest is given up. */
const DETOURS = 100
const FRONTIER = 500

/**
 * Streams all commits that are reachable from `tips` and not from `known`. git gives up at the first commit that it
 * cannot read; the others are then asked for from beside that place.
 *
 * @param mailmap id of the mailmap's blob, empty where there is none.
 * @param take gets every commit once, and those of `known` behind them marked as boundary.
 * @param restart is called when commits that were taken already will come again.
 * @returns null when nothing is damaged.
 */
export async function walkHistory(
  git: Git,
  signal: AbortSignal,
  tips: readonly string[],
  known: readonly string[],
  mailmap: string,
  take: (commit: LogCommit) => void,
  restart: () => void,
): Promise<Damage | null> {
  const found = new Set(known)
  if (tips.every((id) => found.has(id))) return null
  const from = [...tips, ...known.map((id) => `^${id}`)]
  const options = known.length > 0 ? ['--boundary'] : []
  const { ok, stderr } = await readLog(git, signal, from, mailmap, take, options)
  if (ok) return null
  restart()
  return walkAround(git, signal, tips, mailmap, take, reasonOf(stderr))
}

async function readLog(
  git: Git,
  signal: AbortSignal,
  from: readonly string[],
  mailmap: string,
  take: (commit: LogCommit) => void,
  options: readonly string[] = [],
): Promise<{ readonly ok: boolean; readonly stderr: string }> {
  const splitter = nulSplitter()
  return finished(
    git.start(['-c', `mailmap.blob=${mailmap}`, ...LOG, ...options, '--stdin'], `${from.join('\n')}\n`),
    signal,
    (chunk) => {
      for (const record of splitter.push(chunk)) {
        const commit = parseLogRecord(record)
        if (commit) take(commit)
      }
    },
  )
}

async function walkAround(
  git: Git,
  signal: AbortSignal,
  tips: readonly string[],
  mailmap: string,
  take: (commit: LogCommit) => void,
  reason: string,
): Promise<Damage> {
  const seen = new Set<string>()
  const open = new Set(tips)
  const damaged = new Set<string>()
  const takeOnce = (commit: LogCommit): void => {
    if (seen.has(commit.id)) return
    seen.add(compact(commit.id))
    open.delete(commit.id)
    for (const parent of commit.parents)
      if (!seen.has(parent) && !damaged.has(parent)) open.add(compact(parent))
    take(commit)
  }
  for (let detour = 0; detour < DETOURS && open.size > 0; detour++) {
    if ((await readLog(git, signal, [...open], mailmap, takeOnce)).ok) break
    // Somewhere among these stands the damage, or right behind: look at each alone.
    for (const id of [...open].slice(0, FRONTIER)) {
      const { ok } = await readLog(git, signal, [id], mailmap, takeOnce, ['--no-walk'])
      if (ok && !open.has(id)) continue
      damaged.add(id)
      open.delete(id)
    }
  }
  return { commits: [...damaged].sort(), reason }
}
