import type { LinkedClaim } from '../../claim/model.ts'
import { discloseEvidence } from '../../claim/disclose.ts'
import { hashOfPages, printedPages, saysText } from '../../claim/printed-text.ts'
import type { DisclosedEvidence, PrivacyProfile, Receipt, Receipts } from '../../claim/receipt.ts'
import { findingOf } from '../../core/codes.ts'
import type { Evidence } from '../../core/evidence.ts'
import type { Finding } from '../../core/finding.ts'
import type { Clock, Hasher } from '../../core/ports.ts'
import type { Signatures, SigningKey } from '../../core/signing-key.ts'
import { userError } from '../../core/user-error.ts'
import type { Ledger } from '../../metric/ledger.ts'
import { metrics } from '../../metric/registry.ts'
import { SKILLS_SHOWN } from '../../metric/skills-shown.ts'
import { printable } from '../../resume/format/printable.ts'
import type { Resume } from '../../resume/model.ts'
import type { PdfText } from '../../resume/pdf-text.ts'
import { codes } from './codes.ts'
import { membersRead } from './recompute.ts'
import { publicValue } from './public-value.ts'
import { signReceipts } from './signature.ts'

/** What receipts are made of. */
export interface IssueOptions {
  /** The résumé as it is printed: the variant, not the whole. */
  readonly resume: Resume
  /** The same document, typeset without receipts and read back: its text is what the signature holds fast. */
  readonly printed: PdfText
  /** The claims of all that is printed, lines of evidence included. */
  readonly claims: readonly LinkedClaim[]
  readonly ledger: Ledger
  readonly key: SigningKey
  readonly clock: Clock
  readonly hasher: Hasher
  readonly signatures: Signatures
  readonly profile: PrivacyProfile
  /** BCP 47, where the document is printed in another language than the résumé's own. */
  readonly language?: string
  /** What must not leave, such as e-mail addresses and paths: a last look, after everything was hidden. */
  readonly privateTerms?: readonly string[]
}

/** Receipts, ready to be attached. */
export interface Issued {
  /** The attachment. */
  readonly bytes: Uint8Array
  readonly receipts: Receipts
  readonly findings: readonly Finding[]
}

/**
 * Issues a receipt for each claim that is printed and backed, and signs them together with the document's text.
 *
 * @throws UserError RCP001 without a printed name, RCP002 when a private term would leave.
 */
export async function issueReceipts(options: IssueOptions): Promise<Issued> {
  const { resume, claims, hasher, clock, profile } = options
  const pages = printedPages(options.printed)
  const name = printable(resume.basics.name ?? '')
  if (name === '' || !saysText(pages, name)) {
    throw userError(codes, 'RCP001', 'There is no printed name to issue receipts to.')
  }
  const backed = claims.filter(
    ({ status, method, evidence }) =>
      (status === 'supported' || status === 'stated') && method !== null && evidence.length > 0,
  )
  const printed = backed.filter(({ claim }) => saysText(pages, printable(claim.text)))
  const disclosed = discloseAll(printed, options)
  const receipts: Receipts = {
    version: 1,
    issued: clock.now().toISOString().slice(0, 10),
    profile,
    subject: { name },
    document: { language: options.language ?? resume.language, pages, hash: hashOfPages(pages, hasher) },
    methods: definitions(printed),
    evidence: [...disclosed.evidence.values()],
    receipts: printed.map((claim) => receiptOf(claim, disclosed, profile, hasher)),
    claimsWithoutReceipt: claims.length - printed.length,
  }
  refuseLeaks(receipts, options.privateTerms ?? [], hasher)
  const findings = backed
    .filter((claim) => !printed.includes(claim))
    .map(({ claim }) =>
      findingOf(codes, 'RCP003', {
        message: `“${claim.text}” is not in the typeset text.`,
        path: claim.path,
      }),
    )
  return { bytes: await signReceipts(receipts, options.key, options), receipts, findings }
}

/** Exactly the text that would leave with the document, for people to look at first. */
export async function previewReceipts(options: IssueOptions): Promise<string> {
  const { bytes } = await issueReceipts(options)
  return new TextDecoder().decode(bytes)
}

interface Disclosed {
  readonly evidence: ReadonlyMap<string, DisclosedEvidence>
  /** By source. */
  readonly aliases: ReadonlyMap<string, string>
}

function discloseAll(claims: readonly LinkedClaim[], { ledger, profile, hasher }: IssueOptions): Disclosed {
  const aliases = new Map<string, string>()
  const aliasOf = ({ source, connector }: Evidence): string => {
    const noun = connector === 'git' ? 'repository' : 'source'
    const known = aliases.get(source)
    if (known !== undefined) return known
    const alias = `${noun}-${[...aliases.values()].filter((other) => other.startsWith(noun)).length + 1}`
    aliases.set(source, alias)
    return alias
  }
  const reads = new Map<string, Set<string>>()
  for (const { evidence, method } of claims) {
    for (const id of evidence) {
      const names = reads.get(id) ?? new Set()
      for (const name of membersRead(method ?? '')) names.add(name)
      reads.set(id, names)
    }
  }
  const disclosed = new Map<string, DisclosedEvidence>()
  for (const id of claims.flatMap(({ evidence }) => evidence)) {
    const record = ledger.byId.get(id)
    if (!record) throw new Error(`The claims name evidence that is not in the ledger: ${id}`)
    if (disclosed.has(id)) continue
    disclosed.set(id, discloseEvidence(record, aliasOf(record), profile, reads.get(id) ?? new Set(), hasher))
  }
  return { evidence: disclosed, aliases }
}

function receiptOf(
  linked: LinkedClaim,
  disclosed: Disclosed,
  profile: PrivacyProfile,
  hasher: Hasher,
): Receipt {
  const { claim, status, use, evidence, method } = linked
  const value = profile === 'public' ? publicValue(linked) : linked.value
  return {
    claim: { text: claim.text, span: { ...claim.span }, statement: { ...claim.statement } },
    status: status === 'stated' ? 'stated' : 'supported',
    method: method ?? '',
    use: use
      ? { ...use, source: use.source === null ? null : (disclosed.aliases.get(use.source) ?? null) }
      : null,
    value,
    rounded: value !== linked.value,
    evidence: [...evidence],
    evidenceHash: evidenceHash(
      evidence.flatMap((id) => disclosed.evidence.get(id) ?? []),
      hasher,
    ),
  }
}

/** The hash of a receipt's evidence as it is disclosed. */
export function evidenceHash(evidence: readonly DisclosedEvidence[], hasher: Hasher): string {
  return hasher.sha256(hasher.canonical(evidence))
}

function definitions(claims: readonly LinkedClaim[]): Record<string, string> {
  const known = new Map([
    [SKILLS_SHOWN.method, SKILLS_SHOWN.definition],
    ...[...metrics.values()].map(({ method, definition }): [string, string] => [method, definition]),
  ])
  return Object.fromEntries(
    claims.flatMap(({ method }) =>
      method === null
        ? []
        : [[method, known.get(method) ?? 'A figure that the person stated; no source was read.']],
    ),
  )
}

/** Looks for private terms in all that leaves besides what the document prints anyway. */
function refuseLeaks(receipts: Receipts, terms: readonly string[], hasher: Hasher): void {
  const { methods, evidence } = receipts
  const told = receipts.receipts.map(({ claim, use, method }) => [claim.statement, use, method])
  const leaving = hasher.canonical([methods, evidence, told]).toLowerCase()
  const term = terms.find((each) => each !== '' && leaving.includes(each.toLowerCase()))
  if (term !== undefined) {
    throw userError(codes, 'RCP002', `“${term}” is private and would have left with the receipts.`)
  }
}
