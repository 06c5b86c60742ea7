import { largest, monthSpan, select, share, sum, sumDays, unknown, type Selection } from './compute.ts'
import type { GitActivity, GitRelease, GitSkill } from './git-evidence.ts'
import { gitFacts } from './git-records.ts'
import type { Metric, MetricResult } from './model.ts'

type About = Omit<Metric, 'compute' | 'bySkill'>

/** Metrics over what the git connector found. */
export const gitMetrics: readonly Metric[] = [
  activity(
    {
      id: 'git.commits',
      title: 'Commits',
      unit: 'commits',
      definition:
        'Commits authored by the person that are no merges, on all branches that the source reads, counted by month of authorship (UTC) and added up.',
      method: 'git-commits/1',
      reads: ['commits'],
    },
    (about, selection) => sum(about, selection, (data) => data.commits),
  ),
  activity(
    {
      id: 'git.merges',
      title: 'Merges',
      unit: 'merges',
      definition: 'Merge commits authored by the person, counted by month and added up.',
      method: 'git-merges/1',
      reads: ['merges'],
    },
    (about, selection) => sum(about, selection, (data) => data.merges),
  ),
  activity(
    {
      id: 'git.pull-requests',
      title: 'Pull requests',
      unit: 'pull-requests',
      definition:
        'The person’s pull requests that were merged: distinct numbers that their squashed commits name, or merges that bring in a branch whose last commit is theirs, counted by month of the merge and added up.',
      method: 'git-pull-requests/1',
      reads: ['pullRequests'],
    },
    (about, selection) => sum(about, selection, (data) => data.pullRequests),
  ),
  activity(
    {
      id: 'git.active-days',
      title: 'Active days',
      unit: 'days',
      definition:
        'Distinct days (UTC) with a commit by the person. Over several sources it is known only where no month has commits in two of them, as days in two sources may be the same days.',
      method: 'git-active-days/1',
      reads: ['days'],
    },
    (about, selection) => sumDays(about, selection, (data) => data.days),
  ),
  activity(
    {
      id: 'git.lines-added',
      title: 'Lines added',
      unit: 'lines',
      definition:
        'Lines added by the person’s commits; generated, vendored and lock files are left out. A measure of volume, not of value.',
      method: 'git-lines-added/1',
      reads: ['linesAdded', 'commitsWithoutLines'],
    },
    (about, selection) => lines(about, selection, (data) => data.linesAdded),
  ),
  activity(
    {
      id: 'git.lines-deleted',
      title: 'Lines deleted',
      unit: 'lines',
      definition:
        'Lines deleted by the person’s commits; generated, vendored and lock files are left out. A measure of volume, not of value.',
      method: 'git-lines-deleted/1',
      reads: ['linesDeleted', 'commitsWithoutLines'],
    },
    (about, selection) => lines(about, selection, (data) => data.linesDeleted),
  ),
  release(
    {
      id: 'git.releases',
      title: 'Releases by the person',
      unit: 'releases',
      definition: 'Annotated tags that look like versions, made by the person.',
      method: 'git-releases/1',
      reads: ['byUser'],
    },
    (about, selection) => sum(about, selection, (data) => data.byUser),
  ),
  release(
    {
      id: 'git.team-releases',
      title: 'Releases of the repository',
      unit: 'releases',
      definition: 'Tags that look like versions, whoever made them.',
      method: 'git-team-releases/1',
      reads: ['releases'],
    },
    (about, selection) => sum(about, selection, (data) => data.releases),
  ),
  activity(
    {
      id: 'git.ai-assisted-share',
      title: 'AI-assisted share',
      unit: 'share',
      definition:
        'Share of the person’s commits whose message says that an AI tool took part. The absence of such a note proves nothing, so the true share may be higher.',
      method: 'git-ai-assisted-share/1',
      reads: ['aiAssistedCommits', 'commits'],
    },
    (about, selection) =>
      share(
        about,
        selection,
        (data) => data.aiAssistedCommits,
        (data) => data.commits,
      ),
  ),
  activity(
    {
      id: 'git.team-share',
      title: 'Share of the team’s commits',
      unit: 'share',
      definition:
        'The person’s commits divided by all people’s commits in the same months, merges and bots left out; only months in which the person committed or merged are counted.',
      method: 'git-team-share/1',
      reads: ['commits', 'merges', 'teamCommits'],
    },
    (about, selection) =>
      share(
        about,
        { ...selection, inside: selection.inside.filter(({ data }) => data.commits + data.merges > 0) },
        (data) => data.commits,
        (data) => data.teamCommits,
      ),
  ),
  activity(
    {
      id: 'git.contributors',
      title: 'Contributors',
      unit: 'people',
      definition:
        'The largest number of people who committed to one repository in one month, the person included, bots left out.',
      method: 'git-contributors/1',
      reads: ['teamPeople'],
    },
    (about, selection) => largest(about, selection, (data) => data.teamPeople),
  ),
  skill(
    {
      id: 'git.skill-commits',
      title: 'Commits that show a skill',
      unit: 'commits',
      definition:
        'Commits by the person whose changes show the skill itself (file endings, file names, manifests, images), counted by quarter and added up.',
      method: 'git-skill-commits/1',
      reads: ['commits'],
    },
    (about, selection) => sum(about, selection, (data) => data.commits),
  ),
  skill(
    {
      id: 'git.skill-days',
      title: 'Days that show a skill',
      unit: 'days',
      definition:
        'Distinct days (UTC) with a commit by the person whose changes show the skill itself. Over several sources it is known only where no quarter has such commits in two of them.',
      method: 'git-skill-days/1',
      reads: ['days'],
    },
    (about, selection) => sumDays(about, selection, (data) => data.days),
  ),
  skill(
    {
      id: 'git.skill-months',
      title: 'Months with a skill',
      unit: 'months',
      definition:
        'Calendar months from the first to the last quarter in which the person’s changes show the skill, both quarters counted whole, pauses included.',
      method: 'git-skill-months/1',
      reads: [],
    },
    (about, selection) => monthSpan(about, selection),
  ),
]

/** Lines are known only where every commit's lines are: in a partial clone the contents of some may be missing. */
function lines(
  about: About,
  selection: Selection<GitActivity>,
  count: (data: GitActivity) => number,
): MetricResult {
  const without = selection.inside.reduce((total, { data }) => total + (data.commitsWithoutLines ?? 0), 0)
  return without === 0
    ? sum(about, selection, count)
    : unknown(about, `The lines of ${without} commits are not in this clone.`, selection.inside)
}

function activity(
  about: About,
  compute: (about: About, selection: Selection<GitActivity>) => MetricResult,
): Metric {
  return {
    ...about,
    bySkill: false,
    compute: (ledger, query) => compute(about, select(gitFacts(ledger).activity, query)),
  }
}

function release(
  about: About,
  compute: (about: About, selection: Selection<GitRelease>) => MetricResult,
): Metric {
  return {
    ...about,
    bySkill: false,
    compute: (ledger, query) => compute(about, select(gitFacts(ledger).release, query)),
  }
}

function skill(
  about: About,
  compute: (about: About, selection: Selection<GitSkill>) => MetricResult,
): Metric {
  return {
    ...about,
    bySkill: true,
    compute(ledger, query) {
      if (query.skill === null) return unknown(about, 'It is counted by skill, and no skill is named.')
      const facts = gitFacts(ledger).skill.filter(({ data }) => data.skill === query.skill)
      return compute(about, select(facts, query))
    },
  }
}
