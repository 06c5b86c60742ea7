import type { FastifyError, FastifyReply } from 'fastify'
import { UserError } from '../../core/user-error.ts'
import type { Api } from './api.ts'
import { codes } from './codes.ts'

type Code = keyof typeof codes

/** Answers with a row of the server's own table. */
export function tell(reply: FastifyReply, status: number, code: Code, message: string): FastifyReply {
  return send(reply, status, { code, message, help: codes[code].help, position: null })
}

/**
 * The one place where errors become answers: a `UserError` is 422, a request that HTTP itself forbids keeps its 4xx, and
 * a bug is 500. The stack of a bug goes to the terminal, never into the answer.
 */
export function tellError(error: unknown, reply: FastifyReply): FastifyReply {
  if (error instanceof UserError) {
    const { code, message, help, position } = error
    return send(reply, 422, { code, message, help, position })
  }
  const status = (error as Partial<FastifyError> | null)?.statusCode
  if (error instanceof Error && status !== undefined && status >= 400 && status < 500) {
    return tell(reply, status, 'SRV008', error.message)
  }
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return tell(reply, 500, 'SRV000', 'Something broke; the terminal shows what.')
}

function send(reply: FastifyReply, status: number, error: Api['error']['error']): FastifyReply {
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .send({ error } satisfies Api['error'])
}
