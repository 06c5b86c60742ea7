import type { DocumentPath } from '../core/position.ts'
import type { Highlight, Resume } from './model.ts'

/** One text of a résumé that a reader sees, and where in `resume.yaml` it stands. */
export interface ResumeText {
  readonly path: DocumentPath
  readonly text: string
  /** What sort of place it is: a skill said in a highlight weighs more than one in a list. */
  readonly place: 'label' | 'summary' | 'title' | 'highlight' | 'skills' | 'project' | 'education' | 'other'
}

/** Every text of the résumé that may say a skill or a number, in the order of the document. */
export function resumeTexts(resume: Resume): readonly ResumeText[] {
  const texts: ResumeText[] = []
  const add = (place: ResumeText['place'], path: DocumentPath, text: string | null): void => {
    if (text !== null && text.trim() !== '') texts.push({ place, path, text })
  }
  const addHighlights = (highlights: readonly Highlight[]): void => {
    for (const highlight of highlights) add('highlight', highlight.path, highlight.text)
  }
  const { basics } = resume
  add('label', [...basics.path, 'label'], basics.label)
  add('summary', [...basics.path, 'summary'], basics.summary)
  for (const employment of [...resume.work, ...resume.volunteer]) {
    add('other', [...employment.path, 'description'], employment.description)
    for (const role of employment.roles) {
      add('title', [...role.path, 'position'], role.title)
      add('summary', [...role.path, 'summary'], role.summary)
      addHighlights(role.highlights)
    }
  }
  for (const project of resume.projects) {
    add('project', [...project.path, 'name'], project.name)
    add('project', [...project.path, 'description'], project.description)
    addHighlights(project.highlights)
    project.keywords.forEach((keyword, index) => add('skills', [...project.path, 'keywords', index], keyword))
  }
  for (const group of resume.skills) {
    add('skills', [...group.path, 'name'], group.name)
    group.keywords.forEach((keyword, index) => add('skills', [...group.path, 'keywords', index], keyword))
  }
  for (const education of resume.education) {
    add('education', [...education.path, 'area'], education.area)
    education.courses.forEach((course, index) =>
      add('education', [...education.path, 'courses', index], course),
    )
  }
  for (const { path, language } of resume.languages) add('other', [...path, 'language'], language)
  for (const award of [...resume.certificates, ...resume.awards, ...resume.publications]) {
    add('other', award.path, award.title)
    add('other', [...award.path, 'summary'], award.summary)
  }
  return texts
}
