import { analyse, analysePosting, analysePostings } from '../../../app/analyse.ts'
import { renderFindings } from '../../../app/report.ts'
import { findPackageJson } from '../../../platform/package-layout.ts'
import { WORKSPACE_OPTION, defineCommand } from '../command.ts'
import { asJson } from '../json.ts'
import { painterFor } from '../render/findings.ts'
import { renderMatch, renderRanking } from '../render/match.ts'
import { withWorkspace } from '../session.ts'

export default defineCommand({
  name: 'match',
  summary: 'Compare a posting with what is said and what is shown',
  description:
    'Gives a score from 0 to 100 and the row behind each point: what is asked, where the résumé says it, what the collected work shows. Without a posting, ranks all of the workspace.',
  positionals: { usage: '[POSTING]', min: 0, max: 1 },
  options: WORKSPACE_OPTION,
  examples: [
    { run: 'bonafide match', does: 'rank all postings of the workspace' },
    { run: 'bonafide match postings/acme.md', does: 'the requirement matrix of one' },
    { run: 'bonafide match acme.md --json | jq .match.score', does: 'only the score' },
  ],
  async run({ positionals: [named], options, output }) {
    return withWorkspace(options.workspace, async (runtime, root) => {
      const analysis = await analyse(runtime, root)
      const files = named === undefined ? analysis.workspace.postings : [named]
      if (files.length === 0) {
        return {
          text: 'There is no posting yet. Save one in postings/ and try again.',
          json: { postings: [] },
        }
      }
      const { analyses, findings } =
        named === undefined
          ? await analysePostings(runtime, analysis, files)
          : { analyses: [await analysePosting(runtime, analysis, named)], findings: [] }
      const [only] = analyses
      if (only !== undefined && analyses.length === 1 && findings.length === 0) {
        return {
          text: renderMatch(only, analysis.knowledge, output),
          json: asJson({ posting: only.posting.file, match: only.match }),
        }
      }
      return {
        text: [
          renderRanking(analyses, output),
          ...(findings.length === 0
            ? []
            : ['', renderFindings('text', findings, findPackageJson().version, painterFor(output))]),
        ].join('\n'),
        findings,
        json: asJson({
          postings: analyses.map(({ posting, match }) => ({ posting: posting.file, score: match.score })),
        }),
      }
    })
  },
})
