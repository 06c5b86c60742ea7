import { performance } from 'node:perf_hooks'
import { checkBoundaries } from './boundaries.ts'
import { staleFiles } from './generate.ts'
import { readText, root, runTool } from './tools.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

type Step = readonly [name: string, run: () => boolean | Promise<boolean>]

const steps: readonly Step[] = [
  ['format', () => runTool('oxfmt/bin/oxfmt', ['--check', '.']) === 0],
  ['lint', () => runTool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', '.']) === 0],
  ['types', () => runTool('@typescript/native/bin/tsc', ['-p', '.']) === 0],
  [
    'types of the page',
    () =>
      !existsSync(join(root, 'web/tsconfig.json')) ||
      runTool('@typescript/native/bin/tsc', ['-p', 'web']) === 0,
  ],
  ['boundaries', boundaries],
  ['dead code', () => runTool('knip/bin/knip.js', ['--no-progress']) === 0],
  ['generated files', generated],
  ['hygiene', hygiene],
]

function boundaries(): boolean {
  const report = checkBoundaries()
  for (const file of report.unseen) console.error(`${file} was not looked at`)
  for (const violation of report.violations) console.error(violation)
  console.log(`boundaries: ${report.cruised} modules looked at, ${report.unseen.length} source files missed`)
  return report.unseen.length === 0 && report.violations.length === 0
}

async function generated(): Promise<boolean> {
  const stale = await staleFiles()
  for (const file of stale) console.error(`${file} is not what 'npm run generate' makes`)
  return stale.length === 0
}

/** What no tool looks for: the lock file must name no download address, so that any mirror serves. */
function hygiene(): boolean {
  const resolved = readText('package-lock.json').match(/"resolved": "https?:[^"]*"/g) ?? []
  for (const line of resolved.slice(0, 3)) console.error(`package-lock.json: ${line}`)
  return resolved.length === 0
}

const failed: string[] = []
for (const [name, run] of steps) {
  const start = performance.now()
  const ok = await run()
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
  if (!ok) failed.push(name)
}
console.log(failed.length === 0 ? 'check: all steps passed' : `check: failed: ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
