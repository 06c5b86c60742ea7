import type { Basics, Profile } from '../model.ts'
import { safeLink, shortAddress, telephoneLink } from './links.ts'
import { formatPlace } from './place.ts'
import { printable } from './printable.ts'
import type { LinkedText } from './sheet.ts'

/** How to reach the person, in the order of a letterhead: mail, telephone, place, site, profiles. */
export function contacts(basics: Basics, language: string): readonly LinkedText[] {
  const place = formatPlace(basics.location, language)
  const all: readonly LinkedText[] = [
    ...(basics.email === null ? [] : [{ text: basics.email, url: safeLink(`mailto:${basics.email}`) }]),
    ...(basics.phone === null ? [] : [{ text: basics.phone, url: telephoneLink(basics.phone) }]),
    ...(place === null ? [] : [{ text: place, url: null }]),
    ...(basics.url === null ? [] : [{ text: shortAddress(basics.url), url: safeLink(basics.url) }]),
    ...basics.profiles.map(profileText),
  ]
  const seen = new Set<string>()
  return all
    .map(({ text, url }) => ({ text: printable(text), url }))
    .filter(({ text }) => text !== '' && !seen.has(text) && seen.add(text))
}

function profileText({ network, username, url }: Profile): LinkedText {
  const link = safeLink(url)
  if (link !== null && url !== null) return { text: shortAddress(url), url: link }
  return { text: [network, username].filter((part) => part !== null).join(': '), url: null }
}
