import { analyse, analysePosting } from '../../../app/analyse.ts'
import { choosePosting } from '../../../app/postings.ts'
import { tailorFor } from '../../../app/tailor.ts'
import { formatPath } from '../../../core/position.ts'
import { WORKSPACE_OPTION, defineCommand } from '../command.ts'
import { asJson } from '../json.ts'
import type { Output } from '../output.ts'
import { postingName, scoreText } from '../render/match.ts'
import { withWorkspace } from '../session.ts'
import { wrap } from '../wrap.ts'

export default defineCommand({
  name: 'tailor',
  summary: 'Select and order the résumé for a posting',
  description:
    'Shows what would be moved up or left out for a posting, with the reason, and the lines that the ledger adds. It adds no word that the résumé or the ledger does not hold. Nothing is written: build prints it. Tag a highlight with keep and it always stays.',
  positionals: { usage: '[POSTING]', min: 0, max: 1 },
  options: WORKSPACE_OPTION,
  examples: [
    { run: 'bonafide tailor postings/acme.md', does: 'what would change for this posting' },
    { run: 'bonafide tailor --json', does: 'the tailored résumé as JSON, where there is one posting' },
  ],
  async run({ positionals, options, output }) {
    return withWorkspace(options.workspace, async (runtime, root) => {
      const analysis = await analyse(runtime, root)
      const target = await analysePosting(
        runtime,
        analysis,
        choosePosting(analysis.workspace.postings, positionals[0]),
      )
      const tailored = tailorFor(analysis, target)
      return {
        text: render(
          postingName(target.posting),
          target.match.score,
          tailored,
          (path) => analysis.source.locate(path)?.position.line ?? null,
          output,
        ),
        json: asJson({
          posting: target.posting.file,
          score: { before: target.match.score, after: tailored.match?.score ?? null },
          changes: tailored.changes.map((change) => ({ ...change, path: formatPath(change.path) })),
          evidenceLines: tailored.lines.map(({ text }) => text),
          resume: tailored.resume,
        }),
      }
    })
  },
})

function render(
  name: string,
  before: number | null,
  { changes, lines, match }: ReturnType<typeof tailorFor>,
  lineOf: (path: (typeof changes)[number]['path']) => number | null,
  output: Output,
): string {
  const shown = [
    `${output.paint('bold', name)}: ${scoreText(before)} as written, ${scoreText(match?.score ?? null)} as it would be printed`,
    '',
  ]
  for (const { kind, path, text, reason } of changes) {
    const line = lineOf(path)
    const mark =
      kind === 'moved-up' ? output.paint('green', '↑ moved up ') : output.paint('yellow', '× left out ')
    shown.push(`${mark} ${text}${line === null ? '' : output.paint('dim', `  resume.yaml:${line}`)}`)
    shown.push(...wrap(reason, output.width, '             ').map((part) => output.paint('dim', part)))
  }
  if (changes.length === 0) shown.push('Nothing to move: the order fits the posting already.')
  if (lines.length > 0) {
    shown.push('', 'Added, made of the ledger alone:')
    for (const { text } of lines) shown.push(`${output.paint('green', '+')} ${text}`)
  }
  return shown.join('\n')
}
