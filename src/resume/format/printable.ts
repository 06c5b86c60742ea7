/** Controls, soft hyphens, joiners, direction marks, halves of surrogate pairs, icons of private fonts, emoji styles. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\uFE00-\uFE0F]/gu
const HYPHENS = /[\u2010\u2011]/g

/**
 * A text as one printed line: composed (NFC), any white space one plain space, hyphens the plain one, and nothing
 * that prints as nothing. What a reader sees stays, so that a search in the printed text finds it.
 */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(UNPRINTABLE, '')
    .replace(HYPHENS, '-')
    .replace(/ {2,}/g, ' ')
    .trim()
}

/** The paragraphs of a text, each {@link printable}: an empty line parts them. */
export function paragraphs(text: string | null): readonly string[] {
  return (text ?? '')
    .split(/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)/)
    .map(printable)
    .filter((paragraph) => paragraph !== '')
}
