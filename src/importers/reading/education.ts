import { itemsOf } from './body.ts'
import type { Entry, FoundPeriod } from './entries.ts'
import { chunksOf } from './header.ts'
import type { Chunk } from './header.ts'
import type { Found, Line } from './line.ts'
import { findDegree, looksLikeInstitution } from './vocabulary.ts'

/** A school as it was read. */
export interface ReadSchool {
  readonly institution: Found | null
  readonly area: Found | null
  readonly studyType: Found | null
  readonly score: Found | null
  readonly period: FoundPeriod | null
  readonly courses: readonly Found[]
  readonly left: readonly Found[]
}

const SCORE =
  /\b(?:c?gpa|grade|overall gpa|note|abschlussnote|gesamtnote|notendurchschnitt|mention|nota(?: media)?|media|promedio|moyenne|final mark|result)\b\s*[:=]?\s*(\d{1,3}(?:[.,]\d{1,3})?\s*%?(?:\s?(?:\/|out of|of|sur|von)\s?\d{1,3}(?:[.,]\d{1,2})?)?|\p{Lu}[\p{L}\s]{2,30}(?=$|[,;(]))/iu
const PLAIN_SCORE =
  /\b(\d(?:[.,]\d{1,3})?\s?\/\s?(?:4|5|10|20)(?:[.,]0{1,2})?)\s*(?:c?gpa)?\b|\b(\d[.,]\d{1,2})\s+c?gpa\b/i
const HONOURS =
  /\b(?:summa|magna) cum laude\b|\bcum laude\b|\bfirst[- ]class honou?rs\b|\b(?:upper|lower) second[- ]class\b|\bmit auszeichnung\b/i
const COURSES =
  /^(?:relevant |selected |main |key )?(?:course ?work|courses|modules|subjects|kurse|fächer|cours|asignaturas|cursos)\s*:\s*(.*)$/i

/** Reads the schools of a section. */
export function readSchools(entries: readonly Entry[]): readonly ReadSchool[] {
  return entries.map(readSchool)
}

function readSchool(entry: Entry): ReadSchool {
  const all = chunksOf(entry.header)
  const names = all.filter(({ kind }) => kind === 'name').flatMap(splitNames)
  const scoreChunk = names.find(({ text }) => scoreIn(text) !== null && !looksLikeInstitution(text))
  const rest = names.filter((chunk) => chunk !== scoreChunk)
  const degrees = rest.filter(({ text }) => findDegree(text) !== null && !looksLikeSchoolOnly(text))
  const degree = degrees.toSorted((a, b) => b.text.length - a.text.length)[0] ?? null
  const others = rest.filter((chunk) => !degrees.includes(chunk))
  const institution = others.find(({ text }) => looksLikeInstitution(text)) ?? others[0] ?? null
  const split = degree ? splitDegree(degree) : null
  const spare = others.filter((chunk) => chunk !== institution)
  const area = split?.area
    ? found(split.area, degree as Chunk, entry.confidence)
    : spare[0]
      ? found(spare[0].text, spare[0], 0.6)
      : null
  const body = readSchoolBody(entry.body)
  return {
    institution: institution ? found(institution.text, institution, entry.confidence) : null,
    area,
    studyType: split && degree ? found(split.studyType, degree, entry.confidence) : null,
    score: (scoreChunk ? found(scoreIn(scoreChunk.text) ?? '', scoreChunk, 0.8) : null) ?? body.score,
    period: entry.period,
    courses: body.courses,
    left: [
      ...body.left,
      ...spare.slice(split?.area ? 0 : 1).map((chunk) => found(chunk.text, chunk, 0.3)),
      ...all.filter(({ kind }) => kind !== 'name').map((chunk) => found(chunk.text, chunk, 0.3)),
    ],
  }
}

/** "Graduate School of Business" is a school; "Master, Business School" is both. */
function looksLikeSchoolOnly(text: string): boolean {
  return (
    looksLikeInstitution(text) &&
    !/,|\bin\b/.test(text) &&
    !/^(?:high school diploma|diplom|bachelor|master)/i.test(text)
  )
}

/** "PhD, Computer Science, Example University": cut where a school or a degree begins; other commas stay in the name. */
function splitNames(chunk: Chunk): readonly Chunk[] {
  const parts = chunk.text.split(/,\s+/)
  if (parts.length === 1) return splitLeadingDegree(chunk)
  const groups: string[][] = []
  for (const text of parts) {
    const open = groups.at(-1)
    const starts = looksLikeInstitution(text) || findDegree(text)?.start === 0
    const afterSchool = open?.some(looksLikeInstitution) === true
    if (!open || starts || afterSchool) groups.push([text])
    else open.push(text)
  }
  return groups.flatMap((texts) => splitLeadingDegree({ ...chunk, text: texts.join(', ') }))
}

/** "BS Example University": the degree before a school's name. */
function splitLeadingDegree(chunk: Chunk): readonly Chunk[] {
  const degree = findDegree(chunk.text)
  if (degree?.start !== 0 || !looksLikeInstitution(chunk.text)) return [chunk]
  const rest = chunk.text.slice(degree.end).replace(/^[\s,:–-]+/, '')
  if (/^(?:in|of|für|en|de)\b/.test(rest) || !looksLikeInstitution(rest) || rest === '') return [chunk]
  return [
    { ...chunk, text: chunk.text.slice(0, degree.end) },
    { ...chunk, text: rest },
  ]
}

function splitDegree({ text }: Chunk): { readonly studyType: string; readonly area: string | null } {
  const whole = /^(.*?)(?:\s+(?:in|im|en|der|fach)\s+|\s*[,:–—]\s*|\s+-\s+)(.+)$/iu.exec(text)
  if (whole?.[1] !== undefined && whole[2] !== undefined && findDegree(whole[1])) {
    return { studyType: whole[1].trim(), area: bare(whole[2]) }
  }
  if (whole?.[1] !== undefined && whole[2] !== undefined && findDegree(whole[2]))
    return { studyType: whole[2].trim(), area: bare(whole[1]) }
  let end = 0
  // "Bachelor and Master Philosophy": the last degree word that the first ones lead to.
  for (let next = findDegree(text); next; next = findDegree(text.slice(end))) {
    const joint = text.slice(end, end + next.start)
    if (end > 0 && !/^\s*(?:and|und|et|y|&|\/|,)?\s*$/.test(joint)) break
    end += next.end
  }
  const of = /^\s+of\s+\p{L}+/u.exec(text.slice(end))?.[0].length ?? 0
  const rest = text
    .slice(end + of)
    .replace(/^[\s.,:()–-]+/, '')
    .replace(/^(?:of|in|degree in|degree)\s+/i, '')
  return { studyType: text.slice(0, end + of).trim(), area: rest === '' ? null : bare(rest) }
}

function bare(text: string): string {
  return text.trim().replace(/^\(|\)$/g, '')
}

function scoreIn(text: string): string | null {
  return (
    SCORE.exec(text)?.[1]?.trim() ??
    PLAIN_SCORE.exec(text)
      ?.slice(1)
      .find((value) => value !== undefined)
      ?.trim() ??
    HONOURS.exec(text)?.[0] ??
    null
  )
}

function readSchoolBody(lines: readonly Line[]): {
  readonly score: Found | null
  readonly courses: readonly Found[]
  readonly left: readonly Found[]
} {
  let score: Found | null = null
  const courses: Found[] = []
  const left: Found[] = []
  for (const { text, lines: own } of itemsOf(lines)) {
    const [line] = own
    if (!line) continue
    const listed = COURSES.exec(text)?.[1]
    if (listed !== undefined) {
      const separator = listed.includes(';') ? /;\s*/ : /,\s*/
      courses.push(
        ...listed
          .replace(/\.$/, '')
          .split(separator)
          .filter((course) => course !== '')
          .map((value) => ({ value, line, confidence: 0.85 })),
      )
      continue
    }
    const stated: string | null = score === null ? scoreIn(text) : null
    if (stated !== null) score = { value: stated, line, confidence: 0.85 }
    // A line that says more than the score keeps its words.
    if (stated === null || text.length > stated.length + 25) left.push({ value: text, line, confidence: 0.3 })
  }
  return { score, courses, left }
}

function found(value: string, { line }: Chunk, confidence: number): Found {
  return { value, line, confidence }
}
