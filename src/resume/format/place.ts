import type { Location } from '../model.ts'
import { printable } from './printable.ts'

/** `Gothenburg, Sweden`: what is known of a place, in one line; null when nothing is. */
export function formatPlace(location: Location | null, language: string): string | null {
  if (!location) return null
  const city = [location.postalCode, location.city].filter((part) => part !== null).join(' ')
  const parts = [location.address, city, location.region, country(location.countryCode, language)]
    .map((part) => printable(part ?? ''))
    .filter((part, index, all) => part !== '' && all.indexOf(part) === index)
  return parts.length === 0 ? null : parts.join(', ')
}

function country(code: string | null, language: string): string | null {
  if (code === null || !/^[a-z]{2}$/i.test(code)) return code
  try {
    return new Intl.DisplayNames([language, 'en'], { type: 'region' }).of(code.toUpperCase()) ?? code
  } catch {
    // A language tag that Intl does not accept: the code as it was written says the same.
    return code
  }
}
