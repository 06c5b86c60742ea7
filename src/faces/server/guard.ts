import type { FastifyInstance } from 'fastify'
import { codes } from './codes.ts'

/**
 * Keeps strangers out of a server that only its own machine should reach.
 *
 * A page elsewhere can reach a loopback port in two ways: by a name of its own that it points at 127.0.0.1 (DNS
 * rebinding), which shows in `Host`; and by a request across origins, which shows in `Origin` and `Sec-Fetch-Site`.
 * Both are refused, and what changes something needs a header that no foreign form can send.
 */
export function guardLoopback(server: FastifyInstance, port: () => number): void {
  server.addHook('onRequest', async (request, reply) => {
    const hosts = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port()}`)
    const { host, origin } = request.headers
    const site = request.headers['sec-fetch-site']
    if (host === undefined || !hosts.includes(host))
      return refuse(reply, 'SRV001', `'${host ?? ''}' is not this server's address`)
    if (origin !== undefined && !hosts.some((name) => origin === `http://${name}`)) {
      return refuse(reply, 'SRV002', `requests from ${origin} are not answered`)
    }
    // A link that is followed from elsewhere may open the page itself, and nothing else.
    const opensPage = request.headers['sec-fetch-mode'] === 'navigate' && request.url.split('?')[0] === '/'
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && !opensPage) {
      return refuse(reply, 'SRV002', 'requests from another site are not answered')
    }
    if (
      request.method !== 'GET' &&
      request.method !== 'HEAD' &&
      request.headers['x-bonafide'] === undefined
    ) {
      return refuse(reply, 'SRV003', 'the header x-bonafide is missing')
    }
    return undefined
  })
  server.addHook('onSend', async (_, reply) => {
    reply.headers({
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self' data: blob:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
  })
}

function refuse(
  reply: { code(status: number): { send(body: unknown): unknown } },
  code: keyof typeof codes,
  message: string,
): unknown {
  return reply.code(403).send({ error: { code, message, help: codes[code].help } })
}
