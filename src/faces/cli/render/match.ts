import type { PostingAnalysis } from '../../../app/analyse.ts'
import type { Knowledge } from '../../../app/knowledge.ts'
import type { ReadPosting } from '../../../app/postings.ts'
import { lineIndex } from '../../../core/position.ts'
import type { Match, MatchRow, Standing } from '../../../match/model.ts'
import type { Output } from '../output.ts'
import { wrap } from '../wrap.ts'
import { renderTable } from './table.ts'

const MARKS: Readonly<
  Record<Standing, { readonly mark: string; readonly style: 'green' | 'yellow' | 'red' | 'dim' }>
> = {
  'shown-and-said': { mark: '✓ said, shown', style: 'green' },
  said: { mark: '✓ said', style: 'green' },
  'shown-unsaid': { mark: '! shown, unsaid', style: 'yellow' },
  'said-unshown': { mark: '? said, unshown', style: 'yellow' },
  missing: { mark: '– missing', style: 'red' },
  unknown: { mark: '· not compared', style: 'dim' },
}

/** The name of a posting for people: its title and company, or its file. */
export function postingName({ file, posting }: ReadPosting): string {
  const name = [posting.title?.value, posting.company?.value].filter((part) => part !== undefined).join(', ')
  return name === '' ? file : name
}

/** The score as it stands in a line. */
export function scoreText(score: number | null): string {
  return score === null ? 'nothing to compare' : `${score} of 100`
}

/** The requirement matrix with its score. */
export function renderMatch(
  { posting, match }: PostingAnalysis,
  { taxonomy }: Knowledge,
  output: Output,
  explained = true,
): string {
  const lines = lineIndex(posting.posting.text)
  const rows = match.rows.map((row) => {
    const { requirement, standing, points, weight } = row
    const { mark, style } = MARKS[standing]
    const names = requirement.anyOf.map((id) => taxonomy.skills.get(id)?.name ?? id).join(' or ')
    return [
      requirement.modality,
      names === '' ? shorten(requirement.text) : names,
      output.paint(style, mark),
      weight === 0 ? '' : `${Number(points.toFixed(1))}/${weight}`,
      String(lines.at(requirement.span.start).line),
      workOf(row),
    ]
  })
  const unsaid = match.rows.filter(({ standing }) => standing === 'shown-unsaid')
  return [
    `${output.paint('bold', postingName(posting))}  ${output.paint('dim', posting.file)}`,
    `Match: ${output.paint('bold', scoreText(match.score))}`,
    '',
    renderTable(
      [
        { title: '' },
        { title: 'asked', most: 30 },
        { title: 'standing' },
        { title: 'points', align: 'right' },
        { title: 'line', align: 'right' },
        { title: 'shown by' },
      ],
      rows,
      { width: output.width, paintTitle: (text) => output.paint('dim', text) },
    ),
    '',
    ...unsaid.flatMap(({ why }) =>
      wrap(`Say it: ${why}`, output.width, '').map((line) => output.paint('yellow', line)),
    ),
    ...(unsaid.length > 0 ? [''] : []),
    ...(explained ? wrap(match.definition, output.width, '').map((line) => output.paint('dim', line)) : []),
  ].join('\n')
}

/** What the work shows of a requirement, short: the skill that shows most. */
function workOf({ shown }: MatchRow): string {
  const [most] = shown.toSorted((a, b) => b.commits - a.commits)
  if (most === undefined) return ''
  const months = most.firstSeen === most.lastSeen ? most.firstSeen : `${most.firstSeen} to ${most.lastSeen}`
  return `${most.commits} ${most.commits === 1 ? 'commit' : 'commits'}, ${months}`
}

/** All postings of a workspace, best match first. */
export function renderRanking(analyses: readonly PostingAnalysis[], output: Output): string {
  const sorted = analyses.toSorted((a, b) => (b.match.score ?? -1) - (a.match.score ?? -1))
  return renderTable(
    [
      { title: 'score', align: 'right' },
      { title: 'unsaid', align: 'right' },
      { title: 'posting', most: 48 },
      { title: 'file' },
    ],
    sorted.map(({ posting, match }) => [
      match.score === null ? '–' : String(match.score),
      String(countOf(match, 'shown-unsaid')),
      postingName(posting),
      posting.file,
    ]),
    { width: output.width, paintTitle: (text) => output.paint('dim', text) },
  )
}

function countOf(match: Match, standing: Standing): number {
  return match.rows.filter((row) => row.standing === standing).length
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`
}
