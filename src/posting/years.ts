import type { Span } from '../core/position.ts'
import { occurs, wholeWords } from './document.ts'

/** A number of years that is asked for. */
export interface YearsAsked {
  readonly min: number
  readonly max: number | null
  readonly span: Span
}

const WORDS: readonly (readonly string[])[] = [
  ['one', 'einem', 'ein', 'une', 'un', 'uno', 'a'],
  ['two', 'zwei', 'deux', 'dos'],
  ['three', 'drei', 'trois', 'tres'],
  ['four', 'vier', 'quatre', 'cuatro'],
  ['five', 'fünf', 'cinq', 'cinco'],
  ['six', 'sechs', 'seis'],
  ['seven', 'sieben', 'sept', 'siete'],
  ['eight', 'acht', 'huit', 'ocho'],
  ['nine', 'neun', 'neuf', 'nueve'],
  ['ten', 'zehn', 'dix', 'diez'],
]
const NUMBER = String.raw`\d{1,2}(?:[.,]5)?|${WORDS.flat().join('|')}`
const YEARS = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,])(?<least>(?:at\s*-?\s*least|a?\s*minimum(?:\s+of)?|min\.?|more\s+than|over|above|mindestens|mind\.|mehr\s+als|wenigstens|über|ab|au\s+moins|minimum|plus\s+de|al\s+menos|más\s+de|mínimo(?:\s+de)?|como\s+mínimo)\s+)?(?<from>${NUMBER})(?:\s*\(\d{1,2}\))?(?:\s*(?:-|–|—|to|bis|à|a|or|oder|ou|o|and|y|et)\s*(?<to>${NUMBER}))?\s*(?<plus>\+|\s*plus|\s*or\s+more|\s*o\s+más|\s*ou\s+plus)?\s*[-\s]?(?:years?|yrs?\.?|jahren?|jähriger?|jährige[nr]?|ans|années?|años?)(?<more>\s*\+|\s+or\s+more|\s+o\s+más|\s+ou\s+plus|\s+mínimo|\s+minimum)?(?![\p{L}\p{N}])`,
  'giu',
)
/** Ages, terms and spans of time: never a requirement. */
const OTHER_TIME = wholeWords(
  String.raw`years?\s+(?:old|ago|of\s+age|later|anniversary|in\s+(?:business|a\s+row|the\s+making)|on\s+the\s+market|of\s+service)`,
  String.raw`fixed[- ]term`,
  String.raw`(?:last|past|next|first|coming|previous|recent|every|each|in\s+under|within|letzten|nächsten|vergangenen|dernières|prochaines|últimos|próximos)\s+(?:\p{L}+\s+)?(?:\d{1,2}|${WORDS.flat().join('|')})`,
  String.raw`(?:founded|established|gegründet)`,
  'anniversary',
  'befristet',
  String.raw`fond[ée]+e?`,
  String.raw`(?:seit|depuis|desde\s+hace)\s+(?:über\s+|mehr\s+als\s+|plus\s+de\s+|más\s+de\s+)?\d+`,
  String.raw`(?:for|since)\s+(?:over|more\s+than|almost|nearly)\s+\d+`,
  'contract',
  'vesting',
  'warranty',
  'roadmap',
  'duration',
  'vertrag',
  'cdd',
  'jahre alt',
  String.raw`ans\s+d['’]existence`,
  'años de edad',
)
const EXPERIENCED = /exp[eé]r|erfahrung/iu
const ADDRESSED = wholeWords('you', 'candidates?', 'applicants?', 'du', 'vous', 'tú', 'tienes', 'tengas')
/** What a company or team says of itself, where nothing is being asked for. */
const OF_ITSELF = wholeWords(
  String.raw`(?:combined|collective)\s+(?:\p{L}+\s+)?experience`,
  String.raw`(?:we|we['’]ve|our|company|team\s+(?:has|of|with)|wir|unser(?:e|er)?|nous|notre|nuestra?|empresa)\s(?:(?!look|need|expect|requir|candidat|you\b|such|cherch|busc)[^.;]){0,60}?\d{1,3}\+?\s*(?:years|jahren?|ans|años)`,
)
const EXPERIENCE = wholeWords(
  'experience[ds]?',
  'exp',
  'experien[sc]e',
  'background',
  'track record',
  'working',
  'work',
  'developing',
  'development',
  'building',
  'programming',
  'coding',
  'hands-on',
  String.raw`\p{L}*erfahrung(?:en)?`,
  'expériences?',
  'experiencia',
  'expertise',
  'knowledge',
  'in',
  'with',
  'of',
  'as',
  'engineering',
  'industry',
  'practice',
  'proficiency',
)

/**
 * The years that a sentence asks for. Ages of company and team, terms of contracts and the like are no requirement.
 *
 * @param section `listing` where requirements are listed; `elsewhere` in what is said of company, benefits and the like,
 *   where only a plain word to the reader counts
 */
export function yearsAsked(
  text: string,
  sentence: Span,
  section: 'listing' | 'open' | 'elsewhere',
): readonly YearsAsked[] {
  const asking = section === 'listing'
  const elsewhere = section === 'elsewhere'
  const words = text.slice(sentence.start, sentence.end)
  return Array.from(words.matchAll(YEARS)).flatMap((match) => {
    const { least, from, to, plus, more } = match.groups ?? {}
    const min = numberOf(from)
    const max = to === undefined ? null : numberOf(to)
    const end = match.index + match[0].length
    const stated = (least ?? plus ?? more ?? to) !== undefined
    const worded = /^[a-zü]+$/iu.test(from ?? '') && (from ?? '').length < 3
    const behind = words.slice(end, end + 60)
    const around = words.slice(Math.max(0, match.index - 60), end + 40)
    if (occurs(OTHER_TIME, around) || (!asking && occurs(OF_ITSELF, around))) return []
    if (min === null || min > 40 || worded || (max !== null && max < min)) return []
    if (!asking && !stated && !occurs(EXPERIENCE, behind)) return []
    if (!asking && !/exp[eé]r|erfahrung|background|you|du |vous|tien/i.test(around)) return []
    if (elsewhere && !(stated && EXPERIENCED.test(behind) && occurs(ADDRESSED, around))) return []
    const start = sentence.start + match.index
    const span = { start, end: sentence.start + end }
    return [{ min, max, span }]
  })
}

function numberOf(words: string | undefined): number | null {
  if (words === undefined) return null
  const index = WORDS.findIndex((names) => names.includes(words.toLowerCase()))
  if (index >= 0) return index + 1
  const number = Number(words.replace(',', '.'))
  return Number.isFinite(number) ? number : null
}
