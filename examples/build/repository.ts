import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { historyStream } from './history.ts'

/** The user's own git settings must not change what the example comes out as. */
const ENVIRONMENT = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }

/** Makes the example repository and writes it as a bundle; gives the id of its head. */
export function writeBundle(file: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-example-'))
  try {
    const git = (args: readonly string[], input?: string): string =>
      execFileSync('git', [...args], {
        cwd: folder,
        env: ENVIRONMENT,
        encoding: 'utf8',
        ...(input === undefined ? {} : { input }),
        maxBuffer: 1 << 28,
      })
    git(['init', '--quiet', '--bare', '--initial-branch=main'])
    git(['fast-import', '--quiet', '--date-format=raw'], historyStream())
    git(['update-ref', '-d', 'refs/heads/work'])
    git(['repack', '-a', '-d', '--depth=250', '--window=250', '--quiet', '-f'])
    git(['bundle', 'create', '--quiet', file, 'HEAD', '--branches', '--tags'])
    return git(['rev-parse', 'HEAD']).trim()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
