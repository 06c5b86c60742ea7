import { resolve } from 'node:path'
import type { Verification } from '../../../app/receipts/verify.ts'
import { renderFindings } from '../../../app/report.ts'
import { verifyFile } from '../../../app/verify.ts'
import { findWorkspace, loadWorkspace, requireConfig } from '../../../app/workspace/load.ts'
import type { Identity } from '../../../core/connector.ts'
import { UserError, userError } from '../../../core/user-error.ts'
import { defaultKeyPath, loadKey } from '../../../platform/keys.ts'
import { findPackageJson } from '../../../platform/package-layout.ts'
import type { NodeRuntime } from '../../../platform/runtime.ts'
import { codes } from '../codes.ts'
import { WORKSPACE_OPTION, defineCommand } from '../command.ts'
import { readInput } from '../input.ts'
import { asJson } from '../json.ts'
import type { Output } from '../output.ts'
import { painterFor } from '../render/findings.ts'
import { withRuntime } from '../session.ts'

const MOST_PDF_BYTES = 21 * 1024 * 1024

export default defineCommand({
  name: 'verify',
  summary: 'Check the receipts inside a PDF, claim by claim',
  description:
    'Says for each claim: is the signature good, does the PDF still say it, is the evidence what its hash names, does it amount to the claim. With --against, the values are computed from the repository again; whose commits count is said by --email and --name, or by the workspace. Exit code 1 when anything speaks against the document.',
  positionals: { usage: 'PDF', min: 1, max: 1 },
  options: {
    ...WORKSPACE_OPTION,
    against: {
      type: 'string',
      multiple: true,
      value: 'PATH',
      help: 'A repository to compute the claims from again; may be given more than once.',
    },
    key: {
      type: 'string',
      value: 'THUMBPRINT',
      help: 'The thumbprint of the key that the person is known to have.',
    },
    email: {
      type: 'string',
      multiple: true,
      value: 'EMAIL',
      help: 'With --against: an address that the person commits with.',
    },
    name: {
      type: 'string',
      multiple: true,
      value: 'NAME',
      help: 'With --against: a name that the person commits with.',
    },
    account: {
      type: 'string',
      multiple: true,
      value: 'SERVICE=NAME',
      help: 'With --against: an account, such as github=mira.',
    },
  },
  examples: [
    { run: 'bonafide verify resume.pdf', does: 'signature, text and evidence' },
    {
      run: 'bonafide verify resume.pdf --against ~/code/shop-api',
      does: 'in the workspace: compute it again',
    },
    {
      run: 'bonafide verify resume.pdf --against shop-api --email mira@example.org --json',
      does: 'elsewhere, for another program',
    },
  ],
  interrupt: 'wind-down',
  async run({ positionals: [file = '-'], options, output, signal }) {
    return withRuntime(async (runtime) => {
      runtime.start({ pdf: true })
      const { bytes } = await readInput(file, MOST_PDF_BYTES, output)
      const identity = options.against.length === 0 ? null : await identityOf(options, runtime)
      const verification = await verifyFile(runtime, file, bytes, {
        ...(options.key === undefined ? {} : { trustedKey: options.key }),
        against: identity === null ? [] : options.against.map((path) => ({ path: resolve(path), identity })),
        signal,
        progress: output.progress,
      })
      output.settle()
      const own = verification.key !== null && (await ownThumbprint()) === verification.key.thumbprint
      // Whose key it is needs no asking where it is one's own.
      const findings = [...verification.findings, ...verification.recomputing].filter(
        ({ code }) => !(own && code === 'VER011'),
      )
      const report =
        findings.length === 0
          ? ''
          : `\n\n${renderFindings('text', findings, findPackageJson().version, painterFor(output))}`
      return { text: render(file, verification, own, output) + report, json: asJson(verification), findings }
    })
  },
})

async function ownThumbprint(): Promise<string | null> {
  try {
    return (await loadKey(defaultKeyPath())).thumbprint
  } catch (error) {
    if (error instanceof UserError) return null
    throw error
  }
}

async function identityOf(
  options: {
    readonly workspace: string | undefined
    readonly email: readonly string[]
    readonly name: readonly string[]
    readonly account: readonly string[]
  },
  runtime: NodeRuntime,
): Promise<Identity> {
  if (options.email.length + options.name.length + options.account.length > 0) {
    return {
      names: options.name,
      emails: options.email.map((email) => email.toLowerCase()),
      accounts: Object.fromEntries(options.account.map(readAccount)),
    }
  }
  const root = options.workspace ?? (await findWorkspace(process.cwd(), runtime.files))
  if (root === null) {
    throw userError(codes, 'CLI008', 'whose commits count is not known: there is no workspace here', {
      help: "Say it with '--email ADDRESS' or '--name NAME'.",
    })
  }
  return requireConfig(await loadWorkspace(resolve(root), runtime)).config.identity
}

function readAccount(text: string): readonly [string, string] {
  const [service = '', name = ''] = text.split('=', 2)
  if (service === '' || name === '') {
    throw userError(codes, 'CLI003', `--account is '${text}', but must be SERVICE=NAME, such as github=mira`)
  }
  return [service, name]
}

function render(file: string, verification: Verification, own: boolean, output: Output): string {
  const { claims, claimsWithoutReceipt, subject, issued, key } = verification
  const mark = (good: boolean): string => (good ? output.paint('green', '✓') : output.paint('red', '✕'))
  const lines = [`${mark(verification.genuine)} ${output.paint('bold', file)} ${verdictOf(verification)}`]
  if (subject !== null) lines.push(`  issued to ${subject} on ${issued ?? 'an unknown day'}`)
  if (key !== null) lines.push(`  signed by key ${key.thumbprint}, ${ownerOf(key, own)}`)
  if (subject !== null) {
    const good = claims.filter((claim) => claim.good).length
    const all = claims.length + (claimsWithoutReceipt ?? 0)
    lines.push(
      `  ${claims.length} of ${all} claims have a receipt; ${good === claims.length ? 'all of these hold' : `${good} of these hold`}`,
    )
  }
  for (const [text, ofText] of Map.groupBy(claims, (claim) => claim.text)) {
    lines.push('', `${mark(ofText.every((claim) => claim.good))} ${text}`)
    for (const claim of ofText) {
      const checks = [
        claim.signed ? 'signed' : 'not signed',
        claim.printed ? 'printed' : 'not in the text',
        claim.evidenceMatches ? 'evidence matches its hash' : 'evidence differs from its hash',
        amount(claim.amounts, 'shows the claim', 'shows something else'),
        amount(claim.recomputed, 'recomputed from the source', 'the source says something else'),
      ].filter((check) => check !== null)
      lines.push(output.paint('dim', `    “${claim.words}”: ${checks.join(', ')}`))
    }
  }
  return lines.join('\n')
}

/** What was found, no more: a signature says who signed, not whether what they signed is true. */
function verdictOf({ genuine, subject, findings, claims }: Verification): string {
  const codesFound = new Set(findings.map(({ code }) => code))
  if (codesFound.has('VER001')) return 'carries no receipts'
  if (codesFound.has('VER002')) return 'carries receipts that cannot be read'
  if (genuine)
    return claims.length === 0
      ? 'is unaltered since it was signed, and proves no claim'
      : 'is unaltered since it was signed'
  if (codesFound.has('VER010')) return 'was signed by another key than the one you named'
  if (codesFound.has('VER004')) return `carries the receipts of somebody else: ${subject ?? 'nobody'}`
  const altered = ['VER003', 'VER005', 'VER006', 'VER007', 'VER008', 'VER009']
  if (altered.some((code) => codesFound.has(code))) return 'is not what was signed'
  return 'is what was signed, but its evidence says otherwise'
}

function ownerOf({ trusted }: NonNullable<Verification['key']>, own: boolean): string {
  if (trusted === true) return 'the one you named'
  return own ? 'your own' : 'which is not known here: compare it with the one that the person gives you'
}

function amount(value: boolean | null, yes: string, no: string): string | null {
  if (value === null) return null
  return value ? yes : no
}
