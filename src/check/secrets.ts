import type { Span } from '../core/position.ts'

/** Something in a text that opens a door. */
export interface SecretFound {
  readonly name: string
  readonly span: Span
}

/** Forms that their issuers publish, so that leaked ones can be found. */
const FORMS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['an AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g],
  ['a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{50,})/g],
  ['a GitLab token', /\bglpat-[\w-]{20,}/g],
  ['a Slack token', /\bxox[abeoprs]-[\w-]{10,}/g],
  ['a Slack webhook', /https:\/\/hooks\.slack\.com\/services\/[\w/]{20,}/g],
  ['a Stripe key', /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/g],
  ['a Google API key', /\bAIza[\w-]{35}/g],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/g],
  ['a PyPI token', /\bpypi-[\w-]{50,}/g],
  ['a SendGrid key', /\bSG\.[\w-]{16,}\.[\w-]{16,}/g],
  ['an OpenAI or Anthropic key', /\bsk-(?:proj-|ant-)?[\w-]{32,}/g],
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/g],
  ['a JSON web token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/g],
  ['a password in an address', /\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]+:[^\s:/@]+@[^\s/]+/gi],
  [
    'a password',
    /\b(?:password|passwd|pwd|api[_-]?key|secret[_-]?key|access[_-]?token)\s*[:=]\s*(?=[^\s,;]*\d)(?=[^\s,;]*[a-z])[^\s,;]{6,}/gi,
  ],
]

/** Long runs without a blank, in which a token can hide. */
const RUN = /[A-Za-z0-9+/_=-]{32,}/g
/** Bits a character: English words stay below 4, random base64 of this length comes near 5. */
const LEAST_ENTROPY = 4.3
/** Share of places where the class of the character changes: about 0.6 in random base64, 0.2 in CamelCase names. */
const LEAST_CHANGES = 0.4

/** Finds secrets in a text: of a published form, or a long random-looking run. Each place is found once. */
export function findSecrets(text: string): readonly SecretFound[] {
  const found: SecretFound[] = []
  const add = (name: string, start: number, length: number): void => {
    const span = { start, end: start + length }
    if (!found.some((other) => other.span.start < span.end && span.start < other.span.end))
      found.push({ name, span })
  }
  for (const [name, pattern] of FORMS) {
    for (const match of text.matchAll(pattern)) add(name, match.index, match[0].length)
  }
  const links = [...text.matchAll(/(?:https?:\/\/|data:|www\.)\S+/gi)]
  for (const match of text.matchAll(RUN)) {
    const linked = links.some(
      ({ 0: link, index }) => index <= match.index && match.index < index + link.length,
    )
    if (!linked && looksRandom(match[0])) add('a key or token', match.index, match[0].length)
  }
  return found
}

/**
 * Hex digests, ids and enumerations ("AWS/GCP/Azure") are no secrets: capitals, small letters and digits must all occur,
 * evenly, and change places often.
 */
function looksRandom(run: string): boolean {
  if (!/[a-z]/.test(run) || !/[A-Z]/.test(run) || !/\d/.test(run)) return false
  const counts = [...Map.groupBy(run, (char) => char).values()].map(({ length }) => length)
  const entropy = counts.reduce(
    (bits, count) => bits - (count / run.length) * Math.log2(count / run.length),
    0,
  )
  const changes = run.match(/[a-z](?=[A-Z\d])|[A-Z](?=[a-z\d])|\d(?=[A-Za-z])/g)?.length ?? 0
  return entropy >= LEAST_ENTROPY && changes / run.length >= LEAST_CHANGES
}
