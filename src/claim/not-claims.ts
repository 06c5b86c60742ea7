import type { Span } from '../core/position.ts'

const MONTH =
  '(?:Jan(?:uary|uar)?|Feb(?:ruary|ruar)?|Mar(?:ch)?|März|Mär|Apr(?:il)?|May|Mai|June?|Juni|July?|Juli|Aug(?:ust)?|Sept?(?:ember)?|O[ck]t(?:ober)?|Nov(?:ember)?|De[cz](?:ember)?|janv(?:ier)?|févr?(?:ier)?|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)'
const YEAR = '(?:19|20)\\d{2}'
const NO_UNIT = '(?!\\s?[%€$£×]|[.,]?\\d|[\\p{L}])'

/** Numbers that state nothing that could be shown: dates, versions, addresses, ordinals, ids. */
const PATTERNS: readonly RegExp[] = [
  // Addresses on the net, e-mails, IP addresses.
  /\b(?:https?:\/\/|www\.)\S+/gu,
  /\S+@\S+\.\S+/gu,
  /\b[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:com|org|net|io|dev|de|fr|es|co|app|ai)(?:\/\S*)?\b/gu,
  /\b\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?\b/gu,
  // Telephone numbers: international, in brackets, or in groups of a kind that quantities never have.
  /\+\d[\d ().\u00A0-]{6,}\d/gu,
  /\(\d{2,5}\)[\d ./-]{5,}\d/gu,
  /\b\d{3}[-.]\d{3}[-.]\d{4}\b/gu,
  /\b0\d{1,4}[ /-]\d{3,}(?:[ -]\d{2,})*\b/gu,
  // Dates.
  new RegExp(`\\b${YEAR}-\\d{1,2}(?:-\\d{1,2})?\\b`, 'gu'),
  /\b\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})\b/gu,
  new RegExp(`\\b(?:0?[1-9]|1[0-2])\\s?[./]\\s?${YEAR}\\b`, 'gu'),
  new RegExp(`\\b${YEAR}[./](?:0[1-9]|1[0-2])\\b`, 'gu'),
  new RegExp(
    `\\b${MONTH}\\.?,?(?:\\s+de)?\\s+(?:\\d{1,2}(?:st|nd|rd|th)?,?\\s+)?(?:de\\s+)?${YEAR}\\b`,
    'gu',
  ),
  new RegExp(`\\b${MONTH}\\.?\\s+(?:[12]?\\d|3[01])(?:st|nd|rd|th)?\\b${NO_UNIT}(?!\\s+\\p{Ll})`, 'gu'),
  new RegExp(
    `\\b(?:[12]?\\d|3[01])(?:st|nd|rd|th|er|\\.)?\\s+(?:of\\s+|de\\s+)?${MONTH}\\b(?:\\.?,?\\s+(?:de\\s+)?${YEAR})?`,
    'gu',
  ),
  new RegExp(
    `\\b${YEAR}\\s?[-–—/]\\s?(?:${YEAR}|\\d{2}|present|now|today|current|ongoing|heute|jetzt|aujourd’hui|présent|presente|actualidad)(?![\\d\\p{L}])`,
    'giu',
  ),
  new RegExp(`\\b${YEAR}s\\b`, 'gu'),
  /\b[QHTS][1-4][\s'’/-]{0,2}(?:(?:19|20)?\d{2})?\b/gu,
  /\b(?:19|20)\d{2}[\s/-]{0,2}[QH][1-4]\b/gu,
  /\b[1-4]Q\s?\d{2,4}\b/gu,
  /\bFY\s?[-'’]?\d{2,4}(?:\/\d{2,4})?\b/gu,
  /(?<!\d)['’]\d{2}\b/gu,
  // Times of day, ratios, dimensions, round the clock.
  /\b\d{1,3}:\d{1,4}(?::\d{2})?\b/gu,
  /\b\d{1,2}\s?(?:am|pm|a\.m\.|p\.m\.|Uhr)\b/giu,
  /\b24\s?[/x×]\s?7(?:\s?[/x×]\s?365)?\b/gu,
  /\b\d{2,5}\s?[x×]\s?\d{2,5}\b/gu,
  /\b\d+-(?:on|to)-\d+\b/gu,
  // Versions.
  /\b\d+\.\d+\.\d+(?:[.-][\p{L}\d]+)*\b(?<!\b\d{1,3}(?:\.\d{3})+)/gu,
  /\b\d+(?:\.\d+)*\.[xX]\b/gu,
  /(?<=\p{L}\/)\d+(?:\.\d+)*\b/gu,
  /(?<=\+\+)\d+\b/gu,
  // Marks at school, and awards for the young.
  /\bGPA:?\s*\d(?:[.,]\d+)?(?:\s?\/\s?\d+(?:[.,]\d+)?)?/gu,
  /\b\d+[.,]\d+\s?\/\s?(?:\d+[.,]\d+|4)(?!\d)/gu,
  /\b(?:\d+\s)?Under\s\d+\b(?=\s\p{Lu}|[^\s\p{L}]|$)/gu,
  // Ids.
  /#\d+\b/gu,
  /\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{7,40}\b/gu,
  /\b\p{Lu}[\p{Lu}\d]+[-‑]\d+(?:-\d+)*\b/gu,
  // Ordinals that are written with a full stop or a raised letter.
  /\b\d{1,2}\.\s(?=(?:Platz|Stelle|Semester|Lehrjahr|Liga|Auflage|Klasse|Rang|Generation)\b)/gu,
  /\b\d+\.?[ºª°]/gu,
]

/** Names behind which a number is a version, whatever follows. */
const VERSIONED =
  /^(?:java|jdk|jre|jakarta|python|php|node(?:\.?js)?|deno|golang|perl|scala|kotlin|angular(?:js)?|vue(?:\.?js)?|next\.?js|django|laravel|symfony|hibernate|log4j|junit|\.net|c#|f#|c\+\+|ecmascript|typescript|javascript|html|css|oauth|openid|http|tls|ssl|postgres(?:ql)?|mysql|mariadb|mongodb|elasticsearch|kafka|redis|kubernetes|docker|terraform|ansible|ubuntu|debian|centos|rhel|ios|android|macos|websphere|weblogic|tomcat|jboss|wildfly|gradle|maven|webpack)$/i
const VERSIONED_NAMES =
  /^(?:Bun|Ruby|Rails|Swift|Go|Rust|React|Svelte|Nuxt|Flask|Spring|Boot|Framework|Core|VB|Web|Industry|Oracle|Windows|Fedora|Office|Unity|Bootstrap|Vite)$/

/** Words behind which a number is a name, not a quantity. */
const LABELS =
  /^(?:v|ver|version|versions|level|tier|phase|step|stage|section|chapter|page|part|grade|class|type|sprint|ticket|room|building|no|nr|num|number|nummer|§|article|art|paragraph|top|act|rule|code|port|error|status|rfc|iso|iec|ieee|soc|pci|dss|cmmi|pep|jsr|form|gate|day|week|semester|stufe|kapitel|niveau|nivel|fase|étape|numéro|número)\.?$/i

/** Where in a text numbers stand that are no claims. */
export function notClaims(text: string): readonly Span[] {
  return PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  )
}

/** How the word before a number bears on it. */
export type WordBefore = 'none' | 'plain' | 'name' | 'label'

/**
 * Judges what stands right before a number: `label` and a version's product make it a name for sure; another `name`
 * (a capital within a sentence, an acronym) does unless something countable follows.
 */
export function wordBefore(text: string, start: number): WordBefore {
  const match = /([^\s()[\]{}"“”„,;:!?]+)[\s\u00A0]+$/u.exec(text.slice(0, start))
  const word = match?.[1]
  if (match === null || word === undefined) return 'none'
  if (VERSIONED.test(word) || VERSIONED_NAMES.test(word) || LABELS.test(word)) return 'label'
  if (/^\p{Lu}[\p{Lu}\d/&.-]+$/u.test(word)) return 'name'
  if (!/^\p{Lu}/u.test(word)) return 'plain'
  const before = text.slice(0, match.index).trimEnd()
  return before === '' || /[.!?:;•·–—()"“„\n-]$/u.test(before) ? 'plain' : 'name'
}
