import type { Json } from '../../core/json.ts'
import { toSheet } from '../../resume/format/sheet.ts'
import type { LinkedText, SheetEntry, SheetLine, SheetOptions, SheetPart } from '../../resume/format/sheet.ts'
import { primaryLanguage, wordsFor } from '../../resume/format/words.ts'
import type { Resume } from '../../resume/model.ts'
import { toFlow } from './flow.ts'

/** Papers that themes know, by Typst's names. */
export type Paper = 'a4' | 'us-letter'

/** How to print a résumé. */
export interface TypstOptions extends SheetOptions {
  readonly paper: Paper
}

/**
 * The data that a theme lays out. Every text is made here, so a theme holds no words and no rules of dates; it gets
 * texts as data and never as markup. `docs/themes.md` describes the shape.
 */
export function toTypstData(resume: Resume, options: TypstOptions): Json {
  const sheet = toSheet(resume, options)
  const words = wordsFor(sheet.language)
  return {
    paper: options.paper,
    lang: primaryLanguage(sheet.language),
    title: sheet.title,
    name: sheet.name ?? words.title,
    author: sheet.name,
    label: sheet.label === null ? null : toFlow(sheet.label),
    contacts: sheet.contacts.map(linked),
    page: { page: words.page, of: words.of },
    sections: sheet.sections.map((section) => ({
      id: section.id,
      title: section.title,
      paragraphs: section.paragraphs.map(toFlow),
      lines: section.lines.map(line),
      bullets: section.bullets.map(line),
      entries: section.entries.map(entry),
    })),
  }
}

function entry(from: SheetEntry): Json {
  return {
    id: from.id,
    title: linked(from.title),
    aside: from.aside && linked(from.aside),
    right: from.right,
    paragraphs: from.paragraphs.map(toFlow),
    parts: from.parts.map(part),
  }
}

function part(from: SheetPart): Json {
  return {
    id: from.id,
    title: from.title === null ? null : toFlow(from.title),
    right: from.right,
    paragraphs: from.paragraphs.map(toFlow),
    bullets: from.bullets.map(line),
    notes: from.notes.map(toFlow),
  }
}

function line({ id, label, text }: SheetLine): Json {
  return {
    id,
    label: label === null ? null : toFlow(label),
    text: toFlow(text),
    long: text.length > 480,
  }
}

function linked({ text, url }: LinkedText): Json {
  return { text: toFlow(text), url }
}
