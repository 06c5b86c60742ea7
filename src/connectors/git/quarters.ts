import { quarterOf, lastDay } from '../../core/calendar.ts'
import type { EvidenceDraft } from '../../core/evidence.ts'
import { compareText } from '../../core/finding.ts'
import type { Hasher } from '../../core/ports.ts'
import type { GitActivity, GitSkill } from '../../metric/git-evidence.ts'
import { HOW, type OwnCommit, type PullMerge, type SkillShare } from './facts.ts'

/** All people's commits of one month, without bots' and merges. */
export interface TeamMonth {
  commits: number
  /** Keys of people. */
  readonly people: Set<number>
}

/** What one quarter's facts are computed from. */
export interface Quarter {
  /** `2025-Q1` */
  readonly name: string
  readonly own: OwnCommit[]
  /** Merges of the user's branches, by whomever. */
  readonly pulls: PullMerge[]
  /** By month: `2025-03`. */
  readonly team: Map<string, TeamMonth>
}

const DAY = 86_400
const days = new Map<number, string>()

/** The UTC day of a time in seconds: `2025-03-17`. */
export function dayOf(seconds: number): string {
  const number = Math.floor(seconds / DAY)
  const known = days.get(number)
  if (known !== undefined) return known
  const day = new Date(number * DAY * 1000).toISOString().slice(0, 10)
  days.set(number, day)
  return day
}

/** The quarter of that name, made when there is none yet. */
export function quarterAt(quarters: Map<string, Quarter>, day: string): Quarter {
  const name = quarterOf(day)
  const known = quarters.get(name)
  if (known) return known
  const quarter: Quarter = { name, own: [], pulls: [], team: new Map() }
  quarters.set(name, quarter)
  return quarter
}

/** Counts a commit for the team. */
export function addToTeam(team: Map<string, TeamMonth>, month: string, person: number): void {
  const known = team.get(month) ?? { commits: 0, people: new Set<number>() }
  known.commits++
  known.people.add(person)
  team.set(month, known)
}

/** The facts of one quarter. See docs/connectors/git.md for the definitions. */
export function quarterDrafts(quarter: Quarter, source: string, hasher: Hasher): readonly EvidenceDraft[] {
  return [...activityDrafts(quarter, source, hasher), ...skillDrafts(quarter, source, hasher)]
}

function activityDrafts(quarter: Quarter, source: string, hasher: Hasher): readonly EvidenceDraft[] {
  const monthOf = ({ authored }: { readonly authored: number }): string => dayOf(authored).slice(0, 7)
  const months = new Set([...quarter.own, ...quarter.pulls].map(monthOf))
  return [...months].map((month) => {
    const own = quarter.own.filter((commit) => monthOf(commit) === month)
    const pulls = quarter.pulls.filter((merge) => monthOf(merge) === month)
    const team = quarter.team.get(month)
    const commits = own.filter(({ merge }) => !merge)
    const data: GitActivity = {
      month,
      commits: commits.length,
      merges: own.length - commits.length,
      days: new Set(own.map(({ authored }) => dayOf(authored))).size,
      linesAdded: sum(commits, ({ added }) => added),
      linesDeleted: sum(commits, ({ deleted }) => deleted),
      files: new Set(commits.flatMap(({ files }) => files)).size,
      ...withoutLines(commits),
      pullRequests: new Set([
        ...own.flatMap(({ pullRequest }) => pullRequest ?? []),
        ...pulls.map(({ number }) => number),
      ]).size,
      aiAssistedCommits: commits.filter(({ ai }) => ai).length,
      coauthoredCommits: commits.filter(({ coauthored }) => coauthored).length,
      teamCommits: team?.commits ?? 0,
      teamPeople: team?.people.size ?? 0,
    }
    return {
      v: 1,
      kind: 'git.activity',
      key: `git.activity:${month}`,
      source,
      connector: 'git',
      period: { from: `${month}-01`, to: lastDay(month) },
      data: { ...data },
      provenance: provenanceOf('git-activity/1', [...own, ...pulls], hasher),
    }
  })
}

function skillDrafts(quarter: Quarter, source: string, hasher: Hasher): readonly EvidenceDraft[] {
  const bySkill = new Map<string, { readonly commit: OwnCommit; readonly share: SkillShare }[]>()
  for (const commit of quarter.own) {
    for (const share of commit.skills) {
      const shown = bySkill.get(share.skill)
      if (shown) shown.push({ commit, share })
      else bySkill.set(share.skill, [{ commit, share }])
    }
  }
  return [...bySkill].map(([skill, shown]) => {
    const commits = shown.map(({ commit }) => commit)
    const how = shown.reduce((set, { share }) => set | share.how, 0)
    const data: GitSkill = {
      skill,
      quarter: quarter.name,
      commits: commits.length,
      days: new Set(commits.map(({ authored }) => dayOf(authored))).size,
      linesAdded: sum(shown, ({ share }) => share.added),
      linesDeleted: sum(shown, ({ share }) => share.deleted),
      files: new Set(shown.flatMap(({ share }) => share.files)).size,
      ...withoutLines(commits),
      aiAssistedCommits: commits.filter(({ ai }) => ai).length,
      how: HOW.filter((_, position) => (how & (1 << position)) !== 0),
    }
    return {
      v: 1,
      kind: 'git.skill',
      key: `git.skill:${skill}:${quarter.name}`,
      source,
      connector: 'git',
      period: {
        from: dayOf(earliest(commits)),
        to: dayOf(latest(commits)),
      },
      data: { ...data },
      provenance: provenanceOf('git-skill/1', commits, hasher),
    }
  })
}

function withoutLines(commits: readonly OwnCommit[]): { commitsWithoutLines?: number } {
  const unknown = commits.filter(({ lines }) => !lines).length
  return unknown === 0 ? {} : { commitsWithoutLines: unknown }
}

function provenanceOf(
  method: string,
  all: readonly Pick<OwnCommit, 'id' | 'committed'>[],
  hasher: Hasher,
): EvidenceDraft['provenance'] {
  // A merge of one's own branch by oneself is both an own commit and a pull request.
  const commits = [...new Map(all.map((commit) => [commit.id, commit])).values()]
  const newest = commits.reduce((a, b) => (isNewer(b, a) ? b : a))
  return {
    method,
    ref: newest.id,
    inputs: hasher.sha256(
      commits
        .map(({ id }) => id)
        .sort(compareText)
        .join('\n'),
    ),
  }
}

function isNewer(a: Pick<OwnCommit, 'id' | 'committed'>, b: Pick<OwnCommit, 'id' | 'committed'>): boolean {
  return a.committed === b.committed ? a.id > b.id : a.committed > b.committed
}

function sum<Item>(items: readonly Item[], value: (item: Item) => number): number {
  return items.reduce((total, item) => total + value(item), 0)
}

function earliest(commits: readonly OwnCommit[]): number {
  return commits.reduce((least, { authored }) => Math.min(least, authored), Number.POSITIVE_INFINITY)
}

function latest(commits: readonly OwnCommit[]): number {
  return commits.reduce((most, { authored }) => Math.max(most, authored), Number.NEGATIVE_INFINITY)
}
