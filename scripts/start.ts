import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './tools.ts'

// The main job on the example: a copy below out/, so that what is collected and built there can be thrown away.
const args = process.argv.slice(2)
const unknown = args.find((arg) => arg !== '--no-serve')
if (unknown !== undefined) {
  console.error(`start: '${unknown}' is no option; there is --no-serve`)
  process.exit(2)
}

const example = join(root, 'examples', 'mira-holt')
const workspace = join(root, 'out', 'example')
const repository = join(workspace, 'repositories', 'shop-api')

function copyExample(): void {
  mkdirSync(workspace, { recursive: true })
  // What the reader changed in the copy stays theirs.
  cpSync(example, workspace, { recursive: true, force: false })
  if (existsSync(join(repository, '.git'))) return
  rmSync(repository, { recursive: true, force: true })
  const cloned = spawnSync('git', ['clone', '--quiet', join(example, 'shop-api.bundle'), repository], {
    stdio: 'inherit',
  })
  if (cloned.error !== undefined || cloned.status !== 0) {
    console.error('start: git could not unpack the example repository. Install git and try again.')
    process.exit(2)
  }
}

function bonafide(words: readonly string[]): number {
  console.log(`\n$ bonafide ${words.join(' ')}`)
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'bin', 'bonafide.mjs'), ...words, '--key', join(workspace, '.bonafide', 'key.json')],
    {
      cwd: workspace,
      stdio: 'inherit',
    },
  )
  return status ?? 2
}

copyExample()
console.log(
  `The example workspace is ${relative(process.cwd(), workspace) || '.'}: an invented developer, a year of work, two postings.`,
)
const ran = bonafide(['run'])
if (ran === 2) process.exit(2)
console.log(
  [
    '',
    'Look at out/example/out/*/resume.pdf, and try:',
    '  cd out/example',
    '  npx bonafide match postings/northbeam-senior-backend.md',
    '  npx bonafide import old-resume.pdf',
    '  npx bonafide verify out/northbeam-senior-backend/resume.pdf --against repositories/shop-api',
  ].join('\n'),
)
// Findings at error level are what the example is there to show, so they do not fail the start.
process.exitCode = args.includes('--no-serve') ? 0 : bonafide(['serve'])
