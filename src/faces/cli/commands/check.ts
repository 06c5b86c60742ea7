import { analyse, analysePosting } from '../../../app/analyse.ts'
import { checkResume } from '../../../app/check.ts'
import { renderFindings } from '../../../app/report.ts'
import { findPackageJson } from '../../../platform/package-layout.ts'
import { WORKSPACE_OPTION, defineCommand } from '../command.ts'
import { painterFor } from '../render/findings.ts'
import { withWorkspace } from '../session.ts'

export default defineCommand({
  name: 'check',
  summary: 'Check the résumé against the rules, the posting and the evidence',
  description:
    'Five families of rules: structure, substance, keywords, machine and privacy; docs/rules has a page for each. With a posting, the keyword rules join in; the rules on what a machine reads run at build. Exit code 1 when something is at error level.',
  positionals: { usage: '[POSTING]', min: 0, max: 1 },
  options: {
    ...WORKSPACE_OPTION,
    format: {
      type: 'string',
      value: 'FORMAT',
      choices: ['text', 'json', 'sarif'],
      help: 'How to print; --json is --format json.',
    },
  },
  examples: [
    { run: 'bonafide check', does: 'the résumé and what the work shows of it' },
    { run: 'bonafide check postings/acme.md', does: 'the same, against a posting' },
    { run: 'bonafide check --format sarif > check.sarif', does: 'for a code-scanning view' },
  ],
  async run({ positionals: [posting], options, output }) {
    return withWorkspace(options.workspace, async (runtime, root) => {
      const analysis = await analyse(runtime, root)
      const target = posting === undefined ? null : await analysePosting(runtime, analysis, posting)
      const findings = checkResume(analysis, target, runtime)
      const { version } = findPackageJson()
      const render = (format: 'text' | 'json' | 'sarif'): string =>
        renderFindings(format, findings, version, painterFor(output))
      const { format } = options
      if (format === 'sarif' || format === 'json') return { raw: render(format), findings }
      return { text: render('text'), json: JSON.parse(render('json')), findings }
    })
  },
})
