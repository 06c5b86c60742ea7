import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { userError } from '../../core/user-error.ts'
import type { Api } from './api.ts'
import { codes } from './codes.ts'
import { tell } from './errors.ts'

/** What the server shows: given by the face that starts it, so that the routes know no workspace. */
export interface LoopSource {
  /** Throws a `UserError` for a posting that is not in the workspace. */
  loop(posting: string | null): Promise<Api['loop']>
  build(posting: string | null): Promise<Api['build']>
  /** The built PDF, null when there is none. */
  pdf(posting: string | null): Promise<Uint8Array | null>
}

/** The three endpoints, and what is said where there is none. */
export function addRoutes(server: FastifyInstance, source: LoopSource): void {
  const answers = loopAnswers()
  server.get('/api/loop', async (request, reply) => {
    const { body, tag } = answers(await source.loop(postingOf(request)))
    reply.headers({ 'cache-control': 'no-cache', etag: tag })
    if (request.headers['if-none-match'] === tag) return reply.code(304).send()
    return reply.type('application/json; charset=utf-8').send(body)
  })
  server.post('/api/build', async (request, reply) => {
    const view = await source.build(postingOf(request))
    return reply.header('cache-control', 'no-store').send(view satisfies Api['build'])
  })
  server.get('/api/pdf', async (request, reply) => {
    const pdf = await source.pdf(postingOf(request))
    if (pdf === null) throw userError(codes, 'SRV007', 'there is no built PDF for this posting')
    return reply
      .headers({
        'content-type': 'application/pdf',
        'content-disposition': 'inline; filename="resume.pdf"',
        'cache-control': 'no-store',
      })
      .send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))
  })
  server.setNotFoundHandler((request, reply) => tellNothingThere(server, request, reply))
}

function tellNothingThere(
  server: FastifyInstance,
  { method, url }: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const path = url.split('?')[0] ?? url
  const allowed = (['GET', 'HEAD', 'POST'] as const).filter((each) =>
    server.hasRoute({ url: path, method: each }),
  )
  if (allowed.length === 0) return tell(reply, 404, 'SRV005', `There is nothing at ${path}.`)
  reply.header('allow', allowed.join(', '))
  return tell(reply, 405, 'SRV009', `${path} answers ${allowed.join(' and ')}, not ${method}.`)
}

function postingOf({ query }: FastifyRequest): string | null {
  const { posting } = query as Readonly<Record<string, unknown>>
  if (posting === undefined) return null
  if (typeof posting === 'string') return posting
  throw Object.assign(new Error('The parameter posting stands there twice.'), { statusCode: 400 })
}

interface Answer {
  readonly body: string
  readonly tag: string
}

/** An unchanged view is the same object: it is written as JSON once. */
function loopAnswers(): (view: Api['loop']) => Answer {
  const written = new WeakMap<Api['loop'], Answer>()
  return (view) => {
    const known = written.get(view)
    if (known !== undefined) return known
    const body = JSON.stringify(view)
    const answer = { body, tag: `"${createHash('sha256').update(body).digest('base64url')}"` }
    written.set(view, answer)
    return answer
  }
}
