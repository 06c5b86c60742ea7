import { base64url, calculateJwkThumbprint, flattenedVerify, FlattenedSign, importJWK } from 'jose'
import { z } from 'zod'
import { type Receipts, signedReceiptsSchema } from '../../claim/receipt.ts'
import type { Hasher } from '../../core/ports.ts'
import { publicKeySchema, type SigningKey } from '../../core/signing-key.ts'

const ALGORITHM = 'EdDSA'
const TYPE = 'bonafide-receipts+json'

const headerSchema = z.strictObject({
  alg: z.literal(ALGORITHM),
  typ: z.literal(TYPE),
  kid: z.string(),
  jwk: publicKeySchema,
})

/**
 * Signs receipts: a flattened JWS (RFC 7515) with EdDSA (RFC 8037) over their RFC 8785 form. The payload is left out of
 * the JWS as its appendix F says, for the receipts stand beside it, where people can read them. Same input, same bytes.
 */
export async function signReceipts(receipts: Receipts, key: SigningKey, hasher: Hasher): Promise<Uint8Array> {
  const { kty, crv, x } = key.jwk
  const jws = await new FlattenedSign(payloadOf(receipts, hasher))
    .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid: key.thumbprint, jwk: { kty, crv, x } })
    .sign(await importJWK({ ...key.jwk }, ALGORITHM))
  const signed = { receipts, protected: jws.protected ?? '', signature: jws.signature }
  return new TextEncoder().encode(hasher.canonical(signed))
}

/** What became of an attachment: its receipts may be used only where the signature is good. */
export type OpenedReceipts =
  | { readonly kind: 'unreadable'; readonly why: string }
  | {
      readonly kind: 'read'
      readonly receipts: Receipts
      readonly good: boolean
      /** RFC 7638 thumbprint of the key that the signature was made with; null where the signature is not good. */
      readonly thumbprint: string | null
    }

/** Reads an attachment and checks its signature against the key that it carries. */
export async function openReceipts(bytes: Uint8Array, hasher: Hasher): Promise<OpenedReceipts> {
  const json = parse(bytes)
  if (json === null) return { kind: 'unreadable', why: 'it is no JSON' }
  const parsed = signedReceiptsSchema.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return {
      kind: 'unreadable',
      why: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not as expected'}`,
    }
  }
  const { receipts, protected: header, signature } = parsed.data
  const thumbprint = await check(header, signature, payloadOf(receipts, hasher))
  return { kind: 'read', receipts, good: thumbprint !== null, thumbprint }
}

async function check(header: string, signature: string, payload: Uint8Array): Promise<string | null> {
  const parsed = headerSchema.safeParse(parse(decode(header)))
  if (!parsed.success) return null
  const { jwk, kid } = parsed.data
  try {
    const jws = { payload: base64url.encode(payload), protected: header, signature }
    await flattenedVerify(jws, await importJWK(jwk, ALGORITHM), { algorithms: [ALGORITHM] })
    const thumbprint = await calculateJwkThumbprint(jwk)
    return thumbprint === kid ? thumbprint : null
  } catch {
    // jose throws for a bad signature, a point that is not on the curve, and base64 that is none alike.
    return null
  }
}

function payloadOf(receipts: Receipts, hasher: Hasher): Uint8Array {
  return new TextEncoder().encode(hasher.canonical(receipts))
}

function decode(text: string): Uint8Array | null {
  try {
    return base64url.decode(text)
  } catch {
    return null
  }
}

function parse(bytes: Uint8Array | null): unknown {
  if (bytes === null) return null
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}
