import { isAbsolute, relative, resolve } from 'node:path'
import { connectors } from '../../../app/connectors.generated.ts'
import type { ImportedResume } from '../../../resume/importer.ts'
import { MOST_IMPORT_BYTES, importResume } from '../../../app/import-resume.ts'
import { loadKnowledge } from '../../../app/knowledge.ts'
import { initWorkspace } from '../../../app/workspace/init.ts'
import { defineCommand } from '../command.ts'
import { readInput } from '../input.ts'
import { asJson } from '../json.ts'
import { withRuntime } from '../session.ts'

const MOST_POSTING_BYTES = 4 * 1024 * 1024

export default defineCommand({
  name: 'init',
  summary: 'Make a workspace, from an old résumé, repositories and postings',
  description:
    'Writes bonafide.yaml and resume.yaml with comments that say what to look over, and JSON Schemas from which your editor completes. Nothing that exists is overwritten; with --force, what is replaced is kept as .bak.',
  positionals: { usage: '[DIR]', min: 0, max: 1 },
  options: {
    from: { type: 'string', value: 'FILE', help: 'An old résumé: PDF, JSON Resume, Markdown or text.' },
    repo: {
      type: 'string',
      multiple: true,
      value: 'PATH',
      help: 'A git repository with your work; may be given more than once.',
    },
    job: {
      type: 'string',
      multiple: true,
      value: 'FILE',
      help: 'A job posting; may be given more than once.',
    },
    force: { type: 'boolean', help: 'Replace existing files; each is kept as .bak.' },
  },
  examples: [
    {
      run: 'bonafide init my-career --from cv.pdf --repo ~/code/shop-api --job posting.md',
      does: 'all at once',
    },
    { run: 'bonafide init', does: 'an empty workspace here' },
    { run: 'bonafide init my-career --from resume.json', does: 'from a JSON Resume' },
  ],
  async run({ positionals: [dir = '.'], options, output }) {
    return withRuntime(async (runtime) => {
      const root = resolve(dir)
      const postings = []
      for (const file of options.job) postings.push(await readInput(file, MOST_POSTING_BYTES, output))
      const old = options.from === undefined ? null : await readInput(options.from, MOST_IMPORT_BYTES, output)
      const from =
        old === null
          ? null
          : await importResume(old.bytes, old.file, {
              pdf: runtime.pdf,
              knowledge: await loadKnowledge(runtime),
            })
      const result = await initWorkspace({
        dir: root,
        ...(from === null ? {} : { from }),
        // A repository beside the workspace moves with it; one elsewhere is named in full.
        repositories: options.repo.map((path) => nearPath(root, resolve(path))),
        postings,
        force: options.force,
        connectors,
        ports: runtime,
      })
      return {
        json: asJson({ root, ...result }),
        text: [
          `Made a workspace in ${root}`,
          ...result.written
            .filter((path) => !path.startsWith('.'))
            .map((path) => `  ${output.paint('green', '+')} ${path}`),
          ...result.backups.map((path) => `  ${output.paint('yellow', '~')} ${path} holds what was replaced`),
          ...(from === null ? [] : ['', `Read from ${old?.file ?? '-'}: ${readingOf(from)}`]),
          '',
          'Next:',
          ...result.next.map((step) => `  - ${step}`),
        ].join('\n'),
      }
    })
  },
})

/** How much was read, how much of it is unsure, and how much found no place. */
function readingOf({ fields, unplaced }: ImportedResume): string {
  const unsure = fields.filter(({ confidence }) => confidence < 0.6).length
  const left =
    unplaced.length === 0
      ? ''
      : ` ${unplaced.length} ${unplaced.length === 1 ? 'line' : 'lines'} found no place and stand at the end of resume.yaml, as comments.`
  return `${fields.length} fields, ${unsure === 0 ? 'none' : unsure} of them unsure.${left}`
}

function nearPath(root: string, path: string): string {
  const near = relative(root, path)
  return near.startsWith('../../') || isAbsolute(near) ? path : near
}
