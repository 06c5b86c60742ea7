import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { packagePath } from '../../src/platform/package-layout.ts'
import { builtPage } from './browser.ts'
import { BOOKING_FILE, makeWorkspace } from './workspace.ts'

it('an interrupt lets the build under way end, then ends the server without a complaint', async () => {
  builtPage()
  const root = makeWorkspace()
  const serving = spawn(
    process.execPath,
    [packagePath('bin', 'bonafide.mjs'), 'serve', '--key', join(root, 'key.json')],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let complaints = ''
  serving.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString()
  })
  const exit = once(serving, 'exit')
  let address = ''
  for await (const line of createInterface(serving.stdout)) {
    address = /http:\S+/.exec(line)?.[0] ?? ''
    break
  }
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
  const building = fetch(new URL(`/api/build?posting=${BOOKING_FILE}`, address), {
    method: 'POST',
    headers: { 'x-bonafide': 'test' },
  })
  // Answered only once the build before it in the server's queue of events was begun.
  await fetch(new URL('/icon.svg', address))
  serving.kill('SIGINT')
  const answer = await building
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ pdf: { file: 'out/booking/resume.pdf', pages: 1 } })
  expect(await exit).toEqual([0, null])
  // The first build makes a key, a taken port is told; a stack or an error would be more.
  const notes = /^(?:Made a key to sign receipts with: .*|Port \d+ is taken; another was chosen\.)$/
  expect(complaints.split('\n').filter((line) => line !== '' && !notes.test(line))).toEqual([])
  rmSync(root, { recursive: true })
})
