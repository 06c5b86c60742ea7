import type { CollectedSource } from '../../../app/collect/collect.ts'
import { collectWorkspace } from '../../../app/collect/collect-workspace.ts'
import { renderFindings } from '../../../app/report.ts'
import { findPackageJson } from '../../../platform/package-layout.ts'
import { WORKSPACE_OPTION, defineCommand } from '../command.ts'
import { asJson } from '../json.ts'
import type { Output } from '../output.ts'
import { painterFor } from '../render/findings.ts'
import { withWorkspace } from '../session.ts'

export default defineCommand({
  name: 'collect',
  summary: 'Turn the sources of the workspace into evidence',
  description:
    'Reads each source of bonafide.yaml and appends what is new to evidence/<source>.jsonl. Collecting twice adds nothing; what a source no longer says is taken back, by a line that says so. Nothing leaves this machine.',
  positionals: { usage: '[SOURCE…]', min: 0, max: Number.POSITIVE_INFINITY },
  options: WORKSPACE_OPTION,
  examples: [
    { run: 'bonafide collect', does: 'all sources' },
    { run: 'bonafide collect shop-api', does: 'only one' },
    { run: 'bonafide collect --json | jq .sources[].counts', does: 'what changed, for another program' },
  ],
  interrupt: 'wind-down',
  async run({ positionals, options, output, signal }) {
    return withWorkspace(options.workspace, async (runtime, root) => {
      const sources = await collectWorkspace(runtime, root, {
        signal,
        progress: output.progress,
        ...(positionals.length === 0 ? {} : { only: positionals }),
      })
      output.settle()
      const findings = sources.flatMap((source) => source.findings)
      const report =
        findings.length === 0
          ? ''
          : `\n\n${renderFindings('text', findings, findPackageJson().version, painterFor(output))}`
      return { text: `${renderCollected(sources, output)}${report}`, json: asJson({ sources }), findings }
    })
  },
})

/** One line a source. */
export function renderCollected(sources: readonly CollectedSource[], output: Output): string {
  if (sources.length === 0)
    return 'bonafide.yaml names no source yet. Add a repository under sources: and collect again.'
  return sources
    .map(({ id, connector, counts }) => {
      const name = `${output.paint('bold', id)} ${output.paint('dim', `(${connector})`)}`
      if (counts === null) return `${name} ${output.paint('red', 'could not be collected')}`
      const { added, replaced, retracted, unchanged, kept } = counts
      const parts = [
        `${added} added`,
        replaced === 0 ? null : `${replaced} replaced`,
        retracted === 0 ? null : `${retracted} taken back`,
        `${unchanged} unchanged`,
        kept === 0 ? null : `${kept} kept`,
      ]
      return `${name} ${parts.filter((part) => part !== null).join(', ')}`
    })
    .join('\n')
}
