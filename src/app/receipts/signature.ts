import { type Receipts, signedReceiptsSchema } from '../../claim/receipt.ts'
import type { Hasher } from '../../core/ports.ts'
import type { Signatures, SigningKey } from '../../core/signing-key.ts'

const TYPE = 'bonafide-receipts+json'

/** The ports that signing needs. */
export interface SigningPorts {
  readonly hasher: Hasher
  readonly signatures: Signatures
}

/**
 * Signs the RFC 8785 form of receipts. The payload is left out of the JWS as appendix F of RFC 7515 says, for the
 * receipts stand beside it, where people can read them. Same input, same bytes.
 */
export async function signReceipts(
  receipts: Receipts,
  key: SigningKey,
  { hasher, signatures }: SigningPorts,
): Promise<Uint8Array> {
  const { protected: header, signature } = await signatures.sign(payloadOf(receipts, hasher), key, TYPE)
  return new TextEncoder().encode(hasher.canonical({ receipts, protected: header, signature }))
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
export async function openReceipts(
  bytes: Uint8Array,
  { hasher, signatures }: SigningPorts,
): Promise<OpenedReceipts> {
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
  const { receipts, ...signature } = parsed.data
  const thumbprint = await signatures.check(payloadOf(receipts, hasher), signature, TYPE)
  return { kind: 'read', receipts, good: thumbprint !== null, thumbprint }
}

function payloadOf(receipts: Receipts, hasher: Hasher): Uint8Array {
  return new TextEncoder().encode(hasher.canonical(receipts))
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}
