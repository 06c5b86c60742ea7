// The one entry of all npm scripts: does the set-up that a task needs, then runs it on Node 24.
// Plain JavaScript: it has to run on the Node that a machine comes with, from 18 on.
import { spawn } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { root } from './find-node.mjs'
import { setup } from './setup.mjs'

const TASKS = {
  start: { file: 'scripts/start.ts', needs: { web: true } },
  test: { file: 'scripts/test.ts', needs: { web: true, system: true } },
  check: { file: 'scripts/check.ts', needs: { system: true } },
  bench: { file: 'scripts/bench.ts', needs: {} },
  build: { file: 'scripts/build.ts', needs: { web: true } },
  generate: { file: 'scripts/generate.ts', needs: {} },
  format: { file: 'scripts/format.ts', needs: {} },
}

const [name, ...args] = process.argv.slice(2)
const task = TASKS[name]
if (task === undefined) {
  process.stderr.write(`run: no task '${name}'; there are: ${Object.keys(TASKS).join(', ')}\n`)
  process.exit(2)
}

const node = setup(task.needs)
const child = spawn(node, [join(root, task.file), ...args], {
  stdio: 'inherit',
  env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1)
})
