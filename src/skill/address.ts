import { foldWordChar } from './spelling.ts'

/** Top-level domains that people's addresses end in, without those that are words ("in", "it", "me", "is"). */
const DOMAINS = new Set(
  'com org net io dev app ai co edu gov info eu de ch fr es uk nl pl se cz ua cloud tech sh page ly gg'.split(
    ' ',
  ),
)

/**
 * Whether a mention stands inside an e-mail address, a web address or a host name, where a name says nothing about a
 * skill: "mira@spring.example", "github.com/mira". A name that itself looks like a host ("Socket.io") is no address.
 */
export function inAddress(text: string, start: number, end: number): boolean {
  if (!joins(text, start - 1, start - 2) && !joins(text, end, end + 1)) return false
  let from = start
  while (from > 0 && from > start - 200 && !parts(text.charCodeAt(from - 1))) from--
  let to = end
  while (to < text.length && to < end + 200 && !parts(text.charCodeAt(to))) to++
  const run = text.slice(from, to)
  if (/:\/\/|^www\.|[\p{L}\p{N}]@[\p{L}\p{N}]/u.test(run)) return true
  const host = HOST.exec(run)
  if (host === null || !DOMAINS.has(host[1] ?? '')) return false
  const hostEnd = from + host.index + host[0].length
  return hostEnd > end || hostEnd < start
}

const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.([a-z]{2,6})(?=$|[/:?#.]|\.$)/

/** Whether the sign at `at` joins the mention to more behind it; the full stop of a sentence does not. */
const joins = (text: string, at: number, beyond: number): boolean =>
  touches(text.charCodeAt(at)) && (text.charCodeAt(at) !== 46 || foldWordChar(text.charCodeAt(beyond)) !== 0)

/** `.` `@` `/` `-` `:` `_` `~` `=` `%` may join a name to an address. */
function touches(code: number): boolean {
  return (
    (code >= 45 && code <= 47) ||
    code === 64 ||
    code === 58 ||
    code === 95 ||
    code === 126 ||
    code === 61 ||
    code === 37
  )
}

/** Blanks, brackets, quotes, commas, semicolons, bars and bullets part words, but no address. */
function parts(code: number): boolean {
  if (foldWordChar(code) !== 0) return false
  return (
    code <= 34 ||
    code === 39 ||
    (code >= 40 && code <= 42) ||
    code === 44 ||
    code === 59 ||
    code === 60 ||
    code === 62 ||
    code === 91 ||
    code === 93 ||
    code >= 123
  )
}
