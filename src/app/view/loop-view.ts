import { quarterOf } from '../../core/calendar.ts'
import type { Finding } from '../../core/finding.ts'
import { formatPath, lineIndex } from '../../core/position.ts'
import type { MatchRow } from '../../match/model.ts'
import { gitSkillSchema } from '../../metric/git-evidence.ts'
import type { Ledger } from '../../metric/ledger.ts'
import { resumeTexts } from '../../resume/texts.ts'
import type { Taxonomy } from '../../skill/model.ts'
import type { TailorChange } from '../../tailor/model.ts'
import type { Analysis, PostingAnalysis } from '../analyse.ts'
import type { BuildRecord } from '../output.ts'
import { baseName } from '../workspace/paths.ts'
import type { ChangeView, LoopView, MatchView, SkillsOverTime } from './model.ts'

const MOST_SKILLS = 24

/** What a loop view is made of. */
export interface LoopParts {
  readonly analysis: Analysis
  readonly all: readonly PostingAnalysis[]
  readonly target: PostingAnalysis | null
  readonly findings: readonly Finding[]
  readonly changes: readonly TailorChange[]
  readonly build: { readonly file: string; readonly record: BuildRecord } | null
}

/** Makes the {@link LoopView}: pure. */
export function loopView({ analysis, all, target, findings, changes, build }: LoopParts): LoopView {
  const { resume, workspace, ledger, knowledge } = analysis
  return {
    person: { name: resume.basics.name, label: resume.basics.label },
    workspace: baseName(workspace.root),
    postings: all.map(({ posting, match }) => ({
      file: posting.file,
      title: posting.posting.title?.value ?? null,
      company: posting.posting.company?.value ?? null,
      score: match.score,
    })),
    posting: target?.posting.file ?? null,
    match: target === null ? null : matchView(target, analysis),
    findings,
    skills: ledger === null ? { quarters: [], rows: [] } : skillsOverTime(ledger, knowledge.taxonomy),
    changes: changes.map((change) => changeView(change, analysis)),
    pdf:
      build === null
        ? null
        : {
            file: build.file,
            pages: build.record.pages,
            builtAt: build.record.builtAt,
            receipts: build.record.receipts,
            verified: build.record.verified && !findings.some((finding) => isAgainst(build.file, finding)),
          },
  }
}

/** A receipt may have been in order when it was issued, and not be any more. */
function isAgainst(file: string, { severity, position }: Finding): boolean {
  return severity === 'error' && position?.file === file
}

function matchView({ posting, match }: PostingAnalysis, analysis: Analysis): MatchView {
  const lines = lineIndex(posting.posting.text)
  const texts = new Map(resumeTexts(analysis.resume).map(({ path, text }) => [formatPath(path), text]))
  const name = (skill: string): string => analysis.knowledge.taxonomy.skills.get(skill)?.name ?? skill
  const saidOf = (row: MatchRow): MatchView['rows'][number]['said'] => {
    const places = new Map(row.said.map((said) => [formatPath(said.path), said]))
    return [...places].map(([path, said]) => ({
      path,
      line: analysis.source.locate(said.path, said.span)?.position.line ?? null,
      text: texts.get(path) ?? '',
    }))
  }
  return {
    score: match.score,
    definition: match.definition,
    rows: match.rows.map((row) => ({
      id: row.requirement.id,
      modality: row.requirement.modality,
      text: row.requirement.text.replaceAll(/\s+/g, ' ').trim(),
      line: lines.at(row.requirement.span.start).line,
      skills: row.requirement.anyOf.map(name),
      standing: row.standing,
      points: row.points,
      weight: row.weight,
      why: row.why,
      said: saidOf(row),
      shown: row.shown.map(({ skill, commits, days, firstSeen, lastSeen }) => ({
        skill: name(skill),
        commits,
        days,
        firstSeen,
        lastSeen,
      })),
    })),
  }
}

function changeView({ kind, path, text, reason }: TailorChange, analysis: Analysis): ChangeView {
  return { kind, text, reason, line: analysis.source.locate(path)?.position.line ?? null }
}

/**
 * Commits by skill and quarter, of all sources together, most first. A quarter within a source's activity where the
 * skill has no record is 0; a quarter that no source covers is null.
 */
export function skillsOverTime(ledger: Ledger, taxonomy: Taxonomy): SkillsOverTime {
  const counts = new Map<string, { commits: Map<string, number>; days: number; total: number }>()
  const covered = new Set<string>()
  for (const record of ledger.records) {
    if (record.kind === 'git.activity') covered.add(quarterOf(record.period.from))
    if (record.kind !== 'git.skill') continue
    const parsed = gitSkillSchema.safeParse(record.data)
    if (!parsed.success) continue
    const { skill, quarter, commits, days } = parsed.data
    const known = counts.get(skill) ?? { commits: new Map<string, number>(), days: 0, total: 0 }
    known.commits.set(quarter, (known.commits.get(quarter) ?? 0) + commits)
    known.days += days
    known.total += commits
    counts.set(skill, known)
    covered.add(quarter)
  }
  const quarters = quartersBetween([...covered].toSorted())
  return {
    quarters,
    rows: [...counts]
      .toSorted(([a, first], [b, second]) => second.total - first.total || (a < b ? -1 : 1))
      .slice(0, MOST_SKILLS)
      .map(([id, { commits, days, total }]) => ({
        id,
        name: taxonomy.skills.get(id)?.name ?? id,
        kind: taxonomy.skills.get(id)?.kind ?? 'tool',
        commits: quarters.map((quarter) => commits.get(quarter) ?? (covered.has(quarter) ? 0 : null)),
        total,
        days,
      })),
  }
}

function quartersBetween(sorted: readonly string[]): readonly string[] {
  const numberOf = (quarter: string): number => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  return Array.from({ length: numberOf(last) - numberOf(first) + 1 }, (_, index) => {
    const number = numberOf(first) + index
    return `${Math.floor(number / 4)}-Q${(number % 4) + 1}`
  })
}
