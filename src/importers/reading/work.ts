import type { Entry, FoundPeriod, RolePart } from './entries.ts'
import { readBody } from './body.ts'
import type { ReadBody } from './body.ts'
import { chunksOf } from './header.ts'
import type { Chunk } from './header.ts'
import type { Found, Line } from './line.ts'
import { employerScore, titleScore } from './vocabulary.ts'

/** A job as it was read. */
export interface ReadJob {
  readonly company: Found | null
  readonly location: Found | null
  readonly url: Found | null
  readonly title: Found | null
  readonly period: FoundPeriod | null
  readonly body: ReadBody
  readonly roles: readonly ReadRole[]
  /** Header parts that found no field. */
  readonly left: readonly Found[]
  readonly confidence: number
}

/** One of several roles in a job. */
export interface ReadRole {
  readonly title: Found | null
  readonly period: FoundPeriod | null
  readonly body: ReadBody
  readonly left: readonly Found[]
}

/** Which of two names in a header comes first. */
type Order = 'title-first' | 'company-first'

interface Parted {
  readonly entry: Entry
  readonly names: readonly Chunk[]
  readonly places: readonly Chunk[]
  readonly links: readonly Chunk[]
}

/**
 * Reads the jobs of a section. Which name is the title and which the company is decided for the section as a whole:
 * every header of one build votes by its words, and all follow the vote.
 */
export function readJobs(entries: readonly Entry[]): readonly ReadJob[] {
  const parted = entries.map(part)
  const votes = new Map<string, number>()
  for (const { names, entry } of parted) {
    if (entry.roles.length > 0) continue
    const key = buildOf(names)
    votes.set(key, (votes.get(key) ?? 0) + titleFirst(names))
  }
  const overall = [...votes.values()].reduce((sum, vote) => sum + vote, 0)
  return parted.map((job) => {
    if (job.entry.roles.length > 0) return withRoles(job)
    const vote = votes.get(buildOf(job.names)) ?? 0
    return single(job, (vote === 0 ? overall : vote) > 0 ? 'title-first' : 'company-first')
  })
}

function part(entry: Entry): Parted {
  const chunks = chunksOf(entry.header)
  const links = chunks.filter(({ kind }) => kind === 'link')
  const named = chunks.filter(({ kind }) => kind === 'name')
  const atRight = named.filter((chunk) => isUnknownPlace(chunk, named))
  const places = [...chunks.filter(({ kind }) => kind === 'place'), ...atRight]
  const names = named.filter((chunk) => !atRight.includes(chunk))
  // A header of places alone: the first is rather a name.
  if (names.length === 0 && places.length > 0)
    return { entry, names: places.slice(0, 1), places: places.slice(1), links }
  return { entry, names: names.flatMap(splitCommas(names.length)), places, links }
}

/** A short name at the right edge is a place when two other names are there to be company and title. */
function isUnknownPlace(chunk: Chunk, named: readonly Chunk[]): boolean {
  const others = named.filter((other) => other !== chunk)
  const enough = others.length >= 2 || others.some(({ text }) => text.includes(', '))
  return (
    chunk.atRight &&
    enough &&
    titleScore(chunk.text) === 0 &&
    employerScore(chunk.text) === 0 &&
    chunk.text.split(' ').length <= 4
  )
}

/** A header that is one run of text is cut at its commas; with more chunks commas belong to the names. */
function splitCommas(count: number): (chunk: Chunk) => readonly Chunk[] {
  return (chunk) => {
    if (count > 1) return [chunk]
    return chunk.text
      .split(/,\s+(?!(?:inc|llc|ltd|l\.l\.c|s\.a|gmbh|co|corp)\b)/i)
      .map((text, index): Chunk =>
        Object.assign({}, chunk, { text, separator: index === 0 ? chunk.separator : ',' }),
      )
  }
}

/** Headers of one build have their names in the same rows and places. */
function buildOf(names: readonly Chunk[]): string {
  const commas = names.some(({ separator }) => separator === ',')
  return names.length <= 1
    ? '1'
    : `${commas ? ',' : ''}${names
        .slice(0, commas ? 1 : 3)
        .map(({ row, bold, atRight }) => `${row}${bold ? 'b' : ''}${atRight ? 'r' : ''}`)
        .join(' ')}`
}

function leaning(text: string): number {
  return titleScore(text) - employerScore(text)
}

/** Above 0 when the first name is rather the title. */
function titleFirst(names: readonly Chunk[]): number {
  const [first] = names
  const last = names.at(-1)
  if (!first || !last || first === last) return 0
  const at = names.findIndex(({ separator }) => /^(?:@|at|bei|chez)$/.test(separator))
  if (at > 0) return 5
  const second = names.length === 2 ? last : (names[1] ?? last)
  return leaning(first.text) - Math.max(leaning(second.text), names.length > 2 ? leaning(last.text) : -9)
}

function single({ entry, names, places, links }: Parted, order: Order): ReadJob {
  const { title, company, left } = assign(names, order)
  const [location, ...morePlaces] = places
  const [link, ...moreLinks] = links
  return {
    company: company && found(company.text, company.line, entry.confidence),
    title: title && found(title.text, title.line, entry.confidence),
    location: location ? found(location.text, location.line, entry.confidence) : null,
    url: urlOf(link, company),
    period: entry.period,
    body: readBody(entry.body),
    roles: [],
    left: [...left, ...morePlaces, ...moreLinks].map((chunk) => found(chunk.text, chunk.line, 0.3)),
    confidence: entry.confidence,
  }
}

interface Assigned {
  readonly title: Chunk | null
  readonly company: Chunk | null
  readonly left: readonly Chunk[]
}

function assign(names: readonly Chunk[], order: Order): Assigned {
  const [first, second, ...more] = names
  if (!first) return { title: null, company: null, left: [] }
  if (!second) {
    return leaning(first.text) > 0
      ? { title: first, company: null, left: [] }
      : { title: null, company: first, left: [] }
  }
  const commas = names.every(({ separator }, index) => index === 0 || separator === ',')
  if (commas && more.length > 0) return assignCommas(names, order)
  if (more.length === 0)
    return order === 'title-first'
      ? { title: first, company: second, left: [] }
      : { title: second, company: first, left: [] }
  return assignMany(names, order)
}

/** "Engineer, Intern, Acme" and "Acme, Engineer, Intern": the title takes its parts along. */
function assignCommas(names: readonly Chunk[], order: Order): Assigned {
  const titled = names.map(({ text }) => titleScore(text) > 0)
  const cut =
    order === 'title-first'
      ? Math.max(1, Math.min(names.length - 1, titled.lastIndexOf(true) + 1))
      : Math.max(1, titled.indexOf(true))
  const head = joined(names.slice(0, cut))
  const tail = joined(names.slice(cut))
  return order === 'title-first'
    ? { title: head, company: tail, left: [] }
    : { title: tail, company: head, left: [] }
}

/** Of three and more the likeliest title and the likeliest company, near the order of the section. */
function assignMany(names: readonly Chunk[], order: Order): Assigned {
  let best: { title: Chunk; company: Chunk; score: number } | null = null
  names.forEach((title, at) => {
    names.forEach((company, against) => {
      if (at === against) return
      const ordered = at < against === (order === 'title-first') ? 1.5 : 0
      const early = -0.4 * (at + against)
      const score =
        leaning(title.text) -
        leaning(company.text) +
        ordered +
        early +
        (company.bold !== title.bold ? 0.3 : 0)
      if (!best || score > best.score) best = { title, company, score }
    })
  })
  const { title, company } = best as unknown as { title: Chunk; company: Chunk }
  return { title, company, left: names.filter((chunk) => chunk !== title && chunk !== company) }
}

function joined(chunks: readonly Chunk[]): Chunk | null {
  const [first] = chunks
  return first ? { ...first, text: chunks.map(({ text }) => text).join(', ') } : null
}

function withRoles({ entry, names, places, links }: Parted): ReadJob {
  const [company, ...left] = names
  const [location, ...morePlaces] = places
  return {
    company: company ? found(company.text, company.line, entry.confidence) : null,
    title: null,
    location: location ? found(location.text, location.line, entry.confidence) : null,
    url: urlOf(links[0], company ?? null),
    period: entry.period,
    body: readBody(entry.body),
    roles: entry.roles.map(readRole),
    left: [...left, ...morePlaces].map((chunk) => found(chunk.text, chunk.line, 0.3)),
    confidence: entry.confidence,
  }
}

function readRole(role: RolePart): ReadRole {
  const chunks = chunksOf(role.header)
  const names = chunks.filter(({ kind }) => kind === 'name')
  const title = names.find(({ text }) => titleScore(text) > 0) ?? names[0]
  return {
    title: title ? found(title.text, title.line, 0.8) : null,
    period: role.period,
    body: readBody(role.body),
    left: chunks.filter((chunk) => chunk !== title).map((chunk) => found(chunk.text, chunk.line, 0.3)),
  }
}

function urlOf(link: Chunk | undefined, company: Chunk | null): Found | null {
  const address = link?.links[0] ?? link?.text ?? company?.links[0]
  const line: Line | undefined = link?.line ?? company?.line
  if (address === undefined || !line) return null
  const full = /^[a-z]+:/i.test(address) ? address : `https://${address}`
  return URL.canParse(full) && /^https?:/.test(full) ? found(full, line, 0.9) : null
}

function found(value: string, line: Line, confidence: number): Found {
  return { value, line, confidence }
}
