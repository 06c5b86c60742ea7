import { primaryLanguage } from '../resume/format/words.ts'

/** The words of evidence lines in one language. Every number stands before the noun that it counts. */
export interface LineWords {
  readonly commits: readonly [one: string, many: string]
  readonly days: readonly [one: string, many: string]
  readonly pullRequests: readonly [one: string, many: string]
  readonly releases: readonly [one: string, many: string]
  readonly on: string
  readonly and: string
  readonly atLeast: string
  readonly asDependency: string
  /** Between groups of three digits. */
  readonly group: string
}

const LANGUAGES: Readonly<Record<string, LineWords>> = {
  en: {
    commits: ['commit', 'commits'],
    days: ['day', 'days'],
    pullRequests: ['pull request', 'pull requests'],
    releases: ['release', 'releases'],
    on: 'on',
    and: 'and',
    atLeast: 'at least',
    asDependency: 'as a dependency',
    group: ',',
  },
  de: {
    commits: ['Commit', 'Commits'],
    days: ['Tag', 'Tagen'],
    pullRequests: ['Pull Request', 'Pull Requests'],
    releases: ['Release', 'Releases'],
    on: 'an',
    and: 'und',
    atLeast: 'mindestens',
    asDependency: 'als Abhängigkeit',
    group: '.',
  },
  fr: {
    commits: ['commit', 'commits'],
    days: ['jour', 'jours'],
    pullRequests: ['pull request', 'pull requests'],
    releases: ['release', 'releases'],
    on: 'sur',
    and: 'et',
    atLeast: 'au moins',
    asDependency: 'comme dépendance',
    group: '\u202F',
  },
  es: {
    commits: ['commit', 'commits'],
    days: ['día', 'días'],
    pullRequests: ['pull request', 'pull requests'],
    releases: ['release', 'releases'],
    on: 'en',
    and: 'y',
    atLeast: 'al menos',
    asDependency: 'como dependencia',
    group: '.',
  },
}

/** The words for a language; English for one that has none yet. */
export function lineWords(language: string): LineWords {
  const words = LANGUAGES[primaryLanguage(language)] ?? LANGUAGES['en']
  if (!words) throw new Error('There are no English words for evidence lines.')
  return words
}

/** A whole number with its noun: "1 commit", "1,204 commits". */
export function counted(value: number, [one, many]: readonly [string, string], words: LineWords): string {
  const digits = String(value).replace(/\B(?=(?:\d{3})+$)/g, words.group)
  return `${digits} ${value === 1 ? one : many}`
}
