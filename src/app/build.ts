import type { CheckSubject } from '../check/rule.ts'
import { RECEIPTS_NAME } from '../claim/receipt.ts'
import { defineCodes, findingOf } from '../core/codes.ts'
import type { Finding } from '../core/finding.ts'
import { compareFindings } from '../core/finding.ts'
import type { Json } from '../core/json.ts'
import type { SigningKey } from '../core/signing-key.ts'
import type { Typeset } from '../exporters/typesetter.ts'
import { toTypstData } from '../exporters/typst/data.ts'
import type { PdfText } from '../resume/pdf-text.ts'
import type { TailorLimits } from '../tailor/model.ts'
import { DEFAULT_LIMITS } from '../tailor/tailor.ts'
import type { Analysis, PostingAnalysis } from './analyse.ts'
import { checkResume } from './check.ts'
import { importResume } from './import-resume.ts'
import { codes as receiptCodes } from './receipts/codes.ts'
import { typesetWithReceipts } from './receipts/build.ts'
import type { Issued, IssueOptions } from './receipts/issue.ts'
import { verifyPdf } from './receipts/verify.ts'
import type { Verification } from './receipts/verify.ts'
import type { Runtime } from './runtime.ts'
import { tailorFor } from './tailor.ts'
import type { TailoredResume } from './tailor.ts'

const codes = defineCodes({
  BLD001: {
    name: 'stale-build',
    severity: 'info',
    summary: 'The built PDF is not what would be built now.',
    help: "Run 'bonafide build' again.",
  },
})

/** Pages that a tailored résumé is fitted to, where leaving out highlights can do it. */
const PAGES_WANTED = 2

/** How to build. What is left out comes from bonafide.yaml. */
export interface BuildOptions {
  readonly key: SigningKey
  readonly paper?: 'a4' | 'letter'
  readonly theme?: string
}

/** A PDF that was built, read back and checked. */
export interface BuiltResume {
  readonly pdf: Uint8Array
  readonly pages: number
  readonly tailored: TailoredResume
  /** Null where there is nothing to issue receipts of: no evidence, or no name. */
  readonly receipts: Issued | null
  readonly verification: Verification | null
  /** How much room the highlights got, so that the pages came out as wanted. */
  readonly limits: TailorLimits
  readonly paper: 'a4' | 'letter'
  /** SHA-256 of all that is printed: tells whether the PDF is still what would be built. */
  readonly inputs: string
  /** Of the résumé, the posting, and of what a machine reads in the PDF. */
  readonly findings: readonly Finding[]
}

/**
 * Tailors, typesets, signs and reads back. The receipts hold fast the text that a reader gets from the PDF, so it is
 * typeset twice: once to be read, once with the receipts attached, which changes no page.
 */
export async function buildResume(
  runtime: Runtime,
  analysis: Analysis,
  target: PostingAnalysis | null,
  options: BuildOptions,
): Promise<BuiltResume> {
  const { tailored, typeset, request, limits } = await fit(runtime, analysis, target, options)
  const what = issueOptions(runtime, analysis, tailored, options.key)
  const receipts = what === null ? null : await typesetWithReceipts(request, typeset, runtime, what)
  const attached = receipts?.typeset ?? typeset
  const final = await runtime.pdf.read(attached.pdf, 'resume.pdf')
  const verification =
    receipts === null
      ? null
      : await verifyPdf(final, {
          file: 'resume.pdf',
          ...signing(runtime),
          trustedKey: options.key.thumbprint,
        })
  const built = await readBack(attached.pdf, final, tailored, analysis.knowledge)
  return {
    pdf: attached.pdf,
    pages: attached.pages,
    tailored,
    receipts,
    verification,
    limits,
    paper: options.paper ?? analysis.workspace.config.output.paper,
    inputs: inputsOf(request.data, runtime),
    findings: [
      ...checkResume(analysis, target, { clock: runtime.clock, built }),
      // What the theme's fonts could not print must not go unsaid.
      ...attached.findings,
      ...(receipts?.findings ?? []),
      ...(verification?.findings ?? []),
      ...withoutReceipts(analysis),
    ].toSorted(compareFindings),
  }
}

/** All that is printed, as the theme gets it. */
function printedData(analysis: Analysis, tailored: TailoredResume, paper?: 'a4' | 'letter'): Json {
  const { output } = analysis.workspace.config
  return toTypstData(tailored.resume, {
    paper: (paper ?? output.paper) === 'letter' ? 'us-letter' : 'a4',
    ...(output.language === null ? {} : { language: output.language }),
    evidenceLines: tailored.lines,
  })
}

function signing({ hasher, signatures }: Runtime): Pick<Runtime, 'hasher' | 'signatures'> {
  return { hasher, signatures }
}

function inputsOf(data: Json, { hasher }: Pick<Runtime, 'hasher'>): string {
  return hasher.sha256(hasher.canonical(data))
}

/** Typesets with fewer and fewer highlights until the pages are as wanted, or no more can be left out. */
async function fit(
  runtime: Runtime,
  analysis: Analysis,
  target: PostingAnalysis | null,
  options: BuildOptions,
) {
  const { output } = analysis.workspace.config
  let limits: TailorLimits = DEFAULT_LIMITS
  for (;;) {
    const tailored = tailorFor(analysis, target, limits)
    const request = {
      theme: options.theme ?? output.theme,
      data: printedData(analysis, tailored, options.paper),
      attachments: [],
      markers: true,
    }
    const typeset: Typeset = await runtime.typesetter.typeset(request)
    const least = limits.newest <= 2 && limits.oldest <= 1
    if (typeset.pages <= PAGES_WANTED || target === null || least)
      return { tailored, typeset, request, limits }
    limits = { newest: Math.max(2, limits.newest - 1), oldest: Math.max(1, limits.oldest - 1) }
  }
}

/** What receipts are issued of; null where there is nothing to issue them of. */
function issueOptions(
  runtime: Runtime,
  analysis: Analysis,
  tailored: TailoredResume,
  key: SigningKey,
): Omit<IssueOptions, 'printed'> | null {
  const { config } = analysis.workspace
  if (analysis.ledger === null || analysis.resume.basics.name === null) return null
  return {
    resume: tailored.resume,
    claims: tailored.claims,
    ledger: analysis.ledger,
    key,
    clock: runtime.clock,
    ...signing(runtime),
    profile: config.privacy.profile,
    ...(config.output.language === null ? {} : { language: config.output.language }),
    privateTerms: config.identity.emails,
  }
}

/** What a machine gets from a PDF that was built. */
async function readBack(
  pdf: Uint8Array,
  text: PdfText,
  tailored: TailoredResume,
  knowledge: Analysis['knowledge'],
): Promise<CheckSubject['built']> {
  // The PDF was read already; the importer is to work on that reading.
  const reader = { read: () => Promise.resolve(text) }
  const reread = await importResume(pdf, 'resume.pdf', { pdf: reader, knowledge })
  return { file: 'resume.pdf', text, reread, printed: tailored.resume }
}

/** A PDF on disk, checked again: its receipts, and, where it still is what would be built, what a machine reads. */
export async function checkBuilt(
  runtime: Runtime,
  analysis: Analysis,
  target: PostingAnalysis | null,
  build: {
    readonly pdf: Uint8Array
    readonly file: string
    readonly limits: TailorLimits
    readonly paper: 'a4' | 'letter'
    readonly inputs: string
  },
): Promise<{ readonly tailored: TailoredResume; readonly findings: readonly Finding[] }> {
  const tailored = tailorFor(analysis, target, build.limits)
  const text = await runtime.pdf.read(build.pdf, build.file)
  const fresh = inputsOf(printedData(analysis, tailored, build.paper), runtime) === build.inputs
  const built = fresh ? await readBack(build.pdf, text, tailored, analysis.knowledge) : null
  const hasReceipts = text.attachments.some(({ name }) => name === RECEIPTS_NAME)
  const verification = hasReceipts ? await verifyPdf(text, { file: build.file, ...signing(runtime) }) : null
  const stale = findingOf(codes, 'BLD001', {
    message: `${build.file} is older than the résumé, the posting or the evidence.`,
    position: { file: build.file, line: null, column: null },
  })
  return {
    tailored,
    findings: [
      ...checkResume(analysis, target, { clock: runtime.clock, built }),
      // It is the user's own workspace: whose key signed needs no asking.
      ...(verification?.findings ?? []).filter(({ code }) => code !== 'VER011'),
      ...(fresh ? [] : [stale]),
    ].toSorted(compareFindings),
  }
}

function withoutReceipts({ ledger, resume }: Analysis): readonly Finding[] {
  if (ledger === null || resume.basics.name !== null) return []
  return [
    findingOf(receiptCodes, 'RCP001', {
      message: 'The PDF has no receipts, as the résumé names nobody.',
      severity: 'warning',
    }),
  ]
}
