import { firstDay, lastDay, monthNumber } from '../core/calendar.ts'
import type { DocumentPath } from '../core/position.ts'
import type { Employment, Highlight, Resume, Role } from '../resume/model.ts'

/** A role with the company in which it was held. */
export interface HeldRole {
  readonly employment: Employment
  readonly role: Role
}

/** Every paid role, in the order of the document. */
export function heldRoles(resume: Resume): readonly HeldRole[] {
  return resume.work.flatMap((employment) => employment.roles.map((role) => ({ employment, role })))
}

/** A list of highlights with whom they belong to, for messages. */
export interface HighlightList {
  readonly path: DocumentPath
  readonly of: string
  readonly highlights: readonly Highlight[]
  /** The role, where it is one. */
  readonly role: Role | null
}

/** The highlights of jobs, volunteering and projects. */
export function highlightLists(resume: Resume): readonly HighlightList[] {
  const roles = [...resume.work, ...resume.volunteer].flatMap((employment) =>
    employment.roles.map((role) => ({
      path: role.path,
      of: roleName(role, employment),
      highlights: role.highlights,
      role,
    })),
  )
  const projects = resume.projects.map((project) => ({
    path: project.path,
    of: project.name ?? 'this project',
    highlights: project.highlights,
    role: null,
  }))
  return [...roles, ...projects].filter(({ highlights }) => highlights.length > 0)
}

/** `Backend Developer at Norrfjord`: as much of it as is known. */
export function roleName(role: Role, employment: Employment): string {
  if (role.title === null) return employment.company ?? 'this job'
  return employment.company === null ? role.title : `${role.title} at ${employment.company}`
}

/** A role's first and last month, as {@link monthNumber}s; null when they are not known. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * The months that a role covers. Where only years are known, `sure` takes the shortest stretch that they may mean and
 * `wide` the longest, so that neither an overlap nor a gap is found that may not be there.
 */
export function stretchOf(
  role: Pick<Role, 'start' | 'end' | 'current'>,
  today: string,
  reading: 'sure' | 'wide',
): Stretch | null {
  const end = role.end ?? (role.current ? today : null)
  if (role.start === null || end === null) return null
  const [from, to] =
    reading === 'sure' ? [lastDay(role.start), firstDay(end)] : [firstDay(role.start), lastDay(end)]
  return { from: monthNumber(from), to: monthNumber(to) }
}

const BESIDE =
  /\b(?:part[- ]?time|free-?lanc\w*|self[- ]?employed|consult\w*|contract(?:or|ing)?|advis[eo]r\w*|adviser|board|mentor\w*|teaching|tutor\w*|lecturer|volunteer\w*|intern(?:ship)?|trainee|working student|side project|owner|(?:co-?)?founder|teilzeit|werkstudent\w*|praktik\w*|freiberuf\w*|selbst[äa]ndig\w*|nebenberuf\w*|indépendant\w*|stag(?:e|iaire)|temps partiel|media jornada|becari[oa]|autónom[oa])\b/iu

/** Whether a role says that it may be held beside another one: part-time, freelance, teaching, an internship. */
export function isBeside({ employment, role }: HeldRole): boolean {
  return [role.title, employment.company, employment.description, role.summary].some(
    (text) => text !== null && BESIDE.test(text),
  )
}
