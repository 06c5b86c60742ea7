/**
 * Makes a test for paths out of a pattern as .gitignore and .gitattributes have them: without a slash it fits the last
 * name of a path, with one the whole path; `*` and `?` stop at slashes, `**` does not, `[a-z]` is a class. Takes time
 * proportional to the path, whatever the pattern, as patterns come from repositories.
 *
 * See https://git-scm.com/docs/gitignore#_pattern_format.
 */
export function globMatcher(pattern: string): (path: string) => boolean {
  const parts = pattern.replace(/\/$/, '').split('/')
  if (parts.length === 1) {
    const name = segmentOf(parts[0] ?? '')
    return (path) => name(path.slice(path.lastIndexOf('/') + 1))
  }
  if (parts[0] === '') parts.shift()
  const segments = parts.map((part) => (part === '**' ? null : segmentOf(part)))
  return (path) => fits(segments, path.split('/'))
}

type Segment = (name: string) => boolean

function fits(segments: readonly (Segment | null)[], names: readonly string[]): boolean {
  // reachable[i]: the first i segments fit the names read so far.
  let reachable = openings(segments, [true])
  for (const name of names) {
    const next: boolean[] = []
    for (const [index, segment] of segments.entries()) {
      if (reachable[index] !== true) continue
      if (segment === null) {
        next[index] = true
        if (index === segments.length - 1) next[segments.length] = true
      } else if (segment(name)) next[index + 1] = true
    }
    reachable = openings(segments, next)
  }
  return reachable[segments.length] === true
}

/** Lets each `**` stand for no name at all, but for a last one, which means what is inside a folder. */
function openings(segments: readonly (Segment | null)[], reachable: boolean[]): boolean[] {
  for (let index = 0; index < segments.length - 1; index++) {
    if (reachable[index] === true && segments[index] === null) reachable[index + 1] = true
  }
  return reachable
}

/** Wildcards within one name. On a mismatch only the last star takes one more, so the time is bounded. */
function segmentOf(pattern: string): Segment {
  const tokens = tokensOf(pattern)
  if (tokens.every((token) => typeof token === 'string' && token.length === 1)) {
    return (name) => name === tokens.join('')
  }
  return (name) => {
    let token = 0
    let at = 0
    let star = -1
    let retry = 0
    while (at < name.length) {
      const expected = tokens[token]
      if (expected === STAR) {
        star = token++
        retry = at
      } else if (expected !== undefined && takes(expected, name[at] ?? '')) {
        token++
        at++
      } else if (star >= 0) {
        token = star + 1
        at = ++retry
      } else return false
    }
    while (tokens[token] === STAR) token++
    return token === tokens.length
  }
}

const STAR = Symbol('*')
type Token = string | typeof STAR | RegExp

function takes(token: Exclude<Token, typeof STAR>, character: string): boolean {
  return typeof token === 'string' ? token === character : token.test(character)
}

function tokensOf(pattern: string): readonly Token[] {
  const tokens: Token[] = []
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index] ?? ''
    const close = character === '[' ? pattern.indexOf(']', index + 2) : -1
    if (character === '\\' && index + 1 < pattern.length) tokens.push(pattern[++index] ?? '')
    else if (character === '*') tokens.push(STAR)
    else if (character === '?') tokens.push(/[^]/)
    else if (close > 0) {
      tokens.push(classOf(pattern.slice(index + 1, close)))
      index = close
    } else tokens.push(character)
  }
  return tokens
}

function classOf(content: string): RegExp {
  const negated = /^[!^]/.test(content)
  const body = content.slice(negated ? 1 : 0).replace(/[\\\]^[]/g, '\\$&')
  try {
    return new RegExp(`^[${negated ? '^' : ''}${body}]$`)
  } catch {
    // A range that runs backwards fits nothing.
    return /(?!)/
  }
}
