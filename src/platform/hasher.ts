import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Hasher } from '../core/ports.ts'

/** {@link Hasher} over node:crypto and RFC 8785. A value that JSON cannot carry is a bug and throws. */
export const nodeHasher: Hasher = {
  sha256(content) {
    return createHash('sha256').update(content).digest('hex')
  },
  canonical(value) {
    const text = canonicalize(value)
    if (text === undefined) throw new TypeError('There is no canonical JSON of undefined.')
    return text
  },
}
