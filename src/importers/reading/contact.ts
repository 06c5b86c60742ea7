import { findPhoneNumbersInText } from 'libphonenumber-js'
import { readBody } from './body.ts'
import { findPeriods } from './dates.ts'
import type { Found, Line } from './line.ts'
import { looksLikePlace } from './places.ts'
import { bodySize } from './sections.ts'
import { titleScore } from './vocabulary.ts'

/** Who the person is and how to reach them. */
export interface ReadContact {
  readonly name: Found | null
  readonly label: Found | null
  readonly email: Found | null
  readonly phone: Found | null
  readonly url: Found | null
  readonly location: Found | null
  readonly summary: Found | null
  readonly profiles: readonly ReadProfile[]
  readonly left: readonly Found[]
}

/** An account at a network. */
export interface ReadProfile {
  readonly network: string
  readonly username: string | null
  readonly url: Found
}

const EMAIL =
  /(?<![\p{L}\p{N}.!#$%&'*+/=?^_`{}~-])[\p{L}\p{N}.!#$%&'*+/=?^_`{}~-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/u
const PHONE = /(?:\+|\(?00)?\(?\d[\d\s().\-–/·]{6,20}\d|\+\d[\d\s().-]{3,12}[A-Z]{4,12}/
const ADDRESS =
  /(?<![\p{L}\p{N}.@-])(?:https?:\/\/)?(?:www\.)?(?:[\p{L}\p{N}-]{1,63}\.){1,8}(?:\p{L}{2,24})(?:\/[^\s|,;•·)]*)?/u
const NETWORKS: readonly (readonly [network: string, host: RegExp, user: RegExp])[] = [
  ['LinkedIn', /(?:^|\.)linkedin\.com$/, /^\/(?:in|pub)\/([^/?#]+)/],
  ['GitHub', /^(?:www\.)?github\.com$/, /^\/([^/?#]+)\/?$/],
  ['GitLab', /^(?:www\.)?gitlab\.com$/, /^\/([^/?#]+)\/?$/],
  ['Bitbucket', /bitbucket\.org$/, /^\/([^/?#]+)/],
  ['Stack Overflow', /stackoverflow\.com$/, /^\/users\/(?:\d+\/)?([^/?#]+)/],
  ['Twitter', /^(?:www\.)?(?:twitter|x)\.com$/, /^\/@?([^/?#]+)/],
  ['Xing', /xing\.com$/, /^\/profile\/([^/?#]+)/],
  ['Medium', /medium\.com$/, /^\/@?([^/?#]+)/],
  ['DEV', /^dev\.to$/, /^\/([^/?#]+)/],
  ['LeetCode', /leetcode\.com$/, /^\/(?:u\/)?([^/?#]+)/],
  ['ORCID', /orcid\.org$/, /^\/([\dX-]+)/],
  ['Google Scholar', /scholar\.google\./, /[?&]user=([^&]+)/],
  ['YouTube', /youtube\.com$/, /^\/@?([^/?#]+)/],
  ['Facebook', /facebook\.com$/, /^\/([^/?#]+)/],
  ['Instagram', /instagram\.com$/, /^\/([^/?#]+)/],
  ['Kaggle', /kaggle\.com$/, /^\/([^/?#]+)/],
  ['Hacker News', /news\.ycombinator\.com$/, /[?&]id=([^&]+)/],
  ['Telegram', /^t\.me$/, /^\/([^/?#]+)/],
]
const LABEL =
  /^(?:e-?mails?|phone|tel(?:efon|éfono|ephone)?|mobile?|mobil|handy|cell|address|adresse|anschrift|dirección|location|wohnort|website|web(?:seite)?|site|homepage|portfolio|blog|linkedin|github|gitlab|xing|twitter|skype|m|t|e|p|w|a)\s*(?::|\.(?=\s))\s*/iu
const NAME_LABEL =
  /^(?:name|full name|vor- und nachname|vor- und zuname|nom|nombre|nombre completo|nome)\s*:?$/iu
const DOCUMENT_TITLE =
  /^(?:curriculum vitae|r[ée]sum[ée]|cv|lebenslauf|curr[ií]culum|hoja de vida|bewerbung)$/iu

interface Cell {
  readonly text: string
  readonly line: Line
  readonly links: readonly string[]
}

/**
 * Reads name and contact from the lines before the first heading of each column and from a contact section.
 *
 * @param named - what the document's own information says about title and author, for a name that is not found.
 */
export function readContact(
  head: readonly Line[],
  contact: readonly Line[],
  all: readonly Line[],
  named: readonly string[],
): ReadContact {
  const lines = [...head, ...contact]
  const name = nameOf(head, all, named)
  const taken = new Set<string>(name ? [name.value] : [])
  const cells = lines.flatMap(cellsOf)
  const links = lines.flatMap((line) =>
    line.segments.flatMap((segment) => segment.links.map((url) => ({ url, line }))),
  )
  const email = emailOf(cells, links) ?? emailAnywhere(all)
  const phone = phoneOf(cells)
  const addresses = addressesOf(cells, links, email?.value ?? '')
  const profiles = profilesOf(addresses)
  const url = addresses.find((address) => profileOf(address) === null && !isFileOrMail(address.value)) ?? null
  const rest = cells.filter((cell) => !taken.has(cell.text) && !isContactCell(cell, addresses, profiles))
  const label = labelOf(rest, head, name)
  const location = locationOf(
    rest.filter((cell) => cell.text !== label?.value),
    head,
  )
  const paragraphs = head.filter((line) => isProse(line, head))
  const summary = paragraphs.length > 0 ? summaryOf(paragraphs) : null
  const placed = new Set([label?.value, location?.value])
  const left = rest
    .filter(
      (cell) =>
        !placed.has(cell.text) &&
        !paragraphs.includes(cell.line) &&
        !DOCUMENT_TITLE.test(cell.text) &&
        cell.text !== name?.value,
    )
    .filter(
      (cell) =>
        !(name && cell.line === name.line && name.value.toLowerCase().includes(cell.text.toLowerCase())),
    )
    .filter((cell) => !LABEL.test(`${cell.text}: `) && !NAME_LABEL.test(cell.text))
    .map(({ text, line }) => ({ value: text, line, confidence: 0.3 }))
  return { name, label, email, phone, url, location, summary, profiles, left }
}

/** The largest text before the first heading that reads like a name. */
function nameOf(head: readonly Line[], all: readonly Line[], named: readonly string[]): Found | null {
  const stated = head.find(
    ({ segments }) => segments.length === 2 && NAME_LABEL.test(segments[0]?.text.trim() ?? ''),
  )
  if (stated)
    return { value: properCase(tidyName(stated.segments[1]?.text ?? '')), line: stated, confidence: 0.95 }
  const candidates = head.flatMap((line) =>
    line.segments.flatMap((segment) => {
      const piece = segment.pieces.reduce(
        (best, next) => (next.size > best.size + 0.5 ? next : best),
        segment.pieces[0] ?? { text: '', size: 0 },
      )
      const texts = piece.text.trim() === segment.text.trim() ? [segment.text] : [piece.text, segment.text]
      return texts.map((text) => ({ text: tidyName(text), size: piece.size, line }))
    }),
  )
  const likely = candidates.filter(({ text }) => isNameLike(text))
  const [best] = likely.toSorted((a, b) => b.size - a.size)
  if (best) {
    const outstanding = best.size > bodySize(all) + 1
    // First and last name on two lines of the same large size.
    const next = likely.find(
      ({ line, size, text }) =>
        line !== best.line &&
        size === best.size &&
        outstanding &&
        !best.text.includes(' ') &&
        !text.includes(' '),
    )
    const value = next ? `${best.text} ${next.text}` : best.text
    return { value: properCase(value), line: best.line, confidence: outstanding ? 0.95 : 0.7 }
  }
  const [line] = all
  const author = named.map(tidyName).find(isNameLike)
  return author !== undefined && line ? { value: author, line, confidence: 0.5 } : null
}

function tidyName(text: string): string {
  const bare = text
    .replace(/^(?:name|nom|nombre)\s*:\s*/i, '')
    .replace(/\s*[,|–—-]?\s*(?:curriculum vitae|r[ée]sum[ée]|cv|lebenslauf)\s*$/iu, '')
    .replace(/^(?:curriculum vitae|r[ée]sum[ée]|cv|lebenslauf)\s*(?:of|von|de)?\s*[:|–—-]?\s*/iu, '')
    .replace(/^[\s•|,–—-]+|[\s•|,–—-]+$/gu, '')
  return /^(?:\p{L} ){3,}\p{L}$/u.test(bare) ? bare.replaceAll(/(?<=\p{L}) (?=\p{L})/gu, '') : bare
}

function isNameLike(text: string): boolean {
  const words = text.split(/\s+/)
  if (words.length > 6 || text.length < 2 || text.length > 50 || DOCUMENT_TITLE.test(text)) return false
  if (!/^[\p{L}\p{M}\s.,'’()"“”-]+$/u.test(text) || !/^\p{Lu}/u.test(text)) return false
  if (findPeriods(text).length > 0 || looksLikePlace(text)) return false
  return words.length === 1
    ? text.length > 2 && titleScore(text) === 0
    : titleScore(text) === 0 || words.length <= 3
}

/** A name that is set in capitals is written as names are. */
function properCase(name: string): string {
  if (/\p{Ll}/u.test(name)) return name
  return name.replaceAll(/\p{L}+/gu, (word) =>
    word.length === 1 ? word : word.charAt(0) + word.slice(1).toLowerCase(),
  )
}

/** A contact line's parts: its cells, cut at separators. */
function cellsOf(line: Line): readonly Cell[] {
  return line.segments.flatMap((segment) => {
    const texts = segment.text
      .split(/\s*[|\uE000•·◦∙⋅●]\s*|\s+[–—]\s+|\s{2,}|\s-\s/u)
      .map((text) => text.trim())
      .filter((text) => /[\p{L}\p{N}]/u.test(text))
    // Where one run holds several cells, it is not known whose the link is.
    const links = texts.length === 1 ? segment.links : []
    return texts.map((text) => ({ text, line, links }))
  })
}

interface Link {
  readonly url: string
  readonly line: Line
}

function emailOf(cells: readonly Cell[], links: readonly Link[]): Found | null {
  for (const { text, line } of cells) {
    const match = EMAIL.exec(text.replace(LABEL, ''))
    if (match) return { value: match[0].replace(/^[.]+/, ''), line, confidence: 0.98 }
  }
  const mail = links.find(({ url }) => /^mailto:/i.test(url))
  const address = mail && EMAIL.exec(decodeURIComponentSafe(mail.url.slice(7)))
  return mail && address ? { value: address[0], line: mail.line, confidence: 0.95 } : null
}

function emailAnywhere(all: readonly Line[]): Found | null {
  for (const line of all) {
    const match = EMAIL.exec(line.text)
    if (match) return { value: match[0], line, confidence: 0.6 }
    const mail = line.segments.flatMap(({ links }) => links).find((url) => /^mailto:/i.test(url))
    const linked = mail === undefined ? null : EMAIL.exec(decodeURIComponentSafe(mail.slice(7)))
    if (linked) return { value: linked[0], line, confidence: 0.6 }
  }
  return null
}

function decodeURIComponentSafe(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** As it is printed; the library says how sure it is. */
function phoneOf(cells: readonly Cell[]): Found | null {
  for (const { text, line, links } of cells) {
    const plain = text.replace(LABEL, '').replace(EMAIL, ' ')
    const match = PHONE.exec(plain)
    const value = match?.[0].trim()
    const digits = value?.replaceAll(/\D/g, '').length ?? 0
    const enough = digits >= 7 || (digits >= 4 && /[A-Z]{4}/.test(value ?? ''))
    if (
      value === undefined ||
      !enough ||
      digits > 15 ||
      isYears(value) ||
      /https?:|\.[a-z]{2,}\//i.test(text)
    )
      continue
    const known = findPhoneNumbersInText(value, { defaultCountry: 'US' }).length > 0
    const linked = links.some((url) => /^tel:/i.test(url))
    const labelled = LABEL.test(text)
    return {
      value: value.startsWith('(') || !/^[^(]*\)/.test(value) ? value : `(${value}`,
      line,
      confidence: known || linked ? 0.95 : labelled ? 0.85 : 0.7,
    }
  }
  return null
}

function isYears(text: string): boolean {
  return /^(?:19|20)\d\d\s*[-–/.]\s*(?:(?:19|20)?\d\d)(?:\s*[-–/.]\s*\d{1,2})?$/.test(text)
}

/** Printed addresses and linked ones, each once, in order. */
function addressesOf(cells: readonly Cell[], links: readonly Link[], email: string): readonly Found[] {
  const found = new Map<string, Found>()
  const add = (address: string, line: Line, confidence: number): void => {
    const full = /^[a-z][a-z+.-]*:/i.test(address) ? address : `https://${address}`
    if (!URL.canParse(full) || !/^https?:/i.test(full)) return
    const key = full
      .replace(/^https?:\/\/(?:www\.)?/i, '')
      .replace(/\/$/, '')
      .toLowerCase()
    if (!found.has(key)) found.set(key, { value: full, line, confidence })
  }
  for (const { url, line } of links) add(url, line, 0.95)
  for (const { text, line } of cells) {
    const plain = text.replace(LABEL, '').replaceAll(new RegExp(EMAIL.source, 'gu'), ' ')
    const match = ADDRESS.exec(plain)
    if (!match || (email !== '' && email.endsWith(match[0])) || !isAddress(match[0])) continue
    add(match[0].replace(/[.,;]+$/, ''), line, 0.85)
  }
  return [...found.values()]
}

/** "Node.js" and "Inc.Example" are no addresses: a known ending, a path or "www" makes one. */
function isAddress(text: string): boolean {
  if (/^https?:|^www\.|\//i.test(text)) return true
  return /\.(?:com|org|net|io|dev|me|co|app|tech|ai|info|eu|de|fr|es|uk|us|ch|at|nl|be|it|pl|pt|br|in|ca|au|se|no|dk|fi|cz|ie|xyz|page|site|online|cloud|codes|name|tr|ru|jp|cn|kr|mx|ar|cl|edu|gov|sh|gg|so|to|is|ly|court|university|example|design|blog|software|engineer|systems|works|zone|world|life|pro|nz|za|gr|hu|ro|ua|il)$/i.test(
    text,
  )
}

function isFileOrMail(address: string): boolean {
  return /^mailto:|^tel:/i.test(address)
}

function profilesOf(addresses: readonly Found[]): readonly ReadProfile[] {
  const profiles = addresses.flatMap((address) => profileOf(address) ?? [])
  return profiles.filter(
    (profile, index) =>
      profiles.findIndex(
        ({ network, username }) => network === profile.network && username === profile.username,
      ) === index,
  )
}

function profileOf(address: Found): ReadProfile | null {
  const url = new URL(address.value)
  const known = NETWORKS.find(([, host]) => host.test(url.hostname))
  if (!known) return null
  const [network, , user] = known
  const match = user.exec(url.pathname) ?? user.exec(url.pathname + url.search)
  return {
    network,
    username: match?.[1] === undefined ? null : decodeURIComponentSafe(match[1]),
    url: address,
  }
}

/** Whether a cell says something that another field has taken: an address, a number, an account's name. */
function isContactCell(cell: Cell, addresses: readonly Found[], profiles: readonly ReadProfile[]): boolean {
  const plain = cell.text.replace(LABEL, '')
  if (EMAIL.test(plain)) return true
  const phone = PHONE.exec(plain)
  if (phone && phone[0].length > plain.length * 0.6) return true
  const match = ADDRESS.exec(plain)
  if (match && isAddress(match[0]) && match[0].length > plain.length * 0.6) return true
  if (cell.links.length > 0 && plain.length < 60) return true
  if (
    profiles.some(
      ({ username, network }) => plain === username || plain === `@${username}` || plain === network,
    )
  )
    return true
  return addresses.some(({ value }) => value.endsWith(plain) && plain.length > 5)
}

/** A headline: below or beside the name, short, a position's words or a style of its own. */
function labelOf(cells: readonly Cell[], head: readonly Line[], name: Found | null): Found | null {
  if (!name) return null
  const at = head.indexOf(name.line)
  const near = cells.filter(({ line, text }) => {
    const distance = head.indexOf(line) - at
    return (
      distance >= 0 &&
      distance <= 3 &&
      text !== name.value &&
      text.length <= 90 &&
      !name.value.includes(text) &&
      /\p{L}{2}/u.test(text)
    )
  })
  const titled = near.find(
    ({ text }) => titleScore(text) > 0 && !/[.!?,]$/.test(text) && text.split(' ').length <= 10,
  )
  if (titled) {
    const whole =
      titled.line.text.length <= 90 &&
      titled.line !== name.line &&
      cells.filter(({ line }) => line === titled.line).length > 1 &&
      isAllTitle(titled.line)
        ? titled.line.text
        : titled.text
    return { value: whole, line: titled.line, confidence: 0.85 }
  }
  return null
}

/** "Engineer | Architect | Speaker" is one headline. */
function isAllTitle(line: Line): boolean {
  return cellsOf(line).every(
    ({ text }) => !EMAIL.test(text) && !PHONE.test(text) && !looksLikePlace(text) && !ADDRESS.test(text),
  )
}

function locationOf(cells: readonly Cell[], head: readonly Line[]): Found | null {
  const stated = cells.find(({ text }) =>
    /^(?:address|adresse|dirección|location|wohnort|ort|domicilio|lieu)\s*:/iu.test(text),
  )
  if (stated) return { value: stated.text.replace(/^[^:]+:\s*/, ''), line: stated.line, confidence: 0.9 }
  const place = cells.find(({ text }) => looksLikePlace(text))
  if (place) return { value: place.text, line: place.line, confidence: 0.9 }
  const postal = cells.find(
    ({ text }) =>
      /\b\d{4,6}\b/.test(text) && /\p{L}{3}/u.test(text) && text.length < 80 && /,|\d\s+\p{Lu}/u.test(text),
  )
  if (postal)
    return {
      value: postal.text.replace(/^(?:anschrift|adresse|address|dirección)\s+/iu, ''),
      line: postal.line,
      confidence: 0.75,
    }
  // What is left among contact cells, with a sign before it, is most often the place.
  const contactLine = (line: Line): boolean =>
    EMAIL.test(line.text) || PHONE.test(line.text) || line.bullet !== null
  const spare = cells.find(
    ({ text, line }) =>
      contactLine(line) &&
      head.includes(line) &&
      text.split(' ').length <= 5 &&
      !/[:\d]/.test(text) &&
      /^\p{Lu}/u.test(text) &&
      !isProse(line, head),
  )
  return spare ? { value: spare.text, line: spare.line, confidence: 0.5 } : null
}

function isProse(line: Line, head: readonly Line[]): boolean {
  if (EMAIL.test(line.text)) return false
  const words = line.text.split(/\s+/).length
  const at = head.indexOf(line)
  const before = head[at - 1]
  const long = words >= 9 && line.segments.length <= 2 && !/\s[|•·]\s/.test(line.text)
  const tail =
    before !== undefined &&
    words >= 1 &&
    line.segments.length === 1 &&
    isLongLine(before) &&
    /[.!?]$/.test(line.text)
  return long || tail
}

function isLongLine(line: Line): boolean {
  return line.text.split(/\s+/).length >= 9
}

function summaryOf(lines: readonly Line[]): Found | null {
  const { summary, highlights } = readBody(lines)
  const [first] = lines
  const parts = [summary, ...highlights].flatMap((part) => (part ? [part.value] : []))
  return first && parts.length > 0 ? { value: parts.join('\n'), line: first, confidence: 0.75 } : null
}
