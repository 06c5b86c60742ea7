import type { PdfPage, PdfRun } from '../../resume/pdf-text.ts'

/** A run of text that shows something, cleaned. Lengths in points. */
export interface Word {
  readonly text: string
  readonly x: number
  readonly right: number
  /** The baseline from the page's top. */
  readonly y: number
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  /** A pictogram; its text is a bullet. */
  readonly icon: boolean
  readonly link: string | null
  /** Whether the file draws a blank before it. */
  readonly blankBefore: boolean
}

const ICON_FONT =
  /awesome|icon|(?<!math)symbol|wingding|webding|dingbat|material|typicon|academicons|marvosym|entypo|ionic|glyph/i
/** Stands for any pictogram: a bullet before text, a separator within it. */
const ICON = '\uE000'
const PRIVATE_USE = /[\uE000-\uF8FF\u{F0000}-\u{10FFFD}]/gu
/** Soft hyphens stay for the joining of lines when they end a run; elsewhere they show nothing. */
const INNER_SOFT_HYPHEN = /\u00AD(?=.)/gsu

/** Cleans the runs of a page and gives each the address that is linked where it stands. Runs of blanks are left out. */
export function wordsOf(page: PdfPage): readonly Word[] {
  let blank = true
  return page.runs.flatMap((run): readonly Word[] => {
    const icon = isIcon(run)
    const text = icon ? ICON : cleanText(run.text)
    const blankBefore = blank || text.startsWith(' ')
    blank = text === '' ? blank : text.endsWith(' ')
    if (text.trim() === '' || run.size <= 0 || text.length > LONGEST) return longRun(run, text)
    const lead = text.length - text.trimStart().length
    const trail = text.length - text.trimEnd().length
    const each = run.width / Math.max(1, run.text.length)
    const x = run.x + lead * each
    const right = Math.max(x, run.x + run.width - trail * each)
    const { y, size, bold, italic } = run
    return [
      { text: text.trim(), x, right, y, size, bold, italic, icon, link: linkAt(page, run), blankBefore },
    ]
  })
}

/** No run of a résumé is longer; one that is comes in parts, or it would slow the search for patterns down. */
const LONGEST = 1000

function longRun(run: PdfRun, text: string): readonly Word[] {
  if (text.trim() === '' || run.size <= 0) return []
  const { y, size, bold, italic } = run
  return Array.from({ length: Math.ceil(text.length / LONGEST) }, (_, part) => ({
    text: text.slice(part * LONGEST, (part + 1) * LONGEST).trim() || '-',
    x: run.x,
    right: run.x + run.width,
    y: y + part * size * 1.2,
    size,
    bold,
    italic,
    icon: false,
    link: null,
    blankBefore: true,
  }))
}

function isIcon(run: PdfRun): boolean {
  const text = run.text.trim()
  if (text === '') return false
  const rest = text.replaceAll(PRIVATE_USE, '').trim()
  if (rest === '') return true
  return rest.length <= 2 && ICON_FONT.test(run.font) && !/[\p{L}\p{N}]{2}/u.test(rest)
}

/** One blank for all kinds of white space, one hyphen for its lookalikes; ligatures are whole already. */
function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\s\u0000-\u001F\u00A0\u2000-\u200A\u202F\u205F\u3000]+/gu, ' ')
    .replaceAll(/[\u200B-\u200F\u2060\uFEFF]/gu, '')
    .replaceAll(/[\u2010\u2011]/gu, '-')
    .replaceAll(INNER_SOFT_HYPHEN, '')
    .replaceAll('ﬁ', 'fi')
    .replaceAll('ﬂ', 'fl')
    .replaceAll('ﬀ', 'ff')
    .replaceAll('ﬃ', 'ffi')
    .replaceAll('ﬄ', 'ffl')
    .replaceAll(PRIVATE_USE, ICON)
}

function linkAt(page: PdfPage, run: PdfRun): string | null {
  const middle = { x: run.x + run.width / 2, y: run.y - run.size * 0.3 }
  const link = page.links.find(
    ({ x, y, width, height }) =>
      middle.x >= x && middle.x <= x + width && middle.y >= y - 1 && middle.y <= y + height + 1,
  )
  return link?.url ?? null
}
