import { findPackageJson } from '../../platform/package-layout.ts'
import { runCli } from './run.ts'

const [first] = process.argv.slice(2)
if (first === '--version' || first === '-V') {
  process.stdout.write(`${findPackageJson().version}\n`)
} else {
  try {
    process.exitCode = await runCli(process.argv.slice(2))
  } catch (error) {
    // A bug: the stack is for whoever mends it, the code says that this was no finding.
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    process.exitCode = 2
  }
}
