const UNRESERVED = "A-Za-z0-9\\-._~!$&'()*+,;="
const ENCODED = '%[0-9A-Fa-f]{2}'
const PATH = `(?:[${UNRESERVED}:@/]|${ENCODED})*`
const REST = `(?:[${UNRESERVED}:@/?]|${ENCODED})*`
const HOST = '(?:[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9A-Fa-f:]+\\])'
const USER = `(?:(?:[${UNRESERVED}:]|${ENCODED})*@)?`
const TAIL = `(?:\\?${REST})?(?:#${REST})?`
const URI = new RegExp(
  `^[A-Za-z][A-Za-z0-9+.-]*:(?://${USER}${HOST}(?::\\d{1,5})?(?:/${PATH})?|[${UNRESERVED}@]${PATH})${TAIL}$`,
)
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?'
const EMAIL = new RegExp(
  `^[\\w!#$%&'*+/=?^\`{|}~-]+(?:\\.[\\w!#$%&'*+/=?^\`{|}~-]+)*@(?:${LABEL}\\.)+${LABEL}$`,
)
const DATE = /^[12]\d{3}(?:-[01]\d(?:-[0-3]\d)?)?$/

/** The address as RFC 3986 writes it, other letters encoded; null when it is none. */
export function toUri(address: string): string | null {
  const trimmed = address.trim()
  if (URI.test(trimmed)) return trimmed
  const url = URL.parse(trimmed)
  if (!url) return null
  const [before = '', ...fragment] = url.href.split('#')
  const encoded = [encode(before, /[^A-Za-z0-9\-._~!$&'()*+,;=:@/?%[\]]/gu), encode(fragment.join('%23'))]
  const uri = encoded.filter((part) => part !== '').join('#')
  return URI.test(uri) ? uri : null
}

/** The e-mail address when JSON Schema's `email` takes it, else null. */
export function toEmail(email: string): string | null {
  return EMAIL.test(email.trim()) ? email.trim() : null
}

/** The date when it has JSON Resume's pattern, else null. */
export function toDate(date: string): string | null {
  return DATE.test(date.trim()) ? date.trim() : null
}

function encode(text: string, foreign = /[^A-Za-z0-9\-._~!$&'()*+,;=:@/?%]/gu): string {
  return text.replace(foreign, encodeURIComponent).replace(/%(?![0-9A-Fa-f]{2})/g, '%25')
}
