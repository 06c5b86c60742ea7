/** A numeral as it is written. */
export interface Numeral {
  /** Length of the digits with their separators. */
  readonly length: number
  readonly value: number
  /** What one in the last printed place amounts to: 0.1 for "1.2". */
  readonly place: number
  /** What it is when its one separator is read the other way: 1.2 for "1.200"; null when there is but one reading. */
  readonly other: { readonly value: number; readonly place: number } | null
}

/** Languages that write a decimal comma. */
const COMMA = new Set([
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'pl',
  'ru',
  'sv',
  'da',
  'nb',
  'no',
  'fi',
  'cs',
  'tr',
])
const SPACES = ' \u00A0\u202F\u2009'

/**
 * Reads digits at the start of a text: "1,200", "1.200.000", "1 200" with any space, "1'200", "12,00,000". A single separator before three digits groups or divides by the language's
 * habit; the other reading is kept, as the unit may decide.
 */
export function readNumeral(text: string, language: string): Numeral | null {
  const comma = COMMA.has(language.slice(0, 2).toLowerCase())
  const grouped = new RegExp(
    `^(?:\\d{1,3}(?:([${SPACES}'’])\\d{3})(?:\\1\\d{3})*(?:[.,]\\d+)?|\\d{1,3}(?:,\\d{3}){2,}(?:\\.\\d+)?|\\d{1,3}(?:\\.\\d{3}){2,}(?:,\\d+)?|\\d{1,2}(?:,\\d{2})+,\\d{3}|\\d{1,3},\\d{3}\\.\\d+|\\d{1,3}\\.\\d{3},\\d+)(?!\\d)`,
    'u',
  ).exec(text)
  if (grouped) return groupedNumeral(grouped[0])
  const simple = /^\d+(?:([.,])(\d+))?/u.exec(text)
  if (!simple) return null
  const [written, separator, fraction] = simple
  const digits = Number(written.replace(',', '.'))
  const decimal = { value: digits, place: fraction === undefined ? 1 : 10 ** -fraction.length }
  if (separator === undefined || fraction?.length !== 3 || !/^[1-9]\d{0,2}[.,]/.test(written)) {
    return { length: written.length, ...decimal, other: null }
  }
  const whole = { value: Number(written.replace(/[.,]/, '')), place: 1 }
  const groups = (separator === ',') !== comma
  return groups
    ? { length: written.length, ...whole, other: decimal }
    : { length: written.length, ...decimal, other: whole }
}

function groupedNumeral(written: string): Numeral {
  const separators = written.match(/[^\d]/gu) ?? []
  const last = separators.at(-1)
  const tail = written.slice(written.lastIndexOf(last ?? '') + 1)
  // The last separator divides when it differs from the first, as in 1.200,50; otherwise all of them group.
  const divides = separators.length > 1 && last !== separators[0]
  const whole = (divides ? written.slice(0, -tail.length - 1) : written).replace(/[^\d]/gu, '')
  const value = Number(divides ? `${whole}.${tail}` : whole)
  return { length: written.length, value, place: divides ? 10 ** -tail.length : 1, other: null }
}

const SCALES: readonly (readonly [RegExp, number])[] = [
  [/^(?:\s?k(?![\p{L}\d])|K(?![\p{L}\d])|\s(?:thousand|tausend|tsd\.?|mille|mil)(?![\p{L}\d]))/iu, 1e3],
  [/^\s(?:hundred|hundert)(?![\p{L}\d])/iu, 1e2],
  [/^\s(?:lakhs?|lacs?)(?![\p{L}\d])/iu, 1e5],
  [/^\s(?:crores?|cr)(?![\p{L}\d])/iu, 1e7],
  [
    /^(?:\s?(?:MM|M)(?![\p{L}\d])|\s?(?:mn|mio)(?![\p{L}\d])\.?|[\s-](?:millions?|millionen|millones|millón)(?![\p{L}\d]))/u,
    1e6,
  ],
  [/^\s(?:Millionen|Million|Mio\.?|MIO\.?)(?![\p{L}\d])/u, 1e6],
  [
    /^(?:\s?(?:B|bn|Bn|Mrd\.?)(?![\p{L}\d])|[\s-](?:billions?|Milliarden|Milliarde|milliards?|mil millones)(?![\p{L}\d]))/u,
    1e9,
  ],
]

/** The word or letter behind a numeral that multiplies it: `k`, `M`, "million", "Mrd.", "lakh". */
export function readScale(rest: string): { readonly length: number; readonly factor: number } | null {
  const longFirst = /^\smil millones(?!\p{L})/iu.exec(rest)
  if (longFirst) return { length: longFirst[0].length, factor: 1e9 }
  for (const [pattern, factor] of SCALES) {
    const match = pattern.exec(rest)
    if (match) return { length: match[0].length, factor }
  }
  return null
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  de: ['zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf'],
  fr: ['deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze'],
  es: ['dos', 'tres', 'cuatro', 'cinco', 'seis', 'siete', 'ocho', 'nueve', 'diez', 'once', 'doce'],
}

/** The value of a spelt number from two to twelve in a language; null for any other word. */
export function spelt(word: string, language: string): number | null {
  const words = WORDS[language.slice(0, 2).toLowerCase()] ?? WORDS['en']
  const index = words?.indexOf(word.toLowerCase()) ?? -1
  return index < 0 ? null : index + 2
}
