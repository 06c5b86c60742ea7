import { findingOf } from '../../core/codes.ts'
import type { Finding } from '../../core/finding.ts'
import { userError } from '../../core/user-error.ts'
import type { ImportedResume } from '../../resume/importer.ts'
import type { SkillFinder } from '../../skill/model.ts'
import { importCodes } from '../codes.ts'
import { assemble, dateOf, datesOf, graduation, leftLines } from './assemble.ts'
import type { Draft } from './assemble.ts'
import { itemsOf } from './body.ts'
import { readContact } from './contact.ts'
import { readSchools } from './education.ts'
import { splitEntries } from './entries.ts'
import type { Entry } from './entries.ts'
import { withMargins } from './line.ts'
import type { Found, Line } from './line.ts'
import { readInterests, readItems, readLanguages, readTitled } from './lists.ts'
import type { ReadItem } from './lists.ts'
import { placeParts } from './places.ts'
import type { SectionKind } from './section-names.ts'
import { findSections, splitGutterHeadings } from './sections.ts'
import type { Section } from './sections.ts'
import { readSkills } from './skills.ts'
import { joinSplitDates } from './split-dates.ts'
import { readJobs } from './work.ts'
import type { ReadJob } from './work.ts'

/** What {@link readResume} needs besides the lines. */
export interface ReadOptions {
  readonly findSkills: SkillFinder
  /** Lines that are known to belong to no field: running headers, page numbers. */
  readonly furniture?: readonly Line[]
  /** What the file's own information says about author and title. */
  readonly named?: readonly string[]
  readonly findings?: readonly Finding[]
}

/** More than any résumé has. */
const MAX_LINES = 10_000

interface SectionDraft {
  readonly drafts: readonly Draft[]
  readonly left: readonly Found[]
}

/** Lines to a résumé: sections, then entries, then fields. Pure; all formats that have lines share it. */
export function readResume(given: readonly Line[], options: ReadOptions): ImportedResume {
  const [line] = given
  if (line && given.length > MAX_LINES) {
    const { file } = line.position
    throw userError(importCodes, 'IMP003', `${file} has ${given.length} lines; the limit is ${MAX_LINES}`, {
      position: { file, line: null, column: null },
    })
  }
  const lines = withMargins(joinSplitDates(splitGutterHeadings(given)))
  const sections = findSections(lines)
  const of = (kind: Section['kind']): readonly Section[] =>
    sections.filter((section) => section.kind === kind)
  const linesOf = (kind: Section['kind']): readonly Line[] => of(kind).flatMap((section) => section.lines)
  const contact = readContact(linesOf('head'), linesOf('contact'), lines, options.named ?? [])
  const drafts = new Map<string, Draft[]>()
  const left: Found[] = [...contact.left]
  const summaries: Found[] = contact.summary ? [contact.summary] : []
  for (const section of sections) {
    if (section.kind === 'head' || section.kind === 'contact') continue
    if (section.kind === 'summary') {
      summaries.push(...summaryOf(section))
      continue
    }
    const read = READERS[section.kind](section, options.findSkills)
    left.push(...read.left)
    const key = KEYS[section.kind]
    if (key !== null) drafts.set(key, [...(drafts.get(key) ?? []), ...read.drafts])
    else if (section.heading) left.push(...leftLines([section.heading]))
  }
  const noSection = sections.every(({ heading }) => heading === null)
  const findings = [
    ...(options.findings ?? []),
    ...(noSection
      ? [
          findingOf(importCodes, 'IMP031', {
            message: 'No section heading was recognised, so only the contact was read',
            position: lines[0]?.position ?? null,
          }),
        ]
      : []),
  ]
  const basics = {
    name: contact.name,
    label: contact.label,
    email: emailForSchema(contact.email),
    phone: contact.phone,
    url: contact.url,
    summary: summaries[0] ? { ...summaries[0], value: summaries.map(({ value }) => value).join('\n') } : null,
    location: contact.location ? located(contact.location) : null,
    profiles: contact.profiles.map(({ network, username, url }) => ({
      network: { ...url, value: network },
      username: username === null ? null : { ...url, value: username },
      url,
    })),
  }
  return assemble(
    { basics, ...Object.fromEntries(drafts) },
    [...left, ...leftLines(options.furniture ?? [])],
    findings,
  )
}

/** The schema takes ASCII addresses only; another is kept among what was not placed by its line. */
function emailForSchema(email: Found | null): Found | null {
  return email &&
    /^[A-Za-z0-9_'+\-.]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/.test(email.value) &&
    !email.value.includes('..')
    ? email
    : null
}

function located(place: Found): Draft {
  const parts = placeParts(place.value)
  return Object.fromEntries(
    Object.entries(parts).map(([key, value]: [string, string]) => [key, { ...place, value }]),
  )
}

function summaryOf(section: Section): readonly Found[] {
  const items = itemsOf(section.lines)
  const [line] = section.lines
  if (!line || items.length === 0) return []
  return [{ value: items.map(({ text }) => text).join('\n'), line, confidence: 0.9 * section.confidence }]
}

const KEYS: Record<Exclude<SectionKind, 'contact' | 'summary'>, string | null> = {
  work: 'work',
  education: 'education',
  projects: 'projects',
  skills: 'skills',
  volunteer: 'volunteer',
  certificates: 'certificates',
  publications: 'publications',
  awards: 'awards',
  languages: 'languages',
  interests: 'interests',
  references: 'references',
  other: null,
}

type SectionReader = (section: Section, findSkills: SkillFinder) => SectionDraft

const READERS: Record<Exclude<SectionKind, 'contact' | 'summary'>, SectionReader> = {
  work: (section) => jobs(section, 'name'),
  volunteer: (section) => jobs(section, 'organization'),
  education(section) {
    const schools = readSchools(splitEntries(section.lines))
    return {
      drafts: schools.map(({ institution, area, studyType, score, period, courses }) => ({
        institution,
        area,
        studyType,
        ...graduation(period),
        score,
        courses,
      })),
      left: schools.flatMap(({ left }) => left),
    }
  },
  projects: (section) =>
    items(section, ({ name, url, period, body, by }) => ({
      name,
      description: body.summary ?? by,
      url,
      ...graduation(period),
      highlights: body.highlights,
    })),
  skills(section, findSkills) {
    const groups = readSkills(section.lines, findSkills)
    return { drafts: groups.map(({ name, keywords }) => ({ name, keywords })), left: [] }
  },
  certificates: (section) =>
    items(section, ({ name, by, url, period }) => ({ name, issuer: by, url, date: dateOf(period) })),
  awards: (section) =>
    items(section, ({ name, by, period, body }) => ({
      title: name,
      awarder: by,
      date: dateOf(period),
      summary: textOf(body),
    })),
  publications: (section) =>
    titled(section, ({ name, by, url, period, body }) => ({
      name,
      publisher: by,
      url,
      releaseDate: dateOf(period),
      summary: textOf(body),
    })),
  languages: (section) => ({
    drafts: readLanguages(section.lines).map(({ language, fluency }) => ({ language, fluency })),
    left: [],
  }),
  interests: (section) => ({ drafts: readInterests(section.lines).map((name) => ({ name })), left: [] }),
  references: (section) => titled(section, ({ name, body }) => ({ name, reference: textOf(body) })),
  other: (section) => ({ drafts: [], left: leftLines(section.lines) }),
}

function jobs(section: Section, nameKey: 'name' | 'organization'): SectionDraft {
  const entries = splitEntries(section.lines)
  const sentences = entries.filter(isLooseSentence)
  const read = readJobs(entries.filter((entry) => !sentences.includes(entry)))
  return {
    drafts: read.map((job) => jobDraft(job, nameKey)),
    left: [
      ...read.flatMap(({ left, roles }) => [left, ...roles.map((role) => role.left)].flat()),
      ...leftLines(sentences.flatMap(({ header, body }) => [header.map(({ line }) => line), body].flat())),
    ],
  }
}

/** A bullet or a sentence without a date names no employer: a list of deeds in no job. */
function isLooseSentence({ header, period, roles }: Entry): boolean {
  const [first] = header
  if (!first || period !== null || roles.length > 0) return false
  const { text, bullet } = first.line
  return (
    (bullet !== null && text.split(' ').length > 7) || (/[.!?]$/.test(text) && text.split(' ').length > 5)
  )
}

function jobDraft(
  { company, location, url, title, period, body, roles }: ReadJob,
  nameKey: 'name' | 'organization',
): Draft {
  const place = { [nameKey]: company, location, url }
  if (roles.length === 0) {
    return {
      ...place,
      position: title,
      ...datesOf(period),
      summary: body.summary,
      highlights: body.highlights,
    }
  }
  return {
    ...place,
    description: body.summary,
    roles: roles.map((role) => ({
      // The schema wants a title for each role; one that was not found is left blank rather than invented.
      position: role.title ?? (role.period ? { value: '', line: role.period.line, confidence: 0 } : null),
      ...datesOf(role.period),
      summary: role.body.summary,
      highlights: role.body.highlights,
    })),
    highlights: body.highlights,
  }
}

function items(section: Section, draft: (item: ReadItem) => Draft): SectionDraft {
  const read = readItems(splitEntries(section.lines))
  return { drafts: read.map(draft), left: read.flatMap(({ left }) => left) }
}

function titled(section: Section, draft: (item: ReadItem) => Draft): SectionDraft {
  return { drafts: readTitled(splitEntries(section.lines)).map(draft), left: [] }
}

function textOf({ summary, highlights }: ReadItem['body']): Found | null {
  const parts = [...(summary ? [summary] : []), ...highlights]
  const [first] = parts
  return first ? { ...first, value: parts.map(({ value }) => value).join('\n') } : null
}
