import { analyse } from '../../../app/analyse.ts'
import { collectWorkspace } from '../../../app/collect/collect-workspace.ts'
import { renderFindings } from '../../../app/report.ts'
import { findPackageJson } from '../../../platform/package-layout.ts'
import { WORKSPACE_OPTION, defineCommand } from '../command.ts'
import { asJson } from '../json.ts'
import { renderBuilt } from '../render/built.ts'
import { distinctFindings, painterFor, renderMostValuable } from '../render/findings.ts'
import { renderMatch } from '../render/match.ts'
import { withWorkspace } from '../session.ts'
import { BUILD_OPTIONS, paperOf, signingKey } from '../signing.ts'
import { buildJson, buildOne, targetsOf } from './build.ts'
import { renderCollected } from './collect.ts'

export default defineCommand({
  name: 'run',
  summary: 'The whole way: collect, match, tailor, build, check, verify',
  description:
    'Does for the workspace what the other verbs do one by one, for every posting or for the named one.',
  positionals: { usage: '[POSTING]', min: 0, max: 1 },
  options: { ...WORKSPACE_OPTION, ...BUILD_OPTIONS },
  examples: [
    { run: 'bonafide run', does: 'everything, for every posting' },
    { run: 'bonafide run postings/acme.md', does: 'everything, for one' },
    { run: 'bonafide run --json | jq .builds[].score', does: 'for another program' },
  ],
  interrupt: 'wind-down',
  async run({ positionals: [named], options, output, signal }) {
    return withWorkspace(options.workspace, async (runtime, root) => {
      const sources = await collectWorkspace(runtime, root, { signal, progress: output.progress })
      signal.throwIfAborted()
      runtime.start({ pdf: true, typesetter: true })
      const analysis = await analyse(runtime, root)
      const key = await signingKey(options.key, output)
      const { targets, findings: unreadable } = await targetsOf(runtime, analysis, named, false)
      const all = []
      for (const [index, target] of targets.entries()) {
        signal.throwIfAborted()
        output.progress({ step: 'Building', done: index, total: targets.length })
        all.push(await buildOne(runtime, analysis, target, { key, ...paperOf(options.paper) }))
      }
      output.settle()
      const findings = distinctFindings([
        ...sources.flatMap((source) => source.findings),
        ...unreadable,
        ...all.flatMap(({ built }) => built.findings),
      ])
      const heading = (text: string): string =>
        output.paint(
          ['bold', 'cyan'],
          `── ${text} ${'─'.repeat(Math.max(0, output.width - text.length - 4))}`,
        )
      return {
        text: [
          heading('Evidence'),
          renderCollected(sources, output),
          ...all.flatMap(({ posting }) =>
            posting === null
              ? []
              : ['', heading('Match'), renderMatch(posting, analysis.knowledge, output, false)],
          ),
          '',
          heading('Findings'),
          renderFindings('text', findings, findPackageJson().version, painterFor(output)).trimEnd(),
          '',
          heading('Built'),
          ...all.map(({ posting, files, built }) => renderBuilt(posting, files, built, output)),
          ...renderMostValuable(findings, output),
        ].join('\n'),
        json: asJson({
          sources,
          builds: all.map(({ posting, files, built }) => buildJson(posting, files, built)),
        }),
        findings,
      }
    })
  },
})
