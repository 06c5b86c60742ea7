import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { finish, median, table } from './report.ts'

const BUDGET = 1.4
const ROUNDS = 40
const root = join(import.meta.dirname, '..')
const bundle = join(root, 'dist', 'cli.js')

if (!existsSync(bundle))
  spawnSync(process.execPath, [join(root, 'scripts/build.ts')], { cwd: root, stdio: 'inherit' })

function timeOf(args: readonly string[]): number {
  const start = performance.now()
  const { status, stderr } = spawnSync(process.execPath, [...args], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')} failed: ${stderr}`)
  return performance.now() - start
}

const bare: number[] = []
const ours: number[] = []
const source: number[] = []
for (let round = 0; round < ROUNDS; round++) {
  bare.push(timeOf(['-e', '0']))
  ours.push(timeOf([bundle, '--version']))
  source.push(timeOf([join(root, 'src/faces/cli/main.ts'), '--version']))
}
table([
  ['program', 'median ms', 'times bare node'],
  ['node -e 0', median(bare).toFixed(1), '1.00'],
  ['installed bonafide --version', median(ours).toFixed(1), (median(ours) / median(bare)).toFixed(2)],
  ['from source, types stripped', median(source).toFixed(1), (median(source) / median(bare)).toFixed(2)],
])
finish('start', median(ours) / median(bare), BUDGET)
