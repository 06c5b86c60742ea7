import { itemsOf, readBody } from './body.ts'
import type { ReadBody } from './body.ts'
import type { Entry, FoundPeriod } from './entries.ts'
import { chunksOf } from './header.ts'
import type { Found, Line } from './line.ts'

/** A project, certificate, award or publication as it was read. */
export interface ReadItem {
  readonly name: Found | null
  /** Who gave or published it; the next name in the header. */
  readonly by: Found | null
  readonly url: Found | null
  readonly period: FoundPeriod | null
  readonly body: ReadBody
  readonly left: readonly Found[]
}

/** Reads entries whose first name is the whole point. */
export function readItems(entries: readonly Entry[]): readonly ReadItem[] {
  return entries.map((entry) => {
    const chunks = chunksOf(entry.header)
    const [name, by, ...more] = chunks.filter(({ kind }) => kind === 'name')
    const link = chunks.find(({ kind }) => kind === 'link')
    const address = link?.links[0] ?? link?.text ?? name?.links[0]
    const full = address === undefined ? null : /^[a-z]+:/i.test(address) ? address : `https://${address}`
    const linkLine = link?.line ?? name?.line
    return {
      name: name ? { value: name.text, line: name.line, confidence: entry.confidence } : null,
      by: by ? { value: by.text, line: by.line, confidence: 0.7 } : null,
      url:
        full !== null && linkLine && URL.canParse(full) && /^https?:/.test(full)
          ? { value: full, line: linkLine, confidence: 0.9 }
          : null,
      period: entry.period,
      body: readBody(entry.body),
      left: [...more, ...chunks.filter(({ kind }) => kind === 'place')].map(({ text, line }) => ({
        value: text,
        line,
        confidence: 0.3,
      })),
    }
  })
}

/** Reads entries of which the first line is the title as it stands, and the rest tells about it. */
export function readTitled(entries: readonly Entry[]): readonly ReadItem[] {
  return entries.map(({ header, body, period, confidence }) => {
    const [first, ...more] = header
    const title =
      first?.rest
        .map(({ text }) => text)
        .join(' ')
        .trim() ?? ''
    const link = first?.rest.flatMap(({ links }) => links).find((url) => /^https?:/.test(url))
    return {
      name: first && title !== '' ? { value: title, line: first.line, confidence } : null,
      by: null,
      url: link !== undefined && first ? { value: link, line: first.line, confidence: 0.9 } : null,
      period,
      body: readBody([...more.flatMap(({ line, place }) => (place === 'own' ? [] : [line])), ...body]),
      left: [],
    }
  })
}

/** A language and how well it is spoken. */
export interface ReadLanguage {
  readonly language: Found
  readonly fluency: Found | null
}

const LEVEL =
  /\b(?:native(?: speaker| proficiency)?|mother tongue|bilingual|fluent|proficient|professional(?: working)?(?: proficiency)?|full professional(?: proficiency)?|limited working(?: proficiency)?|elementary|intermediate|upper[- ]intermediate|advanced|beginner|basic|conversational|working knowledge|[abc][12](?:\.\d)?\+?|muttersprache|verhandlungssicher|fließend|fliessend|grundkenntnisse|gute kenntnisse|sehr gut|gut|langue maternelle|courant|bilingue|intermédiaire|débutant|notions|nativo|nativa|fluido|lengua materna|avanzado|intermedio|básico|toefl|ielts)\b/iu

/** Reads "English (native), German – B2", one a line, or names above their levels in columns. */
export function readLanguages(lines: readonly Line[]): readonly ReadLanguage[] {
  const found: ReadLanguage[] = []
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    // Levels in the row below their languages, cell by cell.
    if (
      before &&
      line.segments.length === before.segments.length &&
      line.segments.every(({ text }) => LEVEL.test(text)) &&
      !before.segments.some(({ text }) => LEVEL.test(text))
    ) {
      const start = found.length - line.segments.length
      line.segments.forEach(({ text }, cell) => {
        const open = found[start + cell]
        if (open) found[start + cell] = { ...open, fluency: { value: text.trim(), line, confidence: 0.85 } }
      })
      return
    }
    for (const cell of cellsOf(line)) found.push(...parseLanguages(cell, line))
  })
  return found
}

function cellsOf(line: Line): readonly string[] {
  const texts = line.segments.map(({ text }) => text)
  const [first, second] = texts
  if (
    texts.length === 2 &&
    first !== undefined &&
    second !== undefined &&
    LEVEL.test(second) &&
    !LEVEL.test(first)
  )
    return [`${first}: ${second}`]
  return texts
}

function parseLanguages(text: string, line: Line): readonly ReadLanguage[] {
  return text
    .split(/[,;|•·](?![^()]{0,80}\))/)
    .map((part) => part.trim())
    .filter((part) => /\p{L}{2}/u.test(part))
    .flatMap((part): readonly ReadLanguage[] => {
      const match = /^([\p{L}\s]+?)\s*(?:\((.+)\)|[:–—]\s*(.+)|\s-\s*(.+))$/u.exec(part)
      const level = (match?.[2] ?? match?.[3] ?? match?.[4])?.trim()
      if (match?.[1] !== undefined && level !== undefined) {
        return [
          {
            language: { value: match[1].trim(), line, confidence: 0.9 },
            fluency: { value: level, line, confidence: 0.85 },
          },
        ]
      }
      const inline = LEVEL.exec(part)
      if (inline && inline.index > 1) {
        return [
          {
            language: { value: part.slice(0, inline.index).trim(), line, confidence: 0.8 },
            fluency: { value: part.slice(inline.index), line, confidence: 0.8 },
          },
        ]
      }
      return [{ language: { value: part, line, confidence: 0.7 }, fluency: null }]
    })
}

/** Reads interests: a list, or bullets. */
export function readInterests(lines: readonly Line[]): readonly Found[] {
  return itemsOf(lines).flatMap(({ text, lines: [line] }) => {
    if (!line) return []
    const sentence = /[.!?]$/.test(text) && text.split(' ').length > 8
    const parts = sentence ? [text] : text.split(/\s*[,;|•·](?![^()]{0,80}\))\s*/)
    return parts
      .filter((part) => /\p{L}/u.test(part))
      .map((value) => ({ value: value.trim().replace(/\.$/, ''), line, confidence: 0.75 }))
  })
}
