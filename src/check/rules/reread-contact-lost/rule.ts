import type { DocumentPath } from '../../../core/position.ts'
import type { Basics } from '../../../resume/model.ts'
import { letters } from '../../comparable.ts'
import { rereadResume } from '../../reread.ts'
import type { Rule } from '../../rule.ts'

interface Contact {
  readonly what: string
  readonly path: DocumentPath
  readonly value: string | null
  readonly plain: (text: string) => string
}

export const rule: Rule = {
  code: 'MAC001',
  name: 'reread-contact-lost',
  family: 'machine',
  severity: 'error',
  help: 'Put it on a line of its own at the top, as plain text; avoid letter-spacing and icons beside it.',
  *check({ built }) {
    if (!built) return
    const read = contactsOf(rereadResume(built).basics)
    for (const { what, path, value, plain } of contactsOf(built.printed.basics)) {
      if (value === null) continue
      const found = read.filter((other) => other.what === what).flatMap((other) => other.value ?? [])
      if (found.some((other) => plain(other) === plain(value))) continue
      const got = found[0] === undefined ? 'finds none' : `reads "${found[0]}"`
      yield { message: `The ${what} is "${value}", but a machine ${got} in ${built.file}`, path }
    }
  },
}

function contactsOf({ path, name, email, phone, url, profiles }: Basics): readonly Contact[] {
  const link = (at: DocumentPath, value: string | null): Contact => ({
    what: 'link',
    path: at.concat('url'),
    value,
    plain: address,
  })
  return [
    { what: 'name', path: [...path, 'name'], value: name, plain: letters },
    { what: 'e-mail address', path: [...path, 'email'], value: email, plain: (text) => text.toLowerCase() },
    { what: 'telephone number', path: [...path, 'phone'], value: phone, plain: digits },
    link(path, url),
    ...profiles.map((profile) => link(profile.path, profile.url)),
  ]
}

/** `+49 (0)30 1234` and `+49 30 1234` are one number. */
function digits(text: string): string {
  return text.replace('(0)', '').replace(/\D/g, '')
}

function address(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '')
}
