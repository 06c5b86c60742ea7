import { contactsIn, pullRequestOf, saysAiTool, trailersOf, type Trailer } from './message.ts'
import { textOf } from './parse.ts'
import type { People, Person } from './people.ts'
import type { LogCommit } from './types.ts'

/** Whose a commit is. */
export interface Attribution {
  /** The person whose work it is; null when a program wrote it. */
  readonly owner: Person | null
  readonly ai: boolean
  /** Whether somebody else than the owner is named as co-author. */
  readonly coauthored: boolean
  /** Whether the user is named as co-author of somebody else's commit. */
  readonly ownCoauthor: boolean
  /** That an own commit, or anybody's merge, names. */
  readonly pullRequest: number | null
}

const NO_TRAILERS: readonly Trailer[] = []

/**
 * Says whose a commit is. A bot's work is nobody's: by its author, by a committer that writes changes itself, or by
 * the sign-off of such a one where the author did not sign off too. What a tool wrote on somebody's behalf is that
 * person's: the first human co-author's, else the committer's.
 */
export function attribute(commit: LogCommit, people: People): Attribution {
  const author = people(commit.author)
  // Most commits of others have neither; to look costs less than to parse.
  const trailers =
    author.own || /-(?:by|with):/i.test(commit.message) ? trailersOf(textOf(commit.message)) : NO_TRAILERS
  const coauthors = contactsIn(trailers, 'co-authored-by').map(people)
  const humans = coauthors.filter(({ kind }) => kind === 'person')
  const owner = ownerOf(commit, author, humans, trailers, people)
  const own = owner?.own === true
  return {
    owner,
    ai:
      author.ai ||
      author.kind === 'ai' ||
      coauthors.some(({ kind }) => kind === 'ai') ||
      (own && saysAiTool(textOf(commit.message), trailers)),
    coauthored: humans.some(({ key, own: isOwn }) => key !== owner?.key && !(own && isOwn)),
    ownCoauthor: !own && owner !== null && coauthors.some(({ own: isOwn }) => isOwn),
    pullRequest: own || commit.parents.length > 1 ? pullRequestOf(commit.message) : null,
  }
}

function ownerOf(
  commit: LogCommit,
  author: Person,
  humans: readonly Person[],
  trailers: readonly Trailer[],
  people: People,
): Person | null {
  if (author.kind === 'ai') {
    const committer = people(commit.committer)
    return humans[0] ?? (committer.kind === 'person' ? committer : null)
  }
  if (author.kind !== 'person') return null
  if (people(commit.committer).kind === 'writing-bot') return null
  const signers = contactsIn(trailers, 'signed-off-by').map(people)
  const byBot =
    signers.some(({ kind }) => kind === 'writing-bot') && !signers.some(({ key }) => key === author.key)
  return byBot ? null : author
}
