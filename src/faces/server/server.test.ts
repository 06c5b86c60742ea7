import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { UserError } from '../../core/user-error.ts'
import type { Api } from './api.ts'
import { createServer } from './index.ts'
import type { LoopSource } from './index.ts'

const PORT = 4477
const OWN = { host: `127.0.0.1:${PORT}` }
const folder = mkdtempSync(join(tmpdir(), 'bonafide-server-'))
const pageFolder = join(folder, 'page')
const view = { workspace: 'invented', findings: [] } as unknown as Api['loop']
const pdf = new TextEncoder().encode('%PDF-1.7 invented')

function sourceOf(changed: Partial<LoopSource> = {}): LoopSource {
  return {
    loop: () => Promise.resolve(view),
    build: () => Promise.resolve(view),
    pdf: () => Promise.resolve(pdf),
    ...changed,
  }
}

function serverOf(changed?: Partial<LoopSource>, port = PORT) {
  return createServer(sourceOf(changed), pageFolder, () => port)
}

function codeOf(body: string): string {
  return (JSON.parse(body) as Api['error']).error.code
}

mkdirSync(pageFolder)
writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>The page</title>')
mkdirSync(join(pageFolder, 'assets'))
writeFileSync(join(pageFolder, 'assets', 'page-1a2b3c.js'), '')
writeFileSync(join(folder, 'secret.txt'), 'not of the page')
afterAll(() => rmSync(folder, { recursive: true }))

describe('who is answered', () => {
  it.each([
    ['our own page', '/api/loop', { ...OWN, 'sec-fetch-site': 'same-origin' }],
    ['an address typed by hand', '/', { ...OWN, 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }],
    ['localhost by name', '/api/loop', { host: `localhost:${PORT}` }],
    ['a name in capitals', '/api/loop', { host: `LocalHost:${PORT}` }],
    ['our own origin', '/api/loop', { ...OWN, origin: `http://127.0.0.1:${PORT}` }],
    ['a program without any such header', '/api/loop', OWN],
    [
      'a link from another site to the page',
      '/',
      { ...OWN, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    ],
    [
      'such a link to one posting',
      '/?posting=postings%2Facme.md',
      { ...OWN, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    ],
  ])('%s', async (_, url, headers) => {
    const { statusCode } = await serverOf().inject({ url, headers })
    expect(statusCode).toBe(200)
  })

  it('the usual port may be left out where it is the usual one', async () => {
    expect((await serverOf({}, 80).inject({ url: '/', headers: { host: 'localhost' } })).statusCode).toBe(200)
    expect((await serverOf().inject({ url: '/', headers: { host: 'localhost' } })).statusCode).toBe(403)
  })
})

describe('who is refused', () => {
  const foreign = { ...OWN, 'sec-fetch-site': 'cross-site' }
  it.each([
    ['a name that was pointed at 127.0.0.1', 'SRV001', '/api/loop', { host: `evil.example:${PORT}` }],
    ['a name that only begins like ours', 'SRV001', '/api/loop', { host: `127.0.0.1.evil.example:${PORT}` }],
    ['our name with another port', 'SRV001', '/api/loop', { host: `127.0.0.1:${PORT + 1}` }],
    ['the page under another name', 'SRV001', '/', { host: 'evil.example' }],
    ['a page of another origin', 'SRV002', '/api/loop', { ...OWN, origin: 'https://evil.example' }],
    ['a page without an origin', 'SRV002', '/api/loop', { ...OWN, origin: 'null' }],
    ['the page of another local port', 'SRV002', '/api/loop', { ...OWN, 'sec-fetch-site': 'same-site' }],
    ['a script or image tag elsewhere', 'SRV002', '/api/loop', { ...foreign, 'sec-fetch-mode': 'no-cors' }],
    ['a link to the PDF elsewhere', 'SRV002', '/api/pdf', { ...foreign, 'sec-fetch-mode': 'navigate' }],
    ['a script tag that asks for the page', 'SRV002', '/', { ...foreign, 'sec-fetch-mode': 'no-cors' }],
  ])('%s', async (_, code, url, headers) => {
    const loop = vi.fn<LoopSource['loop']>(() => Promise.resolve(view))
    const answer = await serverOf({ loop }).inject({ url, headers })
    expect(answer.statusCode).toBe(403)
    expect(codeOf(answer.body)).toBe(code)
    expect(loop).not.toHaveBeenCalled()
  })

  it.each([
    ['without the header', {}, 'SRV003'],
    [
      'as a form of another site sends it',
      { 'content-type': 'text/plain', origin: 'https://evil.example' },
      'SRV002',
    ],
  ])('a build %s', async (_, headers, code) => {
    const build = vi.fn<LoopSource['build']>(() => Promise.resolve(view))
    const answer = await serverOf({ build }).inject({
      method: 'POST',
      url: '/api/build',
      headers: { ...OWN, ...headers },
    })
    expect(answer.statusCode).toBe(403)
    expect(codeOf(answer.body)).toBe(code)
    expect(build).not.toHaveBeenCalled()
  })

  it('a preflight of another site gets no permission', async () => {
    const answer = await serverOf().inject({
      method: 'OPTIONS',
      url: '/api/build',
      headers: {
        ...OWN,
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-bonafide',
      },
    })
    expect(answer.statusCode).toBe(403)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})

describe('the endpoints', () => {
  const marked = { ...OWN, 'x-bonafide': 'test' }

  it('pass the posting on, and null where none is named', async () => {
    const loop = vi.fn<LoopSource['loop']>(() => Promise.resolve(view))
    const server = serverOf({ loop })
    await server.inject({ url: '/api/loop?posting=postings%2Fa%20b.md', headers: OWN })
    await server.inject({ url: '/api/loop', headers: OWN })
    expect(loop.mock.calls).toEqual([['postings/a b.md'], [null]])
  })

  it('build on POST only', async () => {
    const build = vi.fn<LoopSource['build']>(() => Promise.resolve(view))
    const server = serverOf({ build })
    expect((await server.inject({ method: 'POST', url: '/api/build', headers: marked })).json()).toEqual(view)
    const answer = await server.inject({ url: '/api/build', headers: OWN })
    expect(answer.statusCode).toBe(405)
    expect(answer.headers['allow']).toBe('POST')
    expect(codeOf(answer.body)).toBe('SRV009')
    expect(build).toHaveBeenCalledTimes(1)
  })

  it('give the PDF as a PDF', async () => {
    const answer = await serverOf().inject({ url: '/api/pdf', headers: OWN })
    expect(answer.rawPayload).toEqual(Buffer.from(pdf))
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
  })

  it('say so when there is no PDF', async () => {
    const answer = await serverOf({ pdf: () => Promise.resolve(null) }).inject({
      url: '/api/pdf',
      headers: OWN,
    })
    expect([answer.statusCode, codeOf(answer.body)]).toEqual([422, 'SRV007'])
  })

  it('answer HEAD like GET, without a body', async () => {
    for (const url of ['/api/loop', '/api/pdf', '/']) {
      const answer = await serverOf().inject({ method: 'HEAD', url, headers: OWN })
      expect([url, answer.statusCode, answer.body]).toEqual([url, 200, ''])
    }
  })

  it('send a view again only when it changed', async () => {
    let current = view
    const server = serverOf({ loop: () => Promise.resolve(current) })
    const tag = (await server.inject({ url: '/api/loop', headers: OWN })).headers['etag']
    const ask = (): Promise<{ statusCode: number; body: string }> =>
      server.inject({ url: '/api/loop', headers: { ...OWN, 'if-none-match': String(tag) } })
    const same = await ask()
    expect([same.statusCode, same.body]).toEqual([304, ''])
    current = { ...view, workspace: 'changed' }
    const changed = await ask()
    expect([changed.statusCode, JSON.parse(changed.body)]).toEqual([200, current])
  })

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const)('know no %s', async (method) => {
    const answer = await serverOf().inject({ method, url: '/api/loop', headers: marked })
    expect([answer.statusCode, codeOf(answer.body)]).toEqual([405, 'SRV009'])
    expect(answer.headers['allow']).toBe('GET, HEAD')
  })
})

describe('every answer', () => {
  it.each([
    ['the page', '/', 200],
    ['an endpoint', '/api/loop', 200],
    ['a refusal', '/api/loop?refused', 403],
    ['an address where nothing is', '/nothing', 404],
    ['an address that is none', '/%', 400],
  ])('keeps the page to itself: %s', async (_, url, status) => {
    const headers = status === 403 ? { host: 'evil.example' } : OWN
    const answer = await serverOf().inject({ url, headers })
    expect(answer.statusCode).toBe(status)
    const policy = String(answer.headers['content-security-policy'])
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "frame-ancestors 'none'",
      ]),
    )
    expect(policy).not.toContain('unsafe')
    expect(answer.headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    })
  })
})

describe('files of the page', () => {
  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/..%5csecret.txt',
    '/assets/../../secret.txt',
    '//secret.txt',
    '/%00/../secret.txt',
    `/${encodeURIComponent(join(folder, 'secret.txt'))}`,
  ])('nothing beside them: %s', async (url) => {
    const answer = await serverOf().inject({ url, headers: OWN })
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.body).not.toContain('not of the page')
  })
})

it('assets are kept, and the page is asked for anew', async () => {
  const caching = async (url: string): Promise<unknown> =>
    (await serverOf().inject({ url, headers: OWN })).headers['cache-control']
  expect(await caching('/')).toBe('no-cache')
  expect(await caching('/assets/page-1a2b3c.js')).toBe('private, max-age=31536000, immutable')
})

describe('what goes wrong', () => {
  const marked = { ...OWN, 'x-bonafide': 'test' }

  it('a failure that the user can mend is told whole', async () => {
    const position = { file: 'resume.yaml', line: 12, column: 5 }
    const error = new UserError('WSP009', 'resume.yaml:12:5: no list', { help: 'Write a list.', position })
    const answer = await serverOf({ loop: () => Promise.reject(error) }).inject({
      url: '/api/loop',
      headers: OWN,
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toEqual({
      error: { code: 'WSP009', message: 'resume.yaml:12:5: no list', help: 'Write a list.', position },
    })
  })

  it('a bug keeps its stack for the terminal', async () => {
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const bug = new TypeError('the secret plan is undefined')
    const answer = await serverOf({ loop: () => Promise.reject(bug) }).inject({
      url: '/api/loop',
      headers: OWN,
    })
    const terminal = told.mock.calls.flat().join('')
    told.mockRestore()
    expect([answer.statusCode, codeOf(answer.body)]).toEqual([500, 'SRV000'])
    expect(answer.body).not.toMatch(/secret plan|server\.test|\bat .*:\d/)
    expect(terminal).toContain('server.test.ts')
  })

  it.each([
    ['a body that is too large', 413, { 'content-type': 'application/json' }, `"${'x'.repeat(70_000)}"`],
    ['a body of a kind that nobody reads', 415, { 'content-type': 'application/xml' }, '<a/>'],
    ['a body that is no JSON', 400, { 'content-type': 'application/json' }, '{'],
  ])('%s', async (_, status, headers, payload) => {
    const build = vi.fn<LoopSource['build']>(() => Promise.resolve(view))
    const answer = await serverOf({ build }).inject({
      method: 'POST',
      url: '/api/build',
      headers: { ...marked, ...headers },
      payload,
    })
    expect([answer.statusCode, codeOf(answer.body)]).toEqual([status, 'SRV008'])
    expect(build).not.toHaveBeenCalled()
  })

  it('a posting that is named twice', async () => {
    const answer = await serverOf().inject({ url: '/api/loop?posting=a&posting=b', headers: OWN })
    expect([answer.statusCode, codeOf(answer.body)]).toEqual([400, 'SRV008'])
  })

  it('an address where nothing is', async () => {
    const answer = await serverOf().inject({ url: '/api/loops?x=1', headers: OWN })
    expect([answer.statusCode, codeOf(answer.body)]).toEqual([404, 'SRV005'])
  })
})
