import { compare, meets } from '../../claim/agreement.ts'
import type { NumberMention } from '../../claim/bounds.ts'
import { dataOf, isSameRecord } from '../../claim/disclose.ts'
import { parseNumbers } from '../../claim/parse.ts'
import type { DisclosedEvidence, Receipt, Receipts } from '../../claim/receipt.ts'
import { statedFigureSchema } from '../../claim/stated-evidence.ts'
import type { Evidence, EvidenceDraft } from '../../core/evidence.ts'
import { stampEvidence } from '../../core/evidence-id.ts'
import type { Hasher } from '../../core/ports.ts'
import { gitFacts } from '../../metric/git-records.ts'
import { ledgerOf, type Ledger } from '../../metric/ledger.ts'
import { metrics } from '../../metric/registry.ts'
import { countShown, SKILLS_SHOWN } from '../../metric/skills-shown.ts'

/** Whether evidence amounts to what a claim says; null where it cannot be told. */
export type Amounts = boolean | null

/**
 * Computes a claim from the evidence that its own receipt shows. Null where the profile hides what is needed. That a
 * skill implies another is the taxonomy's word and is not looked at.
 */
export function amountsByReceipt(receipt: Receipt, receipts: Receipts): Amounts {
  const own = receipts.evidence.filter(({ id }) => receipt.evidence.includes(id))
  const needed = membersRead(receipt.method).map((name) => `data.${name}`)
  if (own.some(({ hidden }) => needed.some((path) => hidden.includes(path)))) return null
  const ledger = ledgerOf(own.map(asRecord))
  return amounts(receipt, receipts.document.language, ledger, receipt.use?.source ?? null)
}

/** The members of the evidence's data that a method reads. */
export function membersRead(method: string): readonly string[] {
  if (method === SKILLS_SHOWN.method) return SKILLS_SHOWN.reads
  return [...metrics.values()].find((metric) => metric.method === method)?.reads ?? ['value', 'unit']
}

/** What fresh evidence was found to be for the evidence of receipts. */
export interface Matched {
  /** The source that stands behind each alias that could be told. */
  readonly sources: ReadonlyMap<string, string>
  /** Ids of receipts' evidence that fresh evidence is, member by member. */
  readonly same: ReadonlySet<string>
  readonly ledger: Ledger
}

/**
 * Finds the evidence of receipts in evidence that was collected afresh. The source may be named otherwise now, so its
 * name is not compared; all else is, hidden members by their salted hashes. An alias that shares no record with any
 * source stands for the one that was given, where there is but one of each.
 */
export function matchEvidence(receipts: Receipts, drafts: readonly EvidenceDraft[], hasher: Hasher): Matched {
  const ledger = ledgerOf(drafts.map((draft) => stampEvidence(draft, hasher)))
  const sources = new Map<string, string>()
  const same = new Set<string>()
  const byPeriod = Map.groupBy(ledger.records, ({ kind, period }) => `${kind} ${period.from} ${period.to}`)
  for (const disclosed of receipts.evidence) {
    const { kind, period, alias, id } = disclosed
    const found = (byPeriod.get(`${kind} ${period.from} ${period.to}`) ?? []).find(
      (record) => record.id === id || isSameRecord(record, disclosed, hasher),
    )
    if (!found) continue
    same.add(id)
    if (!sources.has(alias)) sources.set(alias, found.source)
  }
  const aliases = new Set(receipts.evidence.map(({ alias }) => alias))
  const given = new Set(ledger.records.map(({ source }) => source))
  const [alias] = aliases
  const [source] = given
  if (aliases.size === 1 && given.size === 1 && alias !== undefined && source !== undefined) {
    sources.set(alias, source)
  }
  return { sources, same, ledger }
}

/** Computes a claim from fresh evidence; null where a source of it was not given. */
export function amountsByMatch(receipt: Receipt, receipts: Receipts, matched: Matched): Amounts {
  const own = receipts.evidence.filter(({ id }) => receipt.evidence.includes(id))
  if (own.some(({ alias }) => !matched.sources.has(alias))) return null
  if (receipt.status === 'stated') return own.every(({ id }) => matched.same.has(id)) ? true : null
  const { use } = receipt
  const source = use?.source ?? null
  if (use) {
    const actual = source === null ? null : (matched.sources.get(source) ?? null)
    return amounts(receipt, receipts.document.language, matched.ledger, actual)
  }
  const periods = new Set(own.map((each) => placeOf(matched.sources.get(each.alias) ?? '', each.period.from)))
  const skills = new Set(own.map(({ shown }) => shown['data.skill']))
  const ledger = ledgerOf(
    matched.ledger.records.filter(
      ({ kind, source, period, data }) =>
        kind === 'git.skill' && periods.has(placeOf(source, period.from)) && skills.has(data['skill']),
    ),
  )
  return amounts(receipt, receipts.document.language, ledger, null)
}

function amounts(receipt: Receipt, language: string, ledger: Ledger, source: string | null): Amounts {
  const { statement } = receipt.claim
  if (statement.kind === 'skill') {
    const facts = gitFacts(ledger).skill
    return facts.length > 0 && countShown(facts).commits >= (receipt.value ?? 1)
  }
  const mention = mentionOf(receipt, language)
  if (!mention) return false
  if (receipt.status === 'stated') {
    const figures = ledger.records.flatMap(({ data }) => statedFigureSchema.safeParse(data).data ?? [])
    return figures.some(({ value, unit }) => unit === mention.unit && meets(mention, value))
  }
  const metric = metrics.get(receipt.use?.metric ?? '')
  if (!metric || !receipt.use || metric.method !== receipt.method) return null
  const { skill, from, to } = receipt.use
  return compare(mention, metric, metric.compute(ledger, { source, skill, from, to })) === 'agrees'
}

/** The number as the receipt's text states it; null when the receipt says that the text states another. */
function mentionOf({ claim }: Receipt, language: string): NumberMention | null {
  const { statement, span, text } = claim
  if (statement.kind !== 'number') return null
  const found = parseNumbers(text, { language }).find((mention) => mention.span.start === span.start)
  if (!found) return null
  const { value, bound, unit } = found
  return value === statement.value && bound === statement.bound && unit === statement.unit ? found : null
}

/** The record that is disclosed. What is hidden and read by no claim counts as 0, so that the rest has its shape. */
function asRecord({
  id,
  kind,
  connector,
  alias,
  period,
  method,
  shown,
  hidden,
}: DisclosedEvidence): Evidence {
  const key = shown['key']
  return {
    v: 1,
    id,
    kind,
    connector,
    period,
    key: typeof key === 'string' ? key : id,
    source: alias,
    data: { ...dataOf(Object.fromEntries(hidden.map((path) => [path, 0]))), ...dataOf(shown) },
    provenance: { method, ref: '', inputs: '' },
  }
}

function placeOf(source: string, from: string): string {
  return `${source}\n${from}`
}
