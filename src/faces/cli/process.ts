import { UserError } from '../../core/user-error.ts'
import { fileError } from '../../platform/file-errors.ts'
import { errorText } from './errors.ts'
import { runCli } from './run.ts'

/** Runs one command line as the whole of this process: sets its exit code, and tells what nobody foresaw. */
export async function runProcess(args: readonly string[]): Promise<void> {
  process.on('uncaughtException', crash)
  process.on('unhandledRejection', crash)
  process.stdout.on('error', cannotPrint)
  process.stderr.on('error', () => process.exit(2))
  process.exitCode = await runCli(args)
}

/** A bug: the stack is for whoever mends it, the code says that this was no finding. */
function crash(error: unknown): never {
  const stack = error instanceof Error ? error.stack : String(error)
  process.stderr.write(`bonafide: this is a fault of the program, not of your files:\n${stack}\n`)
  process.exit(2)
}

/** What is printed does not arrive: nobody reads on, as in `bonafide check | head -1`, or there is no room for it. */
function cannotPrint(error: NodeJS.ErrnoException): never {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  const told = fileError('write', 'standard output', error)
  if (!(told instanceof UserError)) crash(error)
  process.stderr.write(`${errorText(told, (_, text) => text)}\n`)
  process.exit(2)
}
