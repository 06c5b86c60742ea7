import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Of files that changed so recently, a further change may not show in their times. */
const RACY_MS = 100
const DEPTH = 2

/** What tells one state of some files from another. */
export interface Stamp {
  readonly text: string
  /** Whether a change after this stamp is sure to give another one. */
  readonly settled: boolean
}

/**
 * Stamps files, and the files of folders down to `out/<posting>/<file>`, by what the file system knows of them: inode,
 * size and times. Nothing is read. A file that is not there is a state too.
 */
export async function stampOf(root: string, names: readonly string[], now: number): Promise<Stamp> {
  const lines: string[] = []
  let newest = 0
  const visit = async (path: string, depth: number): Promise<void> => {
    const found = await stat(path, { bigint: true }).catch(() => null)
    if (found === null) {
      lines.push(`${path} -`)
      return
    }
    newest = Math.max(newest, Number(found.ctimeMs))
    if (found.isDirectory()) {
      if (depth === 0) return
      const inside = await readdir(path).catch(() => [])
      await Promise.all(inside.map((name) => visit(join(path, name), depth - 1)))
      return
    }
    lines.push(`${path} ${found.ino} ${found.size} ${found.mtimeNs} ${found.ctimeNs}`)
  }
  await Promise.all(names.map((name) => visit(join(root, name), DEPTH)))
  return { text: lines.toSorted().join('\n'), settled: now - newest > RACY_MS }
}
