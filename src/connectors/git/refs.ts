import { compareText } from '../../core/finding.ts'
import { userError } from '../../core/user-error.ts'
import { codes } from './codes.ts'
import { reasonOf, type Git } from './git.ts'
import { globMatcher } from './glob.ts'
import { parseRef, textOf } from './parse.ts'
import { REF_FORMAT, type Ref } from './types.ts'

/** Where the history begins that is read, and the tags. */
export interface Heads {
  /** Commit ids, sorted, each once. Empty in a repository without a commit. */
  readonly tips: readonly string[]
  readonly tags: readonly Ref[]
}

/**
 * Finds the commits to begin at. Without `wanted`: HEAD, its upstream and what each remote calls its HEAD; these are
 * the lines of history that hold what was delivered, and squashed branches are not counted a second time.
 *
 * @throws UserError GIT005 for a name that does not exist, GIT006 when refs cannot be read.
 */
export async function findHeads(git: Git, wanted: readonly string[] | undefined): Promise<Heads> {
  const { ok, output, stderr } = await git.run([
    'for-each-ref',
    `--format=${REF_FORMAT}`,
    'refs/heads',
    'refs/remotes',
    'refs/tags',
  ])
  if (!ok) throw userError(codes, 'GIT006', `git cannot list the branches: ${reasonOf(stderr)}.`)
  const refs = output.split('\n').flatMap((line) => parseRef(line) ?? [])
  const tags = refs.filter(({ name }) => name.startsWith('refs/tags/'))
  const tips = wanted === undefined ? await mainTips(git, refs) : await namedTips(git, refs, wanted)
  return { tips: [...new Set(tips)].sort(compareText), tags }
}

async function mainTips(git: Git, refs: readonly Ref[]): Promise<readonly string[]> {
  const head = refs.find(({ isHead }) => isHead)
  const ids = refs
    .filter(
      ({ name, symbolic }) =>
        name === head?.upstream || (symbolic !== '' && /^refs\/remotes\/.+\/HEAD$/.test(name)),
    )
    .map(({ id }) => id)
  if (head) return [head.id, ...ids]
  // HEAD is detached, or names a branch without a commit.
  const detached = await git.run(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])
  return detached.ok ? [detached.output.trim(), ...ids] : ids
}

async function namedTips(
  git: Git,
  refs: readonly Ref[],
  wanted: readonly string[],
): Promise<readonly string[]> {
  const tips: string[] = []
  for (const name of wanted) {
    const found = name.includes('*') ? matching(refs, name) : await commitOf(git, name)
    if (found.length === 0)
      throw userError(codes, 'GIT005', `The repository has no branch, tag or commit ${name}.`)
    tips.push(...found)
  }
  return tips
}

/** Ids of the branches, local and remote, whose short name fits the pattern. */
function matching(refs: readonly Ref[], pattern: string): readonly string[] {
  const fits = globMatcher(pattern)
  return refs.flatMap(({ name, id }) => {
    const short = textOf(name).replace(/^refs\/(?:heads|remotes\/[^/]+)\//, '')
    return !name.startsWith('refs/tags/') && fits(short) ? [id] : []
  })
}

async function commitOf(git: Git, name: string): Promise<readonly string[]> {
  const { ok, output } = await git.run([
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${name}^{commit}`,
  ])
  return ok ? [output.trim()] : []
}
