import { analyse, analysePosting, analysePostings } from '../../../app/analyse.ts'
import type { Analysis, PostingAnalysis } from '../../../app/analyse.ts'
import { buildResume } from '../../../app/build.ts'
import { writeBuild } from '../../../app/output.ts'
import { renderFindings } from '../../../app/report.ts'
import type { Finding } from '../../../core/finding.ts'
import { findPackageJson } from '../../../platform/package-layout.ts'
import type { NodeRuntime } from '../../../platform/runtime.ts'
import { WORKSPACE_OPTION, defineCommand } from '../command.ts'
import { asJson } from '../json.ts'
import { renderBuilt } from '../render/built.ts'
import { distinctFindings, painterFor } from '../render/findings.ts'
import { withWorkspace } from '../session.ts'
import { BUILD_OPTIONS, paperOf, signingKey } from '../signing.ts'

export default defineCommand({
  name: 'build',
  summary: 'Typeset the checked PDF with its receipts',
  description:
    'Tailors the résumé for each posting of the workspace (or the named one), typesets it, signs the receipts into it, reads it back as a machine would, and checks the result. Without a posting it prints the whole résumé. out/<posting>/ holds the PDF, receipts.json (exactly what leaves with it), resume.json and resume.txt.',
  positionals: { usage: '[POSTING]', min: 0, max: 1 },
  options: {
    ...WORKSPACE_OPTION,
    ...BUILD_OPTIONS,
    general: { type: 'boolean', help: 'For no posting in particular.' },
  },
  examples: [
    { run: 'bonafide build postings/acme.md', does: 'the PDF for one posting' },
    { run: 'bonafide build', does: 'one PDF for each posting' },
    { run: 'bonafide build --general --paper letter', does: 'the whole résumé, on US Letter' },
  ],
  async run({ positionals: [named], options, output }) {
    return withWorkspace(options.workspace, async (runtime, root) => {
      runtime.start({ pdf: true, typesetter: true })
      const analysis = await analyse(runtime, root)
      const key = await signingKey(options.key, output)
      const all = []
      const { targets, findings: unreadable } = await targetsOf(runtime, analysis, named, options.general)
      for (const target of targets) {
        all.push(await buildOne(runtime, analysis, target, { key, ...paperOf(options.paper) }))
      }
      const findings = distinctFindings([...unreadable, ...all.flatMap(({ built }) => built.findings)])
      return {
        text: [
          ...all.map(({ posting, files, built }) => renderBuilt(posting, files, built, output)),
          '',
          renderFindings('text', findings, findPackageJson().version, painterFor(output)),
        ].join('\n'),
        json: asJson({ builds: all.map(({ posting, files, built }) => buildJson(posting, files, built)) }),
        findings,
      }
    })
  },
})

/**
 * The postings that are meant; null stands for the general résumé. Of several, one that cannot be read becomes a
 * finding; a named one throws.
 */
export async function targetsOf(
  runtime: NodeRuntime,
  analysis: Analysis,
  named: string | undefined,
  general: boolean,
): Promise<{ readonly targets: readonly (PostingAnalysis | null)[]; readonly findings: readonly Finding[] }> {
  const { postings } = analysis.workspace
  if (named !== undefined) return { targets: [await analysePosting(runtime, analysis, named)], findings: [] }
  if (general || postings.length === 0) return { targets: [null], findings: [] }
  const { analyses, findings } = await analysePostings(runtime, analysis, postings)
  return { targets: analyses, findings }
}

/** Builds for one posting and writes it below out/. */
export async function buildOne(
  runtime: NodeRuntime,
  analysis: Analysis,
  target: PostingAnalysis | null,
  options: Parameters<typeof buildResume>[3],
) {
  const built = await buildResume(runtime, analysis, target, options)
  return { posting: target, built, files: await writeBuild(runtime, analysis, target, built) }
}

type One = Awaited<ReturnType<typeof buildOne>>

/** A build for other programs. */
export function buildJson(posting: One['posting'], files: One['files'], built: One['built']) {
  return {
    posting: posting?.posting.file ?? null,
    score: { before: posting?.match.score ?? null, after: built.tailored.match?.score ?? null },
    files,
    pages: built.pages,
    receipts: built.receipts?.receipts.receipts.length ?? 0,
    claimsWithoutReceipt: built.receipts?.receipts.claimsWithoutReceipt ?? null,
    genuine: built.verification?.genuine ?? null,
    findings: built.findings,
  }
}
