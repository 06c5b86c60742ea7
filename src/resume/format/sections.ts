import { formatPath } from '../../core/position.ts'
import type { Award, Education, Employment, Highlight, Project, Resume, Role, SkillGroup } from '../model.ts'
import { formatCompletion, formatDate, formatStretch } from './dates.ts'
import { safeLink, shortAddress } from './links.ts'
import { paragraphs, printable } from './printable.ts'
import type { LinkedText, SheetEntry, SheetLine, SheetPart, SheetSection } from './sheet.ts'
import { SECTIONS, wordsFor } from './words.ts'
import type { SectionId } from './words.ts'

/** A longer description of an employer gets a paragraph of its own. */
const ASIDE_LENGTH = 60

type Content = Partial<Pick<SheetSection, 'paragraphs' | 'lines' | 'bullets' | 'entries'>>

/** The sections that hold something, in the order of {@link SECTIONS}. */
export function sections(
  resume: Resume,
  evidence: readonly SheetLine[],
  language: string,
): readonly SheetSection[] {
  const contents: Record<SectionId, Content> = {
    summary: { paragraphs: paragraphs(resume.basics.summary) },
    skills: { lines: skillLines(resume.skills) },
    evidence: { bullets: evidence.filter(({ text }) => text !== '') },
    work: { entries: resume.work.map((entry) => employmentEntry(entry, language)) },
    projects: { entries: resume.projects.map((entry) => projectEntry(entry, language)) },
    volunteer: { entries: resume.volunteer.map((entry) => employmentEntry(entry, language)) },
    education: { entries: resume.education.map((entry) => educationEntry(entry, language)) },
    certificates: { entries: resume.certificates.map((entry) => awardEntry(entry, language)) },
    publications: { entries: resume.publications.map((entry) => awardEntry(entry, language)) },
    awards: { entries: resume.awards.map((entry) => awardEntry(entry, language)) },
    languages: {
      lines: joinedLine(
        'languages',
        resume.languages.map(({ language: name, fluency }) => withNote(name, fluency)),
        ', ',
      ),
    },
    interests: {
      lines: joinedLine(
        'interests',
        resume.interests.map(({ name, keywords }) => joined([name, joined(keywords, ', ')], ': ')),
        '; ',
      ),
    },
    references: {
      lines: resume.references.map(({ path, name, reference }) => ({
        id: formatPath(path),
        label: name === '' ? null : printable(name),
        text: printable(reference ?? ''),
      })),
    },
  }
  const words = wordsFor(language)
  return SECTIONS.map((id) => ({
    id,
    title: words.sections[id],
    paragraphs: contents[id].paragraphs ?? [],
    lines: (contents[id].lines ?? []).filter(({ label, text }) => label !== null || text !== ''),
    bullets: contents[id].bullets ?? [],
    entries: (contents[id].entries ?? []).filter(isFilled),
  })).filter((section) =>
    [section.paragraphs, section.lines, section.bullets, section.entries].some((list) => list.length > 0),
  )
}

function employmentEntry(employment: Employment, language: string): SheetEntry {
  const about = paragraphs(employment.description)
  const [short] = about.length === 1 && (about[0]?.length ?? 0) <= ASIDE_LENGTH ? about : []
  const own = formatPath(employment.path)
  return promoted({
    id: own,
    title: { text: printable(employment.company ?? ''), url: safeLink(employment.url) },
    aside: short === undefined ? null : { text: short, url: null },
    right: employment.location === null ? null : printable(employment.location),
    paragraphs: short === undefined ? about : [],
    parts: employment.roles.map((role) => rolePart(role, own, language)).filter(hasContent),
  })
}

function rolePart(role: Role, parent: string, language: string): SheetPart {
  const id = formatPath(role.path)
  return {
    id: id === parent ? null : id,
    title: role.title === null ? null : printable(role.title),
    right: formatStretch(role, language),
    paragraphs: paragraphs(role.summary),
    bullets: bullets(role.highlights),
    notes: [],
  }
}

function projectEntry(project: Project, language: string): SheetEntry {
  const url = safeLink(project.url)
  return promoted({
    id: formatPath(project.path),
    title: { text: printable(project.name ?? ''), url: null },
    aside: url === null ? null : { text: printable(shortAddress(project.url ?? '')), url },
    right: formatCompletion(project, language),
    paragraphs: paragraphs(project.description),
    parts: [
      {
        ...EMPTY_PART,
        bullets: bullets(project.highlights),
        notes: filled([joined(project.keywords, ', ')]),
      },
    ].filter(hasContent),
  })
}

function educationEntry(school: Education, language: string): SheetEntry {
  const { courses } = wordsFor(language)
  const taught = joined(school.courses, ', ')
  return promoted({
    id: formatPath(school.path),
    title: { text: printable(school.institution ?? ''), url: safeLink(school.url) },
    aside: null,
    right: null,
    paragraphs: [],
    parts: [
      {
        ...EMPTY_PART,
        title: joined([joined([school.studyType, school.area], ', '), school.score], ' · ') || null,
        right: formatCompletion(school, language),
        notes: taught === '' ? [] : [`${courses}: ${taught}`],
      },
    ].filter(hasContent),
  })
}

function awardEntry(award: Award, language: string): SheetEntry {
  return promoted({
    id: formatPath(award.path),
    title: { text: printable(award.title ?? ''), url: safeLink(award.url) },
    aside: award.by === null ? null : { text: printable(award.by), url: null },
    right: award.date === null ? null : formatDate(award.date, language),
    paragraphs: paragraphs(award.summary),
    parts: [],
  })
}

/** Groups with a name and keywords stand alone; bare names are gathered into one line. */
function skillLines(groups: readonly SkillGroup[]): readonly SheetLine[] {
  const bare = groups.filter((group) => group.keywords.length === 0 || group.name === null)
  const named = groups.filter((group) => !bare.includes(group))
  return [
    ...named.map((group) => ({
      id: formatPath(group.path),
      label: withNote(group.name ?? '', group.level),
      text: joined(group.keywords, ', '),
    })),
    ...joinedLine(
      bare[0] ? formatPath(bare[0].path) : 'skills',
      bare.map((group) =>
        group.name === null ? joined(group.keywords, ', ') : withNote(group.name, group.level),
      ),
      ', ',
    ),
  ]
}

const EMPTY_PART: SheetPart = { id: null, title: null, right: null, paragraphs: [], bullets: [], notes: [] }

/** An entry without a title takes its first part's, so that a heading always says something. */
function promoted(entry: SheetEntry): SheetEntry {
  const [first, ...rest] = entry.parts
  if (!first) return entry
  if (entry.title.text !== '') {
    if (first.title !== null || first.right === null || entry.right !== null) return entry
    return { ...entry, right: first.right, parts: [{ ...first, right: null }, ...rest].filter(hasContent) }
  }
  if (first.title === null) return entry
  const place: LinkedText | null =
    entry.aside ?? (entry.right === null ? null : { text: entry.right, url: null })
  return {
    ...entry,
    title: { text: first.title, url: entry.title.url },
    aside: place,
    right: first.right,
    parts: [{ ...first, title: null, right: null }, ...rest].filter(hasContent),
  }
}

function bullets(highlights: readonly Highlight[]): readonly SheetLine[] {
  return highlights
    .map(({ path, text }) => ({ id: formatPath(path), label: null, text: printable(text) }))
    .filter(({ text }) => text !== '')
}

function hasContent(part: SheetPart): boolean {
  if (part.title !== null || part.right !== null) return true
  return [part.paragraphs, part.bullets, part.notes].some((list) => list.length > 0)
}

function isFilled(entry: SheetEntry): boolean {
  return (
    entry.title.text !== '' ||
    entry.aside !== null ||
    entry.right !== null ||
    entry.paragraphs.length > 0 ||
    entry.parts.length > 0
  )
}

function joinedLine(id: string, texts: readonly string[], separator: string): readonly SheetLine[] {
  const text = joined(texts, separator)
  return text === '' ? [] : [{ id, label: null, text }]
}

function joined(texts: readonly (string | null)[], separator: string): string {
  return filled(texts).join(separator)
}

function filled(texts: readonly (string | null)[]): readonly string[] {
  return texts.map((text) => printable(text ?? '')).filter((text) => text !== '')
}

function withNote(text: string, note: string | null): string {
  return note === null ? printable(text) : `${printable(text)} (${printable(note)})`
}
