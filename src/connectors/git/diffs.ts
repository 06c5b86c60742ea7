import { finished, reasonOf, type Git } from './git.ts'
import { diffReader, nulSplitter } from './parse.ts'
import type { CommitChanges } from './types.ts'

/** What of the changes could not be read. */
export interface DiffDamage {
  /** Commits whose lines are unknown. */
  readonly lines: number
  /** Commits whose files are unknown too. */
  readonly files: number
  /** Whether contents are missing because the clone is partial. */
  readonly partial: boolean
  readonly reason: string
}

// Plain `log` buffers its output where `diff-tree` writes each commit by itself, which costs the reader more than git.
// All that the user's settings could change is said: renames are looked for with a fixed limit, and without contents
// only those are found that changed nothing.
const CHANGES = [
  'log',
  '--stdin',
  '--no-walk=unsorted',
  '-z',
  '--format=tformat:%H',
  '--diff-merges=off',
  '--root',
  '-r',
  '--raw',
  '--no-abbrev',
  '--no-color',
  '--encoding=UTF-8',
  '--no-relative',
  '--no-ext-diff',
  '--no-textconv',
  '--diff-algorithm=myers',
  '--submodule=short',
  '-O/dev/null',
]
const WITH_LINES = ['-M50%', '-l1000', '--numstat']
const WITHOUT_LINES = ['-M100%']

/** After this many damaged commits, lines are given up for the rest. */
const RESTARTS = 50

/**
 * Streams the changes of commits that are no merges. git ends at the first object that it cannot read; that commit's
 * files are then taken without lines, and the next ones as before. In a partial clone, contents are missing as a rule,
 * so lines are given up there for all that follows.
 *
 * @param take gets every commit once, in the order given.
 * @returns null when all could be read.
 */
export async function readChanges(
  git: Git,
  signal: AbortSignal,
  ids: readonly string[],
  take: (changes: CommitChanges) => void,
): Promise<DiffDamage | null> {
  let next = 0
  let restarts = 0
  const damage = { lines: 0, files: 0, reason: '', partial: false }
  const read = async (upTo: number, counted: boolean): Promise<string | null> => {
    const splitter = nulSplitter()
    const reader = diffReader(counted)
    const accept = (changes: CommitChanges): void => {
      next++
      if (!changes.counted) damage.lines++
      take(changes)
    }
    const stdin = `${ids.slice(next, upTo).join('\n')}\n`
    const options = counted ? WITH_LINES : WITHOUT_LINES
    const { ok, stderr } = await finished(git.start([...CHANGES, ...options], stdin), signal, (chunk) => {
      for (const changes of reader.push(splitter.push(chunk))) accept(changes)
    })
    const last = reader.end()
    if (ok) {
      if (last) accept({ ...last, counted })
      return null
    }
    // The last commit is whole when its counts came; else they are what git could not read, or its id came without.
    if (last?.counted === true && last.files.length > 0) accept(last)
    return reasonOf(stderr)
  }

  while (next < ids.length) {
    const counting = !damage.partial && restarts < RESTARTS
    const failed = await read(ids.length, counting)
    if (failed === null) break
    damage.reason ||= failed
    if (counting && /promisor/.test(failed)) {
      damage.partial = true
      continue
    }
    if (counting) {
      restarts++
      const at = next
      // The commit that git stumbled over, without lines.
      if ((await read(next + 1, false)) === null && next > at) continue
    }
    const id = ids[next]
    if (id === undefined) break
    damage.files++
    damage.lines++
    take({ id, files: [], counted: false })
    next++
  }
  return damage.reason === '' ? null : damage
}
