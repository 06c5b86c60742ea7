import type { Span } from '../core/position.ts'
import type { Line } from './document.ts'
import { trimSpan, wholeWords } from './document.ts'
import type { Seniority, Stated } from './model.ts'
import { headingKind } from './sections.ts'

const JOB = wholeWords(
  String.raw`\p{L}*(?:engineer|developer|programmer|architect|entwickler|programmierer|architekt|ingenieur)(?:s|in|:in|\*in|\/in|_in|/-in|innen)?`,
  'analyst',
  'administrator',
  'scientist',
  'devops',
  'sre',
  'consultant',
  'tester',
  'specialist',
  'researcher',
  'designer',
  'coder',
  'cto',
  'tech lead',
  'team lead',
  'teamlead',
  'head of',
  String.raw`vp(?:\s+of)?`,
  'director',
  'manager',
  'administrateur',
  'dev',
  'data engineer',
  String.raw`développeu(?:r|se)`,
  String.raw`développeur(?:\/|·|\.)?(?:se|euse)?`,
  String.raw`ingénieure?`,
  String.raw`architecte`,
  String.raw`desarrollador(?:a|\/a)?`,
  String.raw`programador(?:a|\/a)?`,
  String.raw`ingenier[oa]`,
  'arquitecto',
  'stage',
  'praktikum',
  'praktikant(?:in)?',
  'werkstudent(?:in)?',
  'internship',
  'intern',
)
const ONE_JOB =
  /(?:engineer|developer|programmer|architect|entwickler(?:in)?|développeu(?:r|se)|ingénieure?|desarrollador(?:a)?|ingenier[oa])$/iu
/** The first words of a text that lost its line breaks: capitals up to the job. */
const FLAT_TITLE =
  /^(?!(?:We|Our|As|At|The|Are|Is|If|You|Join)\s)(?:[\p{Lu}\p{N}(][\p{L}\p{N}.#+/&-]*[\s,]+){0,5}?(?:[\p{L}.-]*(?:Engineer|Developer|Programmer|Architect|Entwickler(?:in)?|Développeur|Ingénieur|Desarrollador|Administrator|Analyst|Scientist))(?![\p{L}])/u
const GENDER =
  /\s*[([]\s*(?:[mwfdxhn*]|gn|all genders|divers|f\/h|h\/f)(?:\s*[/|,]\s*(?:[mwfdxhnia*]|div|divers|gn))*\s*[)\]]|\s+[mwfhd](?:\/[mwfhdx]){1,2}(?![\p{L}])/giu
const LABEL = String.raw`^(?:\*\*|__)?\s*(?:WORDS)\s*(?:\*\*|__)?\s*[:：]\s*(?:\*\*|__)?\s*`
const labelled = (words: string): RegExp => new RegExp(LABEL.replace('WORDS', words), 'iu')
const TITLE_LABEL = labelled(
  String.raw`(?:job\s+)?title|position|role|job|opening|vacancy|hiring|stelle|stellenbezeichnung|poste|intitulé(?: du poste)?|puesto|vacante`,
)
const COMPANY_LABEL = labelled(
  'company(?: name)?|employer|organi[sz]ation|unternehmen|firma|arbeitgeber|entreprise|société|empresa|compañía',
)
const PLACE_LABEL = labelled(
  String.raw`(?:job\s+|office\s+)?locations?|place(?:\s+of\s+(?:work|employment))?|where|office|city|standort(?:e)?|arbeitsort|einsatzort|ort|lieu(?:\s+de\s+travail)?|localisation|ubicación|lugar(?:\s+de\s+trabajo)?|localización`,
)
const NAME = String.raw`\p{Lu}[\p{L}\p{N}.&'’-]*(?:\s+(?:\p{Lu}[\p{L}\p{N}.&'’-]*|&|of|de|und)){0,3}?`
const HIRING = new RegExp(
  String.raw`^(?:(?:At|Bei|Chez|En)\s+(?<at>${NAME}),|(?:About|ABOUT|Über|À propos de|Sobre|Join|Why|Why join|Welcome to)\s+(?<about>${NAME})\s*[!?:]?$|We(?:['’]re|\s+are)\s+(?<we>${NAME}),\s|(?<who>${NAME}(?:\s+(?:GmbH|AG|SE|Inc\.?|Ltd\.?|LLC|SAS|S\.L\.|S\.A\.|B\.V\.|Oy|AB))?)\s+(?:is\s+(?:looking|hiring|seeking|searching|recruiting|a\s|an\s|the\s)|are\s+(?:looking|hiring)|sucht|ist\s+(?:ein|der|die|das)\s|recherche|est\s+une?\s|busca|es\s+una?\s))`,
  'u',
)
const LEGAL_NAME =
  /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}\p{N}.&'’-]*\s+){1,4}(?:GmbH(?: & Co\. KG)?|AG|SE|Inc|Ltd|LLC|PLC|SAS|SARL|S\.L|S\.A|B\.V|BV|Oy|AB|AS|A\/S|Pvt|Limited)(?![\p{L}\p{N}])/u
const NO_NAME =
  /^(?:us|you|the|this|our|we|it|he|she|they|there|job|role|position|team|company|uns|den|die|das|der|wir|nous|notre|le|la|les|vous|nosotros|el|this role|candidate|experience|knowledge|remote|what|who|here|salary|location)$/iu

/** The title as the posting's head gives it, without "(m/w/d)", company and place. */
export function readTitle(text: string, lines: readonly Line[]): Stated<string> | null {
  const head = lines.slice(0, 12)
  for (const line of head) {
    const words = text.slice(line.span.start, line.span.end)
    const label = TITLE_LABEL.exec(words)
    if (label !== null && label[0].length < words.length)
      return jobPart(text, { start: line.span.start + label[0].length, end: line.span.end }, true)
  }
  for (const line of head) {
    const words = text.slice(line.span.start, line.span.end)
    if (line.kind !== 'heading' || line.level > 2 || words.length > 120) continue
    if (words.search(JOB) >= 0) return jobPart(text, line.span, true)
  }
  for (const line of head) {
    const words = text.slice(line.span.start, line.span.end)
    if (line.kind === 'item' || words.search(JOB) < 0) continue
    const flat = line === head[0] && words.length > 100 ? FLAT_TITLE.exec(words) : null
    if (flat !== null)
      return jobPart(text, { start: line.span.start, end: line.span.start + flat[0].length }, true)
    const opening = /^[^.!?]{5,60}(?=[.!]\s)/u.exec(words)?.[0]
    if (line === head[0] && opening !== undefined && ONE_JOB.test(opening) && opening.split(/\s/).length <= 6)
      return jobPart(text, { start: line.span.start, end: line.span.start + opening.length }, true)
    if (
      words.length <= 100 &&
      !/[.!;:]$/.test(words) &&
      !/^(?:we|our|you|as|if|are|wir|du|als|nous|vous|buscamos)\s/i.test(words) &&
      headingKind(words) !== 'about'
    )
      return jobPart(text, line.span, true)
    const sought =
      /(?:looking for|hiring|seeking|searching for|suchen(?: wir)?|recherchons|cherchons|buscamos|busca|sucht|recherche)\s+(?:\p{Ll}+\s+){0,2}?(?:an?|eine?n?|une?|una)?\s*(?<what>\p{Lu}[^.,;!?]{3,80}?)(?=\s*(?:[.,;!?]|$|\s(?:to|who|with|for|in|at|that|and|der|die|für|zur|mit|pour|avec|qui|para|con|que)\s))/u.exec(
        words,
      )
    const what = sought?.groups?.['what']
    if (sought && what !== undefined && what.search(JOB) >= 0) {
      const start = line.span.start + sought.index + sought[0].lastIndexOf(what)
      return jobPart(text, { start, end: start + what.length }, true)
    }
  }
  const first = head[0]
  if (
    first?.kind === 'heading' &&
    first.level === 1 &&
    headingKind(text.slice(first.span.start, first.span.end)) === null
  )
    return jobPart(text, first.span, false)
  return null
}

/** Cuts "Senior Go Engineer (m/f/d) at Acme – Berlin" to the part that names the job. */
function jobPart(text: string, span: Span, job: boolean): Stated<string> | null {
  const words = text.slice(span.start, span.end)
  const blanked = words
    .replaceAll(GENDER, (match) => '|'.repeat(match.length))
    .replaceAll(/[*_#]{2,}/g, (match) => '|'.repeat(match.length))
  const parts = Array.from(blanked.matchAll(/(?:(?!\s[-–—|·•@]\s|\s(?:at|bei|chez|en)\s\p{Lu}|[|]).)+/gu))
  const part = (job ? parts.find((each) => each[0].search(JOB) >= 0) : undefined) ?? parts[0]
  if (part === undefined) return null
  const cleaned = part[0].replace(/^\s*(?:[-–—|·•@]|at|bei|chez|en)\s+/u, '')
  const offset = part.index + part[0].length - cleaned.length
  const trimmed = trimSpan(
    text,
    span.start + offset,
    span.start + part.index + part[0].trimEnd().replace(/[,:]+$/, '').length,
  )
  return trimmed === null ? null : { value: text.slice(trimmed.start, trimmed.end), span: trimmed }
}

/** The employer's name, where a label, the title line or a set phrase gives it. */
export function readCompany(text: string, lines: readonly Line[]): Stated<string> | null {
  const at = (start: number, length: number): Stated<string> | null => {
    const span = trimSpan(text, start, start + length)
    if (span === null) return null
    const value = text.slice(span.start, span.end).replace(/[.,:;!?]+$/, '')
    return NO_NAME.test(value) || value === ''
      ? null
      : { value, span: { start: span.start, end: span.start + value.length } }
  }
  for (const { span } of lines.slice(0, 40)) {
    const words = text.slice(span.start, span.end)
    const label = COMPANY_LABEL.exec(words)
    const found =
      label !== null && words.length <= 100
        ? at(span.start + label[0].length, words.length - label[0].length)
        : null
    if (found !== null) return found
  }
  for (const { span } of lines.slice(0, 8)) {
    const words = text.slice(span.start, span.end)
    if (words.search(JOB) < 0) continue
    const match = new RegExp(
      String.raw`\s(?:at|@|bei|chez)\s+(?<name>${NAME})(?=\s*(?:$|[-–—|,(·•.!])|\s(?:to|in|as|and)\s)`,
      'u',
    ).exec(words)
    const name = match?.groups?.['name']
    if (!match || name === undefined) continue
    const found = at(span.start + match.index + match[0].lastIndexOf(name), name.length)
    if (found !== null) return found
  }
  for (const { span } of lines.slice(0, 6)) {
    const words = text.slice(span.start, span.end)
    const match = words.length > 140 ? null : LEGAL_NAME.exec(words)
    const found = match === null ? null : at(span.start + match.index, match[0].length)
    if (found !== null) return found
  }
  for (const { span } of lines) {
    const words = text.slice(span.start, span.end)
    const match = HIRING.exec(words)
    const name =
      match?.groups?.['at'] ?? match?.groups?.['about'] ?? match?.groups?.['we'] ?? match?.groups?.['who']
    if (!match || name === undefined) continue
    const found = at(span.start + match.index + match[0].indexOf(name), name.length)
    if (found !== null && !NO_NAME.test(found.value.split(/\s/)[0] ?? '')) return found
  }
  return null
}

const LEVELS: readonly (readonly [Seniority, RegExp])[] = [
  ['vp', wholeWords('vp', 'vice president', 'cto', 'chief')],
  [
    'director',
    wholeWords(
      'director',
      'head of',
      String.raw`\p{L}*leiter(?:in)?`,
      'directeur',
      'directrice',
      'directora?',
    ),
  ],
  [
    'manager',
    wholeWords(
      String.raw`(?:engineering|development|software|it|technical|qa|devops|platform|infrastructure|backend|team)\s+manager`,
      String.raw`manager,?\s+(?:of\s+)?(?:software\s+)?engineering`,
    ),
  ],
  ['principal', wholeWords('principal', 'distinguished')],
  ['staff', wholeWords('staff')],
  [
    'lead',
    wholeWords('lead', 'leader', String.raw`team\s?lead`, 'teamleiter', 'tech lead', 'lead-\\p{L}+', 'líder'),
  ],
  [
    'senior',
    wholeWords('senior', 'sr\\.?', 'snr', String.raw`s[eé]niora?`, 'expérimentée?', 'confirmée?/senior'),
  ],
  [
    'mid',
    wholeWords(
      'mid',
      String.raw`mid(?:dle)?[- ]?(?:level|weight|senior)?`,
      'intermediate',
      'medior',
      'confirmée?',
      'semi[- ]?senior',
      'semisenior',
      'professional',
    ),
  ],
  [
    'junior',
    wholeWords(
      'junior',
      'jr\\.?',
      String.raw`entry[- ]?level`,
      String.raw`(?:new\s+)?graduate`,
      'berufseinsteiger(?:in)?',
      'débutante?',
      'trainee',
      'associate',
    ),
  ],
  [
    'intern',
    wholeWords(
      'intern',
      'internship',
      'praktikant(?:in)?',
      'praktikum',
      'stage',
      'stagiaire',
      'becari[oa]',
      'prácticas',
      'werkstudent(?:in)?',
      'working student',
      'apprentice',
      'alternance',
    ),
  ],
]
const LEVEL_LABEL = labelled(
  String.raw`(?:experience|seniority|job|career)(?:\s+level)?|level|karrierestufe|niveau|nivel`,
)

/** The level that the title says, else a labelled line, else the sentence that says who is looked for. */
export function readSeniority(
  text: string,
  lines: readonly Line[],
  title: Stated<string> | null,
): Stated<Seniority> | null {
  if (title !== null) {
    const found = levelIn(text, title.span, false)
    if (found !== null) return found
  }
  for (const [index, { span }] of lines.slice(0, 60).entries()) {
    const words = text.slice(span.start, span.end)
    const label = LEVEL_LABEL.exec(words)
    const bare = /^(?:experience|seniority)\s+level:?$/i.test(words)
    const next = lines[index + 1]
    const range =
      bare && next
        ? next.span
        : label && words.length < 80
          ? { start: span.start + label[0].length, end: span.end }
          : null
    const found = range === null ? null : levelIn(text, range, true)
    if (found !== null) return found
  }
  for (const { span } of lines) {
    const words = text.slice(span.start, span.end)
    const sought =
      /(?:looking for|hiring|seeking|searching for|suchen|sucht|recherchons|recherche|buscamos|busca)(?:\s+\p{L}+['’]?){0,3}\s/iu.exec(
        words,
      )
    if (sought === null) continue
    const start = span.start + sought.index
    const found = levelIn(text, { start, end: Math.min(span.end, start + 80) }, true)
    if (found !== null) return found
  }
  return null
}

function levelIn(text: string, span: Span, first: boolean): Stated<Seniority> | null {
  const words = text.slice(span.start, span.end)
  const found = LEVELS.flatMap(([value, pattern]) => {
    const match = Array.from(words.matchAll(pattern))[0]
    return match === undefined ? [] : [{ value, index: match.index, length: match[0].length }]
  })
  if (first) found.sort((a, b) => a.index - b.index || b.length - a.length)
  const [hit] = found
  if (hit === undefined) return null
  return {
    value: hit.value,
    span: { start: span.start + hit.index, end: span.start + hit.index + hit.length },
  }
}

type Remote = 'remote' | 'hybrid' | 'on-site'

const REMOTE: readonly (readonly [Remote, number, RegExp])[] = [
  [
    'on-site',
    9,
    wholeWords(
      String.raw`(?:no|not)\s+(?:\p{L}+\s+){0,2}remote`,
      String.raw`remote\s+(?:work\s+)?(?:is\s+)?not\s+(?:possible|available|an\s+option|offered)`,
      String.raw`(?:fully|100\s?%|only)\s+on-?\s?site`,
      String.raw`on-?site\s+only`,
      'kein homeoffice',
      'pas de télétravail',
      String.raw`sin\s+(?:teletrabajo|remoto)`,
      '100% presencial',
    ),
  ],
  [
    'hybrid',
    8,
    wholeWords(
      'hybrid(?:e|es)?',
      'híbrid[oa]',
      String.raw`(?:\d|one|two|three|zwei|drei|deux|trois|dos|tres)(?:\s?[-–to]+\s?\d)?\s+(?:days?|tage|jours|días)\s+(?:\p{L}+\s+){0,4}(?:office|home|remote(?:ly)?|onsite|on-site|büro|homeoffice|home-office|bureau|télétravail|oficina|teletrabajo|casa)`,
      String.raw`partial(?:ly)?\s+remote`,
      String.raw`télétravail\s+partiel`,
      String.raw`teilweise\s+remote`,
    ),
  ],
  [
    'remote',
    7,
    wholeWords(
      String.raw`(?:fully|100\s?%|completely|entirely|permanent(?:ly)?|full)[- ]remote(?:ly)?`,
      String.raw`remote[- ](?:first|only|friendly|ok)`,
      'work from anywhere',
      String.raw`remote(?=\s*[(,:|–-]\s*(?:eu|europe|us|usa|uk|emea|worldwide|global|anywhere|cet|germany|spain|france|india|deutschland|latam))`,
      String.raw`(?:anywhere|worldwide)\s+(?:remote|in\s+the\s+world)`,
      'télétravail (?:complet|total|à 100 ?%)',
      '100 ?% (?:en )?(?:télétravail|remoto|teletrabajo)',
      'full remote',
      'teletrabajo total',
      'distributed team',
      'vollständig remote',
      'komplett remote',
    ),
  ],
  [
    'hybrid',
    4,
    wholeWords(
      'home[- ]?office',
      'télétravail',
      'teletrabajo',
      'mobiles arbeiten',
      String.raw`(?:occasional(?:ly)?|flexible|some|option(?:s|al)?\s+(?:of|for)?|possib(?:le|ility)\s+(?:of|to|for)?)\s*(?:\p{L}+\s+){0,2}(?:remote(?:ly)?|from\s+home)`,
      String.raw`work(?:ing)?\s+from\s+home`,
      'wfh',
    ),
  ],
  [
    'remote',
    5,
    wholeWords(
      String.raw`remote(?!\s+(?:procedure|control|sensing|debugging|team|teams|colleagues|sites?|servers?|repositor|desktop|access|code|monitoring|offices?))(?:ly)?`,
      'remoto',
      'en remoto',
      'à distance',
    ),
  ],
  [
    'on-site',
    5,
    wholeWords(
      String.raw`on[- ]?site`,
      String.raw`in[- ]office`,
      'presencial',
      'vor ort',
      'sur site',
      'en présentiel',
      'présentiel',
    ),
  ],
]

/** Whether the work is done from afar. What the head or a label says weighs more than a word somewhere below. */
export function readRemote(text: string, masked: string, lines: readonly Line[]): Stated<Remote> | null {
  let best: { readonly stated: Stated<Remote>; readonly weight: number } | null = null
  for (const [index, { span }] of lines.entries()) {
    const words = masked.slice(span.start, span.end)
    const head =
      index < 6 ||
      PLACE_LABEL.test(text.slice(span.start, span.end)) ||
      /^(?:remote|work\s?(?:mode|place|model)|job type|arbeitsmodell|modalidad)/i.test(words)
    for (const [value, weight, pattern] of REMOTE) {
      const match = Array.from(words.matchAll(pattern))[0]
      if (match === undefined) continue
      if (
        weight <= 5 &&
        !head &&
        /customer|client|team(?:s|mates)?\s|kunden/i.test(
          words.slice(Math.max(0, match.index - 25), match.index),
        )
      )
        continue
      const total = weight + (head ? 5 : 0)
      if (best !== null && best.weight >= total) continue
      const start = span.start + match.index
      best = { weight: total, stated: { value, span: { start, end: start + match[0].length } } }
    }
  }
  return best?.stated ?? null
}

const PLACE_NAME =
  /^(?!Full|Part[- ]|Permanent|Contract|Vollzeit|Teilzeit|Unbefristet|CDI|CDD|Freelance)\p{Lu}[\p{L}.'’-]+(?:[ ,]+(?:\p{Lu}[\p{L}.'’-]*|de|la|am|an der|upon|of)){0,4}(?:\s*\([^)]*\))?$/u

/** Where the work is done: a labelled line, a part of the posting's head, or "based in …". */
export function readPlace(
  text: string,
  lines: readonly Line[],
  title: Stated<string> | null,
  company: Stated<string> | null,
): Stated<string> | null {
  const stated = (start: number, end: number): Stated<string> | null => {
    const span = trimSpan(text, start, end)
    if (span === null) return null
    const value = text
      .slice(span.start, span.end)
      .replace(/[\s.,;|*_]+$/, '')
      .replace(
        /\s*[(|·•/,–-]\s*(?:(?:fully\s+|100\s?%\s+)?remote|hybrid|on-?site|full[- ]?time|vollzeit|homeoffice)[^,]*$/iu,
        '',
      )
    if (
      value === '' ||
      /^(?:remote|hybrid|on-?site|home-?office|full[- ]?time|anywhere|worldwide|options?)/iu.test(value)
    )
      return null
    return { value, span: { start: span.start, end: span.start + value.length } }
  }
  for (const { span } of lines) {
    const words = text.slice(span.start, span.end)
    const label = PLACE_LABEL.exec(words)
    if (label === null || words.length > 120) continue
    const rest = words.slice(label[0].length).split(/\s[|·•]\s|;/)[0] ?? ''
    const found = stated(span.start + label[0].length, span.start + label[0].length + rest.length)
    if (found !== null) return found
  }
  const candidates: Stated<string>[] = []
  for (const { span } of lines.slice(0, 5)) {
    const words = text.slice(span.start, span.end)
    if (words.length > 140) continue
    const parts = Array.from(words.matchAll(/(?:(?!\s[-–—|·•]\s|[|•·]).)+/gu))
    if (parts.length < 2 || parts.some((part) => part[0].length > 60)) continue
    const found = parts.flatMap((part) => {
      const value = part[0].trim().replace(/^[-–—|·•]\s+/, '')
      const start = span.start + part.index + part[0].indexOf(value)
      const overlaps = [title, company].some(
        (other) => other !== null && start < other.span.end && other.span.start < start + value.length,
      )
      if (overlaps || value.search(JOB) >= 0 || !PLACE_NAME.test(value)) return []
      if (!value.includes(',') && parts.length < 3 && title === null) return []
      return stated(start, start + value.length) ?? []
    })
    candidates.push(...found.toReversed())
  }
  const place =
    candidates.find(({ value }) => value.includes(',')) ??
    candidates.find(({ value }) => /\p{Ll}/u.test(value))
  if (place !== undefined) return place
  for (const { span } of lines) {
    const words = text.slice(span.start, span.end)
    const match =
      /(?:based in|(?:our|the) (?:\p{L}+ )?office in|office(?:s)? is in|located in|mit sitz in|am standort|standort in|büro in|basée? à|situés? à|bureaux à|con sede en|oficinas? en|nuestra oficina de|join us in)\s+(?<place>\p{Lu}[\p{L}'’-]+(?:[ ,]+\p{Lu}[\p{L}'’-]+){0,3})/u.exec(
        words,
      )
    const place = match?.groups?.['place']
    if (match && place !== undefined) {
      const start = span.start + match.index + match[0].length - place.length
      return stated(start, start + place.length)
    }
  }
  return null
}
