import { finished, reasonOf, type Git } from './git.ts'
import { diffReader, nulSplitter } from './parse.ts'
import type { CommitChanges } from './types.ts'

/** What of the changes could not be read. */
export interface DiffDamage {
  /** Commits whose lines are unknown. */
  readonly lines: number
  /** Commits whose files are unknown too. */
  readonly files: number
  readonly reason: string
}

// Renames are looked for with a fixed limit, so that neither settings nor versions decide; without contents, only
// those are found that changed nothing.
const DIFF_TREE = [
  'diff-tree',
  '--stdin',
  '--always',
  '--root',
  '-r',
  '-z',
  '--raw',
  '--no-abbrev',
  '--no-ext-diff',
  '--no-textconv',
]
const WITH_LINES = ['-M50%', '-l1000', '--numstat']
const WITHOUT_LINES = ['-M100%']

/** After this many damaged commits, lines are given up for the rest. */
const RESTARTS = 50

/**
 * Streams the changes of commits that are no merges. git ends at the first object that it cannot read; that commit's
 * files are then taken without lines, and the next ones as before.
 *
 * @param lines false in a partial clone, where contents are missing as a rule.
 * @param take gets every commit once, in the order given.
 * @returns null when all could be read.
 */
export async function readChanges(
  git: Git,
  signal: AbortSignal,
  ids: readonly string[],
  lines: boolean,
  take: (changes: CommitChanges) => void,
): Promise<DiffDamage | null> {
  let next = 0
  let restarts = 0
  const damage = { lines: 0, files: 0, reason: '' }
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
    const { ok, stderr } = await finished(git.start([...DIFF_TREE, ...options], stdin), signal, (chunk) => {
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
    const counting = lines && restarts < RESTARTS
    const failed = await read(ids.length, counting)
    if (failed === null) break
    damage.reason ||= failed
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
