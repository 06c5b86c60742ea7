import fastifyStatic from '@fastify/static'
import fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { UserError, userError } from '../../core/user-error.ts'
import type { Api } from './api.ts'
import { codes } from './codes.ts'
import { guardLoopback } from './guard.ts'

const HOST = '127.0.0.1'
const PORTS_TRIED = 20

/** What the server shows: given by the face that starts it, so that the server knows no workspace. */
export interface LoopSource {
  /** Throws a `UserError` for a posting that is not in the workspace. */
  loop(posting: string | null): Promise<Api['loop']>
  build(posting: string | null): Promise<Api['build']>
  /** The built PDF, null when there is none. */
  pdf(posting: string | null): Promise<Uint8Array | null>
}

/** A server that listens. */
export interface RunningServer {
  readonly address: string
  /** Whether another port than the wanted one had to be taken. */
  readonly moved: boolean
  close(): Promise<void>
}

/** Makes the server without listening; `port` is what `Host` is compared with. */
export function createServer(source: LoopSource, pageFolder: string, port: () => number): FastifyInstance {
  const server = fastify({ bodyLimit: 64 * 1024, forceCloseConnections: true })
  guardLoopback(server, port)
  server.setErrorHandler((error, _, reply) => {
    if (error instanceof UserError) {
      const { code, message, help } = error
      return reply.code(422).send({ error: { code, message, help } } satisfies Api['error'])
    }
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    return reply.code(500).send({
      error: {
        code: 'SRV000',
        message: 'Something broke; the terminal shows what.',
        help: codes.SRV000.help,
      },
    } satisfies Api['error'])
  })
  server.setNotFoundHandler((request, reply) =>
    reply.code(404).send({
      error: { code: 'SRV005', message: `There is nothing at ${request.url}.`, help: codes.SRV005.help },
    } satisfies Api['error']),
  )
  server.get<{ Querystring: { posting?: string } }>('/api/loop', (request) =>
    source.loop(request.query.posting ?? null),
  )
  server.post<{ Querystring: { posting?: string } }>('/api/build', (request) =>
    source.build(request.query.posting ?? null),
  )
  server.get<{ Querystring: { posting?: string } }>('/api/pdf', async (request, reply) => {
    const pdf = await source.pdf(request.query.posting ?? null)
    if (pdf === null) throw userError(codes, 'SRV007', 'there is no built PDF for this posting')
    return reply
      .headers({
        'content-type': 'application/pdf',
        'content-disposition': 'inline; filename="resume.pdf"',
        'cache-control': 'no-store',
      })
      .send(Buffer.from(pdf))
  })
  server.register(fastifyStatic, { root: pageFolder })
  return server
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
    let taken = port
    const server = createServer(source, options.pageFolder, () => taken)
    try {
      await server.listen({ host: HOST, port })
      const bound = server.server.address()
      if (typeof bound === 'object' && bound !== null) taken = bound.port
      return {
        address: `http://${HOST}:${taken}/`,
        moved: port !== options.port,
        close: () => server.close(),
      }
    } catch (error) {
      await server.close()
      if (
        !(
          error instanceof Error &&
          'code' in error &&
          (error.code === 'EADDRINUSE' || error.code === 'EACCES')
        )
      )
        throw error
    }
  }
  throw userError(codes, 'SRV006', `ports ${options.port} to ${options.port + PORTS_TRIED - 1} are all taken`)
}
