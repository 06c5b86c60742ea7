import type { Evidence } from '../core/evidence.ts'

/** The ledger as it stands now: retracted and replaced records are gone. Sorted by source, then key. */
export interface Ledger {
  readonly records: readonly Evidence[]
  readonly byId: ReadonlyMap<string, Evidence>
}

/** Makes a {@link Ledger} of current records. */
export function ledgerOf(records: readonly Evidence[]): Ledger {
  const sorted = records.toSorted((a, b) => order(`${a.source}\n${a.key}`, `${b.source}\n${b.key}`))
  return { records: sorted, byId: new Map(sorted.map((record) => [record.id, record])) }
}

function order(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
