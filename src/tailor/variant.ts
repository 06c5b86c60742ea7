import type { Employment, Highlight, Project, Resume } from '../resume/model.ts'

/** The tag of highlights that tailoring never leaves out; it names no variant. */
export const KEEP = 'keep'

/** One variant of a résumé: highlights with its tag, and those without any. Null is the whole résumé. */
export function selectVariant(resume: Resume, variant: string | null): Resume {
  if (variant === null) return resume
  const belongs = ({ tags }: Highlight): boolean => {
    const named = tags.filter((tag) => tag !== KEEP)
    return named.length === 0 || named.includes(variant)
  }
  const ofEmployment = (employment: Employment): Employment => ({
    ...employment,
    roles: employment.roles.map((role) => ({ ...role, highlights: role.highlights.filter(belongs) })),
  })
  const ofProject = (project: Project): Project => ({
    ...project,
    highlights: project.highlights.filter(belongs),
  })
  return {
    ...resume,
    work: resume.work.map(ofEmployment),
    volunteer: resume.volunteer.map(ofEmployment),
    projects: resume.projects.map(ofProject),
  }
}
