import type { PartialDate } from '../core/calendar.ts'
import type { DocumentPath } from '../core/position.ts'
import { gitFacts } from '../metric/git-records.ts'
import type { Ledger } from '../metric/ledger.ts'
import type { MetricResult } from '../metric/model.ts'
import { metrics } from '../metric/registry.ts'
import { skillsShown } from '../metric/skills-shown.ts'
import { formatStretch } from '../resume/format/dates.ts'
import type { EvidenceReference } from '../resume/model.ts'
import type { Taxonomy } from '../skill/model.ts'
import { counted, lineWords, type LineWords } from './line-words.ts'
import { linkNumbers } from './link.ts'
import type { LinkedClaim } from './model.ts'

/** One line that the ledger itself says, ready to be printed. */
export interface EvidenceLine {
  readonly path: DocumentPath
  readonly text: string
  readonly references: readonly EvidenceReference[]
  /** Every number of the line, each supported by the ledger; and the skill that it is about. */
  readonly claims: readonly LinkedClaim[]
}

/** Which lines are wanted. */
export interface EvidenceLineOptions {
  /** Skill ids by importance, such as those that a posting asks for; all skills of the ledger when empty. */
  readonly skills: readonly string[]
  readonly max: number
  /** BCP 47. */
  readonly language: string
  /** A skill seen on fewer days makes no line. Default 3. */
  readonly minDays?: number
}

/**
 * Short true lines made of the ledger alone: "PostgreSQL: 41 commits on 29 days, Jan 2024 – Mar 2025". The first tells
 * of delivery as a whole, the others of one skill each. Only a skill's own evidence is counted, not that of skills
 * which imply it.
 */
export function evidenceLines(
  ledger: Ledger,
  taxonomy: Taxonomy,
  options: EvidenceLineOptions,
): readonly EvidenceLine[] {
  const shown = skillsShown(ledger, taxonomy)
  const wanted =
    options.skills.length > 0
      ? [...new Set(options.skills)]
      : [...shown.values()].sort((a, b) => b.days - a.days || b.commits - a.commits).map(({ skill }) => skill)
  const words = lineWords(options.language)
  const drafts = [
    deliveryDraft(ledger, words, options.language),
    ...wanted.map((skill) => skillDraft(skill, ledger, taxonomy, words, options)),
  ].filter((draft) => draft !== null)
  return drafts.slice(0, Math.max(0, options.max)).map((draft, index) => {
    const path: DocumentPath = ['evidence', index]
    const { text, references, skill } = draft
    const name = skill === null ? undefined : taxonomy.skills.get(skill)?.name
    const mentions =
      skill === null || name === undefined
        ? []
        : [{ skill, span: { start: 0, end: name.length }, text: name }]
    const context = {
      path,
      text,
      references,
      mentions,
      language: options.language,
      stretch: { from: null, to: null },
    }
    return { path, text, references, claims: linkNumbers(context, ledger, { taxonomy }) }
  })
}

interface Draft {
  readonly text: string
  readonly references: readonly EvidenceReference[]
  readonly skill: string | null
}

interface Period {
  readonly from: PartialDate
  readonly to: PartialDate
}

/** Where a pull request holds more commits than this on average, most of the work did not go through them. */
const COMMITS_A_PULL_REQUEST = 20

function deliveryDraft(ledger: Ledger, words: LineWords, language: string): Draft | null {
  const period = monthsOf(gitFacts(ledger).activity.map(({ data }) => data.month))
  if (!period) return null
  const parts = (
    [
      ['git.pull-requests', words.pullRequests],
      ['git.releases', words.releases],
      ['git.commits', words.commits],
    ] as const
  ).flatMap(([metric, noun]) => {
    const value = compute(ledger, metric, null, period)?.value ?? 0
    return value > 0 ? [{ metric, value, text: counted(value, noun, words) }] : []
  })
  // Commits say least: they stand in only where hardly any of the work went through pull requests.
  const by = (metric: string): number => parts.find((part) => part.metric === metric)?.value ?? 0
  const reviewed = by('git.pull-requests') * COMMITS_A_PULL_REQUEST >= by('git.commits')
  const unwanted = reviewed ? 'git.commits' : 'git.pull-requests'
  const chosen = parts.filter(({ metric }) => metric !== unwanted)
  if (chosen.length === 0) return null
  return {
    text: `${chosen.map(({ text }) => text).join(` ${words.and} `)}, ${stretchOf(period, language)}`,
    references: chosen.map(({ metric }) => referenceTo(metric, null, period)),
    skill: null,
  }
}

function skillDraft(
  skill: string,
  ledger: Ledger,
  taxonomy: Taxonomy,
  words: LineWords,
  { language, minDays = 3 }: EvidenceLineOptions,
): Draft | null {
  const name = taxonomy.skills.get(skill)?.name
  const facts = gitFacts(ledger).skill.filter(({ data }) => data.skill === skill && data.commits > 0)
  const days = facts.map(({ record }) => record.period)
  const from = days.map((period) => period.from).sort()[0]
  const to = days
    .map((period) => period.to)
    .sort()
    .at(-1)
  if (name === undefined || from === undefined || to === undefined) return null
  const period = { from: from.slice(0, 7), to: to.slice(0, 7) }
  const commits = compute(ledger, 'git.skill-commits', skill, period)?.value ?? 0
  const onDays = compute(ledger, 'git.skill-days', skill, period)
  const least = onDays?.value ?? onDays?.range?.low ?? 0
  if (commits === 0 || least < minDays) return null
  const dependency = facts.every(({ data }) => data.how.every((how) => how === 'manifest'))
  const label = dependency ? `${name}, ${words.asDependency}` : name
  const bound = onDays?.value === null ? `${words.atLeast} ` : ''
  const count = `${counted(commits, words.commits, words)} ${words.on} ${bound}${counted(least, words.days, words)}`
  return {
    text: `${label}: ${count}, ${stretchOf(period, language)}`,
    references: [
      referenceTo('git.skill-commits', skill, period),
      referenceTo('git.skill-days', skill, period),
    ],
    skill,
  }
}

function referenceTo(metric: string, skill: string | null, { from, to }: Period): EvidenceReference {
  return { metric, source: null, skill, from, to }
}

function compute(
  ledger: Ledger,
  metric: string,
  skill: string | null,
  period: Period,
): MetricResult | undefined {
  return metrics.get(metric)?.compute(ledger, { source: null, skill, ...period })
}

function monthsOf(months: readonly string[]): Period | null {
  const sorted = months.toSorted()
  const [from] = sorted
  const to = sorted.at(-1)
  return from === undefined || to === undefined ? null : { from, to }
}

function stretchOf({ from, to }: Period, language: string): string {
  const stretch = formatStretch({ start: from, end: to, current: false }, language)
  return stretch ?? `${from} – ${to}`
}
