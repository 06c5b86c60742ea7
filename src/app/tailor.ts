import { evidenceLines } from '../claim/evidence-lines.ts'
import type { EvidenceLine } from '../claim/evidence-lines.ts'
import { linkClaims } from '../claim/link.ts'
import type { LinkedClaim } from '../claim/model.ts'
import type { Match, MatchRow, Said } from '../match/model.ts'
import { skillsSaid } from '../match/said.ts'
import type { Resume } from '../resume/model.ts'
import type { TailorChange, TailorLimits } from '../tailor/model.ts'
import { DEFAULT_LIMITS, tailorResume } from '../tailor/tailor.ts'
import { companiesOf, matchPosting } from './analyse.ts'
import type { Analysis, PostingAnalysis } from './analyse.ts'

const MOST_EVIDENCE_LINES = 6
const LINES_WITHOUT_POSTING = 4

/** What would be printed: the chosen and ordered résumé, and the lines that the ledger adds. */
export interface TailoredResume {
  readonly resume: Resume
  readonly changes: readonly TailorChange[]
  readonly lines: readonly EvidenceLine[]
  /** All claims of what is printed. */
  readonly claims: readonly LinkedClaim[]
  /** How well the printed résumé matches; null without a posting. */
  readonly match: Match | null
}

/**
 * Tailors the résumé for a posting, or as it is without one. The words are the résumé's own; the evidence lines are
 * made of the ledger alone, of the skills that the posting asks for and the work shows.
 */
export function tailorFor(
  analysis: Analysis,
  target: PostingAnalysis | null,
  limits: TailorLimits = DEFAULT_LIMITS,
): TailoredResume {
  const { knowledge, ledger } = analysis
  const { resume, changes } =
    target === null
      ? { resume: analysis.resume, changes: [] }
      : tailorResume(analysis.resume, target.match, { ...knowledge, claims: analysis.claims, limits })
  const lines =
    ledger === null
      ? []
      : evidenceLines(ledger, knowledge.taxonomy, {
          skills: target === null ? [] : askedAndShown(target.match),
          max: target === null ? LINES_WITHOUT_POSTING : MOST_EVIDENCE_LINES,
          language: analysis.workspace.config.output.language ?? resume.language,
        })
  return {
    resume,
    changes,
    lines,
    claims: [
      ...linkClaims(resume, ledger, { ...knowledge, companies: companiesOf(analysis.workspace) }),
      ...lines.flatMap(({ claims }) => claims),
    ],
    match: target === null ? null : matchPosting(analysis, target.posting, saidWith(resume, lines, analysis)),
  }
}

/** Skills that the posting asks for and the work shows: heaviest first, then by what shows most. */
function askedAndShown(match: Match): readonly string[] {
  const most = ({ shown }: MatchRow): number => Math.max(...shown.map(({ commits }) => commits))
  return match.rows
    .filter(({ shown }) => shown.length > 0)
    .toSorted((a, b) => b.weight - a.weight || most(b) - most(a))
    .flatMap(({ shown }) => shown.map(({ skill }) => skill))
}

function saidWith(resume: Resume, lines: readonly EvidenceLine[], { knowledge }: Analysis): Analysis['said'] {
  const said = new Map<string, Said[]>()
  for (const [skill, places] of skillsSaid(resume, knowledge)) said.set(skill, [...places])
  for (const { path, text, references } of lines) {
    const skills = references.flatMap((reference) =>
      'skill' in reference && reference.skill !== null ? [reference.skill] : [],
    )
    for (const skill of new Set(skills)) {
      const place: Said = { path, span: { start: 0, end: text.length }, skill }
      for (const id of [skill, ...knowledge.taxonomy.implied(skill)])
        said.set(id, [...(said.get(id) ?? []), place])
    }
  }
  return said
}
