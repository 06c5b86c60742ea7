import { toSheet } from '../../resume/format/sheet.ts'
import type { LinkedText, SheetEntry, SheetLine, SheetOptions, SheetPart } from '../../resume/format/sheet.ts'
import type { Resume } from '../../resume/model.ts'

/**
 * The résumé as plain text, for forms into which one pastes it: one line a paragraph, a blank line between entries,
 * section titles in capitals, `- ` before a highlight. Ends with a line break.
 */
export function toText(resume: Resume, options: SheetOptions = {}): string {
  const sheet = toSheet(resume, options)
  const head = [sheet.name, sheet.label, ...sheet.contacts.map(({ text }) => text)]
  const blocks = [
    present(head).join('\n'),
    ...sheet.sections.map((section) => {
      const upper = section.title.toLocaleUpperCase(sheet.language)
      const body = [
        [...section.paragraphs, ...section.lines.map(lineText), ...section.bullets.map(bulletText)].join(
          '\n',
        ),
        ...section.entries.map(entryText),
      ]
      return `${upper}\n${body.filter((block) => block !== '').join('\n\n')}`
    }),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function entryText(entry: SheetEntry): string {
  const head = present([linkedText(entry.title), entry.aside && linkedText(entry.aside), entry.right]).join(
    ', ',
  )
  return [...present([head]), ...entry.paragraphs, ...entry.parts.flatMap(partLines)].join('\n')
}

function partLines(part: SheetPart): readonly string[] {
  const head = present([part.title, part.right]).join(', ')
  return [...present([head]), ...part.paragraphs, ...part.bullets.map(bulletText), ...part.notes]
}

function linkedText({ text }: LinkedText): string {
  return text
}

function lineText({ label, text }: SheetLine): string {
  return present([label, text]).join(': ')
}

function bulletText({ text }: SheetLine): string {
  return `- ${text}`
}

function present(texts: readonly (string | null)[]): readonly string[] {
  return texts.filter((text) => text !== null && text !== '') as readonly string[]
}
