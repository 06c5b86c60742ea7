import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Runs a program of node_modules on this Node; gives its exit code. */
export function runTool(
  script: string,
  args: readonly string[],
  options: { readonly cwd?: string } = {},
): number {
  const result = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: options.cwd ?? root,
    stdio: 'inherit',
  })
  if (result.error) throw result.error
  return result.status ?? 1
}

/** The same, but gives what it printed. */
export function readTool(
  script: string,
  args: readonly string[],
): { readonly code: number; readonly stdout: string; readonly stderr: string } {
  const result = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (result.error) throw result.error
  return { code: result.status ?? 1, stdout: result.stdout, stderr: result.stderr }
}

/** All files below a folder that end so, as paths from the root, sorted. */
export function filesBelow(folder: string, ending: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .filter((path) => !/(^|\/)(node_modules|dist)\//.test(path))
    .toSorted()
}

/** A file of the checkout as text. */
export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}
