import { base64url } from 'jose'
import { describe, expect, it } from 'vitest'
import { testKey } from '../../test/support/test-key.ts'
import { joseSignatures } from './signatures.ts'

const payload = new TextEncoder().encode('{"a":1}')
const key = testKey(1)

describe('joseSignatures', () => {
  it('signs alike every time, and knows its own signature', async () => {
    const signature = await joseSignatures.sign(payload, key, 'test+json')
    expect(await joseSignatures.sign(payload, key, 'test+json')).toEqual(signature)
    expect(await joseSignatures.check(payload, signature, 'test+json')).toBe(key.thumbprint)
  })

  it.each<[string, (header: Record<string, unknown>) => unknown]>([
    ['another type', (header) => ({ ...header, typ: 'other+json' })],
    ['no algorithm', (header) => ({ ...header, alg: 'none' })],
    ['another key’s thumbprint', (header) => ({ ...header, kid: testKey(2).thumbprint })],
    ['another key', (header) => ({ ...header, jwk: { ...testKey(2).jwk, d: undefined } })],
    ['an extension', (header) => ({ ...header, crit: ['x'], x: 1 })],
    ['no header', () => null],
  ])('refuses %s', async (_what, change) => {
    const signature = await joseSignatures.sign(payload, key, 'test+json')
    const header = JSON.parse(new TextDecoder().decode(base64url.decode(signature.protected))) as Record<
      string,
      unknown
    >
    const altered = { ...signature, protected: base64url.encode(JSON.stringify(change(header))) }
    expect(await joseSignatures.check(payload, altered, 'test+json')).toBeNull()
  })

  it('refuses other bytes, another type and what is no signature', async () => {
    const signature = await joseSignatures.sign(payload, key, 'test+json')
    expect(await joseSignatures.check(new Uint8Array([1]), signature, 'test+json')).toBeNull()
    expect(await joseSignatures.check(payload, signature, 'other+json')).toBeNull()
    expect(await joseSignatures.check(payload, { protected: '%', signature: '%' }, 'test+json')).toBeNull()
  })
})
