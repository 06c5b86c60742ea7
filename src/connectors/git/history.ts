import type { ConnectorContext } from '../../core/connector.ts'
import { attribute } from './attribution.ts'
import { readObjects } from './blobs.ts'
import { readChanges, type DiffDamage } from './diffs.ts'
import { addChanges, addNames, type ContentChange, type OwnCommit, type PullMerge } from './facts.ts'
import type { Git } from './git.ts'
import { compact } from './parse.ts'
import { addToTeam, dayOf, quarterAt, type Quarter } from './quarters.ts'
import type { Repository } from './repository.ts'
import type { Settings } from './settings.ts'
import { contactKey, emptyTally, type Tally } from './tally.ts'
import type { LogCommit } from './types.ts'
import { walkHistory, type Damage } from './walk.ts'

/** What was read of a history. */
export interface History {
  readonly quarters: ReadonlyMap<string, Quarter>
  readonly tally: Tally
  /** Whether all could be read, so that it may be kept. */
  readonly whole: boolean
  readonly partial: boolean
  readonly damage: Damage | null
  readonly changeDamage: DiffDamage | null
  /** git's words for manifests that could not be read. */
  readonly contentDamage: string | null
  /** Of `known`, those from which the history that was read goes on. */
  readonly boundary: ReadonlySet<string>
}

/** Seconds since 1970 of 1990-01-01: git and its forerunners' imports begin later. */
const EARLIEST = 631_152_000
/** A clock that is a day fast is no wrong date. */
export const SLACK = 86_400
const PROGRESS_STEP = 1000

/**
 * Reads the commits that are reachable from `tips` and not from `known`: all for who, when and the team; the user's own
 * for files and lines; manifests that the user changed for what was added to them.
 */
export async function readHistory(
  repository: Repository,
  tips: readonly string[],
  known: readonly string[],
  settings: Settings,
  context: ConnectorContext,
): Promise<History> {
  const { git, cutAt } = repository
  const { signal, signals, progress } = context
  let walk = emptyWalk()
  const boundary = new Set<string>()
  const ownBehind = new Set<string>()
  const damage = await walkHistory(
    git,
    signal,
    tips,
    known,
    settings.mailmap,
    (commit) => {
      if (commit.boundary) {
        boundary.add(compact(commit.id))
        if (attribute(commit, settings.people).owner?.own === true) ownBehind.add(compact(commit.id))
        return
      }
      takeCommit(walk, commit, settings, repository)
      if (walk.tally.commits % PROGRESS_STEP === 0) {
        progress({ step: 'commits', done: walk.tally.commits, total: null, unit: 'commits' })
      }
    },
    () => {
      walk = emptyWalk()
    },
  )
  progress({ step: 'commits', done: walk.tally.commits, total: walk.tally.commits, unit: 'commits' })

  addPullMerges(walk, ownBehind)
  const changed = new Map<string, OwnCommit>()
  for (const commit of walk.own) {
    if (commit.merge || settings.ignored.has(commit.id)) continue
    // Where a shallow clone is cut, a commit seems to add everything that was there before.
    if (cutAt.has(commit.id)) commit.lines = false
    else changed.set(commit.id, commit)
  }
  const contents: ContentChange[] = []
  let done = 0
  const changeDamage = await readChanges(git, signal, [...changed.keys()], (changes) => {
    const commit = changed.get(changes.id)
    if (commit) contents.push(...addChanges(commit, changes, settings.leftOut, signals))
    if (++done % PROGRESS_STEP === 0) {
      progress({ step: 'changes', done, total: changed.size, unit: 'commits' })
    }
  })
  progress({ step: 'changes', done, total: changed.size, unit: 'commits' })
  const partial = changeDamage?.partial === true
  const contentDamage = partial ? null : await readContents(git, contents, context)
  return {
    quarters: walk.quarters,
    tally: walk.tally,
    whole: damage === null && changeDamage === null && contentDamage === null,
    partial,
    damage,
    changeDamage,
    contentDamage,
    boundary,
  }
}

interface Walk {
  readonly quarters: Map<string, Quarter>
  readonly own: OwnCommit[]
  readonly ownIds: Set<string>
  /** All merges that name a pull request, with the last commit of the branch that each brought in. */
  readonly merges: { readonly merge: PullMerge; readonly branch: string }[]
  readonly tally: Tally
}

const emptyWalk = (): Walk => ({
  quarters: new Map(),
  own: [],
  ownIds: new Set(),
  merges: [],
  tally: emptyTally(),
})

/** A pull request is the person's whose branch it is; who pressed the button does not matter. */
function addPullMerges({ quarters, ownIds, merges }: Walk, ownBehind: ReadonlySet<string>): void {
  for (const { merge, branch } of merges) {
    if (ownIds.has(branch) || ownBehind.has(branch))
      quarterAt(quarters, dayOf(merge.authored)).pulls.push(merge)
  }
}

function takeCommit(walk: Walk, commit: LogCommit, settings: Settings, { now }: Repository): void {
  const { tally } = walk
  tally.commits++
  const { owner, ai, coauthored, ownCoauthor, pullRequest } = attribute(commit, settings.people)
  if (owner?.own === true) tally.own++
  if (ownCoauthor) tally.coauthorOnly++
  if (owner?.similar === true) {
    const key = contactKey(commit.author.name, commit.author.email)
    tally.similar.set(key, (tally.similar.get(key) ?? 0) + 1)
  }
  const { authored } = commit
  if (!(authored >= EARLIEST && authored <= now + SLACK)) {
    tally.misdated++
    // The smallest id, so that the order of reading makes no difference.
    if (tally.misdatedExample === '' || commit.id < tally.misdatedExample)
      tally.misdatedExample = compact(commit.id)
    if (authored > now) tally.future = Math.min(authored, tally.future ?? authored)
    return
  }
  const merge = commit.parents.length > 1
  const committed = Number.isFinite(commit.committed) ? commit.committed : authored
  const [, branch] = commit.parents
  if (branch !== undefined && pullRequest !== null) {
    walk.merges.push({
      merge: { id: compact(commit.id), authored, committed, number: pullRequest },
      branch: compact(branch),
    })
  }
  if (owner === null) return
  const day = dayOf(authored)
  const quarter = quarterAt(walk.quarters, day)
  if (!merge) addToTeam(quarter.team, day.slice(0, 7), owner.key)
  if (!owner.own) return
  const own: OwnCommit = {
    id: compact(commit.id),
    authored,
    committed,
    merge,
    ai,
    coauthored,
    pullRequest: merge ? null : pullRequest,
    lines: true,
    added: 0,
    deleted: 0,
    files: [],
    skills: [],
  }
  quarter.own.push(own)
  walk.ownIds.add(own.id)
  walk.own.push(own)
}

async function readContents(
  git: Git,
  contents: readonly ContentChange[],
  { signal, signals }: ConnectorContext,
): Promise<string | null> {
  if (contents.length === 0) return null
  const wanted = contents.flatMap((change) => [
    ...(change.oldBlob === null ? [] : [{ change, after: false, blob: change.oldBlob }]),
    { change, after: true, blob: change.newBlob },
  ])
  let before: string | null = null
  return readObjects(
    git,
    signal,
    wanted.map(({ blob }) => blob),
    (index, content) => {
      const { change, after } = wanted[index] ?? {}
      if (!change) return
      if (after !== true) before = content
      // Without the content before, what was added is unknown.
      else if (content !== null && (change.oldBlob === null || before !== null)) {
        addNames(change, change.oldBlob === null ? null : before, content, signals)
      }
    },
  )
}
