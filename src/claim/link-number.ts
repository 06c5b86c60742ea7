import { formatPath } from '../core/position.ts'
import type { DocumentPath } from '../core/position.ts'
import type { Ledger } from '../metric/ledger.ts'
import type { EvidenceReference } from '../resume/model.ts'
import { compare, inUnitOf, meets, speaksOf } from './agreement.ts'
import type { NumberMention } from './bounds.ts'
import type { Claim, ClaimStatus, LinkedClaim } from './model.ts'
import { resolve, type Resolved, type Stretch } from './references.ts'
import { STATED_KIND, statedFigureSchema } from './stated-evidence.ts'

/** A text with what bears on its numbers. */
export interface TextContext {
  readonly path: DocumentPath
  readonly text: string
  readonly language: string
  readonly references: readonly EvidenceReference[]
  readonly stretch: Stretch
  /** Ids of the skills that the text names, implied ones included. */
  readonly named: ReadonlySet<string>
}

interface Verdict extends Pick<LinkedClaim, 'evidence' | 'method' | 'value' | 'why' | 'use'> {
  readonly status: ClaimStatus
}

/** From the best backing to the worst: one reference that supports a number is enough. */
const ORDER: readonly ClaimStatus[] = ['supported', 'contradicted', 'stated', 'unsupported']

/** Links one number of a text to the evidence that the text refers to. */
export function linkNumber(mention: NumberMention, context: TextContext, ledger: Ledger | null): LinkedClaim {
  const claim: Claim = {
    id: `${formatPath(context.path)}@${mention.span.start}`,
    path: context.path,
    text: context.text,
    span: mention.span,
    statement: { kind: 'number', value: mention.value, bound: mention.bound, unit: mention.unit },
  }
  if (ledger === null) return { claim, ...unsupported('Nothing was collected yet.') }
  if (context.references.length === 0) {
    return { claim, ...unsupported('The text refers to no evidence for this number.') }
  }
  const verdicts = context.references
    .flatMap((reference) => resolve(reference, ledger, context.stretch))
    .map((resolved) => judge(resolved, mention, context))
  const best = ORDER.flatMap((status) => verdicts.filter((verdict) => verdict.status === status))[0]
  return { claim, ...(best ?? unsupported('The references say nothing of this number.')) }
}

function judge(resolved: Resolved, mention: NumberMention, context: TextContext): Verdict {
  if (resolved.kind === 'unresolved') return unsupported(resolved.why)
  if (resolved.kind === 'stated') return judgeStated(resolved, mention)
  const { metric, use, result } = resolved
  if (!speaksOf(metric, mention, context.text)) {
    const said = mention.unit ?? 'nothing that is named'
    return unsupported(`The text counts ${said}, and ${metric.id} does not show that.`)
  }
  if (use.skill !== null && !context.named.has(use.skill)) {
    return unsupported(`The text does not name the skill “${use.skill}” that ${metric.id} is counted for.`)
  }
  const value = inUnitOf(mention.unit, metric, result.value)
  const basis = { evidence: result.evidence, method: result.method, value, use }
  const over = `${metric.id} over ${use.from ?? 'all time'} to ${use.to ?? 'today'}`
  const comparison = compare(mention, metric, result)
  if (comparison === 'unknown') return unsupported(`${over} is not known. ${result.note}`)
  if (comparison === 'agrees') {
    const why = value === null ? `${over}: ${result.note}` : `${over} is ${rounded(value)}.`
    return { ...basis, status: 'supported', why }
  }
  const instead = value === null ? `${over} is not. ${result.note}` : `${over} is ${rounded(value)}.`
  return { ...basis, status: 'contradicted', why: `The text says ${mention.value}, ${instead}` }
}

function judgeStated({ record }: Resolved & { readonly kind: 'stated' }, mention: NumberMention): Verdict {
  const stated = record.kind === STATED_KIND ? statedFigureSchema.safeParse(record.data) : null
  if (!stated?.success)
    return unsupported(`The evidence “${record.key}” holds no figure that can be compared.`)
  const { value, unit } = stated.data
  const basis = { evidence: [record.id], method: record.provenance.method, value }
  if (unit !== mention.unit) {
    return unsupported(
      `The text counts ${mention.unit ?? 'nothing that is named'}, the figure ${unit ?? 'nothing'}.`,
    )
  }
  return meets(mention, value)
    ? { ...basis, status: 'stated', why: 'A figure stated by hand says so; no source was read for it.' }
    : {
        ...basis,
        status: 'contradicted',
        why: `The text says ${mention.value}, the stated figure is ${value}.`,
      }
}

/** To two places, for people. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100
}

function unsupported(why: string): Verdict {
  return { status: 'unsupported', evidence: [], method: null, value: null, why }
}
