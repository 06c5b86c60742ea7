import { resolve } from 'node:path'
import { findWorkspace } from '../../app/workspace/load.ts'
import { userError } from '../../core/user-error.ts'
import { nodeRuntime } from '../../platform/runtime.ts'
import type { NodeRuntime } from '../../platform/runtime.ts'
import { codes } from './codes.ts'

/** Gives an action the ports, and lets go of the child processes afterwards, whatever happens. */
export async function withRuntime<Result>(
  action: (runtime: NodeRuntime) => Promise<Result>,
): Promise<Result> {
  const runtime = nodeRuntime()
  try {
    return await action(runtime)
  } finally {
    await runtime.close()
  }
}

/** The same with the workspace that is meant: the named one, or the nearest upwards. */
export async function withWorkspace<Result>(
  named: string | undefined,
  action: (runtime: NodeRuntime, root: string) => Promise<Result>,
): Promise<Result> {
  return withRuntime(async (runtime) => {
    if (named !== undefined) return action(runtime, resolve(named))
    const root = await findWorkspace(process.cwd(), runtime.files)
    if (root === null)
      throw userError(codes, 'CLI008', `there is no bonafide.yaml in ${process.cwd()} or above`)
    return action(runtime, root)
  })
}
