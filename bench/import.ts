import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { chooseImporter } from '../src/importers/index.ts'
import { createPdfReader } from '../src/platform/pdf/reader.ts'
import type { ImportedResume } from '../src/resume/importer.ts'
import { createFinder } from '../src/skill/finder.ts'
import { buildTaxonomy } from '../src/skill/taxonomy.ts'
import { median, table } from './report.ts'
import { COLUMNS, scoreResume } from './import/score.ts'
import type { Facts, Scores, Visible } from './import/score.ts'

/** The best open parser's macro score on comparable sets. */
const BUDGET = 0.47

const { values } = parseArgs({ options: { data: { type: 'string' }, each: { type: 'boolean' } } })
if (values.data === undefined || !existsSync(values.data)) {
  console.error('bench import: name a folder of pairs: node bench/import.ts --data DIR')
  console.error('Each pair is a folder with resume.pdf, facts.json and facts-visible-in-pdf.json.')
  process.exitCode = 2
} else await run(values.data, values.each === true)

interface Scored {
  readonly pair: string
  readonly person: string
  readonly scores: Scores
  readonly milliseconds: number
}

async function run(data: string, each: boolean): Promise<void> {
  const skills = join(import.meta.dirname, '..', 'data', 'skills')
  const files = readdirSync(skills)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => ({ file: name, content: parse(readFileSync(join(skills, name), 'utf8')) as unknown }))
  const findSkills = createFinder(buildTaxonomy(files))
  const pdf = createPdfReader()
  const pairs = readdirSync(data).filter((name) => existsSync(join(data, name, 'resume.pdf')))
  const scored: Scored[] = []
  let crashes = 0
  const read = (bytes: Uint8Array, file: string): Promise<ImportedResume> =>
    chooseImporter(bytes, file).read(bytes, { file, pdf, findSkills })
  for (const pair of pairs) {
    const bytes = readFileSync(join(data, pair, 'resume.pdf'))
    const facts = json(join(data, pair, 'facts.json')) as Facts
    const visible = json(join(data, pair, 'facts-visible-in-pdf.json')) as Visible
    try {
      const imported = await read(bytes, 'resume.pdf')
      const times: number[] = []
      for (let round = 0; round < 3; round += 1) {
        const start = performance.now()
        await read(bytes, 'resume.pdf')
        times.push(performance.now() - start)
      }
      const person = `${facts.name} ${facts.email}`
      scored.push({
        pair,
        person,
        scores: scoreResume(imported.document, facts, visible),
        milliseconds: median(times),
      })
    } catch (error) {
      crashes += 1
      console.error(`${pair}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  await pdf.close()
  report(scored, crashes, each)
}

function report(scored: readonly Scored[], crashes: number, each: boolean): void {
  const percent = (value: number | null): string => (value === null ? '–' : String(Math.round(value * 100)))
  if (each) {
    table([
      ['pair', ...COLUMNS, 'ms'],
      ...scored.map(({ pair, scores, milliseconds }) => [
        pair,
        ...COLUMNS.map((column) => percent(scores[column])),
        milliseconds.toFixed(0),
      ]),
    ])
  }
  // Variants of one person's document count as one, or a set with many of them would say little.
  const people = [...Map.groupBy(scored, ({ person }) => person).values()]
  const means = COLUMNS.map((column) => {
    const byPerson = people.map((documents) => mean(documents.map(({ scores }) => scores[column])))
    return [column, mean(byPerson)] as const
  })
  table([['field', 'per cent'], ...means.map(([column, value]) => [column, percent(value)])])
  const macro = mean(means.map(([, value]) => value)) ?? 0
  const time = median(scored.map(({ milliseconds }) => milliseconds))
  console.log(
    `${scored.length} documents of ${people.length} people, ${crashes} crashes, ${time.toFixed(1)} ms a document warm (median)`,
  )
  console.log(
    `bench import: ${macro.toFixed(2)} (budget ${BUDGET}) ${macro >= BUDGET && crashes === 0 ? 'ok' : 'short'}`,
  )
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}

function json(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
