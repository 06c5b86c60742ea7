import { isPartialDate } from '../../core/calendar.ts'
import type { PartialDate } from '../../core/calendar.ts'
import type { Span } from '../../core/position.ts'
import { fold, monthNamed } from './months.ts'

/** A date or a period that a text states, to the precision that it states. */
export interface StatedPeriod {
  readonly span: Span
  /** Null where only the end is stated. */
  readonly start: PartialDate | null
  /** Null where it is not stated or the period goes on. */
  readonly end: PartialDate | null
  /** Whether the text says that the period goes on today. */
  readonly current: boolean
  /** Whether two ends were stated, rather than one date. */
  readonly range: boolean
}

const WORD = String.raw`[\p{L}]{3,12}\.?`
const YEAR = String.raw`(?:1[5-9]|20)\d\d`
const SEASON = String.raw`(?:spring|summer|autumn|fall|winter|fr[üu]hjahr|fr[üu]hling|sommer|herbst|printemps|[ée]t[ée]|automne|hiver|primavera|verano|oto[ñn]o|invierno|ws|ss|q[1-4]|[1-4]q)`
const SINGLE = [
  String.raw`(?<y1>${YEAR})[-/.](?<m1>\d{1,2})(?:[-/.](?<d1>\d{1,2}))?(?!\d)(?:T[\d:.]+Z?)?`,
  String.raw`(?<a2>\d{1,2})[./](?<b2>\d{1,2})[./](?<y2>${YEAR})`,
  String.raw`(?<m3>\d{1,2})\s?[-/.]\s?(?<y3>${YEAR})(?!\.\d)`,
  String.raw`(?<d4>\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+)?(?<w4>${WORD}),?\s+(?:de\s+|del\s+)?(?<y4>${YEAR})`,
  String.raw`(?<w5>${WORD})\s+(?<d5>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y5>${YEAR})`,
  String.raw`(?<w6>${WORD}),?(?:\s+|\s?[-/]\s?)(?:de\s+|del\s+|of\s+)?(?:(?<y6>${YEAR})|['’](?<s6>\d\d))`,
  String.raw`(?<y7>${YEAR})\s*年\s*(?<m7>\d{1,2})\s*月`,
  String.raw`(?<y8>${YEAR})\s+(?<w8>${WORD})`,
  String.raw`(?:${SEASON})\s*(?:of\s+|/\s?)?(?<y9>${YEAR})`,
  String.raw`(?<y10>(?:1[89]|20)\d\d)`,
]
const DATE = new RegExp(
  String.raw`(?<![\p{L}\p{N}./@:_]|(?<!(?:1[5-9]|20)\d\d)-)(?:${SINGLE.join('|')})(?![\p{L}\p{N}@])`,
  'giu',
)
const BETWEEN =
  /^\s*(?:[-‐‑‒–—−~→>]+|\bto\b|\buntil\b|\btill\b|\bthrough\b|\bbis\b|à|\bau\b|\ba\b|\bal\b|\bhasta\b|\baté\b|\btot\b)\s*$/iu
const PRESENT =
  /^\s*(?:[-‐‑‒–—−~→>]+|to|until|till|through|bis|à|au|a|al|hasta|jusqu['’]à|até|tot)?\s*(?<word>present|current(?:ly)?|now|today|ongoing|to date|till date|date|heute|jetzt|aktuell|laufend|gegenwart|dato|aujourd['’]hui|présent|ce jour|actuel(?:lement)?|en cours|actualidad|actualmente|actual|presente|la fecha|hoy|ahora|atual(?:mente)?|hoje|oggi|attuale|in corso|heden|nu)(?![\p{L}\p{N}])/iu
const SINCE = /(?<![\p{L}])(?:since|from|seit|ab|depuis|desde|dal|desde)\s+$/iu
const OPEN = /^\s*[-–—]+\s*(?=$|[|·•,)])/u

interface Stated {
  readonly date: PartialDate
  readonly start: number
  readonly end: number
}

/** The dates and periods of a text, in order. Years alone count when they stand as words of their own. */
export function findPeriods(text: string): readonly StatedPeriod[] {
  const dates = findDates(text)
  const periods: StatedPeriod[] = []
  for (let index = 0; index < dates.length; index += 1) {
    const first = dates[index]
    if (!first) continue
    const next = dates[index + 1]
    if (next && BETWEEN.test(text.slice(first.end, next.start))) {
      periods.push({
        span: { start: first.start, end: next.end },
        start: first.date,
        end: next.date,
        current: false,
        range: true,
      })
      index += 1
      continue
    }
    const rest = text.slice(first.end)
    const short = shortYearAfter(first, rest)
    if (short) {
      periods.push({
        span: { start: first.start, end: first.end + short.length },
        start: first.date,
        end: short.end,
        current: false,
        range: true,
      })
      continue
    }
    periods.push(alone(text, first, rest))
  }
  return periods.map((period) => withMonthBefore(text, period))
}

function alone(text: string, first: Stated, rest: string): StatedPeriod {
  const present = PRESENT.exec(rest)
  const opens =
    present !== null &&
    /^\s*\S/.test(rest.slice(0, present[0].length - (present.groups?.['word']?.length ?? 0)) + 'x')
  if (present && opens && separated(present)) {
    return {
      span: { start: first.start, end: first.end + present[0].length },
      start: first.date,
      end: null,
      current: true,
      range: true,
    }
  }
  const since = SINCE.exec(text.slice(0, first.start))
  if (since) {
    return {
      span: { start: since.index, end: first.end },
      start: first.date,
      end: null,
      current: true,
      range: true,
    }
  }
  const open = OPEN.exec(rest)
  if (open) {
    return {
      span: { start: first.start, end: first.end + open[0].length },
      start: first.date,
      end: null,
      current: true,
      range: true,
    }
  }
  return {
    span: { start: first.start, end: first.end },
    start: first.date,
    end: first.date,
    current: false,
    range: false,
  }
}

/** "2019 now" is not a period; "2019 – now" and "2019 to date" are. */
function separated(present: RegExpExecArray): boolean {
  const before = present[0].slice(0, present[0].length - (present.groups?.['word']?.length ?? 0))
  return before.trim() !== '' || /^to date|^till date/i.test(present.groups?.['word'] ?? '')
}

/** "2013-14", "2018/19": the end of a period in short. Months come first, so only 13 and above get here. */
function shortYearAfter(
  first: Stated,
  rest: string,
): { readonly end: PartialDate; readonly length: number } | null {
  if (first.date.length !== 4) return null
  const match = /^\s?[-–/]\s?['’]?(\d\d)(?![\d\p{L}/.-])/u.exec(rest)
  const year = Number(match?.[1])
  const from = Number(first.date)
  const end = Math.floor(from / 100) * 100 + year
  if (!match || end <= from || end > from + 15) return null
  return { end: String(end), length: match[0].length }
}

/** "June – August 2004": the first month has its year from the end. */
function withMonthBefore(text: string, period: StatedPeriod): StatedPeriod {
  if (period.range || period.end?.length !== 7) return period
  const match = /(?<![\p{L}])([\p{L}]{3,12}\.?)\s*(?:[-–—]|\bto\b|\bbis\b|à|\ba\b)\s*$/iu.exec(
    text.slice(0, period.span.start),
  )
  const month = monthNamed(match?.[1] ?? '')
  if (!match || month === null) return period
  const start = `${period.end.slice(0, 4)}-${two(month)}`
  if (start > period.end) return period
  return { ...period, start, range: true, span: { start: match.index, end: period.span.end } }
}

function findDates(text: string): readonly Stated[] {
  const found: Stated[] = []
  DATE.lastIndex = 0
  for (let match = DATE.exec(text); match; match = DATE.exec(text)) {
    const date = dateOf(match.groups ?? {})
    if (date === null) {
      const year = match.groups?.['y1']
      if (year !== undefined) {
        // "2013-14": no month, so the year stands alone and what follows may be a short year.
        found.push({ date: year, start: match.index, end: match.index + 4 })
        DATE.lastIndex = match.index + 4
        continue
      }
      // A word that is no month, such as "Released 2019": go on behind it.
      DATE.lastIndex = match.index + Math.max(1, match[0].search(/[^\p{L}\p{N}]/u))
      continue
    }
    // "2014 Jan" may be "2014" before another entry's "Jan 2015": the month belongs to the year after it.
    if (
      match.groups?.['w8'] !== undefined &&
      /^,?\s+['’]?\d{2,4}/.test(text.slice(match.index + match[0].length))
    ) {
      found.push({ date: date.slice(0, 4), start: match.index, end: match.index + 4 })
      DATE.lastIndex = match.index + 4
      continue
    }
    found.push({ date, start: match.index, end: match.index + match[0].length })
  }
  return found
}

type Groups = Readonly<Record<string, string | undefined>>

function dateOf(groups: Groups): PartialDate | null {
  const get = (name: string): string | undefined => groups[name]
  const year = ['y1', 'y2', 'y3', 'y4', 'y5', 'y6', 'y7', 'y8', 'y9', 'y10']
    .map(get)
    .find((value) => value !== undefined)
  const short = get('s6')
  const full = year ?? (short === undefined ? undefined : century(short))
  if (full === undefined) return null
  const word = get('w4') ?? get('w5') ?? get('w6') ?? get('w8')
  if (word !== undefined) {
    const month = monthNamed(word)
    if (month !== null) return compose(full, month, get('d4') ?? get('d5'))
    return seasonal(word) ? full : null
  }
  const a = get('a2')
  const b = get('b2')
  if (a !== undefined && b !== undefined) return dayAndMonth(full, Number(a), Number(b))
  const month = get('m1') ?? get('m3') ?? get('m7')
  return month === undefined ? full : compose(full, Number(month), get('d1'))
}

/** 13 to 31 must be the day; two numbers that could both be months leave the year alone certain. */
function dayAndMonth(year: string, a: number, b: number): PartialDate | null {
  if (a === b) return compose(year, a, String(b))
  if (a > 12) return compose(year, b, String(a))
  return b > 12 ? compose(year, a, String(b)) : year
}

function compose(year: string, month: number, day: string | undefined): PartialDate | null {
  if (month === 0) return year
  const toMonth = `${year}-${two(month)}`
  if (!isPartialDate(toMonth)) return null
  if (day === undefined || Number(day) === 0) return toMonth
  const toDay = `${toMonth}-${two(Number(day))}`
  return isPartialDate(toDay) ? toDay : toMonth
}

function century(short: string): string {
  return Number(short) > 60 ? `19${short}` : `20${short}`
}

const SEASON_WORD = new RegExp(`^${SEASON}$`, 'iu')

function seasonal(word: string): boolean {
  return SEASON_WORD.test(fold(word).replace(/\.$/, '')) || SEASON_WORD.test(word)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** How long something took, as tools print it beside a period: "2 years 3 months", "(1 yr)", "6 Monate". */
export const DURATION =
  /\(?\s*\b\d+\s*\+?\s*(?:years?|yrs?|months?|mos?|jahre?n?|monate?n?|ans?|mois|años?|mes(?:es)?)\b\.?(?:[\s,]*(?:and|und|et|y)?\s*\d+\s*(?:months?|mos?|monate?|mois|mes(?:es)?)\b\.?)?\s*\)?/giu

/** The one period that a whole value states, as a JSON value does; null for anything else. */
export function parsePeriod(text: string): StatedPeriod | null {
  const [period, ...more] = findPeriods(text)
  if (!period || more.length > 0) return null
  const rest = text.slice(0, period.span.start) + text.slice(period.span.end)
  return /[\p{L}\p{N}]/u.test(rest.replaceAll(DURATION, '')) ? null : period
}

/** Whether a value says "up to now" in one of the languages. */
export function saysPresent(text: string): boolean {
  const match = PRESENT.exec(text)
  return match !== null && match[0].trim().length === text.trim().length
}
