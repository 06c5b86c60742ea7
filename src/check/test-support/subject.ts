import { leavesTraces } from '../../skill/traces.ts'
import { parse } from 'yaml'
import type { LinkedClaim } from '../../claim/model.ts'
import { formatPath } from '../../core/position.ts'
import { matchRequirements } from '../../match/match.ts'
import type { Shown } from '../../match/model.ts'
import { skillsSaid } from '../../match/said.ts'
import { readPosting } from '../../posting/read.ts'
import { normaliseResume } from '../../resume/normalise.ts'
import type { PdfText } from '../../resume/pdf-text.ts'
import { resumeSchema } from '../../resume/schema.ts'
import { resumeTexts } from '../../resume/texts.ts'
import type { CheckSubject, SourceMap } from '../rule.ts'
import { createSourceMap } from '../source-map.ts'
import type { PageBlock } from './rule-page.ts'
import { findSkills, taxonomy } from './taxonomy.ts'

/** The day on which all examples are read. */
const TODAY = '2026-06-15'

const FILES = { resume: 'resume.yaml', posting: 'posting.md', pdf: 'resume.pdf' } as const

/**
 * What the blocks of an example say, as the engine wants it: `resume` (YAML), `shown` (what the ledger shows, by skill
 * id), `claims` (numbers with what the ledger says of them), `posting` (text), `reread` (the résumé that a machine got
 * back) and `pdf` (the text of the pages).
 */
export function subjectOf(blocks: readonly PageBlock[]): {
  readonly subject: CheckSubject
  readonly source: SourceMap
} {
  const known = ['resume', 'shown', 'claims', 'posting', 'reread', 'pdf']
  const odd = blocks.find(({ role }) => !known.includes(role))
  if (odd) throw new Error(`an example has a block '${odd.role}', expected one of ${known.join(', ')}`)
  const block = (role: string): string | null => blocks.find((each) => each.role === role)?.content ?? null
  const text = block('resume') ?? ''
  const document: unknown = parse(text) ?? {}
  const resume = normaliseResume(resumeSchema.parse(document))
  const shown = readShown(block('shown'))
  const posting = readPostingBlock(block('posting'))
  const said = skillsSaid(resume, { taxonomy, findSkills })
  const name = (id: string): string => taxonomy.skills.get(id)?.name ?? id
  const subject: CheckSubject = {
    resume,
    document,
    language: resume.language,
    today: TODAY,
    taxonomy,
    findSkills,
    shown,
    claims: readClaims(block('claims'), resume),
    posting,
    match:
      posting &&
      matchRequirements(posting.posting.requirements, {
        said,
        shown,
        name,
        leavesTraces: (skill) => leavesTraces(taxonomy, skill),
      }),
    built: readBuilt(block('reread'), block('pdf'), resume),
  }
  return { subject, source: createSourceMap(text, FILES.resume) }
}

function readShown(yaml: string | null): CheckSubject['shown'] {
  if (yaml === null) return null
  const skills = (parse(yaml) ?? {}) as Readonly<Record<string, Omit<Shown, 'skill' | 'evidence'>>>
  return new Map(
    Object.entries(skills).map(([skill, work]) => [
      skill,
      { ...work, skill, evidence: [`git.skill:${skill}`] },
    ]),
  )
}

function readPostingBlock(text: string | null): CheckSubject['posting'] {
  if (text === null) return null
  const bytes = new TextEncoder().encode(text)
  return { file: FILES.posting, posting: readPosting(bytes, { file: FILES.posting, taxonomy, findSkills }) }
}

interface WrittenClaim {
  readonly at: string
  readonly says: string
  readonly skill?: string
  readonly status: LinkedClaim['status']
  readonly shows?: number
  readonly why: string
}

function readClaims(yaml: string | null, resume: CheckSubject['resume']): CheckSubject['claims'] {
  if (yaml === null) return null
  return (parse(yaml) as readonly WrittenClaim[]).map(({ at, says, skill, status, shows, why }) => {
    const place = resumeTexts(resume).find(({ path }) => formatPath(path) === at)
    const start = place?.text.indexOf(says) ?? -1
    if (!place || start < 0) throw new Error(`a claim says '${says}' at ${at}, which does not`)
    return {
      claim: {
        id: `${at}@${start}`,
        path: place.path,
        text: place.text,
        span: { start, end: start + says.length },
        statement: skill
          ? { kind: 'skill', skill }
          : { kind: 'number', value: Number.parseFloat(says), bound: 'exact', unit: null },
      },
      status,
      evidence: [],
      method: null,
      value: shows ?? null,
      why,
    }
  })
}

function readBuilt(
  reread: string | null,
  pdf: string | null,
  printed: CheckSubject['resume'],
): CheckSubject['built'] {
  if (reread === null && pdf === null) return null
  const document = reread === null ? null : resumeSchema.parse(parse(reread) ?? {})
  return {
    file: FILES.pdf,
    text: pdfText(
      pdf ??
        resumeTexts(printed)
          .map(({ text }) => text)
          .join('\n'),
    ),
    reread: { document: document ?? {}, fields: [], findings: [], unplaced: [] },
    printed,
  }
}

/** `=== page ===` begins the next page, `[image]` stands for a picture, and `\u00AD` for what cannot be seen. */
function pdfText(written: string): PdfText {
  const visible = written.replace(/\\u([\dA-F]{4})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  const pages = visible.split(/^=== page ===\n/m).map((page) => {
    const lines = page.split('\n').filter((line) => line.trim() !== '')
    const runs = lines
      .filter((line) => line !== '[image]')
      .map((text, index) => ({
        text,
        x: 56,
        y: 60 + index * 14,
        width: text.length * 5,
        size: 10,
        font: 'SourceSans3-Regular',
        bold: false,
        italic: false,
      }))
    return { width: 595, height: 842, runs, links: [], images: lines.length - runs.length }
  })
  return { pages, info: { title: null, author: null, producer: null }, attachments: [] }
}
