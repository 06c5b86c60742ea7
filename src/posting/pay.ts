import type { Span } from '../core/position.ts'
import { occurs, wholeWords } from './document.ts'
import type { Pay, Stated } from './model.ts'
import { sentencesOf } from './sentences.ts'

const SYMBOLS: Readonly<Record<string, string>> = {
  us$: 'USD',
  ca$: 'CAD',
  c$: 'CAD',
  a$: 'AUD',
  au$: 'AUD',
  s$: 'SGD',
  nz$: 'NZD',
  hk$: 'HKD',
  r$: 'BRL',
  mx$: 'MXN',
  $: 'USD',
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  '₹': 'INR',
  rs: 'INR',
  'rs.': 'INR',
  '¥': 'JPY',
  '₪': 'ILS',
  zł: 'PLN',
  kč: 'CZK',
  '₴': 'UAH',
  '₽': 'RUB',
  lei: 'RON',
  sfr: 'CHF',
  'chf.': 'CHF',
  fr: 'CHF',
}
const CODES =
  'USD|EUR|GBP|CHF|CAD|AUD|NZD|SGD|HKD|INR|JPY|PLN|CZK|SEK|NOK|DKK|HUF|RON|BRL|MXN|ZAR|ILS|UAH|AED|TRY|CNY|KRW|THB|PHP|IDR|MYR|ARS|CLP|COP'
const MONEY = String.raw`(?:(?:US|CA|AU|NZ|HK|MX|C|A|S|R)\$|[$€£₹¥₪₴₽]|(?<![\p{L}])(?:${CODES}|euros?|rs\.?|zł|kč|lei|sfr\.?|kr\.?)(?![\p{L}]))`
const AMOUNT = String.raw`\d{1,3}(?:[ \u00A0\u202F.,'’]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)`
const SCALE = String.raw`(?:k|tsd\.?|mille|thousand|l(?:akhs?|acs?)?|lpa)(?![\p{L}])`
const PAY = new RegExp(
  String.raw`(?<bound>(?:up\s+to|bis\s+zu|jusqu['’]à|hasta|from|starting\s+(?:at|from)|at\s+least|minimum|min\.|ab|à\s+partir\s+de|desde|mindestens)\s+)?(?<![\p{L}\p{N}.])(?<cur1>${MONEY})?\s?(?<low>${AMOUNT})\s?(?<scale1>${SCALE})?\s?(?<cur2>${MONEY})?(?:\s?(?:\/\s?(?:year|yr|annum|month|hour|h))?\s?(?:-|–|—|−|to|bis|à|a|and|und|y)\s?(?<cur3>${MONEY})?\s?(?<high>${AMOUNT})\s?(?<scale2>${SCALE})?\s?(?<cur4>${MONEY})?)?(?<open>\s?\+)?`,
  'giu',
)
const NOT_PAY = wholeWords(
  'raised',
  'raising',
  'raise',
  'funding',
  'funded',
  'funds',
  'investment',
  'invested',
  'investors?',
  'revenues?',
  'valuation',
  'valued',
  'turnover',
  'arr',
  'mrr',
  'gmv',
  'transactions?',
  'payments?',
  'assets',
  'series',
  'seed',
  'budget',
  'referral',
  'sign(?:ing|-on)?[ -]bonus',
  'stipend',
  'allowance',
  'reimburse(?:ment|d)?',
  'vouchers?',
  'per diem',
  'market',
  'prize',
  'donat(?:e|ed|ion)',
  'saved',
  'savings',
  'processed',
  'processing',
  'customers',
  'users',
  'employees',
  'people',
  'followers',
  'companies',
  'umsatz',
  'finanzierung',
  'finanziert',
  'zuschuss',
  'gutschein',
  'weiterbildungsbudget',
  'levée',
  'levé',
  'chiffre',
  'facturación',
  'inversión',
  'ronda',
  'millions?',
  'billions?',
  'mio',
  'mrd',
  '401',
)
const SALARY = wholeWords(
  'salary',
  'salaries',
  'pay',
  'compensation',
  'remuneration',
  'base',
  'ote',
  'ctc',
  'gross',
  'net',
  'wage',
  'rate',
  'range',
  'per annum',
  'p\\.?a\\.?',
  'annual(?:ly)?',
  'gehalt',
  'jahresgehalt',
  'brutto',
  'vergütung',
  'einstiegsgehalt',
  'salaire',
  'rémunération',
  'brut',
  'fixe',
  'tjm',
  'package',
  'salario',
  'sueldo',
  'retribución',
  'bruto',
  'brutos',
  'banda salarial',
  'lpa',
  'monthly',
  'hourly',
  'paid',
  'offer(?:ing)?',
  'earn',
)
const PERIODS: readonly (readonly [NonNullable<Pay['period']>, RegExp])[] = [
  [
    'hour',
    /(?:\/|\bper |\ban |\bpro |\bpar |\bpor |\bla |\bje |\bde l['’])\s?(?:hours?|hr|h|stunde|std\.?|heure|hora)(?![\p{L}])|hourly|stundensatz|stundenlohn|\bp\.?h\.?(?![\p{L}])/iu,
  ],
  [
    'day',
    /(?:\/|\bper |\ba |\bpro |\bpar |\bpor |\bal )\s?(?:days?|d|tag|jour|día)(?![\p{L}])|\bdaily rate|tagessatz|\btjm\b/iu,
  ],
  [
    'month',
    /(?:\/|\bper |\ba |\bpro |\bim |\bpar |\bpor |\bal )\s?(?:months?|mo|mth|monat|mois|mes)(?![\p{L}])|monthly|monatlich|mensuel|mensual(?:es)?/iu,
  ],
  [
    'year',
    /(?:\/|\bper |\ba |\bpro |\bim |\bpar |\bpor |\bal )\s?(?:years?|yr|y|annum|jahr|ans?|année|año)(?![\p{L}])|annual|yearly|\bp\.?\s?a\b\.?|jährlich|jahres(?:brutto)?(?:gehalt)?|annuel|anual(?:es)?|\blpa\b|\bctc\b/iu,
  ],
]
const PLAUSIBLE: Readonly<Record<NonNullable<Pay['period']> | 'none', readonly [number, number]>> = {
  hour: [4, 2_000],
  day: [30, 10_000],
  month: [300, 1_000_000],
  year: [4_000, 50_000_000],
  none: [10_000, 50_000_000],
}

/** The pay that a posting states; sums of funding, revenue or a budget for learning are none. */
export function readPay(text: string, spans: readonly Span[]): Stated<Pay> | null {
  const found = spans
    .flatMap((span) => sentencesOf(text, span))
    .flatMap((sentence, index) => readSentence(text, sentence, index))
  found.sort((a, b) => b.weight - a.weight || a.index - b.index)
  return found[0]?.pay ?? null
}

function readSentence(
  text: string,
  sentence: Span,
  index: number,
): readonly { readonly pay: Stated<Pay>; readonly weight: number; readonly index: number }[] {
  const words = text.slice(sentence.start, sentence.end)
  if (!/\d/.test(words)) return []
  const named = occurs(SALARY, words)
  return Array.from(words.matchAll(PAY)).flatMap((match) => {
    const groups = match.groups ?? {}
    const end = match.index + match[0].length
    const behind = words.slice(end, end + 40)
    const before = words.slice(Math.max(0, match.index - 60), match.index)
    if (/^\s?(?:m|mn|mm|b|bn|mio|mrd|million|billion|%|x)(?![\p{L}])/iu.test(behind)) return []
    if (occurs(NOT_PAY, before) || occurs(NOT_PAY, behind.split(/[,.;(]|\s(?:and|plus|und|et|y)\s/)[0] ?? ''))
      return []
    const symbol = [groups['cur1'], groups['cur3'], groups['cur2'], groups['cur4']].find(
      (sign) => sign !== undefined,
    )
    const scale = scaleOf(groups['scale2'] ?? groups['scale1'])
    const lakh = scale === 100_000
    if (lakh && !/lakh|lac|lpa|l\s*p\.?a|₹|inr|rs/i.test(`${match[0]}${behind}`)) return []
    if (symbol === undefined && !lakh && !(scale === 1000 && occurs(SALARY, before))) return []
    const low = amountOf(groups['low'], groups['scale1'] === undefined ? scale : scaleOf(groups['scale1']))
    const high =
      groups['high'] === undefined
        ? null
        : amountOf(groups['high'], scaleOf(groups['scale2'] ?? groups['scale1']))
    if (low === null) return []
    const corrected = high !== null && low > high && groups['scale2'] === undefined ? null : low
    if (corrected === null) return []
    const around = `${behind} ${match[0]}`
    const period = lakh ? 'year' : (periodOf(around) ?? periodOf(before) ?? null)
    const [least, most] = PLAUSIBLE[period ?? 'none']
    const top = high ?? corrected
    if (top < least || top > most || (high !== null && high < corrected)) return []
    const bound = (groups['bound'] ?? '').trim()
    const upTo = /^(?:up|bis|jusqu|hasta)/i.test(bound)
    const from =
      (bound !== '' && !upTo) || groups['open'] !== undefined || /minimum|mindest|mínimo/i.test(before)
    const range =
      high === null
        ? { min: upTo ? null : corrected, max: from ? null : corrected }
        : { min: corrected, max: high }
    const start = sentence.start + match.index + (match[0].length - match[0].trimStart().length)
    const span = { start, end: sentence.start + match.index + match[0].trimEnd().length }
    const value = { ...range, currency: lakh ? (currencyOf(symbol) ?? 'INR') : currencyOf(symbol), period }
    const weight = (named ? 2 : 0) + (high === null ? 0 : 1) + (period === null ? 0 : 1)
    return [{ pay: { value, span }, weight, index }]
  })
}

function scaleOf(words: string | undefined): number {
  if (words === undefined) return 1
  return /^l/i.test(words) ? 100_000 : 1000
}

/** A number in whatever convention: a separator before three digits groups them, another one starts the decimals. */
function amountOf(words: string | undefined, scale: number): number | null {
  if (words === undefined) return null
  const grouped = words.replaceAll(/[ \u00A0\u202F.,'’](?=\d{3}(?!\d))/g, '').replace(',', '.')
  const number = Number(grouped)
  return Number.isFinite(number) && number > 0 ? Math.round(number * scale * 100) / 100 : null
}

function currencyOf(symbol: string | undefined): string | null {
  if (symbol === undefined) return null
  const known = SYMBOLS[symbol.toLowerCase()]
  if (known !== undefined) return known
  return symbol.length === 3 && !symbol.includes('.') ? symbol.toUpperCase() : null
}

function periodOf(words: string): Pay['period'] {
  const hits = PERIODS.flatMap(([period, pattern]) => {
    const index = words.search(pattern)
    return index < 0 ? [] : [{ period, index }]
  })
  hits.sort((a, b) => a.index - b.index)
  return hits[0]?.period ?? null
}
