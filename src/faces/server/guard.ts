import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { codes } from './codes.ts'
import { tell } from './errors.ts'

const NAMES = ['127.0.0.1', 'localhost', '[::1]']
const HTTP_PORT = 80

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * Keeps strangers out of a server that only its own machine should reach.
 *
 * A page elsewhere can reach a loopback port in two ways: by a name of its own that it points at 127.0.0.1 (DNS
 * rebinding), which shows in `Host`; and by a request across origins, which shows in `Origin` and `Sec-Fetch-Site`.
 * Both are refused, and what changes something needs a header that no foreign form can send.
 */
export function guardLoopback(server: FastifyInstance, port: () => number): void {
  server.addHook('onRequest', async (request, reply) => {
    const reason = reasonToRefuse(request, port())
    if (reason === null) return undefined
    return tell(reply, 403, reason.code, reason.message)
  })
  server.addHook('onSend', async (_, reply) => protect(reply))
}

/** Sets the headers that keep the page to itself. */
export function protect(reply: FastifyReply): void {
  // The browser's own PDF viewer is a page of its own, which this policy would break.
  const isPdf = reply.getHeader('content-type') === 'application/pdf'
  reply.headers({
    'content-security-policy': isPdf ? "frame-ancestors 'none'" : POLICY,
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
}

interface Refusal {
  readonly code: keyof typeof codes
  readonly message: string
}

function reasonToRefuse({ headers, method, url }: FastifyRequest, port: number): Refusal | null {
  // A browser leaves the port out where it is the usual one.
  const hosts = NAMES.flatMap((name) => [`${name}:${port}`, ...(port === HTTP_PORT ? [name] : [])])
  const { host, origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers
  if (host === undefined || !hosts.includes(host.toLowerCase())) {
    return { code: 'SRV001', message: `'${host ?? ''}' is not this server's address` }
  }
  if (origin !== undefined && !hosts.some((name) => origin === `http://${name}`)) {
    return { code: 'SRV002', message: `requests from ${origin} are not answered` }
  }
  // A link that is followed from elsewhere may open the page itself, and nothing else.
  const opensPage = method === 'GET' && mode === 'navigate' && url.split('?')[0] === '/'
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !opensPage) {
    return { code: 'SRV002', message: 'requests from another site are not answered' }
  }
  if (method !== 'GET' && method !== 'HEAD' && headers['x-bonafide'] === undefined) {
    return { code: 'SRV003', message: 'the header x-bonafide is missing' }
  }
  return null
}
