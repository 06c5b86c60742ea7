import type { DocumentPath } from '../core/position.ts'
import type {
  Award,
  Basics,
  Education,
  Employment,
  EvidenceReference,
  Highlight,
  Project,
  Resume,
  Role,
} from './model.ts'
import type { ResumeDocument } from './schema.ts'

type Work = NonNullable<ResumeDocument['work']>[number]
type Volunteer = NonNullable<ResumeDocument['volunteer']>[number]
type EmploymentFields = Work | Volunteer
type DocumentRole = NonNullable<Work['roles']>[number]
type DocumentHighlight = NonNullable<Work['highlights']>[number]
type DocumentReference = NonNullable<Exclude<DocumentHighlight, string>['evidence']>[number]

/**
 * The résumé of a checked document: blank texts become null, missing lists empty, and each entry carries its path in
 * the document. Order is the document's. A job written flat is one role with the job's own path; beside `roles`, a
 * flat position, summary or list of highlights stays as a role of its own, so nothing that was written is lost.
 */
export function normaliseResume(document: ResumeDocument): Resume {
  return {
    basics: toBasics(document.basics ?? {}),
    work: (document.work ?? []).map((entry, index) => toEmployment(entry, ['work', index], entry.name)),
    volunteer: (document.volunteer ?? []).map((entry, index) =>
      toEmployment(entry, ['volunteer', index], entry.organization),
    ),
    projects: (document.projects ?? []).map((entry, index) => toProject(entry, ['projects', index])),
    education: (document.education ?? []).map((entry, index) => toEducation(entry, ['education', index])),
    skills: (document.skills ?? []).map((entry, index) => ({
      path: ['skills', index],
      name: filled(entry.name),
      level: filled(entry.level),
      keywords: filledList(entry.keywords),
    })),
    certificates: (document.certificates ?? []).map((entry, index) =>
      toAward(['certificates', index], {
        title: entry.name,
        by: entry.issuer,
        date: entry.date,
        url: entry.url,
      }),
    ),
    awards: (document.awards ?? []).map((entry, index) =>
      toAward(['awards', index], {
        title: entry.title,
        by: entry.awarder,
        date: entry.date,
        summary: entry.summary,
      }),
    ),
    publications: (document.publications ?? []).map((entry, index) =>
      toAward(['publications', index], {
        title: entry.name,
        by: entry.publisher,
        date: entry.releaseDate,
        url: entry.url,
        summary: entry.summary,
      }),
    ),
    languages: (document.languages ?? []).flatMap((entry, index) => {
      const language = filled(entry.language)
      return language === null
        ? []
        : [{ path: ['languages', index], language, fluency: filled(entry.fluency) }]
    }),
    interests: (document.interests ?? []).flatMap((entry, index) => {
      const name = filled(entry.name)
      const keywords = filledList(entry.keywords)
      if (name === null && keywords.length === 0) return []
      return [{ path: ['interests', index], name: name ?? '', keywords }]
    }),
    references: (document.references ?? []).flatMap((entry, index) => {
      const name = filled(entry.name)
      const reference = filled(entry.reference)
      if (name === null && reference === null) return []
      return [{ path: ['references', index], name: name ?? '', reference }]
    }),
    language: filled(document.meta?.language) ?? 'en',
  }
}

function toBasics(basics: NonNullable<ResumeDocument['basics']>): Basics {
  const location = basics.location
  return {
    path: ['basics'],
    name: filled(basics.name),
    label: filled(basics.label),
    email: filled(basics.email),
    phone: filled(basics.phone),
    url: filled(basics.url),
    summary: filled(basics.summary),
    location: location
      ? {
          address: filled(location.address),
          postalCode: filled(location.postalCode),
          city: filled(location.city),
          region: filled(location.region),
          countryCode: filled(location.countryCode),
        }
      : null,
    profiles: (basics.profiles ?? []).map((profile, index) => ({
      path: ['basics', 'profiles', index],
      network: filled(profile.network),
      username: filled(profile.username),
      url: filled(profile.url),
    })),
    image: filled(basics.image),
  }
}

function toEmployment(entry: EmploymentFields, path: DocumentPath, company: string | undefined): Employment {
  const tags = entry.tags ?? []
  const nested = (entry.roles ?? []).map((role, index) => toRole(role, [...path, 'roles', index], tags))
  const saysMore =
    filled(entry.position) !== null || filled(entry.summary) !== null || (entry.highlights?.length ?? 0) > 0
  const flat = nested.length === 0 || saysMore ? [toRole(entry, path, [])] : []
  return {
    path,
    company: filled(company),
    location: filled(entry.location),
    url: filled(entry.url),
    description: filled(entry.description),
    roles: [...flat, ...nested],
  }
}

function toRole(role: Partial<DocumentRole>, path: DocumentPath, inherited: readonly string[]): Role {
  const start = filled(role.startDate)
  const end = filled(role.endDate)
  return {
    path,
    title: filled(role.position),
    start,
    end,
    current: start !== null && end === null,
    summary: filled(role.summary),
    highlights: toHighlights(role.highlights, path, [...(role.tags ?? []), ...inherited]),
  }
}

function toHighlights(
  highlights: readonly DocumentHighlight[] | undefined,
  parent: DocumentPath,
  inherited: readonly string[],
): readonly Highlight[] {
  return (highlights ?? []).flatMap((highlight, index) => {
    const written = typeof highlight === 'string' ? { text: highlight } : highlight
    // Only the end is trimmed: spans count from the start of what is written.
    const text = written.text.trimEnd()
    if (text.trim() === '') return []
    return [
      {
        path: [...parent, 'highlights', index],
        text,
        evidence: (written.evidence ?? []).map(toReference),
        tags: [...new Set([...(written.tags ?? []), ...inherited])],
      },
    ]
  })
}

function toReference(reference: DocumentReference): EvidenceReference {
  if (typeof reference === 'string') return { ref: reference }
  return {
    metric: reference.metric,
    source: filled(reference.source),
    skill: filled(reference.skill),
    from: filled(reference.from),
    to: filled(reference.to),
  }
}

function toProject(project: NonNullable<ResumeDocument['projects']>[number], path: DocumentPath): Project {
  return {
    path,
    name: filled(project.name),
    description: filled(project.description),
    url: filled(project.url),
    start: filled(project.startDate),
    end: filled(project.endDate),
    keywords: filledList(project.keywords),
    highlights: toHighlights(project.highlights, path, []),
  }
}

function toEducation(entry: NonNullable<ResumeDocument['education']>[number], path: DocumentPath): Education {
  return {
    path,
    institution: filled(entry.institution),
    area: filled(entry.area),
    studyType: filled(entry.studyType),
    start: filled(entry.startDate),
    end: filled(entry.endDate),
    score: filled(entry.score),
    url: filled(entry.url),
    courses: filledList(entry.courses),
  }
}

function toAward(
  path: DocumentPath,
  award: { readonly [Key in 'title' | 'by' | 'date' | 'url' | 'summary']?: string | undefined },
): Award {
  return {
    path,
    title: filled(award.title),
    by: filled(award.by),
    date: filled(award.date),
    url: filled(award.url),
    summary: filled(award.summary),
  }
}

function filled(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}

function filledList(texts: readonly string[] | undefined): readonly string[] {
  return (texts ?? []).flatMap((text) => filled(text) ?? [])
}
