import type { EvidenceDraft } from '../../core/evidence.ts'
import { compareText } from '../../core/finding.ts'
import type { OwnCommit, SkillShare } from './facts.ts'
import type { Quarter } from './quarters.ts'
import type { VersionTag } from './releases.ts'
import { emptyTally, type Tally } from './tally.ts'

/** What is kept of a quarter: its facts as they were yielded, and what they were computed from, read when needed. */
export interface KeptQuarter {
  readonly name: string
  readonly drafts: () => readonly EvidenceDraft[]
  readonly open: () => Quarter
  /** The two lines as they stand in the file. */
  readonly bytes: readonly [Uint8Array, Uint8Array]
}

/** What is kept between two runs. */
export interface KeptState {
  readonly tips: readonly string[]
  readonly tally: Tally
  readonly tags: readonly VersionTag[]
  readonly quarters: ReadonlyMap<string, KeptQuarter>
}

interface Header {
  readonly fingerprint: string
  readonly tips: readonly string[]
  readonly tally: ReturnType<typeof tallyToJson>
  readonly tags: readonly VersionTag[]
  /** Name, and the lengths in bytes of the lines of drafts and of facts. */
  readonly quarters: readonly (readonly [string, number, number])[]
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/**
 * Writes the state: one line of JSON for what is always needed, then two for each quarter. A quarter that nothing was
 * added to is copied as it stands.
 */
export function encodeState(
  fingerprint: string,
  state: Omit<KeptState, 'quarters'>,
  quarters: readonly (
    | KeptQuarter
    | { readonly name: string; readonly quarter: Quarter; readonly made: readonly EvidenceDraft[] }
  )[],
): Uint8Array {
  const lines = quarters
    .toSorted((a, b) => compareText(a.name, b.name))
    .map((each) => ({
      name: each.name,
      bytes:
        'bytes' in each ? each.bytes : ([lineOf(each.made), lineOf(quarterToJson(each.quarter))] as const),
    }))
  const header: Header = {
    fingerprint,
    tips: state.tips,
    tally: tallyToJson(state.tally),
    tags: state.tags,
    quarters: lines.map(({ name, bytes }) => [name, bytes[0].length, bytes[1].length]),
  }
  return concat([lineOf(header), ...lines.flatMap(({ bytes }) => bytes)])
}

/** Reads the state; null when it belongs to other settings, or is damaged. */
export function decodeState(bytes: Uint8Array, fingerprint: string): KeptState | null {
  const end = bytes.indexOf(10)
  if (end < 0) return null
  try {
    const header = parseLine(bytes.subarray(0, end)) as Header
    if (header.fingerprint !== fingerprint) return null
    const quarters = new Map<string, KeptQuarter>()
    let at = end + 1
    for (const [name, drafts, facts] of header.quarters) {
      const first = bytes.subarray(at, at + drafts)
      const second = bytes.subarray(at + drafts, at + drafts + facts)
      at += drafts + facts
      quarters.set(name, {
        name,
        bytes: [first, second],
        drafts: () => parseLine(first) as readonly EvidenceDraft[],
        open: () => quarterFromJson(name, parseLine(second) as QuarterJson),
      })
    }
    if (at !== bytes.length) return null
    return { tips: header.tips, tally: tallyFromJson(header.tally), tags: header.tags, quarters }
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null
    throw error
  }
}

const lineOf = (value: unknown): Uint8Array => encoder.encode(`${JSON.stringify(value)}\n`)

const parseLine = (bytes: Uint8Array): unknown => JSON.parse(decoder.decode(bytes))

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

const MERGE = 1
const AI = 2
const COAUTHORED = 4
const LINES = 8

type ShareJson = readonly [string, number, number, number, readonly number[]]
type CommitJson = readonly [
  string,
  number,
  number,
  number,
  number | null,
  number,
  number,
  readonly number[],
  readonly ShareJson[],
]

interface QuarterJson {
  readonly own: readonly CommitJson[]
  readonly pulls: readonly (readonly [string, number, number, number])[]
  readonly team: readonly (readonly [string, number, readonly number[]])[]
}

function quarterToJson({ own, pulls, team }: Quarter): QuarterJson {
  return {
    own: own.map((commit) => [
      commit.id,
      commit.authored,
      commit.committed,
      (commit.merge ? MERGE : 0) |
        (commit.ai ? AI : 0) |
        (commit.coauthored ? COAUTHORED : 0) |
        (commit.lines ? LINES : 0),
      commit.pullRequest,
      commit.added,
      commit.deleted,
      commit.files,
      commit.skills.map(({ skill, how, added, deleted, files }) => [skill, how, added, deleted, files]),
    ]),
    pulls: pulls.map(({ id, authored, committed, number }) => [id, authored, committed, number]),
    team: [...team].map(([month, { commits, people }]) => [month, commits, [...people]]),
  }
}

function quarterFromJson(name: string, { own, pulls, team }: QuarterJson): Quarter {
  return {
    name,
    own: own.map(
      ([id, authored, committed, flags, pullRequest, added, deleted, files, skills]): OwnCommit => ({
        id,
        authored,
        committed,
        merge: (flags & MERGE) !== 0,
        ai: (flags & AI) !== 0,
        coauthored: (flags & COAUTHORED) !== 0,
        lines: (flags & LINES) !== 0,
        pullRequest,
        added,
        deleted,
        files: [...files],
        skills: skills.map(([skill, how, plus, minus, paths]): SkillShare => ({
          skill,
          how,
          added: plus,
          deleted: minus,
          files: [...paths],
        })),
      }),
    ),
    pulls: pulls.map(([id, authored, committed, number]) => ({ id, authored, committed, number })),
    team: new Map(team.map(([month, commits, people]) => [month, { commits, people: new Set(people) }])),
  }
}

function tallyToJson(tally: Tally): Omit<Tally, 'similar'> & { similar: readonly [string, number][] } {
  return { ...tally, similar: [...tally.similar] }
}

function tallyFromJson(json: ReturnType<typeof tallyToJson>): Tally {
  return { ...emptyTally(), ...json, similar: new Map(json.similar) }
}
