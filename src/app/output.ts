import { z } from 'zod'
import { RECEIPTS_NAME } from '../claim/receipt.ts'
import { toJsonResume } from '../exporters/json-resume/json-resume.ts'
import { toText } from '../exporters/text/text.ts'
import type { Analysis, PostingAnalysis } from './analyse.ts'
import type { BuiltResume } from './build.ts'
import type { Runtime } from './runtime.ts'
import { baseName, joinPath } from './workspace/paths.ts'

/** Folder of what was built, below the workspace. */
export const OUT_FOLDER = 'out'
const GENERAL = 'general'
const PDF = 'resume.pdf'
const RECORD = 'build.json'

const recordSchema = z.object({
  posting: z.string().nullable(),
  pages: z.int(),
  builtAt: z.string(),
  receipts: z.int(),
  verified: z.boolean(),
  limits: z.object({ newest: z.int(), oldest: z.int() }),
  paper: z.enum(['a4', 'letter']),
  inputs: z.string(),
})

/** What is remembered of a build, in `build.json` beside the PDF. */
export type BuildRecord = z.infer<typeof recordSchema>

/** Names in `out/` that are no posting's. */
const TAKEN: ReadonlySet<string> = new Set([GENERAL, 'cache'])

/**
 * The folder, from the root of the workspace, that holds what is built for a posting: its file's name without `.md`.
 * Other endings stay, so that `acme.md` and `acme.html` do not overwrite each other.
 */
export function buildFolder(posting: string | null): string {
  if (posting === null) return joinPath(OUT_FOLDER, GENERAL)
  const name = baseName(posting)
    .replace(/\.md$/i, '')
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
  return joinPath(OUT_FOLDER, TAKEN.has(name) ? `${name}.md` : name)
}

/** Writes the PDF and what belongs beside it; gives the paths from the root. */
export async function writeBuild(
  runtime: Runtime,
  analysis: Analysis,
  target: PostingAnalysis | null,
  built: BuiltResume,
): Promise<readonly string[]> {
  const { root } = analysis.workspace
  const posting = target?.posting.file ?? null
  const folder = buildFolder(posting)
  const record: BuildRecord = {
    posting,
    pages: built.pages,
    builtAt: runtime.clock.now().toISOString(),
    receipts: built.receipts?.receipts.receipts.length ?? 0,
    verified: built.verification?.genuine ?? false,
    limits: built.limits,
    paper: built.paper,
    inputs: built.inputs,
  }
  const files: readonly (readonly [string, string | Uint8Array])[] = [
    [PDF, built.pdf],
    ...(built.receipts === null ? [] : [[RECEIPTS_NAME, built.receipts.bytes] as const]),
    ['resume.json', `${JSON.stringify(toJsonResume(analysis.document).resume, null, 2)}\n`],
    ['resume.txt', toText(built.tailored.resume, { evidenceLines: built.tailored.lines })],
    [RECORD, `${JSON.stringify(record, null, 2)}\n`],
  ]
  await runtime.files.mkdir(joinPath(root, folder))
  // Beside a PDF without receipts, those of an earlier build would be taken for its own.
  if (built.receipts === null) await runtime.files.remove(joinPath(root, folder, RECEIPTS_NAME))
  for (const [name, content] of files) await runtime.files.writeAtomic(joinPath(root, folder, name), content)
  return files.map(([name]) => joinPath(folder, name))
}

/** What was built for a posting; null when nothing was. */
export async function readBuild(
  runtime: Pick<Runtime, 'files'>,
  root: string,
  posting: string | null,
): Promise<{ readonly file: string; readonly record: BuildRecord } | null> {
  const folder = buildFolder(posting)
  const path = joinPath(root, folder, RECORD)
  if (!(await runtime.files.exists(path)) || !(await runtime.files.exists(joinPath(root, folder, PDF))))
    return null
  const text = new TextDecoder().decode(await runtime.files.read(path, { maxBytes: 64 * 1024 }))
  const parsed = recordSchema.safeParse(parseOrNull(text))
  return parsed.success ? { file: joinPath(folder, PDF), record: parsed.data } : null
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
