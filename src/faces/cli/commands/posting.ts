import { loadKnowledge } from '../../../app/knowledge.ts'
import type { Knowledge } from '../../../app/knowledge.ts'
import { postingFrom } from '../../../app/postings.ts'
import type { ReadPosting } from '../../../app/postings.ts'
import type { Finding } from '../../../core/finding.ts'
import { lineIndex } from '../../../core/position.ts'
import { defineCommand } from '../command.ts'
import { eachFile } from '../each-file.ts'
import type { Part } from '../each-file.ts'
import { readInput } from '../input.ts'
import { asJson } from '../json.ts'
import type { Output } from '../output.ts'
import { postingName } from '../render/match.ts'
import { renderTable } from '../render/table.ts'
import { withRuntime } from '../session.ts'

const MAX_BYTES = 4 * 1024 * 1024

export default defineCommand({
  name: 'posting',
  summary: 'Read job postings into requirements',
  description:
    'Reads text, Markdown with front matter, or a saved web page. Each requirement is a must or a nice-to-have, and names the place that asks for it. Nothing is written.',
  positionals: { usage: 'FILE…', min: 1, max: Number.POSITIVE_INFINITY },
  options: {},
  examples: [
    { run: 'bonafide posting postings/acme.md', does: 'what a posting asks for' },
    {
      run: 'bonafide posting - --json < page.html | jq .requirements',
      does: 'the same for another program, from a saved page',
    },
    { run: 'bonafide posting postings/*.md --json', does: 'one JSON object a line' },
  ],
  async run({ positionals, json, output }) {
    return withRuntime(async (runtime) => {
      const knowledge = await loadKnowledge(runtime)
      const faults: Finding[] = []
      const readOne = async (file: string): Promise<Part> => {
        const { bytes } = await readInput(file, MAX_BYTES, output)
        const read = postingFrom(bytes, file, knowledge)
        faults.push(...read.posting.findings.filter(({ severity }) => severity === 'error'))
        return json
          ? { json: postingJson(read, knowledge), text: '' }
          : { json: null, text: renderPosting(read, knowledge, output) }
      }
      const all = await eachFile(positionals, { json, output }, readOne, { apart: true })
      return { findings: faults, failed: !all }
    })
  },
})

function postingJson({ file, posting }: ReadPosting, { taxonomy }: Knowledge) {
  const { text: _, requirements, ...rest } = posting
  return asJson({
    file,
    ...rest,
    requirements: requirements.map((requirement) => ({
      ...requirement,
      names: requirement.anyOf.map((id) => taxonomy.skills.get(id)?.name ?? id),
    })),
  })
}

function renderPosting(read: ReadPosting, { taxonomy }: Knowledge, output: Output): string {
  const { file, posting } = read
  const lines = lineIndex(posting.text)
  const facts = [
    posting.seniority === null ? null : `level ${posting.seniority.value}`,
    posting.years === null
      ? null
      : `${posting.years.value.min}${posting.years.value.max === null ? '+' : ` to ${posting.years.value.max}`} years`,
    posting.place?.value ?? null,
    posting.remote?.value ?? null,
    posting.pay === null
      ? null
      : posting.text.slice(posting.pay.span.start, posting.pay.span.end).replaceAll(/\s+/g, ' '),
  ].filter((fact) => fact !== null)
  const rows = posting.requirements.map(({ modality, anyOf, years, text, span }) => [
    modality,
    anyOf.map((id) => taxonomy.skills.get(id)?.name ?? id).join(' or ') || '–',
    years === null ? '' : `${years.min}${years.max === null ? '+' : `–${years.max}`} y`,
    String(lines.at(span.start).line),
    text.replaceAll(/\s+/g, ' ').trim(),
  ])
  return [
    `${output.paint('bold', postingName(read))}  ${output.paint('dim', file)}`,
    facts.length === 0 ? null : facts.join(' · '),
    '',
    rows.length === 0
      ? 'No requirement was found in it.'
      : renderTable(
          [
            { title: '' },
            { title: 'skill', most: 30 },
            { title: 'years' },
            { title: 'line', align: 'right' },
            { title: 'words' },
          ],
          rows,
          { width: output.width, paintTitle: (text) => output.paint('dim', text) },
        ),
  ]
    .filter((line) => line !== null)
    .join('\n')
}
