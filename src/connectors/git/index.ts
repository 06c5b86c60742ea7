import { findingOf } from '../../core/codes.ts'
import type { Connector, ConnectorContext, Source } from '../../core/connector.ts'
import type { EvidenceDraft } from '../../core/evidence.ts'
import { compareText } from '../../core/finding.ts'
import { codes } from './codes.ts'
import type { Git } from './git.ts'
import { readHistory, SLACK, type History } from './history.ts'
import { optionsSchema, type GitOptions } from './options.ts'
import { quarterDrafts, type Quarter } from './quarters.ts'
import { findHeads } from './refs.ts'
import { readVersionTags, releaseDrafts } from './releases.ts'
import { openRepository, type Repository } from './repository.ts'
import { readSettings, type Settings } from './settings.ts'
import { decodeState, encodeState, type KeptState } from './state.ts'
import { emptyTally, tallyFindings, type Tally } from './tally.ts'

/**
 * Reads git repositories: the user's commits, merges and releases by month, and the skills that their changes show by
 * quarter. See docs/connectors/git.md.
 */
export const gitConnector: Connector<typeof optionsSchema> = {
  id: 'git',
  title: 'Git repository',
  reads: 'Commits, merges and tags of a local repository, with the technologies that your own changes show.',
  options: optionsSchema,
  collect,
}

async function* collect(
  source: Source<GitOptions>,
  context: ConnectorContext,
): AsyncGenerator<EvidenceDraft, void, undefined> {
  const repository = await openRepository(source.options.path, context)
  const { git, now } = repository
  const { tips, tags: tagRefs } = await findHeads(git, source.options.refs)
  if (tips.length === 0) {
    context.report(findingOf(codes, 'GIT013', { message: `${source.id}: the repository has no commit yet.` }))
    return
  }
  const settings = await readSettings(git, source, context, repository.cutAt)
  const { kept, history } = await resumed(repository, tips, settings, context)
  const tally = merged(kept?.tally ?? emptyTally(), history.tally)
  const { tags, damage: tagDamage } = await readVersionTags(
    git,
    context.signal,
    tagRefs,
    kept?.tags ?? [],
    settings.people,
  )

  const quarters = [...new Set([...(kept?.quarters.keys() ?? []), ...history.quarters.keys()])].map(
    (name) => {
      const before = kept?.quarters.get(name)
      const added = history.quarters.get(name)
      if (before && !added) return before
      const quarter = joined(before?.open(), added, name)
      return { name, quarter, made: quarterDrafts(quarter, source.id, context.hasher) }
    },
  )
  reportAll(source.id, repository, history, tally, tagDamage, context)
  const whole = history.whole && tagDamage === null
  if (!whole || repository.cutAt.size > 0) context.incomplete?.()
  if (whole) {
    await context.state.save(encodeState(settings.fingerprint, { tips, tally, tags }, quarters))
  }
  const drafts = [
    ...quarters.flatMap((each) => ('made' in each ? each.made : each.drafts())),
    ...releaseDrafts(
      tags.filter(({ time }) => time > 0 && time <= now + SLACK),
      source.id,
      context.hasher,
    ),
  ]
  yield* drafts.sort((a, b) => compareText(a.key, b.key))
}

/**
 * Reads what is new since the last run, and everything where the last run's state is no use: history was rewritten, or
 * the settings changed.
 */
async function resumed(
  repository: Repository,
  tips: readonly string[],
  settings: Settings,
  context: ConnectorContext,
): Promise<{ readonly kept: KeptState | null; readonly history: History }> {
  const bytes = await context.state.load()
  const kept = bytes === null ? null : decodeState(bytes, settings.fingerprint)
  const { future } = kept?.tally ?? emptyTally()
  if (kept && (future === null || future > repository.now + SLACK)) {
    const current = new Set(tips)
    const history = await readHistory(repository, tips, kept.tips, settings, context)
    const left = kept.tips.filter((id) => !current.has(id) && !history.boundary.has(id))
    if (history.damage === null && (await areReachable(repository.git, left, tips))) return { kept, history }
  }
  return { kept: null, history: await readHistory(repository, tips, [], settings, context) }
}

/** Whether commits are part of the history that leads to `tips`. */
async function areReachable(git: Git, ids: readonly string[], tips: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return true
  const wanted = [...ids, ...tips.map((id) => `^${id}`)]
  const { ok, output } = await git.run(['rev-list', '--max-count=1', '--stdin'], `${wanted.join('\n')}\n`)
  return ok && output === ''
}

function joined(before: Quarter | undefined, added: Quarter | undefined, name: string): Quarter {
  if (!before) return added ?? { name, own: [], pulls: [], team: new Map() }
  before.own.push(...(added?.own ?? []))
  before.pulls.push(...(added?.pulls ?? []))
  for (const [month, { commits, people }] of added?.team ?? []) {
    const team = before.team.get(month) ?? { commits: 0, people: new Set<number>() }
    team.commits += commits
    for (const person of people) team.people.add(person)
    before.team.set(month, team)
  }
  return before
}

function merged(a: Tally, b: Tally): Tally {
  const similar = new Map(a.similar)
  for (const [contact, commits] of b.similar) similar.set(contact, (similar.get(contact) ?? 0) + commits)
  const examples = [a.misdatedExample, b.misdatedExample].filter(Boolean).sort(compareText)
  const futures = [a.future, b.future].filter((time) => time !== null)
  return {
    commits: a.commits + b.commits,
    own: a.own + b.own,
    misdated: a.misdated + b.misdated,
    misdatedExample: examples[0] ?? '',
    future: futures.length === 0 ? null : Math.min(...futures),
    coauthorOnly: a.coauthorOnly + b.coauthorOnly,
    similar,
  }
}

function reportAll(
  source: string,
  { cutAt }: Repository,
  history: History,
  tally: Tally,
  tagDamage: string | null,
  context: ConnectorContext,
): void {
  if (cutAt.size > 0) {
    context.report(
      findingOf(codes, 'GIT010', {
        message: `${source}: the clone is shallow, so only ${tally.commits} commits were read.`,
        data: { commits: tally.commits },
      }),
    )
  }
  if (history.partial) {
    context.report(
      findingOf(codes, 'GIT011', {
        message: `${source}: the clone is partial, so lines and dependencies of your commits are unknown.`,
      }),
    )
  }
  const { damage, changeDamage, contentDamage } = history
  const reason = damage?.reason ?? changeDamage?.reason ?? contentDamage ?? tagDamage
  if (reason !== null && !history.partial) {
    const parts = [
      damage && `${damage.commits.length} commits cannot be read, nor what only they lead to`,
      changeDamage && `lines of ${changeDamage.lines} of your commits are unknown`,
      contentDamage !== null && 'some manifests cannot be read',
      tagDamage !== null && 'some tags cannot be read',
    ].filter((part) => typeof part === 'string')
    context.report(
      findingOf(codes, 'GIT012', { message: `${source}: ${parts.join('; ')} (git: ${reason}).` }),
    )
  }
  for (const finding of tallyFindings(tally, source)) context.report(finding)
}
