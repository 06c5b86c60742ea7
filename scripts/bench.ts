import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, root } from './tools.ts'

const [name, ...args] = process.argv.slice(2)
const file = join(root, 'bench', `${name}.ts`)
if (name === undefined || !existsSync(file)) {
  const names = filesBelow('bench', '.ts')
    .filter((path) => /^bench\/[a-z-]+\.ts$/.test(path))
    .map((path) => path.slice(6, -3))
  console.error(`bench: name one of: ${names.join(', ')}`)
  process.exitCode = 2
} else {
  process.exitCode = spawnSync(process.execPath, [file, ...args], { cwd: root, stdio: 'inherit' }).status ?? 1
}
