import type { Evidence, EvidenceDraft } from '../core/evidence.ts'
import type { Json } from '../core/json.ts'
import type { Hasher } from '../core/ports.ts'
import type { DisclosedEvidence, PrivacyProfile } from './receipt.ts'

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
 * What is hidden leaves hashes salted with the fingerprint of the inputs, which is hidden itself: see docs/receipts.md.
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
  const members = membersOf(record)
  const open = (path: string, value: Json): boolean => shows(record, path, value, profile, reads)
  const shown = Object.fromEntries([...members].filter(([path, value]) => open(path, value)))
  const hidden = [...members].flatMap(([path, value]) => (open(path, value) ? [] : [path])).sort()
  const { id, kind, connector, period, provenance } = record
  const hashes = hashesOf(record, hidden, hasher)
  return {
    id,
    kind,
    connector,
    alias,
    period,
    method: provenance.method,
    shown,
    hidden,
    hashes,
  } as DisclosedEvidence
}

/**
 * Whether a record that was collected afresh has exactly the members that a disclosed one shows and hides. The name of
 * the source is not compared, as it is the user's own word for it.
 */
export function isSameRecord(record: EvidenceDraft, disclosed: DisclosedEvidence, hasher: Hasher): boolean {
  const members = membersOf(record)
  const { shown, hidden, hashes } = disclosed
  return (
    record.kind === disclosed.kind &&
    record.period.from === disclosed.period.from &&
    record.period.to === disclosed.period.to &&
    record.provenance.method === disclosed.method &&
    members.size === Object.keys(shown).length + hidden.length &&
    hidden.every((path) => members.has(path)) &&
    Object.entries(shown).every(([path, told]) => {
      const value = members.get(path)
      return path === 'source' || (value !== undefined && hasher.canonical(value) === hasher.canonical(told))
    }) &&
    hashesOf(record, hidden, hasher).others === hashes.others
  )
}

/** The record that a disclosed one shows in full; null when a member is hidden. */
export function wholeRecord({ shown, hidden, ...rest }: DisclosedEvidence): EvidenceDraft | null {
  const { key, source } = shown
  const ref = shown['provenance.ref']
  const inputs = shown[INPUTS]
  if (hidden.length > 0) return null
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

/** The source's name is hashed alone; the fingerprint of the inputs is in both hashes, which makes it their salt. */
function hashesOf(
  record: EvidenceDraft,
  hidden: readonly string[],
  hasher: Hasher,
): DisclosedEvidence['hashes'] {
  const members = membersOf(record)
  const hash = (paths: readonly string[]): string => {
    const values = Object.fromEntries(paths.map((path) => [path, members.get(path) ?? null]))
    return hasher.sha256(hasher.canonical([CONTEXT, values, record.provenance.inputs]))
  }
  const others = hidden.filter((path) => path !== 'source')
  return {
    ...(hidden.includes('source') ? { source: hash(['source']) } : {}),
    ...(others.length > 0 ? { others: hash(others) } : {}),
  }
}
