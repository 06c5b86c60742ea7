import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { calculateJwkThumbprint } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createKey, defaultKeyPath, loadKey } from './keys.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonafide-keys-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function file(name: string, content: string, mode = 0o600): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  await chmod(path, mode)
  return path
}

describe('keys', () => {
  it('makes a key that only its owner can read, and reads it back', async () => {
    const path = join(folder, 'new', 'deep', 'key.json')
    const key = await createKey(path)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect((await stat(join(folder, 'new', 'deep'))).mode & 0o777).toBe(0o700)
    expect(await loadKey(path)).toEqual(key)
    expect(key.thumbprint).toBe(await calculateJwkThumbprint(key.jwk))
  })

  it('never replaces a key unless told to', async () => {
    const path = join(folder, 'kept.json')
    const first = await createKey(path)
    const before = await readFile(path, 'utf8')
    await expect(createKey(path)).rejects.toMatchObject({ code: 'KEY002' })
    expect(await readFile(path, 'utf8')).toBe(before)
    const second = await createKey(path, { force: true })
    expect(second.thumbprint).not.toBe(first.thumbprint)
    expect(await loadKey(path)).toEqual(second)
  })

  it.each([
    ['KEY003', 'no json', 'hello'],
    ['KEY003', 'another kind of key', '{"kty":"RSA","n":"AQAB"}'],
    [
      'KEY003',
      'halves of two keys',
      // RFC 8037, appendix A.1, with the first letter of x changed.
      '{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"01qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}',
    ],
  ])('%s: %s', async (code, _why, content) => {
    await expect(loadKey(await file('bad.json', content))).rejects.toMatchObject({ code })
  })

  it('KEY001: no file; KEY003: a folder; KEY004: others can read it; KEY005: no place to write', async () => {
    await expect(loadKey(join(folder, 'nowhere.json'))).rejects.toMatchObject({ code: 'KEY001' })
    await chmod(folder, 0o700)
    await expect(loadKey(folder)).rejects.toMatchObject({ code: 'KEY003' })
    await expect(loadKey(await file('open.json', '{}', 0o644))).rejects.toMatchObject({ code: 'KEY004' })
    const blocked = await file('blocked', '')
    await expect(createKey(join(blocked, 'key.json'))).rejects.toMatchObject({ code: 'KEY005' })
  })

  it.each([
    [{ XDG_CONFIG_HOME: '/cfg', HOME: '/home/mira' }, '/cfg/bonafide/key.json'],
    [{ HOME: '/home/mira' }, '/home/mira/.config/bonafide/key.json'],
    [{ XDG_CONFIG_HOME: '', HOME: '/home/mira' }, '/home/mira/.config/bonafide/key.json'],
  ])('keeps the key in the user’s configuration: %j', (env, path) => {
    expect(defaultKeyPath(env)).toBe(path)
  })
})
