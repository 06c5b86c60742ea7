import { createHash, createPrivateKey, createPublicKey } from 'node:crypto'
import { privateKeySchema, type SigningKey } from '../../src/core/signing-key.ts'

/** A key made of a number, so that tests always sign alike. */
export function testKey(seed: number): SigningKey {
  const secret = createHash('sha256').update(`test key ${seed}`).digest()
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), secret])
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  const jwk = privateKeySchema.parse(privateKey.export({ format: 'jwk' }))
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  const thumbprint = createHash('sha256')
    .update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`)
    .digest('base64url')
  return { jwk, thumbprint }
}
