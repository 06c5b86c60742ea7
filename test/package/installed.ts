import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root } from '../../scripts/tools.ts'

/** Builds `dist/` as `npm pack` does before it packs. Throws with what the build said. */
export function buildPackage(): void {
  const built = spawnSync(process.execPath, [join(root, 'scripts', 'build.ts')], {
    cwd: root,
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`the build failed:\n${built.stdout}${built.stderr}`)
}

/** The files that `npm pack` puts into the tarball, as paths from the root. */
export function packedFiles(): readonly string[] {
  const words = ['pack', '--dry-run', '--json', '--ignore-scripts', '--workspaces=false']
  const script = process.env['npm_execpath']
  const packed =
    script !== undefined && /npm-cli\.[cm]?js$/.test(script)
      ? spawnSync(process.execPath, [script, ...words], { cwd: root, encoding: 'utf8' })
      : spawnSync('npm', words, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' })
  if (packed.status !== 0) throw new Error(`npm pack failed:\n${packed.stderr}`)
  const [report] = JSON.parse(packed.stdout) as readonly {
    readonly files: readonly { readonly path: string }[]
  }[]
  return (report?.files ?? []).map(({ path }) => path).toSorted()
}

/**
 * Lays these files out below `folder` as npm installs them, with the packages that package.json names beside them;
 * gives the program's file.
 */
export function layOut(folder: string, files: readonly string[]): string {
  const modules = join(folder, 'node_modules')
  const home = join(modules, 'bonafide')
  for (const file of files) cpSync(join(root, file), join(home, file))
  const { dependencies } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>
  }
  for (const name of Object.keys(dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true })
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction')
  }
  return join(home, 'bin', 'bonafide.mjs')
}
