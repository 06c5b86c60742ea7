import { wholeRecord } from '../../claim/disclose.ts'
import { hashOfPages, printedPages, saysText } from '../../claim/printed-text.ts'
import { RECEIPTS_NAME, type PrivacyProfile, type Receipt, type Receipts } from '../../claim/receipt.ts'
import { textChanges, type TextChange } from '../../claim/text-changes.ts'
import { findingOf } from '../../core/codes.ts'
import type { Finding } from '../../core/finding.ts'
import type { EvidenceDraft } from '../../core/evidence.ts'
import { evidenceId } from '../../core/evidence-id.ts'
import type { Hasher } from '../../core/ports.ts'
import type { Signatures } from '../../core/signing-key.ts'
import { printable } from '../../resume/format/printable.ts'
import type { PdfText } from '../../resume/pdf-text.ts'
import { codes } from './codes.ts'
import { evidenceHash } from './issue.ts'
import { amountsByMatch, amountsByReceipt, matchEvidence, type Amounts } from './recompute.ts'
import { openReceipts } from './signature.ts'

/** How to verify. */
export interface VerifyOptions {
  /** The file as the user named it, for positions. */
  readonly file: string
  readonly hasher: Hasher
  readonly signatures: Signatures
  /** The thumbprint of the key that the person is known to have. */
  readonly trustedKey?: string
  /** Collects the sources afresh and gives all that they say now. */
  readonly recompute?: () => Promise<readonly EvidenceDraft[]>
}

/** What became of one claim. Null where a question cannot be answered from what is there. */
export interface ClaimVerdict {
  readonly text: string
  /** The words that state it. */
  readonly words: string
  readonly statement: Receipt['claim']['statement']
  readonly status: Receipt['status']
  readonly value: number | null
  readonly method: string
  readonly definition: string
  /** Whether the signature over its receipt is good. */
  readonly signed: boolean
  /** Whether the PDF still says its text. */
  readonly printed: boolean
  /** Whether the evidence in the receipt is what its hashes name. */
  readonly evidenceMatches: boolean
  /** Whether the evidence in the receipt amounts to it; null where the privacy profile hides the numbers. */
  readonly amounts: Amounts
  /** Whether the source, collected afresh, amounts to it; null when it was not asked or the source was not given. */
  readonly recomputed: Amounts
  /** True when nothing speaks against it. */
  readonly good: boolean
}

/** What became of a document. */
export interface Verification {
  /** No finding is an error. */
  readonly genuine: boolean
  readonly subject: string | null
  readonly issued: string | null
  readonly profile: PrivacyProfile | null
  /** The thumbprint of the key that signed, where the signature is good; `trusted` is null when none was named. */
  readonly key: { readonly thumbprint: string; readonly trusted: boolean | null } | null
  /** Where the text differs from the text that was signed. */
  readonly changes: readonly TextChange[]
  readonly claims: readonly ClaimVerdict[]
  readonly claimsWithoutReceipt: number | null
  readonly findings: readonly Finding[]
}

/**
 * Verifies a PDF that carries receipts: the signature, the person, the text, and claim by claim the evidence; with
 * `recompute` also the values, from the sources themselves. What is wrong is a finding, each fault with its own code.
 */
export async function verifyPdf(pdf: PdfText, options: VerifyOptions): Promise<Verification> {
  const report = reporter(options.file)
  const attached = pdf.attachments.filter(({ name }) => name === RECEIPTS_NAME)
  const [attachment] = attached
  if (!attachment) return nothing([report('VER001', 'There is no attachment named receipts.json.')])
  if (attached.length > 1) {
    return nothing([report('VER002', `There are ${attached.length} attachments named ${RECEIPTS_NAME}.`)])
  }
  const opened = await openReceipts(attachment.bytes, options)
  if (opened.kind === 'unreadable') {
    return nothing([report('VER002', `The attachment ${RECEIPTS_NAME} cannot be read: ${opened.why}.`)])
  }
  const { receipts, good, thumbprint } = opened
  const pages = printedPages(pdf)
  const document = good ? verifyDocument(receipts, pages, options, report) : { findings: [], changes: [] }
  const matched =
    good && options.recompute ? matchEvidence(receipts, await options.recompute(), options.hasher) : null
  const claims = receipts.receipts.map((receipt): ClaimVerdict => {
    const { claim, status, value, method } = receipt
    const checks = {
      signed: good,
      printed: saysText(pages, printable(claim.text)),
      evidenceMatches: evidenceMatches(receipt, receipts, options.hasher),
      amounts: amountsByReceipt(receipt, receipts),
      recomputed: matched && amountsByMatch(receipt, receipts, matched),
    }
    return {
      text: claim.text,
      words: claim.text.slice(claim.span.start, claim.span.end),
      statement: claim.statement,
      status,
      value,
      method,
      definition: receipts.methods[method] ?? '',
      ...checks,
      good: !Object.values(checks).includes(false),
    }
  })
  const findings = good
    ? [
        ...document.findings,
        ...keyFindings(thumbprint, options, report),
        ...claimFindings(claims, matched !== null, report),
      ]
    : [report('VER003', 'The signature does not belong to these receipts.')]
  return {
    genuine: findings.every(({ severity }) => severity !== 'error'),
    subject: receipts.subject.name,
    issued: receipts.issued,
    profile: receipts.profile,
    key: thumbprint === null ? null : { thumbprint, trusted: trust(thumbprint, options) },
    changes: document.changes,
    claims,
    claimsWithoutReceipt: receipts.claimsWithoutReceipt,
    findings,
  }
}

type Report = (code: keyof typeof codes, message: string, page?: number) => Finding

function reporter(file: string): Report {
  return (code, message, page) =>
    findingOf(codes, code, {
      message,
      position: { file, line: null, column: null, ...(page === undefined ? {} : { page }) },
    })
}

function nothing(findings: readonly Finding[]): Verification {
  const unknown = { subject: null, issued: null, profile: null, key: null, claimsWithoutReceipt: null }
  return { genuine: false, ...unknown, changes: [], claims: [], findings }
}

const CODE_OF = {
  changed: 'VER005',
  'claim-added': 'VER006',
  added: 'VER007',
  removed: 'VER008',
} as const satisfies Record<TextChange['kind'], keyof typeof codes>

function verifyDocument(
  { subject, document }: Receipts,
  pages: ReturnType<typeof printedPages>,
  { hasher }: VerifyOptions,
  report: Report,
): Pick<Verification, 'findings' | 'changes'> {
  if (!bearsName(pages, document.pages, subject.name)) {
    const message = `The receipts are those of ${subject.name}, whose name does not stand where it stood.`
    return { findings: [report('VER004', message, 1)], changes: [] }
  }
  if (hashOfPages(pages, hasher) === hashOfPages(document.pages, hasher)) return { findings: [], changes: [] }
  const changes = textChanges(document.pages, pages, document.language)
  const findings = changes.map((change) => report(CODE_OF[change.kind], tellChange(change), change.page))
  const drawn = (of: readonly Receipts['document']['pages'][number][]): string =>
    hasher.canonical(of.map(({ links, images }) => [links.join('\n'), images]))
  if (drawn(pages) !== drawn(document.pages)) {
    findings.push(report('VER009', 'The links or the number of images are not those that were signed.'))
  }
  return { findings, changes }
}

/** Whether the person's name stands as near to the top as it was signed; elsewhere it may be somebody's reference. */
function bearsName(
  pages: ReturnType<typeof printedPages>,
  signed: Receipts['document']['pages'],
  name: string,
): boolean {
  const top = signed[0]?.lines.findIndex((_, index, lines) =>
    saysText([{ lines: lines.slice(0, index + 1), links: [], images: 0 }], name),
  )
  const [first] = pages
  if (top === undefined || top < 0 || !first) return saysText(pages, name)
  return saysText([{ ...first, lines: first.lines.slice(0, top + 3) }], name)
}

function tellChange({ kind, signed, present, before, after }: TextChange): string {
  const place = `… ${before} [here] ${after} …`
  if (kind === 'removed') return `“${signed}” was signed and is gone: ${place}`
  if (signed === '') return `“${present}” was not signed: ${place}`
  return `“${signed}” was signed, “${present}” stands there now: ${place}`
}

function trust(thumbprint: string, { trustedKey }: VerifyOptions): boolean | null {
  return trustedKey === undefined ? null : trustedKey === thumbprint
}

function keyFindings(thumbprint: string | null, options: VerifyOptions, report: Report): readonly Finding[] {
  if (thumbprint === null) return []
  const trusted = trust(thumbprint, options)
  if (trusted === true) return []
  return trusted === null
    ? [report('VER011', `The signature is good; its key is ${thumbprint}.`)]
    : [
        report(
          'VER010',
          `The receipts were signed by the key ${thumbprint}, not by ${options.trustedKey ?? ''}.`,
        ),
      ]
}

function evidenceMatches(receipt: Receipt, receipts: Receipts, hasher: Hasher): boolean {
  const own = receipt.evidence.map((id) => receipts.evidence.find((each) => each.id === id))
  const found = own.filter((each) => each !== undefined)
  if (found.length !== own.length || evidenceHash(found, hasher) !== receipt.evidenceHash) return false
  return found.every((each) => {
    const whole = wholeRecord(each)
    return whole === null || evidenceId(whole, hasher) === each.id
  })
}

function claimFindings(claims: readonly ClaimVerdict[], asked: boolean, report: Report): readonly Finding[] {
  return claims.flatMap(({ words, text, evidenceMatches: matches, amounts, recomputed }) => {
    const claim = `“${words}” in “${text}”`
    if (!matches) return [report('VER012', `The evidence for ${claim} is not what its hash names.`)]
    if (amounts === false) return [report('VER013', `The evidence for ${claim} does not amount to it.`)]
    if (recomputed === false)
      return [report('VER014', `Collected afresh, the evidence for ${claim} does not amount to it.`)]
    return asked && recomputed === null
      ? [report('VER015', `The evidence for ${claim} is not in the source that was given.`)]
      : []
  })
}
