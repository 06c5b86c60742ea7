import type { Span } from '../core/position.ts'
import type { StatedFields } from './document.ts'
import { NOTHING_STATED } from './document.ts'
import type { Pay, Stated } from './model.ts'

type Bag = Readonly<Record<string, unknown>>

/** What is used of a schema.org JobPosting, https://schema.org/JobPosting. */
export interface JobPosting {
  readonly title: string | null
  readonly company: string | null
  readonly place: string | null
  readonly remote: boolean
  readonly pay: Pay | null
  readonly months: number | null
  /** HTML. */
  readonly description: string | null
}

/** The first JobPosting among blocks of JSON-LD, be it on its own, in a list or in a `@graph`. */
export function findJobPosting(blocks: readonly string[]): {
  readonly posting: JobPosting | null
  readonly broken: boolean
} {
  let broken = false
  for (const block of blocks) {
    let content: unknown
    try {
      content = JSON.parse(block)
    } catch {
      broken = true
      continue
    }
    const found = findBag(content, 0)
    if (found) return { posting: readJobPosting(found), broken }
  }
  return { posting: null, broken }
}

/**
 * The fields that a JobPosting states, with spans into the text that will be `before` and `body`, joined by line breaks.
 * What the body does not say gets a line of its own in `before`.
 */
export function statedOf(
  posting: JobPosting | null,
  body: string,
): { readonly stated: StatedFields; readonly before: readonly string[] } {
  if (posting === null) return { stated: NOTHING_STATED, before: [] }
  const before: string[] = []
  const wanted: { readonly words: string; readonly put: (span: Span) => void }[] = []
  const stated: { -readonly [Key in keyof StatedFields]: StatedFields[Key] } = { ...NOTHING_STATED }
  const want = <Value>(
    value: Value | null,
    words: string | null,
    put: (stated: Stated<Value>) => void,
  ): void => {
    if (value === null || words === null) return
    wanted.push({ words, put: (span) => put({ value, span }) })
    if (!body.includes(words)) before.push(words)
  }
  want(posting.title, posting.title, (title) => (stated.title = title))
  want(posting.company, posting.company, (company) => (stated.company = company))
  want(posting.place, posting.place, (place) => (stated.place = place))
  want<'remote'>(posting.remote ? 'remote' : null, 'Telecommute', (remote) => (stated.remote = remote))
  want(posting.pay, posting.pay && payWords(posting.pay), (pay) => (stated.pay = pay))
  const { months } = posting
  want(
    months === null ? null : { min: Math.round((months / 12) * 10) / 10, max: null },
    months === null ? null : `Months of experience: ${months}`,
    (years) => (stated.years = years),
  )
  const text = [...before, body].join('\n')
  for (const { words, put } of wanted) {
    const start = text.indexOf(words)
    put({ start, end: start + words.length })
  }
  return { stated, before }
}

function payWords({ min, max, currency, period }: Pay): string {
  const range = [...new Set([min, max].filter((amount) => amount !== null))].join(' – ')
  return [range, currency, period === null ? null : `a ${period}`].filter((part) => part !== null).join(' ')
}

function isBag(value: unknown): value is Bag {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function findBag(value: unknown, depth: number): Bag | null {
  if (depth > 5) return null
  if (Array.isArray(value)) {
    for (const item of value) {
      const found = findBag(item, depth + 1)
      if (found) return found
    }
    return null
  }
  if (!isBag(value)) return null
  if ([value['@type']].flat().includes('JobPosting')) return value
  return findBag(value['@graph'] ?? value['mainEntity'], depth + 1)
}

function readJobPosting(bag: Bag): JobPosting {
  const organisation = first(bag['hiringOrganization'])
  const experience = first(bag['experienceRequirements'])
  return {
    title: words(bag['title']) ?? words(bag['name']),
    company: words(organisation) ?? (isBag(organisation) ? words(organisation['name']) : null),
    place: placeOf(first(bag['jobLocation'])),
    remote: words(bag['jobLocationType'])?.toUpperCase() === 'TELECOMMUTE',
    pay: payOf(first(bag['baseSalary']) ?? first(bag['estimatedSalary'])),
    months: isBag(experience) ? amount(experience['monthsOfExperience']) : null,
    description: typeof bag['description'] === 'string' ? unescaped(bag['description']) : null,
  }
}

/** Some sites escape the description's HTML a second time. */
function unescaped(html: string): string {
  if (/<[a-z]/i.test(html) || !/&lt;[a-z]/i.test(html)) return html
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}

function placeOf(place: unknown): string | null {
  const address = isBag(place) ? place['address'] : place
  if (!isBag(address)) return words(address)
  const country = address['addressCountry']
  const parts = [
    words(address['addressLocality']),
    words(address['addressRegion']),
    words(country) ?? (isBag(country) ? words(country['name']) : null),
  ].filter((part) => part !== null)
  return parts.length === 0 ? null : [...new Set(parts)].join(', ')
}

const PERIODS: Readonly<Record<string, Pay['period']>> = {
  HOUR: 'hour',
  DAY: 'day',
  MONTH: 'month',
  YEAR: 'year',
}

function payOf(salary: unknown): Pay | null {
  if (!isBag(salary)) return null
  const value = first(salary['value'])
  const bag = isBag(value) ? value : salary
  const single = amount(isBag(value) ? value['value'] : value)
  const min = amount(bag['minValue']) ?? single
  const max = amount(bag['maxValue']) ?? single
  if (min === null && max === null) return null
  const currency = words(salary['currency']) ?? words(bag['currency'])
  return {
    min,
    max,
    currency: currency !== null && /^[A-Z]{3}$/.test(currency) ? currency : null,
    period: PERIODS[(words(bag['unitText']) ?? words(salary['unitText']) ?? '').toUpperCase()] ?? null,
  }
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : value
}

function words(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const text = value.replaceAll(/\s+/g, ' ').trim()
  return text === '' ? null : text
}

function amount(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) && number > 0 ? number : null
}
