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
