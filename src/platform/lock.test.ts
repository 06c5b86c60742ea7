import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeLocks, tryLock } from './lock.ts'

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'bonafide-lock-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A child that takes the lock, says so, and keeps it until it is killed. */
async function holder(lockFile: string): Promise<{ kill(): Promise<void> }> {
  const module = new URL('./lock.ts', import.meta.url).href
  const code = `import(${JSON.stringify(module)}).then(({ nodeLocks }) => nodeLocks.withLock(${JSON.stringify(lockFile)}, () => { console.log('held'); return new Promise((done) => setTimeout(done, 60000)) }))`
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return {
    async kill() {
      const closed = once(child, 'close')
      child.kill('SIGKILL')
      await closed
    },
  }
}

describe('withLock', () => {
  it('lets one at a time in, within one process', async () => {
    let inside = 0
    let most = 0
    const total = { value: 0 }
    await Promise.all(
      Array.from({ length: 8 }, () =>
        nodeLocks.withLock(join(root, 'a', 'one.lock'), async () => {
          inside++
          most = Math.max(most, inside)
          const before = total.value
          await new Promise((done) => setTimeout(done, 1))
          total.value = before + 1
          inside--
        }),
      ),
    )
    expect({ most, total: total.value }).toEqual({ most: 1, total: 8 })
    expect(statSync(join(root, 'a', 'one.lock')).size).toBe(0)
  })

  it('is free again after the action failed', async () => {
    const failing = nodeLocks.withLock(join(root, 'b.lock'), async () => {
      throw new RangeError('inside')
    })
    await expect(failing).rejects.toThrow(RangeError)
    expect(await nodeLocks.withLock(join(root, 'b.lock'), async () => 'in')).toBe('in')
  })

  it('is kept out by another process, and in the moment that kill -9 ends it, no longer', async () => {
    const lockFile = join(root, 'c.lock')
    const other = await holder(lockFile)
    expect(await tryLock(lockFile)).toBeNull()
    await expect(nodeLocks.withLock(lockFile, async () => 0, { waitMs: 30 })).rejects.toMatchObject({
      code: 'LCK001',
    })
    await other.kill()
    const release = await tryLock(lockFile)
    expect(release).not.toBeNull()
    release?.()
  })

  it('waits for its turn', async () => {
    const lockFile = join(root, 'd.lock')
    const other = await holder(lockFile)
    const waiting = nodeLocks.withLock(lockFile, async () => 'mine')
    await other.kill()
    expect(await waiting).toBe('mine')
  })

  it('stops waiting when told to', async () => {
    const lockFile = join(root, 'e.lock')
    const release = await tryLock(lockFile)
    const stop = new AbortController()
    const waiting = nodeLocks.withLock(lockFile, async () => 'mine', { signal: stop.signal })
    stop.abort()
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
    release?.()
  })

  it('says when the lock file is none, and leaves it alone', async () => {
    const lockFile = join(root, 'f.lock')
    writeFileSync(lockFile, 'this is no lock file, it is a letter to my landlord\n'.repeat(40))
    await expect(nodeLocks.withLock(lockFile, async () => 0)).rejects.toMatchObject({ code: 'LCK002' })
    expect(readFileSync(lockFile, 'utf8')).toContain('landlord')
    await expect(nodeLocks.withLock(root, async () => 0)).rejects.toMatchObject({ code: 'LCK002' })
  })
})
