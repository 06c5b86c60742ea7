const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** The address when it may be linked from a document: web, mail and telephone only; else null. */
export function safeLink(address: string | null): string | null {
  const url = address === null ? null : URL.parse(address.trim())
  return url && SCHEMES.has(url.protocol) ? url.href : null
}

/** A web address as people write it: without scheme, `www.` and a closing slash. */
export function shortAddress(address: string): string {
  return address
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/^www\./i, '')
    .replace(/\/$/, '')
}

/** `tel:` and the digits of a telephone number (RFC 3966); null without at least four of them. */
export function telephoneLink(phone: string): string | null {
  const number = phone.replace(/\(0\)/g, '').replace(/(?!^\+)\D/g, '')
  return number.replace('+', '').length >= 4 ? `tel:${number}` : null
}
