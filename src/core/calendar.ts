/** A date known to the year, month or day: `2024`, `2024-03`, `2024-03-17`. */
export type PartialDate = string

const PARTIAL = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/

/** Whether the text is a {@link PartialDate} that exists in the calendar. */
export function isPartialDate(text: string): boolean {
  const match = PARTIAL.exec(text)
  if (!match) return false
  const [, year, month, day] = match
  if (day === undefined) return true
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCDate() === Number(day)
}

/** The first day that a partial date may mean. */
export function firstDay(date: PartialDate): string {
  if (date.length === 4) return `${date}-01-01`
  return date.length === 7 ? `${date}-01` : date
}

/** The last day that a partial date may mean. */
export function lastDay(date: PartialDate): string {
  if (date.length === 4) return `${date}-12-31`
  if (date.length === 10) return date
  const [year, month] = date.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10)
}

/** Months since year 0, for distances; a date without a month counts as January. */
export function monthNumber(date: PartialDate): number {
  return Number(date.slice(0, 4)) * 12 + (date.length >= 7 ? Number(date.slice(5, 7)) - 1 : 0)
}

/** `2025-Q1` of a day such as `2025-02-14`. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

/** First and last day of a quarter such as `2025-Q1`. */
export function quarterPeriod(quarter: string): { readonly from: string; readonly to: string } {
  const year = quarter.slice(0, 4)
  const last = Number(quarter.slice(6)) * 3
  const month = (number: number): string => String(number).padStart(2, '0')
  return { from: `${year}-${month(last - 2)}-01`, to: lastDay(`${year}-${month(last)}`) }
}
