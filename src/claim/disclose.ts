import type { Evidence, EvidenceDraft } from '../core/evidence.ts'
import type { Json } from '../core/json.ts'
import type { Hasher } from '../core/ports.ts'
import type { DisclosedEvidence, PrivacyProfile } from './receipt.ts'

/** The path of the member whose own value is the salt of all others. */
const INPUTS = 'provenance.inputs'
const CONTEXT = 'bonafide-receipt/1'

/** Keys that are made of dates and skill ids alone, by kind; any other key may name things. */
const HARMLESS_KEYS: Readonly<Record<string, RegExp>> = {
  'git.activity': /^git\.activity:\d{4}-\d{2}$/,
  'git.release': /^git\.release:\d{4}-\d{2}$/,
  'git.skill': /^git\.skill:[a-z0-9][a-z0-9+#.-]*:\d{4}-Q[1-4]$/,
}

/** Data members that hold nothing but a date, a skill of the taxonomy or one of a few fixed words, by kind. */
const HARMLESS_DATA: Readonly<Record<string, readonly string[]>> = {
  'git.activity': ['month'],
  'git.release': ['month'],
  'git.skill': ['skill', 'quarter', 'how'],
}

/**
 * Turns a piece of evidence into what leaves with a document.
 *
 * `private` shows every member. `interview` shows dates, skills and the numbers that are read for a claim, and hides
 * all else: the source, keys that may name things, texts, references, and what the team did. `public` hides all numbers.
 * Each hidden member leaves a hash salted with the fingerprint of the inputs, which is hidden itself: see
 * docs/receipts.md.
 *
 * @param reads - names of the data members from which claims are computed.
 */
export function discloseEvidence(
  record: Evidence,
  alias: string,
  profile: PrivacyProfile,
  reads: ReadonlySet<string>,
  hasher: Hasher,
): DisclosedEvidence {
  const shown: Record<string, Json> = {}
  const hidden: Record<string, string> = {}
  for (const [path, value] of membersOf(record)) {
    if (shows(record, path, value, profile, reads)) shown[path] = value
    else hidden[path] = commitment(record, path, value, hasher)
  }
  const { id, kind, connector, period, provenance } = record
  return { id, kind, connector, alias, period, method: provenance.method, shown, hidden } as DisclosedEvidence
}

/** Whether a record, collected afresh, has exactly the members that a disclosed one shows and hides. */
export function hasMembers(
  record: EvidenceDraft,
  disclosed: DisclosedEvidence,
  hasher: Hasher,
  options: { readonly ignoring?: readonly string[] } = {},
): boolean {
  const members = membersOf(record)
  const paths = [...Object.keys(disclosed.shown), ...Object.keys(disclosed.hidden)]
  return (
    record.kind === disclosed.kind &&
    record.period.from === disclosed.period.from &&
    record.period.to === disclosed.period.to &&
    record.provenance.method === disclosed.method &&
    members.size === paths.length &&
    paths.every((path) => {
      const value = members.get(path)
      if (value === undefined) return false
      if (options.ignoring?.includes(path) === true) return true
      const told = disclosed.shown[path]
      return told === undefined
        ? disclosed.hidden[path] === commitment(record, path, value, hasher)
        : hasher.canonical(value) === hasher.canonical(told)
    })
  )
}

/** The record that a disclosed one shows in full; null when a member is hidden. */
export function wholeRecord({ shown, hidden, ...rest }: DisclosedEvidence): EvidenceDraft | null {
  const { key, source } = shown
  const ref = shown['provenance.ref']
  const inputs = shown[INPUTS]
  if (Object.keys(hidden).length > 0) return null
  if (typeof key !== 'string' || typeof source !== 'string') return null
  if (typeof ref !== 'string' || typeof inputs !== 'string') return null
  const { kind, connector, period, method } = rest
  return {
    v: 1,
    kind,
    key,
    source,
    connector,
    period,
    data: dataOf(shown),
    provenance: { method, ref, inputs },
  }
}

/** The data members that a disclosed record shows. */
export function dataOf(shown: DisclosedEvidence['shown']): Evidence['data'] {
  return Object.fromEntries(
    Object.entries(shown).flatMap(([path, value]) =>
      path.startsWith('data.') ? [[path.slice('data.'.length), value]] : [],
    ),
  )
}

/** Members that may be shown or hidden, by path. The others are always shown. */
function membersOf(record: EvidenceDraft): ReadonlyMap<string, Json> {
  return new Map<string, Json>([
    ['key', record.key],
    ['source', record.source],
    ...Object.entries(record.data).map(([name, value]): [string, Json] => [`data.${name}`, value]),
    ['provenance.ref', record.provenance.ref],
    [INPUTS, record.provenance.inputs],
  ])
}

function shows(
  { kind, key }: Evidence,
  path: string,
  value: Json,
  profile: PrivacyProfile,
  reads: ReadonlySet<string>,
): boolean {
  if (profile === 'private') return true
  if (path === 'key') return HARMLESS_KEYS[kind]?.test(key) ?? false
  if (!path.startsWith('data.')) return false
  const name = path.slice('data.'.length)
  if (HARMLESS_DATA[kind]?.includes(name) === true) return true
  return profile === 'interview' && typeof value === 'number' && reads.has(name)
}

function commitment(record: EvidenceDraft, path: string, value: Json, hasher: Hasher): string {
  const { inputs } = record.provenance
  return hasher.sha256(
    hasher.canonical(path === INPUTS ? [CONTEXT, path, inputs] : [CONTEXT, path, value, inputs]),
  )
}
