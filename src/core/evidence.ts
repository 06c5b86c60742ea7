import { z } from 'zod'

const day = z.iso.date()

/** Any JSON value, as a schema. */
export const jsonSchema = z.json()

/**
 * One dated fact with its provenance, as it stands on one line of `evidence/<source>.jsonl`.
 *
 * A connector yields {@link EvidenceDraft}s; the ledger adds the id. Two records with one `key` in one source say the
 * same fact at two times: the later line replaces the earlier.
 */
export const evidenceSchema = z.strictObject({
  v: z.literal(1),
  /** `ev-` and the first 32 hex digits of SHA-256 over the RFC 8785 form of all other members. */
  id: z.string().regex(/^ev-[0-9a-f]{32}$/),
  /** What kind of fact, `<connector>.<what>`: decides the shape of `data`. */
  kind: z.string().regex(/^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$/),
  /** What the fact is about, unique within its source: `git.skill:postgresql:2025-Q1`. */
  key: z.string().min(1),
  /** The id of the source in bonafide.yaml. */
  source: z.string().min(1),
  connector: z.string().min(1),
  /** First and last day that the fact covers, UTC, both included. */
  period: z.strictObject({ from: day, to: day }),
  data: z.record(z.string(), jsonSchema),
  provenance: z.strictObject({
    /** The printed definition that made the number: `git-activity/1`. */
    method: z.string().min(1),
    /** What it was computed from, so that it can be computed again: a commit id, a file name. */
    ref: z.string(),
    /** SHA-256 (hex) over the inputs, as the method defines them. */
    inputs: z.string().regex(/^[0-9a-f]{64}$/),
  }),
})

/** One fact of the ledger. */
export type Evidence = z.infer<typeof evidenceSchema>

/** What a connector yields: evidence that has no id yet. */
export type EvidenceDraft = Omit<Evidence, 'id'>

/** A line that takes a fact back: the source no longer says it, or the user withdrew it. */
export const retractionSchema = z.strictObject({
  v: z.literal(1),
  retract: z.string().regex(/^ev-[0-9a-f]{32}$/),
  key: z.string().min(1),
  source: z.string().min(1),
  reason: z.string().min(1),
})

/** See {@link retractionSchema}. */
export type Retraction = z.infer<typeof retractionSchema>
