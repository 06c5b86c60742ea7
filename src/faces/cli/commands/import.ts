import { MOST_IMPORT_BYTES, importResume } from '../../../app/import-resume.ts'
import { loadKnowledge } from '../../../app/knowledge.ts'
import { renderFindings } from '../../../app/report.ts'
import type { Finding } from '../../../core/finding.ts'
import { formatPath } from '../../../core/position.ts'
import { toJsonResume } from '../../../app/import-resume.ts'
import { findPackageJson } from '../../../platform/package-layout.ts'
import type { ImportedField, ImportedResume } from '../../../resume/importer.ts'
import { defineCommand } from '../command.ts'
import { eachFile } from '../each-file.ts'
import type { Part } from '../each-file.ts'
import { readInput } from '../input.ts'
import { asJson } from '../json.ts'
import type { Output } from '../output.ts'
import { painterFor } from '../render/findings.ts'
import { renderTable } from '../render/table.ts'
import { withRuntime } from '../session.ts'

const SURE = 0.6

export default defineCommand({
  name: 'import',
  summary: 'Read résumés (PDF, JSON Resume, text, Markdown)',
  description:
    'Shows what was read, how surely and from where. --json prints one strict JSON Resume a line, with meta.source and confidence, and writes nothing; init --from writes a workspace. A file that cannot be read is told, in --json as a line with "error"; the others go on, and the exit code is 2.',
  positionals: { usage: 'FILE…', min: 1, max: Number.POSITIVE_INFINITY },
  options: {},
  examples: [
    { run: 'bonafide import cv.pdf', does: 'what a machine reads in your PDF' },
    { run: 'bonafide import *.pdf --json > all.jsonl', does: 'strict JSON Resume, one a line' },
    { run: 'curl … | bonafide import - --json | jq .work[0]', does: 'from standard input' },
  ],
  async run({ positionals, json, output }) {
    return withRuntime(async (runtime) => {
      if (positionals.some((file) => /\.pdf$/i.test(file))) runtime.start({ pdf: true })
      const knowledge = await loadKnowledge(runtime)
      const faults: Finding[] = []
      const readOne = async (file: string): Promise<Part> => {
        const { bytes } = await readInput(file, MOST_IMPORT_BYTES, output)
        const imported = await importResume(bytes, file, { pdf: runtime.pdf, knowledge })
        faults.push(...imported.findings.filter(({ severity }) => severity === 'error'))
        return json
          ? { json: strict(file, imported), text: '' }
          : { json: null, text: render(file, imported, output) }
      }
      const all = await eachFile(positionals, { json, output }, readOne, { apart: true })
      return { findings: faults, failed: !all }
    })
  },
})

function strict(file: string, { document, fields }: ImportedResume) {
  const confidence = Object.fromEntries(fields.map((field) => [formatPath(field.path), field.confidence]))
  return asJson(toJsonResume(document, { source: file, confidence }).resume)
}

function render(
  file: string,
  { document, fields, findings, unplaced }: ImportedResume,
  output: Output,
): string {
  const rows = fields.map((field) => [
    formatPath(field.path),
    field.confidence < SURE
      ? output.paint('yellow', field.confidence.toFixed(2))
      : field.confidence.toFixed(2),
    placeOf(field),
    textAt(document, field.path),
  ])
  const parts = [
    output.paint('bold', file),
    renderTable(
      [
        { title: 'field', most: 30 },
        { title: 'sure', align: 'right' },
        { title: 'where' },
        { title: 'what was read' },
      ],
      rows,
      {
        width: output.width,
        paintTitle: (text) => output.paint('dim', text),
      },
    ),
  ]
  if (unplaced.length > 0) {
    parts.push(
      `Not placed in any field (${unplaced.length}):`,
      ...unplaced.slice(0, 20).map(({ text }) => `  ${text}`),
    )
    if (unplaced.length > 20) parts.push(`  … and ${unplaced.length - 20} more`)
  }
  if (findings.length > 0)
    parts.push('', renderFindings('text', findings, findPackageJson().version, painterFor(output)).trimEnd())
  return parts.join('\n')
}

function placeOf({ position }: ImportedField): string {
  if (position === null) return ''
  if (position.page !== undefined) return `p. ${position.page}`
  return position.line === null ? '' : `line ${position.line}`
}

function textAt(document: unknown, path: ImportedField['path']): string {
  const value = path.reduce<unknown>(
    (node, part) => (node as Record<string | number, unknown> | undefined)?.[part],
    document,
  )
  if (value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
