import type { Finding } from '../core/finding.ts'
import type { Span } from '../core/position.ts'

/** `must`: the posting rules out who lacks it; `nice`: it helps. */
export type Modality = 'must' | 'nice'

/** One thing that a posting asks for. */
export interface Requirement {
  /** Stable within one posting: `r1`, `r2`, … in order of the text. */
  readonly id: string
  readonly modality: Modality
  /** Skill ids of which one is enough; one id for most. Empty for what is no skill of the taxonomy. */
  readonly anyOf: readonly string[]
  /** Years asked for this skill; null when not said. */
  readonly years: { readonly min: number; readonly max: number | null } | null
  /** The words of the posting that ask for it. */
  readonly text: string
  /** Where `text` stands in the posting's text. */
  readonly span: Span
  /** Every place where one of the skills is named as asked for. */
  readonly mentions: readonly Span[]
}

/** Seniority words in rising order. */
export const SENIORITIES = [
  'intern',
  'junior',
  'mid',
  'senior',
  'staff',
  'principal',
  'lead',
  'manager',
  'director',
  'vp',
] as const

export type Seniority = (typeof SENIORITIES)[number]

/** A value read from the posting with the place that says it. */
export interface Stated<Value> {
  readonly value: Value
  readonly span: Span
}

export interface Pay {
  readonly min: number | null
  readonly max: number | null
  /** ISO 4217, null when not said. */
  readonly currency: string | null
  readonly period: 'hour' | 'day' | 'month' | 'year' | null
}

/** A job advertisement that was read. Spans are UTF-16 offsets in `text`. */
export interface Posting {
  /** The plain text that the spans point into: of an HTML page, its visible text. */
  readonly text: string
  readonly title: Stated<string> | null
  readonly company: Stated<string> | null
  readonly seniority: Stated<Seniority> | null
  /** Overall years of experience. */
  readonly years: Stated<{ readonly min: number; readonly max: number | null }> | null
  readonly place: Stated<string> | null
  readonly remote: Stated<'remote' | 'hybrid' | 'on-site'> | null
  readonly pay: Stated<Pay> | null
  readonly requirements: readonly Requirement[]
  /** Link and stage from the front matter of `postings/*.md`. */
  readonly link: string | null
  readonly stage: string | null
  readonly findings: readonly Finding[]
}
