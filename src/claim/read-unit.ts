import { periodOfRate, unitOfMeasure, unitOfNoun } from './units.ts'

/** A unit that was read behind a number. */
export interface UnitRead {
  readonly unit: string
  /** Where the unit ends in the text. */
  readonly end: number
  /** A `measure` can only belong to a number; a `known` noun is often counted; a `weak` one is any word. */
  readonly strength: 'measure' | 'known' | 'weak'
  readonly kind: 'percent' | 'factor' | 'money' | 'measure' | 'count'
  /** Where the unit itself says millions, as in "10m users". */
  readonly scale?: number
}

const PERCENT =
  /^[\s-]?(?:%-?(?:\s?(points?|Punkte?))?|(percentage[ -]points?|pp(?!\p{L})|Prozentpunkten?|points? de pourcentage|puntos porcentuales)|(?:percent|per cent|pct|prozent|pour ?cent|por ciento)(?!\p{L}))/iu
const FACTOR =
  /^(?:\s?[x×](?![\p{L}\d])|[- ]?(?:fold|fach(?:e[snrm]?)?)(?!\p{L})|\s(?:times|mal|fois|veces)\s(?:as|the|faster|slower|more|less|fewer|higher|lower|larger|smaller|bigger|better|cheaper|quicker|schneller|mehr|weniger|höher|größer|plus|moins|más|menos)(?!\p{L}))/iu
const TIMES = /^\s?(?:times|mal|fois|veces)(?!\p{L})/iu
const MONEY =
  /^\s?(?:€|\$|£|₹|(?:USD|EUR|GBP|CHF|INR|SEK|PLN|euros?|dollars?|dólares|pounds?|Dollar)(?!\p{L}))/iu
const RATING = /^\s?\/\s?(5|10|100)(?![\d.,])/u
const MONEY_NAMES: Readonly<Record<string, string>> = {
  '€': 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  $: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  dólares: 'USD',
  '£': 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  '₹': 'INR',
}
const STOP = new Set(
  'of in for to and with from by per on at using across or while as that which who into via over under within than during after before through so the a an is are was were be been between both including plus — und oder mit von für in im auf bei aus durch pro zu der die das den dem des et ou avec de des du pour dans par sur en à le la les y o con para por del los las el'.split(
    ' ',
  ),
)

/**
 * Reads the unit behind a number that ends at `end`: a percentage, factor, measure, currency, rate, or the noun that is
 * counted. Null when nothing is said.
 */
export function readUnit(
  text: string,
  end: number,
  context: { readonly scaled: boolean; readonly plus: boolean; readonly rateOnly?: boolean },
): UnitRead | null {
  const rest = text.slice(end)
  const at = (length: number): number => end + length
  if (context.rateOnly === true) {
    const rate = readRate(rest)
    return rate && { unit: rate.unit, end: at(rate.length), strength: 'measure', kind: 'money' }
  }
  const percent = PERCENT.exec(rest)
  if (percent) {
    const points = percent[1] !== undefined || percent[2] !== undefined
    return {
      unit: points ? 'percentage-points' : 'percent',
      end: at(percent[0].length),
      strength: 'measure',
      kind: 'percent',
    }
  }
  const factor = FACTOR.exec(rest)
  if (factor) return { unit: 'factor', end: at(factor[0].length), strength: 'measure', kind: 'factor' }
  const times = TIMES.exec(rest)
  if (times)
    return withRate(rest, times[0].length, {
      unit: 'times',
      end: at(times[0].length),
      strength: 'measure',
      kind: 'count',
    })
  const money = MONEY.exec(rest)
  if (money) {
    const name = money[0].trim()
    const unit = MONEY_NAMES[name.toLowerCase()] ?? name.toUpperCase()
    return withRate(rest, money[0].length, {
      unit,
      end: at(money[0].length),
      strength: 'measure',
      kind: 'money',
    })
  }
  const rating = RATING.exec(rest)
  if (rating)
    return { unit: `of ${rating[1]}`, end: at(rating[0].length), strength: 'measure', kind: 'measure' }
  return readMeasure(rest, end) ?? readMillions(text, end) ?? readNoun(text, end) ?? readBareRate(rest, end)
}

function readMeasure(rest: string, end: number): UnitRead | null {
  const match = /^(?:[\s\u00A0\u202F]|-)?([\p{L}µμ]+)(?![\p{L}\d])/u.exec(rest)
  const word = match?.[1]
  if (!match || word === undefined) return null
  // One letter is a unit only where it stands as one: "2 s", never "S" of a name.
  if (word.length === 1 && word !== word.toLowerCase()) return null
  const unit = unitOfMeasure(word)
  if (unit === null) return null
  return withRate(rest, match[0].length, {
    unit,
    end: end + match[0].length,
    strength: 'measure',
    kind: 'measure',
  })
}

/** A lone "m" is a million before something countable, and minutes otherwise. */
function readMillions(text: string, end: number): UnitRead | null {
  const match = /^m(\+?)(?![\p{L}\d])/u.exec(text.slice(end))
  if (!match) return null
  const noun = readNoun(text, end + match[0].length)
  if (noun && (noun.strength === 'known' || match[1] === '+')) return { ...noun, scale: 1e6 }
  if (match[1] === '+')
    return { unit: 'count', end: end + match[0].length, strength: 'known', kind: 'count', scale: 1e6 }
  return { unit: 'min', end: end + 1, strength: 'measure', kind: 'measure' }
}

function readBareRate(rest: string, end: number): UnitRead | null {
  const rate = readRate(rest)
  return rate && { unit: `count${rate.unit}`, end: end + rate.length, strength: 'measure', kind: 'measure' }
}

/** The counted noun: within a short phrase a plural that is known wins, then any known noun, then the likeliest word. */
function readNoun(text: string, end: number): UnitRead | null {
  const rest = text.slice(end)
  const hyphen = /^-([\p{L}]+)(?!\p{L})/u.exec(rest)
  if (hyphen?.[1] !== undefined) {
    const known = unitOfNoun(hyphen[1])
    return known && counted(text, end, known.unit, hyphen[0].length, 'known')
  }
  const words = phraseOf(rest)
  const known = words.flatMap(({ word, end: length }, index) => {
    const pair = words[index + 1]
    const two = pair ? unitOfNoun(`${word} ${pair.word}`) : null
    if (two && pair) return [{ ...two, length: pair.end }]
    const before = words[index - 1]
    if (before && unitOfNoun(`${before.word} ${word}`)) return []
    const one = unitOfNoun(word)
    return one ? [{ ...one, length }] : []
  })
  const best = known.find(({ plural }) => plural) ?? known.at(-1)
  if (best) return counted(text, end, best.unit, best.length, 'known')
  const weak = words.slice(0, 3).find(({ word }) => /\p{Ll}[^s]s$/u.test(word)) ?? words[0]
  return weak ? counted(text, end, weak.word.toLowerCase(), weak.end, 'weak') : null
}

function counted(
  text: string,
  end: number,
  unit: string,
  length: number,
  strength: 'known' | 'weak',
): UnitRead {
  const reviewed =
    unit === 'pull-requests' &&
    /review|geprüft|begutacht|relu|revis/iu.test(text.slice(Math.max(0, end - 40), end + length + 12))
  return withRate(text.slice(end), length, {
    unit: reviewed ? 'pull-requests-reviewed' : unit,
    end: end + length,
    strength,
    kind: 'count',
  })
}

/** Up to five words that follow a number, until punctuation or a word that ends the phrase. */
function phraseOf(rest: string): readonly { readonly word: string; readonly end: number }[] {
  const words: { readonly word: string; readonly end: number }[] = []
  let offset =
    /^\s+(?:(?:of|von|de)\s+(?:(?:the|our|all|its|their|my|den|unseren|nos|los)\s+)?(?:team[’']s\s+)?|d[’'])?/iu.exec(
      rest,
    )?.[0].length ?? 0
  if (offset === 0) return []
  while (words.length < 5) {
    const match = /^(\p{L}[\p{L}\p{M}\d’'+#.-]*?)(?=[.…]?(?:[\s,;:()!?/]|$))/u.exec(rest.slice(offset))
    const word = match?.[1]
    if (word === undefined || STOP.has(word.toLowerCase())) break
    offset += word.length
    words.push({ word, end: offset })
    if (!/^[\s\u00A0](?=\p{L})/u.test(rest.slice(offset))) break
    offset += 1
  }
  return words
}

const RATE =
  /^(?:\s?\/\s?|\s(?:per|pro|par|por)\s|\s(?=(?:daily|a day|a week|a month|a year|täglich)(?!\p{L})))(?:a\s)?(\p{L}+)/iu

function readRate(rest: string): { readonly unit: string; readonly length: number } | null {
  const match = RATE.exec(rest)
  const word = match?.[1]?.toLowerCase()
  if (!match || word === undefined) return null
  const period = word === 'daily' || word === 'täglich' ? 'day' : periodOfRate(word)
  return period === null ? null : { unit: `/${period}`, length: match[0].length }
}

function withRate(rest: string, length: number, unit: UnitRead): UnitRead {
  const rate = readRate(rest.slice(length))
  return rate === null ? unit : { ...unit, unit: `${unit.unit}${rate.unit}`, end: unit.end + rate.length }
}
