import { z } from 'zod'

const publicKeyMembers = {
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(/^[\w-]{43}$/),
}

/** A public Ed25519 key as a JWK (RFC 8037). */
export const publicKeySchema = z.strictObject(publicKeyMembers)

/** A private Ed25519 key as a JWK (RFC 8037). */
export const privateKeySchema = z.strictObject({ ...publicKeyMembers, d: z.string().regex(/^[\w-]{43}$/) })

/** A key to sign with. */
export interface SigningKey {
  readonly jwk: Readonly<z.infer<typeof privateKeySchema>>
  /** RFC 7638, SHA-256, base64url: by this people tell keys apart. */
  readonly thumbprint: string
}

/** A signature over bytes that stand elsewhere: a flattened JWS (RFC 7515) without its payload. */
export interface DetachedSignature {
  /** The protected header, base64url. */
  readonly protected: string
  readonly signature: string
}

/** Signs and checks with Ed25519: EdDSA of RFC 8037. The same key and bytes give the same signature. */
export interface Signatures {
  /** @param type - the `typ` of the header, which says what was signed. */
  sign(payload: Uint8Array, key: SigningKey, type: string): Promise<DetachedSignature>
  /** The thumbprint of the key in the header when it made the signature over these bytes and this type; else null. */
  check(payload: Uint8Array, signature: DetachedSignature, type: string): Promise<string | null>
}
