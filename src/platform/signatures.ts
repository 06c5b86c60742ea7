import { base64url, calculateJwkThumbprint, FlattenedSign, flattenedVerify, importJWK } from 'jose'
import { z } from 'zod'
import { publicKeySchema, type Signatures } from '../core/signing-key.ts'

const ALGORITHM = 'EdDSA'

const headerSchema = z.strictObject({
  alg: z.literal(ALGORITHM),
  typ: z.string(),
  kid: z.string(),
  jwk: publicKeySchema,
})

/** {@link Signatures} by jose. The header carries the public key and its thumbprint, and nothing that it does not know. */
export const joseSignatures: Signatures = {
  async sign(payload, key, type) {
    const { kty, crv, x } = key.jwk
    const jws = await new FlattenedSign(payload)
      .setProtectedHeader({ alg: ALGORITHM, typ: type, kid: key.thumbprint, jwk: { kty, crv, x } })
      .sign(await importJWK({ ...key.jwk }, ALGORITHM))
    return { protected: jws.protected ?? '', signature: jws.signature }
  },

  async check(payload, signature, type) {
    const header = headerSchema.safeParse(decode(signature.protected))
    if (!header.success || header.data.typ !== type) return null
    const { jwk, kid } = header.data
    try {
      const jws = { ...signature, payload: base64url.encode(payload) }
      await flattenedVerify(jws, await importJWK(jwk, ALGORITHM), { algorithms: [ALGORITHM] })
      const thumbprint = await calculateJwkThumbprint(jwk)
      return thumbprint === kid ? thumbprint : null
    } catch {
      // jose throws alike for a bad signature, a point that is not on the curve and base64 that is none.
      return null
    }
  },
}

function decode(header: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(base64url.decode(header)))
  } catch {
    return null
  }
}
