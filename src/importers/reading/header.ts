import { isTimeNote } from './dated.ts'
import type { DatedLine } from './dated.ts'
import type { Line, Piece } from './line.ts'
import { looksLikePlace, placeRank } from './places.ts'

/** A part of an entry's header: what one style, one cell or one separator sets apart. */
export interface Chunk {
  readonly text: string
  readonly line: Line
  /** Which of the header's lines, from 0. */
  readonly row: number
  /** Whether it stands alone at the right of other text. */
  readonly atRight: boolean
  readonly bold: boolean
  readonly links: readonly string[]
  /** The separator before it on the line; empty for the first and between cells. */
  readonly separator: string
  readonly kind: 'name' | 'place' | 'link'
}

const DOMAIN = /^(?:https?:\/\/)?(?:www\.)?(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?$/i
const STRONG = /\s+[|•·–—]\s+|\s+-\s+|\s*[|•·]\s*|\s+(?:@|at|bei|chez)\s+(?=\p{Lu})|:\s+/u

/** Takes the lines of a header apart. Dates are gone already. */
export function chunksOf(header: readonly DatedLine[]): readonly Chunk[] {
  const chunks: Chunk[] = []
  header.forEach(({ line, rest, place }, row) => {
    if (place === 'own' || isTimeNote(line.text)) return
    rest.forEach((segment, at) => {
      const atRight = at > 0 && at === rest.length - 1
      for (const part of styleParts(segment.pieces)) {
        for (const { text, separator } of separated(part.text)) {
          const clean = trimmed(text)
          if (!/[\p{L}\p{N}]/u.test(clean)) continue
          chunks.push({
            text: clean,
            line,
            row,
            atRight,
            bold: part.bold,
            links: segment.links,
            separator: separator || part.separator,
            kind: kindOf(clean),
          })
        }
      }
    })
  })
  return chunks.flatMap(splitPlace)
}

interface StylePart {
  readonly text: string
  readonly bold: boolean
  readonly separator: string
}

/** Cuts where the style changes at a separator: "**Acme**, Engineer". Emphasis within words or phrases is no border. */
function styleParts(pieces: readonly Piece[]): readonly StylePart[] {
  const parts: { text: string; bold: boolean; italic: boolean; separator: string }[] = []
  for (const piece of pieces) {
    const open = parts.at(-1)
    const changes = open && (open.bold !== piece.bold || open.italic !== piece.italic)
    const separator =
      /^\s*([,|•·–—:(]|-\s)/u.exec(piece.text)?.[1] ?? /([,|•·–—:(]|\s-)\s*$/u.exec(open?.text ?? '')?.[1]
    if (
      open &&
      !(changes && separator !== undefined) &&
      !(
        changes &&
        /\p{L}/u.test(piece.text) &&
        open.text.split(' ').length < 8 &&
        piece.text.trim().length > 2
      )
    ) {
      open.text += piece.text
      continue
    }
    parts.push({
      text: piece.text,
      bold: piece.bold,
      italic: piece.italic,
      separator: separator?.trim() ?? '',
    })
  }
  // A lone separator in a style of its own joins nothing.
  return parts.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
}

function separated(text: string): readonly { readonly text: string; readonly separator: string }[] {
  const parts: { text: string; separator: string }[] = []
  let rest = text
  let separator = ''
  for (let match = STRONG.exec(rest); match; match = STRONG.exec(rest)) {
    parts.push({ text: rest.slice(0, match.index), separator })
    separator = match[0].trim()
    rest = rest.slice(match.index + match[0].length)
  }
  return [...parts, { text: rest, separator }].filter(({ text: part }) => part.trim() !== '')
}

function trimmed(text: string): string {
  const bare = text.replace(/^[\s,;:|•·–—-]+|[\s,;:|•·–—-]+$/gu, '')
  return /^\([^()]*\)$/.test(bare) ? bare.slice(1, -1).trim() : bare.replace(/^\)\s*|\s*\($/g, '').trim()
}

function kindOf(text: string): Chunk['kind'] {
  if (DOMAIN.test(text) && !/^[A-Z]\w*\.(?:js|net|io)$/i.test(text)) return 'link'
  return looksLikePlace(text) ? 'place' : 'name'
}

/** "Acme, Berlin, Germany" and "Acme (Berlin)": the place at the end becomes a chunk of its own. */
function splitPlace(chunk: Chunk): readonly Chunk[] {
  if (chunk.kind !== 'name') return [chunk]
  const bracket = /^(.*\S)\s*\(([^()]+)\)$/.exec(chunk.text)
  if (bracket?.[1] !== undefined && bracket[2] !== undefined && looksLikePlace(bracket[2])) {
    return [
      { ...chunk, text: bracket[1] },
      { ...chunk, text: bracket[2], kind: 'place' },
    ]
  }
  const parts = chunk.text.split(/,\s*/)
  const count = placeTail(parts)
  if (count === 0 || count === parts.length) return [chunk]
  return [
    { ...chunk, text: parts.slice(0, -count).join(', ') },
    { ...chunk, text: parts.slice(-count).join(', '), kind: 'place', separator: ',' },
  ]
}

/** How many of the last parts are a place. The part before a state or country is its city where enough else is left. */
export function placeTail(parts: readonly string[]): number {
  let count = 0
  while (count < parts.length - 1 && placeRank(parts[parts.length - 1 - count] ?? '') === 2) count += 1
  const city = parts[parts.length - 1 - count] ?? ''
  const rest = parts.length - 1 - count
  if (rest >= 1 && placeRank(city) === 1) return count + 1
  const plain = /^\p{Lu}[\p{L}\s.'’-]{2,25}$/u.test(city)
  return count > 0 && rest >= 2 && plain ? count + 1 : count
}
