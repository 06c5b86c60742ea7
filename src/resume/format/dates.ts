import type { PartialDate } from '../../core/calendar.ts'
import { wordsFor } from './words.ts'

/** A date to the month, in the words of a language: `Mar 2021`, `März 2021`, `2021`. The day is not printed. */
export function formatDate(date: PartialDate, language: string): string {
  const year = date.slice(0, 4)
  const month = date.length >= 7 ? wordsFor(language).months[Number(date.slice(5, 7)) - 1] : undefined
  return month === undefined ? year : `${month} ${year}`
}

/** A stretch of time as it is known. */
export interface Stretch {
  readonly start: PartialDate | null
  readonly end: PartialDate | null
  /** Whether it is stated to go on today. */
  readonly current: boolean
}

/** A stretch of which the end alone may be told as the date of the whole: a degree, a project. */
export function formatCompletion(stretch: Omit<Stretch, 'current'>, language: string): string | null {
  if (stretch.start === null && stretch.end !== null) return formatDate(stretch.end, language)
  return formatStretch({ ...stretch, current: false }, language)
}

/**
 * `Mar 2021 – Present`, `2019 – 2021`, `until 2020`, `2019 –` when the end is unknown; null when nothing is known.
 * Months that print alike stand once.
 */
export function formatStretch({ start, end, current }: Stretch, language: string): string | null {
  const words = wordsFor(language)
  if (start === null) return end === null ? null : `${words.until} ${formatDate(end, language)}`
  const from = formatDate(start, language)
  if (end === null) return current ? `${from} – ${words.present}` : `${from} –`
  const to = formatDate(end, language)
  return from === to ? from : `${from} – ${to}`
}
