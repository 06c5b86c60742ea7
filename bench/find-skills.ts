import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { createFinder } from '../src/skill/finder.ts'
import type { Skill, SkillFinder, Taxonomy } from '../src/skill/model.ts'
import { buildTaxonomy } from '../src/skill/taxonomy.ts'

const TERMS = 5000
const MEGABYTES = 8
/** MB a CPU-second that the finder has to reach. */
const TARGET = 100
const ROUNDS = 5

/**
 * Compares the finder with one big regular expression over the same text: postings and résumés made from a seed, or an
 * own file (`--data FILE`). Prints how many megabytes each reads in a second of CPU time, and whether both find the same
 * on names that no guard and no variant concerns. The ratio is target ÷ ours, so that 1.0 and less meets the budget.
 */
export default async function findSkills(args: readonly string[] = process.argv.slice(2)): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { data: { type: 'string' } }, strict: false })
  const shipped = readShipped()
  const started = process.cpuUsage()
  const taxonomy = widen(shipped, TERMS)
  const finder = createFinder(taxonomy)
  const built = cpuSeconds(started) * 1000
  const documents =
    typeof values.data === 'string' ? repeat(split(readFileSync(values.data, 'utf8'))) : makeTexts(taxonomy)
  const megabytes = documents.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6

  const ours = measure(() => sumOf(documents, (text) => finder(text).length), megabytes, ROUNDS)
  const pattern = bigPattern(taxonomy)
  const expression = measure(() => sumOf(documents, (text) => countMatches(text, pattern)), megabytes, 1)
  const rows = [
    ['', 'MB/CPU-s', 'mentions'],
    ['finder', ours.speed.toFixed(0), String(ours.count)],
    ['one regular expression', expression.speed.toFixed(0), String(expression.count)],
  ]
  console.log(
    `${termCount(taxonomy)} terms, ${megabytes.toFixed(1)} MB, built in ${built.toFixed(0)} ms of CPU`,
  )
  for (const row of rows)
    console.log(row.map((cell, at) => (at === 0 ? cell.padEnd(24) : cell.padStart(12))).join(''))
  console.log(`finder ÷ regular expression: ${(ours.speed / expression.speed).toFixed(1)}`)

  const agreed = agree(taxonomy, documents.slice(0, 100))
  console.log(
    `plain names in the first 100 documents: finder ${agreed.finder}, regular expression ${agreed.expression}`,
  )
  const ratio = TARGET / ours.speed
  const ok = ratio <= 1 && agreed.finder === agreed.expression
  console.log(`bench find-skills: ${ratio.toFixed(2)} (budget 1.0) ${ok ? 'ok' : 'short'}`)
  if (!ok) process.exitCode = 1
}

function readShipped(): Taxonomy {
  const folder = join(import.meta.dirname, '../data/skills')
  return buildTaxonomy(
    readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .sort()
      .map((file) => ({ file, content: parse(readFileSync(join(folder, file), 'utf8')) as unknown })),
  )
}

const termCount = (taxonomy: Taxonomy): number =>
  [...taxonomy.skills.values()].reduce((sum, skill) => sum + 1 + skill.aliases.length, 0)

/** Adds invented names until there are as many terms as the budget speaks of. */
function widen(taxonomy: Taxonomy, terms: number): Taxonomy {
  const random = mulberry(7)
  const skills: Skill[] = [...taxonomy.skills.values()]
  for (let at = termCount(taxonomy); at < terms; at++) {
    const name = `${invent(random)}${pick(random, ['', 'DB', 'JS', ' Cloud', '.io'])}`
    skills.push({ id: `invented-${at}`, name, kind: 'tool', parents: [], aliases: [] })
  }
  return { ...taxonomy, skills: new Map(skills.map((skill) => [skill.id, skill])) }
}

const SYLLABLES = 'ba co di fe gu ka lo mi nu pra qui rho sta tri vex wo xan yl zu kor lem'.split(' ')

function invent(random: () => number): string {
  const word = Array.from({ length: 3 }, () => pick(random, SYLLABLES)).join('')
  return word.charAt(0).toUpperCase() + word.slice(1)
}

const OPENINGS = [
  'You will build and run services that many customers rely on every day, together with',
  'In this role the team owns its systems from the first idea to production, using',
  'We expect several years of professional practice and a solid grasp of',
  'Reduced the time to answer of the ordering service by a third, with',
  'Moved a large monolith in small steps without any outage for our users, to',
  'Nice to have, though by no means necessary for a good start in our office, is',
  'Designed the schema, wrote the migration plan and trained two colleagues in',
  'Wir suchen jemanden, der gerne Verantwortung übernimmt und sich auskennt mit',
]
const FILLERS = [
  'People here take the time to explain why something was done, and new colleagues get a partner for the first months.',
  'The customers are small shops that want to know by the evening what was sold and what has to be ordered again.',
  'Was responsible for the part that turns orders into parcels, from the first sketch to the night shift in December.',
  'Wir sind ein kleines Unternehmen mit kurzen Wegen, in dem jede Stimme zählt und niemand lange auf Antwort wartet.',
  'Later moved to the group that looks after prices, where the rules of twelve countries had to be brought together.',
  'You bring along a degree or the same knowledge from elsewhere; we look at what people can do and not at papers.',
  'Halved the number of questions that reached the hotline by showing customers where their parcels were at any hour.',
  'Our office is close to the river and there is fruit, coffee and a room for the rest of the day.',
  'Please go to our careers page and express your interest before the end of spring.',
  'You take part in planning, speak with people from other departments, and make sure that work gets finished.',
  'We offer flexible hours, thirty days of holiday, a budget for learning, and a fair salary for all who join.',
  'The company was founded nine years ago, has eighty employees, and serves shops in eleven countries.',
  'Worked closely with support and sales to find out what people needed, and then wrote it down.',
]

function makeTexts(taxonomy: Taxonomy): readonly string[] {
  const random = mulberry(42)
  const names = [...taxonomy.skills.values()]
    .map((skill) => ({ name: skill.name, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ name }) => name)
  const documents: string[] = []
  for (let length = 0; length < MEGABYTES * 1e6; length += documents.at(-1)?.length ?? 0) {
    const parts = Array.from({ length: 12 }, () => {
      const listed = Array.from({ length: 1 + Math.floor(random() * 3) }, () => skewed(random, names)).join(
        ', ',
      )
      return `${pick(random, OPENINGS)} ${listed}.\n${pick(random, FILLERS)} ${pick(random, FILLERS)}\n\n`
    })
    documents.push(flat(parts.join('')))
  }
  return documents
}

/** One text by its blank lines into documents of about the size of a posting. */
function split(text: string): readonly string[] {
  const documents: string[] = []
  for (let from = 0; from < text.length;) {
    const gap = text.indexOf('\n\n', from + 4000)
    const to = gap < 0 ? text.length : gap + 2
    documents.push(flat(text.slice(from, to)))
    from = to
  }
  return documents
}

function repeat(documents: readonly string[]): readonly string[] {
  const length = documents.reduce((sum, text) => sum + text.length, 0)
  return Array.from({ length: Math.max(1, Math.ceil((MEGABYTES * 1e6) / length)) }, () => documents).flat()
}

/** A string in one piece, as a file gives it. */
const flat = (text: string): string => Buffer.from(text).toString()

const sumOf = (documents: readonly string[], count: (text: string) => number): number =>
  documents.reduce((sum, text) => sum + count(text), 0)

/** Few names make most mentions, as in life. */
const skewed = (random: () => number, names: readonly string[]): string =>
  names[Math.floor(random() ** 3 * names.length)] ?? ''

const pick = <Value>(random: () => number, values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)]!

function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function measure(
  run: () => number,
  megabytes: number,
  rounds: number,
): { readonly speed: number; readonly count: number } {
  let count = 0
  let best = Infinity
  for (let round = 0; round < rounds; round++) {
    const started = process.cpuUsage()
    count = run()
    best = Math.min(best, cpuSeconds(started))
  }
  return { speed: megabytes / best, count }
}

function cpuSeconds(started: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1e6
}

function bigPattern(taxonomy: Taxonomy): RegExp {
  const skills = [...taxonomy.skills.values()]
  return patternOf([...skills.map(({ name }) => name), ...skills.flatMap(({ aliases }) => aliases)])
}

/** Longest first, as an alternation takes the first that fits. */
function patternOf(names: readonly string[]): RegExp {
  const sorted = [...new Set(names)].sort((a, b) => b.length - a.length)
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sorted.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

function countMatches(text: string, pattern: RegExp): number {
  let count = 0
  for (const _ of text.matchAll(pattern)) count++
  return count
}

/** Both readers on single words in letters alone without a guard, where they have to find exactly the same. */
function agree(
  taxonomy: Taxonomy,
  documents: readonly string[],
): { readonly finder: number; readonly expression: number } {
  const plain = [...taxonomy.skills.values()].filter(
    ({ name, kind, guard }) =>
      /^[A-Z][a-z]{3,}$/.test(name) && guard === undefined && (kind === 'tool' || kind === 'datastore'),
  )
  const skills = new Map(plain.map((skill) => [skill.id, { ...skill, aliases: [] }]))
  const finder: SkillFinder = createFinder({ ...taxonomy, skills })
  const pattern = patternOf(plain.map(({ name }) => name))
  return {
    finder: sumOf(documents, (text) => finder(text).length),
    expression: sumOf(documents, (text) => countMatches(text, pattern)),
  }
}

if (process.argv[1] === import.meta.filename) await findSkills()
