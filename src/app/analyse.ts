import type { LinkedClaim } from '../claim/model.ts'
import { linkClaims } from '../claim/link.ts'
import type { SourceMap } from '../check/rule.ts'
import type { Finding } from '../core/finding.ts'
import { UserError } from '../core/user-error.ts'
import { matchRequirements } from '../match/match.ts'
import type { Match, Said, Shown } from '../match/model.ts'
import { skillsSaid } from '../match/said.ts'
import type { Ledger } from '../metric/ledger.ts'
import { ledgerOf } from '../metric/ledger.ts'
import { skillsShown } from '../metric/skills-shown.ts'
import type { Resume } from '../resume/model.ts'
import { normaliseResume } from '../resume/normalise.ts'
import type { ResumeDocument } from '../resume/schema.ts'
import { leavesTraces } from '../skill/traces.ts'
import { selectVariant } from '../tailor/variant.ts'
import { guideFindings } from './guide.ts'
import { loadKnowledge } from './knowledge.ts'
import type { Knowledge } from './knowledge.ts'
import { readPostingFile } from './postings.ts'
import type { ReadPosting } from './postings.ts'
import type { Runtime } from './runtime.ts'
import { loadWorkspace, requireConfig, requireResume } from './workspace/load.ts'
import type { ConfiguredWorkspace } from './workspace/load.ts'
import { createSourceMap } from '../check/source-map.ts'

/** What a workspace says and shows: the base of every question about it. */
export interface Analysis {
  readonly workspace: ConfiguredWorkspace
  readonly document: ResumeDocument
  readonly resume: Resume
  readonly source: SourceMap
  readonly knowledge: Knowledge
  /** Null when nothing was collected. */
  readonly ledger: Ledger | null
  /** By skill id, implied skills included; null when nothing was collected. */
  readonly shown: ReadonlyMap<string, Shown> | null
  readonly said: ReadonlyMap<string, readonly Said[]>
  readonly claims: readonly LinkedClaim[]
  /** What is wrong with the workspace's files and the ledger. */
  readonly findings: readonly Finding[]
}

/** The same, seen from one posting. */
export interface PostingAnalysis {
  readonly posting: ReadPosting
  readonly match: Match
}

/** Reads a workspace and works out what its résumé says and its ledger shows. */
export async function analyse(runtime: Runtime, root: string): Promise<Analysis> {
  const [loaded, knowledge, evidence] = await Promise.all([
    loadWorkspace(root, runtime),
    loadKnowledge(runtime),
    runtime.openLedger(root).read(),
  ])
  const workspace = requireConfig(loaded)
  const { document, source } = requireResume(loaded)
  const resume = selectVariant(normaliseResume(document), workspace.config.output.variant)
  const ledger = evidence.records.length === 0 ? null : ledgerOf(evidence.records)
  return {
    workspace,
    document,
    resume,
    source: createSourceMap(source.text, source.file, source.document),
    knowledge,
    ledger,
    shown: ledger === null ? null : skillsShown(ledger, knowledge.taxonomy),
    said: skillsSaid(resume, knowledge),
    claims: linkClaims(resume, ledger, { ...knowledge, companies: companiesOf(workspace) }),
    findings: [...workspace.findings, ...(await guideFindings(runtime, workspace)), ...evidence.findings],
  }
}

/** The company that each source's work was done for, where the user has said so. */
export function companiesOf({ config }: ConfiguredWorkspace): ReadonlyMap<string, string> {
  return new Map(config.sources.flatMap(({ id, company }) => (company === null ? [] : [[id, company]])))
}

/** Reads a posting of the workspace and matches the résumé as it stands with it. */
export async function analysePosting(
  runtime: Runtime,
  analysis: Analysis,
  file: string,
): Promise<PostingAnalysis> {
  const posting = await readPostingFile(runtime, analysis.workspace.root, file, analysis.knowledge)
  return { posting, match: matchPosting(analysis, posting) }
}

/** Reads and matches several postings. One that cannot be read becomes a finding, and the others go on. */
export async function analysePostings(
  runtime: Runtime,
  analysis: Analysis,
  files: readonly string[],
): Promise<{ readonly analyses: readonly PostingAnalysis[]; readonly findings: readonly Finding[] }> {
  const analyses: PostingAnalysis[] = []
  const findings: Finding[] = []
  for (const file of files) {
    try {
      analyses.push(await analysePosting(runtime, analysis, file))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      const { code, message, help } = error
      const position = error.position ?? { file, line: null, column: null }
      findings.push({ code, name: 'unreadable-posting', severity: 'error', message, help, position })
    }
  }
  return { analyses, findings }
}

/** Matches a résumé (the workspace's own, or a variant with what it says) with a posting. */
export function matchPosting(
  analysis: Pick<Analysis, 'shown' | 'said' | 'knowledge'>,
  { posting }: ReadPosting,
  said: Analysis['said'] = analysis.said,
): Match {
  return matchRequirements(posting.requirements, {
    said,
    shown: analysis.shown,
    leavesTraces: (skill) => leavesTraces(analysis.knowledge.taxonomy, skill),
    name: (skill) => analysis.knowledge.taxonomy.skills.get(skill)?.name ?? skill,
  })
}
