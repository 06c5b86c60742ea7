import type { Identity } from '../../core/connector.ts'
import { agentKind, type AgentKind } from './automata.ts'
import { hashOf } from './hash.ts'
import type { Contact } from './types.ts'

/** Who a contact is. */
export interface Person {
  readonly kind: AgentKind
  /** Whether it is the user. */
  readonly own: boolean
  /** Whether the author used a tool that marks its commits in the author's name, such as `Mira Holt (aider)`. */
  readonly ai: boolean
  /** Looks like the user but was not confirmed. */
  readonly similar: boolean
  /** The same for all contacts of one person, as far as the e-mail tells. */
  readonly key: number
}

/** Tells who contacts are. Contacts have gone through the mailmap. */
export type People = (contact: Contact) => Person

/**
 * Makes {@link People}. The user is known by confirmed e-mails, by the account in a service's no-reply address, and by
 * author names that the user listed as theirs alone; a name that merely resembles the user's is never enough.
 *
 * @param emails all of the user's e-mails, those of the mailmap included.
 * @param aliases author names that stand for the user in this repository, whatever the e-mail.
 */
export function peopleOf(identity: Identity, emails: readonly string[], aliases: readonly string[]): People {
  const own = new Set(emails.map((email) => email.toLowerCase()))
  const ownNames = new Set(aliases.map(folded))
  const resembles = resemblance(identity)
  const accounts = new Map(
    Object.entries(identity.accounts).map(([service, account]) => [
      service.toLowerCase(),
      account.toLowerCase(),
    ]),
  )
  const known = new Map<string, Person>()
  return (contact) => {
    const id = `${contact.name}\n${contact.email}`
    const cached = known.get(id)
    if (cached) return cached
    const marked = / \(aider\)$/.exec(contact.name)
    const name = marked ? contact.name.slice(0, marked.index) : contact.name
    const email = contact.email.trim().toLowerCase()
    const noreply = noreplyAccount(email)
    const isOwn =
      own.has(email) ||
      (noreply !== null && accounts.get(noreply.service) === noreply.account) ||
      ownNames.has(folded(name))
    const kind = isOwn ? 'person' : agentKind(contact)
    const person: Person = {
      kind,
      own: isOwn,
      ai: marked !== null,
      similar: !isOwn && kind === 'person' && resembles(name, email),
      key: hashOf(noreply ? `${noreply.account}@${noreply.service}` : email || folded(name)),
    }
    known.set(id, person)
    return person
  }
}

/** The account in an address such as `123+mira@users.noreply.github.com`; services by short name or by host. */
function noreplyAccount(email: string): { readonly service: string; readonly account: string } | null {
  const match = /^(?:\d+[+-])?([^@+]+)@(?:users\.)?noreply\.([a-z0-9.-]+)$/.exec(email)
  if (!match) return null
  const [, account = '', host = ''] = match
  const service = /^(github|gitlab|codeberg|gitea)\.(?:com|org)$/.exec(host)?.[1] ?? host
  return { service, account }
}

const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Mail names that say nothing about the person. */
const COMMON =
  /^(?:admin|dev|developer|git|github|hello|hi|info|mail|me|contact|root|user|work|noreply|no-reply|code|home|support|team)$/

/** Whether a name is the user's in another spelling (`M. Holt`, `Holt, Mira`, `mholt`) or the mail name is the same. */
function resemblance(identity: Identity): (name: string, email: string) => boolean {
  const names = identity.names
    .map((name) => folded(name).split(' '))
    .filter((words) => words.join('').length > 2)
  const exact = new Set(names.map((words) => words.toSorted().join(' ')))
  const short = new Set(
    names.flatMap((words) => {
      const first = words[0] ?? ''
      const last = words.at(-1) ?? ''
      if (words.length < 2) return []
      return [
        `${first.slice(0, 1)} ${last}`,
        `${first.slice(0, 1)}${last}`,
        `${first}${last}`,
        `${first} ${last}`,
      ]
    }),
  )
  const mailNames = new Set(
    identity.emails
      .map((email) => email.split('@')[0] ?? '')
      .filter((local) => local.length > 2 && !COMMON.test(local)),
  )
  return (name, email) => {
    const words = folded(name)
    const local = email.split('@')[0] ?? ''
    return (
      exact.has(words.split(' ').toSorted().join(' ')) ||
      short.has(words) ||
      mailNames.has(local) ||
      short.has(folded(local).replaceAll(' ', ''))
    )
  }
}
