import type { Evidence, EvidenceDraft } from './evidence.ts'
import type { Hasher } from './ports.ts'

/**
 * The id of a fact: `ev-` and the first 32 hex digits of SHA-256 over the RFC 8785 form of all its other members. Two
 * runs that find the same fact therefore give it the same id, and a changed fact gets another.
 */
export function evidenceId(draft: EvidenceDraft, hasher: Hasher): string {
  const { v, kind, key, source, connector, period, data, provenance } = draft
  const bytes = hasher.canonical({ v, kind, key, source, connector, period, data, provenance })
  return `ev-${hasher.sha256(bytes).slice(0, 32)}`
}

/** The record as the ledger keeps it: the draft and its {@link evidenceId}. */
export function stampEvidence(draft: EvidenceDraft, hasher: Hasher): Evidence {
  return { ...draft, id: evidenceId(draft, hasher) }
}
