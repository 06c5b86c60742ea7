import { formatPath } from '../../core/position.ts'
import type { DocumentPath } from '../../core/position.ts'
import type { Resume } from '../model.ts'
import { contacts } from './contacts.ts'
import { printable } from './printable.ts'
import { sections } from './sections.ts'
import { wordsFor } from './words.ts'
import type { SectionId } from './words.ts'

/** A text that may lead somewhere. `url` has passed {@link safeLink}. */
export interface LinkedText {
  readonly text: string
  readonly url: string | null
}

/** One bullet or line. `id` is the formatted path of what it shows. */
export interface SheetLine {
  readonly id: string
  /** A word in front: the name of a skill group. */
  readonly label: string | null
  readonly text: string
}

/** What is told under one title: a role, or the rest of an entry. */
export interface SheetPart {
  /** Null when it has the entry's own path. */
  readonly id: string | null
  readonly title: string | null
  readonly right: string | null
  readonly paragraphs: readonly string[]
  readonly bullets: readonly SheetLine[]
  /** Quiet lines at the end: technologies, courses. */
  readonly notes: readonly string[]
}

/** One entry of a section: an employment, a project, a school, a certificate. */
export interface SheetEntry {
  readonly id: string
  readonly title: LinkedText
  /** Stands after the title on its line. */
  readonly aside: LinkedText | null
  /** Stands at the right end of the title's line. */
  readonly right: string | null
  readonly paragraphs: readonly string[]
  readonly parts: readonly SheetPart[]
}

/** One section. Of its four lists, those that are empty print nothing. */
export interface SheetSection {
  readonly id: SectionId
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly lines: readonly SheetLine[]
  readonly bullets: readonly SheetLine[]
  readonly entries: readonly SheetEntry[]
}

/** A résumé with every text made: what is left for an exporter is where to put it. */
export interface Sheet {
  readonly language: string
  /** Title for the document's properties: `Mira Lindqvist – Résumé`. */
  readonly title: string
  readonly name: string | null
  readonly label: string | null
  readonly contacts: readonly LinkedText[]
  readonly sections: readonly SheetSection[]
}

/** How to make a {@link Sheet}. */
export interface SheetOptions {
  /** BCP 47; the résumé's own when left out. */
  readonly language?: string
  /** Lines for the section that says what the work shows. */
  readonly evidenceLines?: readonly { readonly text: string; readonly path: DocumentPath }[]
}

/** Makes every text of a printed résumé, in its language. Empty sections are left out. */
export function toSheet(resume: Resume, options: SheetOptions = {}): Sheet {
  const language = options.language ?? resume.language
  const name = printable(resume.basics.name ?? '')
  const { title } = wordsFor(language)
  return {
    language,
    title: name === '' ? title : `${name} – ${title}`,
    name: name === '' ? null : name,
    label: resume.basics.label === null ? null : printable(resume.basics.label),
    contacts: contacts(resume.basics, language),
    sections: sections(
      resume,
      (options.evidenceLines ?? []).map(({ text, path }) => ({
        id: formatPath(path),
        label: null,
        text: printable(text),
      })),
      language,
    ),
  }
}
