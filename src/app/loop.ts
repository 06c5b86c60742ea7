import type { SigningKey } from '../core/signing-key.ts'
import type { Finding } from '../core/finding.ts'
import { analyse, analysePostings } from './analyse.ts'
import type { Analysis, PostingAnalysis } from './analyse.ts'
import { buildResume, checkBuilt } from './build.ts'
import { checkResume } from './check.ts'
import { OUT_FOLDER, readBuild, writeBuild } from './output.ts'
import { unknownPosting } from './postings.ts'
import type { Runtime } from './runtime.ts'
import { tailorFor } from './tailor.ts'
import { loopView } from './view/loop-view.ts'
import type { LoopView } from './view/model.ts'
import { loadWorkspace } from './workspace/load.ts'
import { EVIDENCE_FOLDER, POSTINGS_FOLDER, RESUME_FILE, WORKSPACE_FILE, joinPath } from './workspace/paths.ts'

const MOST_PDF_BYTES = 64 * 1024 * 1024

/** The files and folders of a workspace that a loop depends on: while they and the day stay, so does the loop. */
export const LOOP_INPUTS: readonly string[] = [
  WORKSPACE_FILE,
  RESUME_FILE,
  POSTINGS_FOLDER,
  EVIDENCE_FOLDER,
  OUT_FOLDER,
]

/** A workspace as it stood when it was opened. The posting is its file's path; null means the best match. */
export interface Loop {
  /** Throws a `UserError` for a posting that is not in the workspace. The same object each time. */
  view(posting: string | null): Promise<LoopView>
}

/** Reads a workspace. Each view is worked out when it is first asked for. */
export async function openLoop(runtime: Runtime, root: string): Promise<Loop> {
  const analysis = await analyse(runtime, root)
  const { all, findings } = await analyseAll(runtime, analysis)
  const views = new Map<PostingAnalysis | null, Promise<LoopView>>()
  return {
    async view(posting) {
      const target = choose(all, posting)
      const known = views.get(target)
      if (known !== undefined) return known
      const made = viewOf(runtime, analysis, { all, findings }, target)
      views.set(target, made)
      made.catch(() => views.delete(target))
      return made
    },
  }
}

/**
 * The built PDF for a posting of the workspace; null when there is none. It is there whatever became of the résumé since.
 * A posting of null stands for what is built where there are no postings.
 */
export async function readBuiltPdf(
  runtime: Runtime,
  root: string,
  posting: string | null,
): Promise<Uint8Array | null> {
  const { postings } = await loadWorkspace(root, runtime)
  if (posting !== null && !postings.includes(posting)) throw unknownPosting(posting)
  const build = await readBuild(runtime, root, posting)
  return build === null ? null : readPdf(runtime, root, build.file)
}

/** Builds the PDF for one posting (the best match when none is named) again. */
export async function rebuildLoop(
  runtime: Runtime,
  root: string,
  posting: string | null,
  signingKey: () => Promise<SigningKey>,
): Promise<void> {
  const analysis = await analyse(runtime, root)
  const { all } = await analyseAll(runtime, analysis)
  const target = choose(all, posting)
  // A first build makes a key, so not before it is sure that there is something to build.
  const key = await signingKey()
  await writeBuild(runtime, analysis, target, await buildResume(runtime, analysis, target, { key }))
}

interface AllPostings {
  /** Best match first. */
  readonly all: readonly PostingAnalysis[]
  /** Postings that could not be read. */
  readonly findings: readonly Finding[]
}

async function analyseAll(runtime: Runtime, analysis: Analysis): Promise<AllPostings> {
  const { analyses, findings } = await analysePostings(runtime, analysis, analysis.workspace.postings)
  return { all: analyses.toSorted((a, b) => (b.match.score ?? -1) - (a.match.score ?? -1)), findings }
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
  { all, findings: unreadable }: AllPostings,
  target: PostingAnalysis | null,
): Promise<LoopView> {
  const { root } = analysis.workspace
  const build = await readBuild(runtime, root, target?.posting.file ?? null)
  if (build === null) {
    const findings = [...unreadable, ...checkResume(analysis, target, { clock: runtime.clock })]
    return loopView({ analysis, all, target, findings, changes: tailorFor(analysis, target).changes, build })
  }
  const pdf = await readPdf(runtime, root, build.file)
  const { limits, paper, inputs } = build.record
  const checked = await checkBuilt(runtime, analysis, target, {
    pdf,
    file: build.file,
    limits,
    paper,
    inputs,
  })
  return loopView({
    analysis,
    all,
    target,
    findings: [...unreadable, ...checked.findings],
    changes: checked.tailored.changes,
    build,
  })
}

function readPdf(runtime: Runtime, root: string, file: string): Promise<Uint8Array> {
  return runtime.files.read(joinPath(root, file), { maxBytes: MOST_PDF_BYTES })
}
