import { z } from 'zod'
import { jsonSchema } from '../core/evidence.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const evidenceId = z.string().regex(/^ev-[0-9a-f]{32}$/)
const day = z.iso.date()
const count = z.int().nonnegative()

/** How much of the evidence leaves with a document: all, no names, or commitments alone. */
export const PRIVACY_PROFILES = ['private', 'interview', 'public'] as const

/** See {@link PRIVACY_PROFILES}. */
export type PrivacyProfile = (typeof PRIVACY_PROFILES)[number]

/** The attachment's name in the PDF. */
export const RECEIPTS_NAME = 'receipts.json'

/** A page as a reader gets it back: what the signature holds fast. */
const pageSchema = z.strictObject({
  lines: z.array(z.string()),
  links: z.array(z.string()),
  images: count,
})

/** See {@link pageSchema}. */
export type PrintedPage = Readonly<z.infer<typeof pageSchema>>

/**
 * A piece of evidence as it leaves. `id` is the hash of the whole record as the ledger holds it. Hidden members leave
 * their paths and salted hashes that only who holds the same source can make: see docs/receipts.md.
 */
export const disclosedEvidenceSchema = z.strictObject({
  id: evidenceId,
  kind: z.string(),
  connector: z.string(),
  /** Stands for the source's name: `repository-1`. */
  alias: z.string(),
  period: z.strictObject({ from: day, to: day }),
  method: z.string(),
  /** Members by path: `key`, `data.commits`, `provenance.ref`. */
  shown: z.record(z.string(), jsonSchema),
  /** Paths of the other members, sorted. */
  hidden: z.array(z.string()),
  /** Of the source's name alone, as a verifier may call the source otherwise, and of all other hidden members. */
  hashes: z.strictObject({ source: hash.exactOptional(), others: hash.exactOptional() }),
})

/** See {@link disclosedEvidenceSchema}. */
export type DisclosedEvidence = Readonly<z.infer<typeof disclosedEvidenceSchema>>

const statementSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('number'),
    value: z.number(),
    bound: z.enum(['exact', 'at-least', 'at-most', 'about']),
    unit: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('skill'), skill: z.string() }),
])

/** One claim with what backs it. */
export const receiptSchema = z.strictObject({
  claim: z.strictObject({
    /** The whole text as it is printed. */
    text: z.string(),
    /** Where in `text`, UTF-16. */
    span: z.strictObject({ start: count, end: count }),
    statement: statementSchema,
  }),
  status: z.enum(['supported', 'stated']),
  /** How `value` was computed; `methods` holds the definition. */
  method: z.string(),
  /** The metric and what it was asked for, the source by its alias; null where no metric was used. */
  use: z
    .strictObject({
      metric: z.string(),
      source: z.string().nullable(),
      skill: z.string().nullable(),
      from: z.string().nullable(),
      to: z.string().nullable(),
    })
    .nullable(),
  /** What the evidence amounts to in the claim's unit; for a skill, commits. Null where only a range is known. */
  value: z.number().nullable(),
  /** Whether `value` was rounded so as not to say more than the text does. */
  rounded: z.boolean(),
  evidence: z.array(evidenceId).min(1),
  /** SHA-256 over the RFC 8785 form of the listed evidence, as disclosed, in the listed order. */
  evidenceHash: hash,
})

/** See {@link receiptSchema}. */
export type Receipt = Readonly<z.infer<typeof receiptSchema>>

/** What is signed. */
export const receiptsSchema = z.strictObject({
  version: z.literal(1),
  issued: day,
  profile: z.enum(PRIVACY_PROFILES),
  subject: z.strictObject({ name: z.string().min(1) }),
  document: z.strictObject({
    /** BCP 47: how numbers in the texts are read. */
    language: z.string(),
    pages: z.array(pageSchema).min(1),
    hash,
  }),
  /** The printed definitions of all methods that are named. */
  methods: z.record(z.string(), z.string()),
  evidence: z.array(disclosedEvidenceSchema),
  receipts: z.array(receiptSchema),
  /** How many claims of the document have no receipt. */
  claimsWithoutReceipt: count,
})

/** See {@link receiptsSchema}. */
export type Receipts = Readonly<z.infer<typeof receiptsSchema>>

/** `receipts.json`: the receipts and a flattened JWS over their RFC 8785 form, whose payload is not repeated. */
export const signedReceiptsSchema = z.strictObject({
  receipts: receiptsSchema,
  protected: z.string().regex(/^[\w-]+$/),
  signature: z.string().regex(/^[\w-]+$/),
})
