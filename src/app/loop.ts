import type { SigningKey } from '../core/signing-key.ts'
import { analyse, analysePosting } from './analyse.ts'
import type { Analysis, PostingAnalysis } from './analyse.ts'
import { buildResume, checkBuilt } from './build.ts'
import { checkResume } from './check.ts'
import { readBuild, writeBuild } from './output.ts'
import { unknownPosting } from './postings.ts'
import type { Runtime } from './runtime.ts'
import { tailorFor } from './tailor.ts'
import { loopView } from './view/loop-view.ts'
import type { LoopView } from './view/model.ts'
import { joinPath } from './workspace/paths.ts'

const MOST_PDF_BYTES = 64 * 1024 * 1024

/** The loop of a workspace for one posting (the best match when none is named), as it stands on disk. */
export async function showLoop(runtime: Runtime, root: string, posting: string | null): Promise<LoopView> {
  const analysis = await analyse(runtime, root)
  const all = await analyseAll(runtime, analysis)
  return viewOf(runtime, analysis, all, choose(all, posting))
}

/** Builds the PDF for one posting again, and shows the loop. */
export async function rebuildLoop(
  runtime: Runtime,
  root: string,
  posting: string | null,
  key: SigningKey,
): Promise<LoopView> {
  const analysis = await analyse(runtime, root)
  const all = await analyseAll(runtime, analysis)
  const target = choose(all, posting)
  await writeBuild(runtime, analysis, target, await buildResume(runtime, analysis, target, { key }))
  return viewOf(runtime, analysis, all, target)
}

/** The built PDF for a posting; null when there is none. */
export async function readBuiltPdf(
  runtime: Runtime,
  root: string,
  posting: string | null,
): Promise<Uint8Array | null> {
  const analysis = await analyse(runtime, root)
  const target = choose(await analyseAll(runtime, analysis), posting)
  const build = await readBuild(runtime, root, target?.posting.file ?? null)
  return build === null ? null : runtime.files.read(joinPath(root, build.file), { maxBytes: MOST_PDF_BYTES })
}

async function analyseAll(runtime: Runtime, analysis: Analysis): Promise<readonly PostingAnalysis[]> {
  const all: PostingAnalysis[] = []
  for (const file of analysis.workspace.postings) all.push(await analysePosting(runtime, analysis, file))
  return all.toSorted((a, b) => (b.match.score ?? -1) - (a.match.score ?? -1))
}

/** A page may only name postings of the workspace: it is not to read other files. */
function choose(all: readonly PostingAnalysis[], posting: string | null): PostingAnalysis | null {
  if (posting === null) return all[0] ?? null
  const known = all.find((each) => each.posting.file === posting)
  if (known === undefined) throw unknownPosting(posting)
  return known
}

async function viewOf(
  runtime: Runtime,
  analysis: Analysis,
  all: readonly PostingAnalysis[],
  target: PostingAnalysis | null,
): Promise<LoopView> {
  const { root } = analysis.workspace
  const build = await readBuild(runtime, root, target?.posting.file ?? null)
  if (build === null) {
    const findings = checkResume(analysis, target, { clock: runtime.clock })
    return loopView({ analysis, all, target, findings, changes: tailorFor(analysis, target).changes, build })
  }
  const pdf = await runtime.files.read(joinPath(root, build.file), { maxBytes: MOST_PDF_BYTES })
  const { limits, inputs } = build.record
  const checked = await checkBuilt(runtime, analysis, target, { pdf, file: build.file, limits, inputs })
  return loopView({
    analysis,
    all,
    target,
    findings: checked.findings,
    changes: checked.tailored.changes,
    build,
  })
}
