import fastifyStatic from '@fastify/static'
import fastify from 'fastify'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { userError } from '../../core/user-error.ts'
import { codes } from './codes.ts'
import { tellError } from './errors.ts'
import { guardLoopback, protect } from './guard.ts'
import { addRoutes } from './routes.ts'
import type { LoopSource } from './routes.ts'

export { workspaceSource } from './workspace-source.ts'
export type { LoopSource } from './routes.ts'

const HOST = '127.0.0.1'
const PORTS_TRIED = 20
const MOST_BODY_BYTES = 64 * 1024

/** A server that listens. */
export interface RunningServer {
  readonly address: string
  /** Whether another port than the wanted one had to be taken. */
  readonly moved: boolean
  /** Lets running requests end, and takes no new ones. */
  close(): Promise<void>
}

/** Makes the server without listening; `port` is what `Host` is compared with. */
export function createServer(source: LoopSource, pageFolder: string, port: () => number): FastifyInstance {
  const server = fastify({
    bodyLimit: MOST_BODY_BYTES,
    forceCloseConnections: 'idle',
    // Errors before any hook: an address that is no address.
    frameworkErrors(error, _, reply) {
      protect(reply)
      tellError(error, reply)
    },
  })
  guardLoopback(server, port)
  endConnectionsOnClose(server)
  server.setErrorHandler((error, _, reply) => tellError(error, reply))
  addRoutes(server, source)
  server.register(fastifyStatic, { root: pageFolder, cacheControl: false, setHeaders: keepAssets })
  return server
}

/** The names of the assets hold a hash of their content; the page itself is asked for anew each time. */
function keepAssets(reply: FastifyReply, path: string): void {
  const isAsset = basename(dirname(path)) === 'assets'
  reply.header('cache-control', isAsset ? 'private, max-age=31536000, immutable' : 'no-cache')
}

/** Without this, the connection of a request that ends while the server closes keeps it open until it times out. */
function endConnectionsOnClose(server: FastifyInstance): void {
  let closing = false
  server.addHook('preClose', async () => {
    closing = true
  })
  server.addHook('onSend', async (_, reply) => {
    if (closing) reply.header('connection', 'close')
  })
}

/** Serves on loopback. A taken port is passed over for the next free one. */
export async function serve(
  source: LoopSource,
  options: { readonly port: number; readonly pageFolder: string },
): Promise<RunningServer> {
  if (!existsSync(join(options.pageFolder, 'index.html'))) {
    throw userError(codes, 'SRV004', `the page is not built: ${options.pageFolder} has no index.html`)
  }
  for (let port = options.port; port < options.port + PORTS_TRIED; port++) {
    const server = createServer(source, options.pageFolder, () => port)
    try {
      await server.listen({ host: HOST, port })
      return {
        address: `http://${HOST}:${port}/`,
        moved: port !== options.port,
        close: () => server.close(),
      }
    } catch (error) {
      await server.close()
      if (!isTaken(error)) throw error
    }
  }
  throw userError(codes, 'SRV006', `ports ${options.port} to ${options.port + PORTS_TRIED - 1} are all taken`)
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
}
