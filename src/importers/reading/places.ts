import { fold } from './months.ts'
import { employerScore } from './vocabulary.ts'

const STATES =
  'alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming ontario quebec alberta manitoba saskatchewan bavaria bayern hessen baden-wurttemberg niedersachsen sachsen nordrhein-westfalen england scotland wales victoria queensland karnataka maharashtra kerala telangana gujarat catalonia cataluna andalucia'
const LONG_STATES =
  'new hampshire|new jersey|new mexico|new york|north carolina|north dakota|rhode island|south carolina|south dakota|west virginia|british columbia|nova scotia|lower saxony|new south wales|tamil nadu|uttar pradesh|west bengal'
const STATE_CODES =
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC ON QC BC AB MB NS NB SK NSW VIC QLD'
const CITIES =
  'amsterdam athens atlanta austin bangalore bengaluru bangkok barcelona basel beijing bengaluru berlin bern bilbao birmingham bogota bologna bonn bordeaux boston boulder braunschweig bremen brisbane bristol brussels bruxelles brussel bucharest budapest cairo cambridge chennai chicago cologne koln copenhagen dallas delhi denver detroit dortmund dresden dubai dublin dusseldorf edinburgh eindhoven essen frankfurt freiburg gdansk geneva geneve genf ghent glasgow goteborg gothenburg grenoble hamburg hannover hanover heidelberg helsinki houston hyderabad istanbul ankara izmir jakarta johannesburg karachi karlsruhe kiev kyiv krakow lagos lahore lausanne leeds leipzig lille lima lisbon lisboa ljubljana london lyon madrid malaga manchester mannheim marseille melbourne miami milan milano minneapolis montpellier montreal moscow mumbai munich munchen nairobi nantes naples napoli newark nice noida nurnberg oslo ottawa oxford paris philadelphia phoenix pittsburgh portland porto poznan prague praha pune quito rennes rio rome roma rotterdam sacramento salzburg santiago seattle seoul sevilla seville shanghai shenzhen singapore sofia stockholm strasbourg stuttgart sydney tallinn tampa tehran tokyo toronto toulouse trondheim turin torino utrecht valencia vancouver vienna wien vilnius warsaw warszawa wroclaw zagreb zaragoza zurich'
const LONG_CITIES =
  'buenos aires|cape town|hong kong|kuala lumpur|las vegas|los angeles|mexico city|mountain view|new delhi|new york city|new york|palo alto|rio de janeiro|salt lake city|san diego|san francisco|san jose|sao paulo|santa clara|santa monica|st louis|tel aviv|washington dc|menlo park|redwood city|the hague|den haag|ho chi minh city|bay area|silicon valley'
const REMOTE =
  /^(?:remote|fully remote|hybrid|home ?office|teletravail|a distance|remoto|on-?site|worldwide|anywhere|online)$/

const REGION_NAMES: ReadonlySet<string> = new Set([...STATES.split(' '), ...LONG_STATES.split('|')])
const CITY_NAMES: ReadonlySet<string> = new Set([...CITIES.split(' '), ...LONG_CITIES.split('|')])
const CODES: ReadonlySet<string> = new Set(STATE_CODES.split(' '))
let countryCodes: ReadonlyMap<string, string> | null = null

/** Built at the first question: asking Intl takes some milliseconds. */
function countries(): ReadonlyMap<string, string> {
  if (countryCodes) return countryCodes
  const map = new Map<string, string>([
    ['usa', 'US'],
    ['u.s.a.', 'US'],
    ['u.s.', 'US'],
    ['uk', 'GB'],
    ['u.k.', 'GB'],
    ['uae', 'AE'],
    ['holland', 'NL'],
    ['the netherlands', 'NL'],
    ['turkey', 'TR'],
    ['turkiye', 'TR'],
    ['czech republic', 'CZ'],
    ['korea', 'KR'],
    ['russia', 'RU'],
    ['england', 'GB'],
    ['scotland', 'GB'],
  ])
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
  for (const language of ['en', 'de', 'fr', 'es']) {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    for (const a of letters) {
      for (const b of letters) {
        const name = names.of(a + b)
        // Codes of countries that are no more lead to today's.
        const code = new Intl.Locale(`und-${a}${b}`).region
        if (name !== undefined && code !== undefined && !map.has(fold(name))) map.set(fold(name), code)
      }
    }
  }
  countryCodes = map
  return map
}

/** ISO 3166 code of a country's name in English, German, French or Spanish; null for other words. */
export function countryCodeOf(text: string): string | null {
  return countries().get(fold(text.trim())) ?? null
}

/** How surely one name, without commas, is a place: 2 for a country, state or code, 1 for a known city, 0 for others. */
export function placeRank(name: string): 0 | 1 | 2 {
  const text = name.trim().replace(/\.$/, '')
  if (CODES.has(text)) return 2
  const plain = fold(text)
  if (REMOTE.test(plain) || countries().has(plain) || REGION_NAMES.has(plain)) return 2
  const city = plain
    .replace(/^greater /, '')
    .replace(/ (?:area|metropolitan area|metropolitan region|region)$/, '')
    .replace(/^\d{4,6} /, '')
    .replace(/^[a-z]-\d{4,5} /, '')
  return CITY_NAMES.has(city) ? 1 : 0
}

/** Whether a text as a whole is a place: "Ghent, Belgium", "Portland, OR", "Remote", "Istanbul". */
export function looksLikePlace(text: string): boolean {
  if (/\S\s*\(/.test(text)) return false
  const parts = text
    .replace(/^\(|\)$/g, '')
    .split(/,|\s[-–/|]\s|\//)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const last = parts.at(-1)
  if (last === undefined || parts.length > 4 || text.length > 60) return false
  if (parts.length === 1) return placeRank(last) > 0 && (last.length > 2 || CODES.has(last))
  if (!parts.every((part) => /^[\p{L}\p{M}\d\s.'’-]{2,30}$/u.test(part))) return false
  const [first = '', ...others] = parts
  if (placeRank(first) > 0) return placeRank(last) > 0 || /^[A-Z]{2}$/.test(last)
  // "Acme, Berlin, Germany" is more than a place: its city comes second.
  return placeRank(last) === 2 && employerScore(first) === 0 && !others.some((part) => placeRank(part) === 1)
}

/** The parts of a place as a résumé's contact has them. */
export interface PlaceParts {
  readonly address?: string
  readonly postalCode?: string
  readonly city?: string
  readonly region?: string
  readonly countryCode?: string
}

/** Takes a printed place apart; what is not certain stays whole as the city. */
export function placeParts(text: string): PlaceParts {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const found: { -readonly [Key in keyof PlaceParts]: PlaceParts[Key] } = {}
  const country = parts.length > 1 ? countryOf(parts.at(-1) ?? '', parts.length) : null
  if (country !== null) {
    found.countryCode = country
    parts.pop()
  }
  const rest: string[] = []
  for (const part of parts) {
    const code =
      /^(?:[A-Z]{1,2}-)?(\d{4,6}(?:-\d{3,4})?)(?:\s+(.*))?$/.exec(part) ??
      /^(.*\S)\s+(\d{5}(?:-\d{4})?)$/.exec(part)
    if (!code) {
      rest.push(part)
      continue
    }
    const [first = '', second = ''] = [code[1], code[2]]
    const numberFirst = /^\d/.test(first)
    found.postalCode = numberFirst ? first : second
    const name = numberFirst ? second : first
    if (name !== '') rest.push(name)
  }
  const region = rest.length > 1 && placeRank(rest.at(-1) ?? '') === 2 ? rest.pop() : undefined
  if (region !== undefined) found.region = region
  const city = rest.pop()
  if (city !== undefined) found.city = city
  if (rest.length > 0) found.address = rest.join(', ')
  return found
}

/** Two letters may be a state or a country: as the second of two they are a state where there is one of that name. */
function countryOf(text: string, parts: number): string | null {
  if (/^[A-Z]{2}$/.test(text))
    return CODES.has(text) && parts < 3 ? null : [...countries().values()].includes(text) ? text : null
  return countryCodeOf(text)
}
