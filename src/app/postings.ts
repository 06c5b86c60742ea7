import { defineCodes } from '../core/codes.ts'
import type { UserError } from '../core/user-error.ts'
import { userError } from '../core/user-error.ts'
import type { Posting } from '../posting/model.ts'
import { readPosting } from '../posting/read.ts'
import type { Knowledge } from './knowledge.ts'
import type { Runtime } from './runtime.ts'
import { joinPath } from './workspace/paths.ts'

const codes = defineCodes({
  WSP020: {
    name: 'unknown-posting',
    severity: 'error',
    summary: 'The named posting is neither a file nor in the postings folder of the workspace.',
    help: 'Save the posting as a file in postings/, or name an existing file.',
  },
  WSP021: {
    name: 'which-posting',
    severity: 'error',
    summary: 'The command works on one posting, and the workspace holds none or several.',
    help: "Name one, as in 'bonafide tailor postings/acme.md'.",
  },
})

/** More than the reader takes, so that its own error tells of the limit. */
const READ_BYTES = 4 * 1024 * 1024

/** A posting that was read, with the file it came from. */
export interface ReadPosting {
  readonly file: string
  readonly posting: Posting
}

/** Reads the bytes of a posting. */
export function postingFrom(
  bytes: Uint8Array,
  file: string,
  { taxonomy, findSkills }: Knowledge,
): ReadPosting {
  return { file, posting: readPosting(bytes, { file, taxonomy, findSkills }) }
}

/** Reads a posting by its path from the root of the workspace, its bare name in `postings/`, or any other path. */
export async function readPostingFile(
  runtime: Pick<Runtime, 'files'>,
  root: string,
  file: string,
  knowledge: Knowledge,
): Promise<ReadPosting> {
  for (const shown of [file, `postings/${file}`]) {
    for (const path of [joinPath(root, shown), shown]) {
      if (await runtime.files.exists(path)) {
        return postingFrom(await runtime.files.read(path, { maxBytes: READ_BYTES }), shown, knowledge)
      }
    }
  }
  throw unknownPosting(file)
}

/** The error for a posting that is not there. */
export function unknownPosting(file: string): UserError {
  return userError(codes, 'WSP020', `there is no posting '${file}'`)
}

/** The posting that is meant: the named one, or the only one of the workspace. */
export function choosePosting(postings: readonly string[], named: string | undefined): string {
  const [only] = postings
  if (named !== undefined) return named
  if (only !== undefined && postings.length === 1) return only
  const held = postings.length === 0 ? 'no posting' : `${postings.length} postings (${postings.join(', ')})`
  throw userError(codes, 'WSP021', `the workspace holds ${held}, and none was named`)
}
