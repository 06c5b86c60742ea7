import { createServer as createSocket } from 'node:net'
import type { AddressInfo, Server } from 'node:net'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { Api } from './api.ts'
import { serve } from './index.ts'
import type { LoopSource, RunningServer } from './index.ts'

const pageFolder = mkdtempSync(join(tmpdir(), 'bonafide-page-'))
writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>The page</title>')
afterAll(() => rmSync(pageFolder, { recursive: true }))

const view = { workspace: 'invented' } as unknown as Api['loop']
const source: LoopSource = {
  loop: () => Promise.resolve(view),
  build: () => Promise.resolve(view),
  pdf: () => Promise.resolve(null),
}

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

/** A program that holds a port; 0 asks for any free one. */
async function hold(port: number): Promise<Server> {
  const socket = createSocket()
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.listen(port, '127.0.0.1', resolve)
  })
  open.push(() => new Promise((resolve) => socket.close(resolve)))
  return socket
}

async function start(port: number, from = source): Promise<RunningServer> {
  const server = await serve(from, { port, pageFolder })
  open.push(() => server.close())
  return server
}

function portOf(socket: Server): number {
  return (socket.address() as AddressInfo).port
}

describe('the port', () => {
  it('is the wanted one where it is free', async () => {
    const socket = await hold(0)
    const port = portOf(socket)
    await new Promise((resolve) => socket.close(resolve))
    const server = await start(port)
    expect(server).toMatchObject({ address: `http://127.0.0.1:${port}/`, moved: false })
    expect((await fetch(server.address)).status).toBe(200)
  })

  it('is another one where it is taken, and that one is answered', async () => {
    const port = portOf(await hold(0))
    const server = await start(port)
    expect(server.moved).toBe(true)
    expect(Number(new URL(server.address).port)).toBeGreaterThan(port)
    expect((await fetch(new URL('/api/loop', server.address))).status).toBe(200)
  })

  it('is told when all of the tried ones are taken', async () => {
    const first = await holdRow(20)
    await expect(serve(source, { port: first, pageFolder })).rejects.toMatchObject({
      code: 'SRV006',
      message: `ports ${first} to ${first + 19} are all taken`,
    })
  })
})

/** Holds so many ports in a row; gives the first. Whatever another program holds counts too. */
async function holdRow(length: number): Promise<number> {
  const first = Math.min(portOf(await hold(0)), 65_000 - length)
  for (let port = first; port < first + length; port++) await hold(port).catch(() => undefined)
  return first
}

it('listens on loopback only', async () => {
  const { address } = await start(portOf(await hold(0)) + 1)
  const { port } = new URL(address)
  const others = Object.values(networkInterfaces())
    .flat()
    .filter((each) => each !== undefined && !each.internal && each.family === 'IPv4')
  for (const other of others) {
    await expect(fetch(`http://${other?.address}:${port}/`)).rejects.toThrow()
  }
  // Where the machine has no other address, this still says what was bound.
  expect(new URL(address).hostname).toBe('127.0.0.1')
})

it('says that the page is not built', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'bonafide-empty-'))
  await expect(serve(source, { port: 4477, pageFolder: empty })).rejects.toMatchObject({ code: 'SRV004' })
  rmSync(empty, { recursive: true })
})

it('lets a running request end when it closes, and takes no new one', async () => {
  const begun = Promise.withResolvers<void>()
  const finish = Promise.withResolvers<Api['build']>()
  const server = await start(portOf(await hold(0)) + 1, {
    ...source,
    build: () => {
      begun.resolve()
      return finish.promise
    },
  })
  const building = fetch(new URL('/api/build', server.address), {
    method: 'POST',
    headers: { 'x-bonafide': 'test' },
  })
  await begun.promise
  const closing = server.close()
  await expect(fetch(server.address)).rejects.toThrow()
  finish.resolve(view)
  expect(await (await building).json()).toEqual(view)
  await closing
})
