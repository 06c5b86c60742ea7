import { findPackageJson } from '../../platform/package-layout.ts'
import { runCli } from './run.ts'

const [first] = process.argv.slice(2)
if (first === '--version' || first === '-V') {
  process.stdout.write(`${findPackageJson().version}\n`)
} else {
  process.exitCode = await runCli(process.argv.slice(2))
}
