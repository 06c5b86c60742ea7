import type { ConnectorContext } from '../../core/connector.ts'
import { userError } from '../../core/user-error.ts'
import { codes } from './codes.ts'
import { gitOf, reasonOf, type Git } from './git.ts'
import { textOf } from './parse.ts'

/** A repository that was found. */
export interface Repository {
  readonly git: Git
  /** Ids of the commits at which a shallow clone is cut; empty in a whole one. */
  readonly cutAt: ReadonlySet<string>
  /** Seconds since 1970. */
  readonly now: number
}

/**
 * Finds the repository at a path, which may be a work tree's top folder, a linked work tree or a bare repository.
 *
 * @throws UserError GIT001 to GIT004, GIT006.
 */
export async function openRepository(path: string, context: ConnectorContext): Promise<Repository> {
  const outside = gitOf(context.processes, context.signal, null)
  const place = ['-C', context.root, '-C', await expandHome(outside, path)]
  // The path was named by the user, so a bare repository there is meant.
  const at = [...place, '-c', 'safe.bareRepository=all', 'rev-parse', '--path-format=absolute']
  const { ok, output, stderr } = await outside.run([
    ...at,
    // Prints the present time as --max-age=SECONDS.
    '--since=now',
    '--is-shallow-repository',
    '--is-inside-work-tree',
    '--show-prefix',
    '--git-dir',
  ])
  if (!ok) throw refusal(path, stderr)
  const [age = '', shallow, , prefix = '', ...rest] = output.split('\n')
  if (prefix !== '') {
    throw userError(codes, 'GIT004', `${path} is the folder ${textOf(prefix)} inside a repository.`, {
      help: `Set \`path\` to the repository's own folder, ${'../'.repeat(prefix.split('/').length - 1)} from there.`,
    })
  }
  const gitDir = textOf(rest.slice(0, -1).join('\n'))
  const git = gitOf(context.processes, context.signal, gitDir)
  return {
    git,
    cutAt: shallow === 'true' ? await cutCommits(git, context) : new Set(),
    now: Number(age.replace('--max-age=', '')),
  }
}

/** `~/code` as git reads it in its own settings; a connector does not know the home folder. */
async function expandHome(git: Git, path: string): Promise<string> {
  if (!path.startsWith('~')) return path
  const { ok, output } = await git.run([
    '-c',
    `bonafide.path=${path}`,
    'config',
    '--type=path',
    '--get',
    'bonafide.path',
  ])
  return ok ? textOf(output.replace(/\n$/, '')) : path
}

async function cutCommits(git: Git, context: ConnectorContext): Promise<ReadonlySet<string>> {
  const { output } = await git.run(['rev-parse', '--path-format=absolute', '--git-path', 'shallow'])
  const bytes = await context.files.read(textOf(output.replace(/\n$/, '')), { maxBytes: 64 * 1024 * 1024 })
  return new Set(new TextDecoder().decode(bytes).split('\n').filter(Boolean))
}

function refusal(path: string, stderr: string): Error {
  const owner = /git config --global --add safe\.directory (.+)/.exec(stderr)
  if (owner) {
    return userError(codes, 'GIT003', `git refuses ${path}: it belongs to another user of this machine.`, {
      help: `If you trust it, run: git config --global --add safe.directory ${owner[1] ?? ''}`,
    })
  }
  if (/not a git repository/.test(stderr)) {
    return userError(codes, 'GIT002', `${path} is not a git repository.`)
  }
  if (/cannot change to/.test(stderr)) {
    return userError(codes, 'GIT002', `${path}: ${reasonOf(stderr)}.`)
  }
  return userError(codes, 'GIT006', `git cannot open ${path}: ${reasonOf(stderr)}.`)
}
