// Plain JavaScript: it has to run on the Node that a machine comes with, from 18 on.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** The lowest major version of Node that runs the source as it is. */
export const NODE_MAJOR = 24

/** What the lock file holds for this machine, or undefined. */
export function lockedNode() {
  const lock = JSON.parse(readFileSync(join(root, 'scripts/node-lock.json'), 'utf8'))
  return lock[`${process.platform}-${process.arch}`]
}

/** Where the locked Node stands once it was fetched. */
export function lockedNodePath(locked) {
  const name = process.platform === 'win32' ? 'node.exe' : 'bin/node'
  return join(root, '.tools', `node-${locked.version}`, name)
}

/** A Node that is new enough: this one, or the fetched one; null when neither is there. */
export function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath
  const locked = lockedNode()
  if (locked === undefined) return null
  const path = lockedNodePath(locked)
  return existsSync(path) ? path : null
}
