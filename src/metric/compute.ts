import { firstDay, lastDay, monthNumber } from '../core/calendar.ts'
import type { Fact } from './git-records.ts'
import type { MetricQuery, MetricResult, MetricUnit } from './model.ts'
import { wilson } from './wilson.ts'

/** What every computation needs of its metric. */
interface Printed {
  readonly unit: MetricUnit
  readonly method: string
}

/** The facts of a query: those that lie within its period, and those that its ends cut in two. */
export interface Selection<Data> {
  readonly inside: readonly Fact<Data>[]
  readonly cut: readonly Fact<Data>[]
}

/** Selects the facts of the asked source and period. */
export function select<Data>(facts: readonly Fact<Data>[], query: MetricQuery): Selection<Data> {
  const from = query.from === null ? '0000-01-01' : firstDay(query.from)
  const to = query.to === null ? '9999-12-31' : lastDay(query.to)
  const touching = facts.filter(
    ({ record }) =>
      (query.source === null || record.source === query.source) &&
      record.period.to >= from &&
      record.period.from <= to,
  )
  const within = ({ record }: Fact<Data>): boolean => record.period.from >= from && record.period.to <= to
  return { inside: touching.filter(within), cut: touching.filter((fact) => !within(fact)) }
}

/** The result of a query that cannot be answered. */
export function unknown(
  printed: Printed,
  note: string,
  facts: readonly Fact<unknown>[] = [],
  range: MetricResult['range'] = null,
): MetricResult {
  return { ...basis(printed, facts), value: null, range, n: 0, interval: null, note }
}

/** Adds up one count. Facts that the period cuts in two make the sum a range. */
export function sum<Data>(
  printed: Printed,
  selection: Selection<Data>,
  count: (data: Data) => number,
): MetricResult {
  const total = (facts: readonly Fact<Data>[]): number =>
    facts.reduce((value, { data }) => value + count(data), 0)
  const low = total(selection.inside)
  return settle(printed, selection, { low, high: low + total(selection.cut) })
}

/** The largest value of one count, for counts of people, who may be the same ones every month. */
export function largest<Data>(
  printed: Printed,
  selection: Selection<Data>,
  count: (data: Data) => number,
): MetricResult {
  const most = (facts: readonly Fact<Data>[]): number => Math.max(0, ...facts.map(({ data }) => count(data)))
  const low = most(selection.inside)
  return settle(printed, selection, { low, high: Math.max(low, most(selection.cut)) })
}

/**
 * Adds up days. Within one source the periods of the facts do not overlap, so that their days add up; a day of work in
 * two sources is one day, and as the ledger does not keep which days they were, several sources give a range.
 */
export function sumDays<Data>(
  printed: Printed,
  selection: Selection<Data>,
  days: (data: Data) => number,
): MetricResult {
  const low = [...byPeriod(selection.inside).values()].reduce(
    (total, facts) => total + Math.max(...facts.map(({ data }) => days(data))),
    0,
  )
  const high = [...byPeriod([...selection.inside, ...selection.cut])].reduce(
    (total, [period, facts]) =>
      total +
      Math.min(
        lengthOf(period),
        facts.reduce((value, { data }) => value + days(data), 0),
      ),
    0,
  )
  return settle(
    printed,
    selection,
    { low, high },
    'Days on which several sources were worked on may be the same days.',
  )
}

/** A share of the commits, with its Wilson interval. */
export function share<Data>(
  printed: Printed,
  selection: Selection<Data>,
  part: (data: Data) => number,
  whole: (data: Data) => number,
): MetricResult {
  if (selection.inside.length + selection.cut.length === 0) return unknown(printed, NOTHING)
  if (selection.cut.some(({ data }) => whole(data) > 0)) return unknown(printed, cutNote(selection))
  const of = (count: (data: Data) => number): number =>
    selection.inside.reduce((total, { data }) => total + count(data), 0)
  const n = of(whole)
  if (n === 0) return unknown(printed, 'There is nothing to take a share of in this period.')
  const value = of(part) / n
  return {
    ...basis(printed, selection.inside),
    value,
    range: null,
    n,
    interval: wilson(of(part), n),
    note: null,
  }
}

/** Calendar months from the first to the last fact, both included, as far as the facts' periods tell. */
export function monthSpan<Data>(printed: Printed, selection: Selection<Data>): MetricResult {
  const { inside, cut } = selection
  const span = (facts: readonly Fact<Data>[]): number => {
    const { from, to } = periodOf(facts)
    return from === null || to === null ? 0 : monthNumber(to) - monthNumber(from) + 1
  }
  return settle(printed, selection, { low: span(inside), high: span([...inside, ...cut]) })
}

const NOTHING = 'The ledger holds no evidence of it in this period.'

function settle<Data>(
  printed: Printed,
  { inside, cut }: Selection<Data>,
  { low, high }: { readonly low: number; readonly high: number },
  otherwise: string | null = null,
): MetricResult {
  if (inside.length + cut.length === 0) return unknown(printed, NOTHING)
  if (low !== high) {
    const note = cut.length > 0 ? cutNote({ inside, cut }) : (otherwise ?? NOTHING)
    return unknown(printed, `It lies between ${low} and ${high}: ${lowerFirst(note)}`, [...inside, ...cut], {
      low,
      high,
    })
  }
  return {
    ...basis(printed, inside),
    value: low,
    range: null,
    n: inside.length,
    interval: null,
    note: null,
  }
}

function cutNote({ cut }: Selection<unknown>): string {
  const periods = [...new Set(cut.map(({ record }) => `${record.period.from} to ${record.period.to}`))]
  return `The asked period cuts what is only known as a whole (${periods.join(', ')}).`
}

function basis(
  { unit, method }: Printed,
  facts: readonly Fact<unknown>[],
): Pick<MetricResult, 'unit' | 'method' | 'evidence' | 'from' | 'to'> {
  const evidence = facts.map(({ record }) => record.id).sort()
  return { unit, method, evidence, ...periodOf(facts) }
}

function periodOf(facts: readonly Fact<unknown>[]): {
  readonly from: string | null
  readonly to: string | null
} {
  const days = facts.flatMap(({ record }) => [record.period.from, record.period.to]).sort()
  return { from: days[0] ?? null, to: days.at(-1) ?? null }
}

/** Groups facts by their period, `from/to`. */
function byPeriod<Data>(facts: readonly Fact<Data>[]): ReadonlyMap<string, readonly Fact<Data>[]> {
  return Map.groupBy(facts, ({ record }) => `${record.period.from}/${record.period.to}`)
}

function lengthOf(period: string): number {
  const [from = '', to = ''] = period.split('/')
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
