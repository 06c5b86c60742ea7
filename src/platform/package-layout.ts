import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What of package.json the program needs. */
export interface PackageJson {
  readonly root: string
  readonly version: string
}

let found: PackageJson | null = null

/** The package that this file belongs to, from the source and from the bundle alike. */
export function findPackageJson(): PackageJson {
  if (found !== null) return found
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const path = join(folder, 'package.json')
    if (existsSync(path)) {
      const content = JSON.parse(readFileSync(path, 'utf8')) as {
        readonly name?: string
        readonly version?: string
      }
      if (content.name === 'bonafide') {
        found = { root: folder, version: content.version ?? '0.0.0' }
        return found
      }
    }
    const above = dirname(folder)
    if (above === folder) throw new Error('package.json of bonafide was not found above its own code')
    folder = above
  }
}

/** A path inside the package: `packagePath('data', 'guides')`. */
export function packagePath(...parts: readonly string[]): string {
  return join(findPackageJson().root, ...parts)
}

/** The file that a child process of `src/platform/<name>/` starts with. */
export function childEntry(name: string): string {
  const source = packagePath('src', 'platform', name, 'child.ts')
  return existsSync(source) ? source : packagePath('dist', `${name}-child.js`)
}

/** The folder of an installed package, wherever npm put it. */
export function dependencyPath(name: string): string {
  return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`))
}
