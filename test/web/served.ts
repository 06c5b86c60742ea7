import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { collectWorkspace } from '../../src/app/collect/collect-workspace.ts'
import { serve, workspaceSource } from '../../src/faces/server/index.ts'
import type { LoopSource } from '../../src/faces/server/index.ts'
import { createKey, loadKey } from '../../src/platform/keys.ts'
import { nodeRuntime } from '../../src/platform/runtime.ts'
import { builtPage } from './browser.ts'

/** A workspace on a page of its own. */
export interface Served {
  readonly address: string
  readonly port: number
  readonly source: LoopSource
  stop(): Promise<void>
}

/** Serves a workspace as `bonafide serve` does. */
export async function serveWorkspace(
  root: string,
  options: {
    readonly collect?: boolean
    readonly port?: number
    /** Wraps the source, to slow an answer down or to make it fail. */
    readonly through?: (source: LoopSource) => LoopSource
  } = {},
): Promise<Served> {
  const runtime = nodeRuntime()
  if (options.collect === true) await collectWorkspace(runtime, root)
  const keyFile = join(root, '.bonafide', 'key.json')
  const key = (): ReturnType<typeof loadKey> => loadKey(keyFile).catch(() => createKey(keyFile))
  const workspace = workspaceSource(runtime, root, key)
  const source = options.through?.(workspace) ?? workspace
  const server = await serve(source, { port: options.port ?? (await freePort()), pageFolder: builtPage() })
  return {
    address: server.address,
    port: Number(new URL(server.address).port),
    source,
    async stop() {
      await server.close()
      await runtime.close()
    },
  }
}

async function freePort(): Promise<number> {
  const socket = createServer()
  await new Promise<void>((resolve) => socket.listen(0, '127.0.0.1', resolve))
  const { port } = socket.address() as AddressInfo
  await new Promise((resolve) => socket.close(resolve))
  return port
}
