import type { Hasher } from '../core/ports.ts'
import type { PdfRun, PdfText } from '../resume/pdf-text.ts'
import type { PrintedPage } from './receipt.ts'

/**
 * The pages of a PDF as a receipt holds them fast: their lines from top to bottom, the addresses of their links, and
 * how many images they paint.
 */
export function printedPages(pdf: PdfText): PrintedPage[] {
  return pdf.pages.map((page) => ({
    lines: linesOf(page.runs),
    links: page.links.map(({ url }) => url).sort(),
    images: page.images,
  }))
}

/**
 * A text as it is compared: compatibility forms folded (NFKC, so that "ﬁ" is "fi"), no white space, nothing that
 * prints as nothing, one kind of hyphen and quote. Readers disagree on spaces; one between two digits is kept, for
 * "10 5-person teams" are not "105-person teams".
 */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(?<=\p{N})\s+(?=\p{N})/gu, '\u0001')
    .replace(/[\s\p{Cf}]+/gu, '')
    .replace(/[\p{Cc}]/gu, (control) => (control === '\u0001' ? ' ' : ''))
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
}

/** SHA-256 over what {@link comparable} leaves of each page, its links and its number of images. */
export function hashOfPages(pages: readonly PrintedPage[], hasher: Hasher): string {
  return hasher.sha256(
    hasher.canonical(
      pages.map(({ lines, links, images }) => ({ text: comparable(lines.join('\n')), links, images })),
    ),
  )
}

/** The words of pages in order, each with its comparable form; what compares as nothing is left out. */
export function wordsOf(pages: readonly PrintedPage[]): readonly Word[] {
  return pages.flatMap(({ lines }, page) =>
    lines.flatMap((line) =>
      line.split(/\s+/u).flatMap((text, index, all) => {
        const form = comparable(text)
        return form === '' ? [] : [{ text, form, page: page + 1, endsLine: index === all.length - 1 }]
      }),
    ),
  )
}

/** A printed word. */
export interface Word {
  readonly text: string
  readonly form: string
  readonly page: number
  readonly endsLine: boolean
}

/**
 * Whether pages say a text. Line breaks, hyphens put in at them, and one page break within the text do not matter; the
 * text has to begin and end where words do.
 */
export function saysText(pages: readonly PrintedPage[], text: string): boolean {
  const needle = text.split(/\s+/u).map(foldWord).join('')
  if (needle === '') return true
  const folded = pages.map(foldPage)
  return folded.some((page, index) => {
    for (let at = page.text.indexOf(needle); at >= 0; at = page.text.indexOf(needle, at + 1)) {
      if (page.edges.has(at) && page.edges.has(at + needle.length)) return true
    }
    return goesOver(needle, page, folded[index + 1])
  })
}

interface FoldedPage {
  readonly text: string
  /** Offsets at which a word may begin or end. */
  readonly edges: ReadonlySet<number>
  /** Offsets at which lines begin, and the end. */
  readonly lines: readonly number[]
}

function foldPage({ lines }: PrintedPage): FoldedPage {
  let text = ''
  const edges = new Set([0])
  const starts = [0]
  for (const line of lines) {
    const words = line.split(/\s+/u)
    words.forEach((word, index) => {
      // A hyphen at a line's end may be there for the line's sake alone.
      const folded = index === words.length - 1 ? foldWord(word).replace(/(?<=\p{L})-$/u, '') : foldWord(word)
      for (const { index: offset } of folded.matchAll(/[^\p{L}\p{M}\p{N}]/gu)) {
        edges.add(text.length + offset).add(text.length + offset + 1)
      }
      text += folded
      edges.add(text.length)
    })
    starts.push(text.length)
  }
  return { text, edges, lines: starts }
}

/** Hyphens between letters may be the word's own or put in at a line's end, which the text alone cannot tell. */
function foldWord(word: string): string {
  return comparable(word).replace(/(?<=\p{L})-(?=\p{L})/gu, '')
}

/** Whether a text begins at the end of a line of one page and goes on at the start of a line of the next. */
function goesOver(needle: string, page: FoldedPage, next: FoldedPage | undefined): boolean {
  if (next === undefined) return false
  // What follows on the first page may be its footer, what precedes on the next its header.
  return page.lines.some((end) => {
    for (let length = Math.min(end, needle.length - 1); length > 0; length -= 1) {
      if (!page.edges.has(end - length) || !page.text.startsWith(needle.slice(0, length), end - length))
        continue
      if (next.lines.some((start) => next.text.startsWith(needle.slice(length), start))) return true
    }
    return false
  })
}

/** Runs that share a baseline make a line. Readers give runs in the order of drawing, which says nothing of lines. */
function linesOf(runs: readonly PdfRun[]): string[] {
  const lines: PdfRun[][] = []
  for (const run of runs.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1)
    if (line?.[0] && run.y - line[0].y <= 2) line.push(run)
    else lines.push([run])
  }
  return lines
    .map((line) =>
      joinRuns(line.toSorted((a, b) => a.x - b.x))
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter((line) => line !== '')
}

function joinRuns(runs: readonly PdfRun[]): string {
  let text = ''
  let end = Number.POSITIVE_INFINITY
  for (const run of runs) {
    text += run.x - end > run.size * 0.15 ? ` ${run.text}` : run.text
    end = run.x + run.width
  }
  return text
}
