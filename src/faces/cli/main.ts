import { findPackageJson } from '../../platform/package-layout.ts'

const args = process.argv.slice(2)
const [first] = args
if (first === '--version' || first === '-V') process.stdout.write(`${findPackageJson().version}\n`)
else {
  // Only now, as nothing is asked for more often than the version.
  const { runProcess } = await import('./process.ts')
  await runProcess(args)
}
