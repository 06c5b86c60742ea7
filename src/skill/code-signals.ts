import type { Taxonomy } from './model.ts'
import { pathMatcher } from './path-signals.ts'
import type { PathSignal } from './path-signals.ts'
import type { Ecosystem } from './schema.ts'

export type { PathSignal } from './path-signals.ts'
export type { Ecosystem } from './schema.ts'
export { manifestKind } from './manifests.ts'

/** Tells which skills show in a repository. All answers are skill ids in the taxonomy's order, without parents. */
export interface CodeSignals {
  /** By the last extension of a path, whatever its case. */
  byExtension(path: string): readonly string[]
  /** By the file name, or by the path where a skill names folders: `.github/workflows/*.yml`. */
  byFileName(path: string): readonly string[]
  /** By a package's name, in any spelling that its registry takes for the same. Maven: `group:artifact`. */
  byDependency(ecosystem: Ecosystem, name: string): readonly string[]
  /** By a container image, with or without registry, tag and digest. */
  byImage(name: string): readonly string[]
  /** {@link byExtension} and {@link byFileName} in one look-up; arrays are shared, so keep and compare them freely. */
  skillsOfPath(path: string): readonly string[]
  /** As {@link skillsOfPath}, saying for each skill what shows it. */
  signalsOfPath(path: string): readonly PathSignal[]
}

const NONE: readonly string[] = Object.freeze([])

/** Builds the look-ups out of the `code` members of a taxonomy's skills. Paths have forward slashes, as git's do. */
export function buildCodeSignals(taxonomy: Taxonomy): CodeSignals {
  const dependencies = new Map<Ecosystem, NameIndex>()
  const images = new NameIndex()
  for (const { id, code } of taxonomy.skills.values()) {
    for (const image of code?.images ?? []) images.add(image, id)
    for (const [ecosystem, names] of Object.entries(code?.dependencies ?? {}) as [
      Ecosystem,
      readonly string[],
    ][]) {
      const index = dependencies.get(ecosystem) ?? new NameIndex()
      dependencies.set(ecosystem, index)
      for (const name of names) index.add(canonicalPackage[ecosystem](name), id)
    }
  }
  const paths = pathMatcher(taxonomy)
  return {
    ...paths,
    byDependency: (ecosystem, name) =>
      dependencies.get(ecosystem)?.find(canonicalPackage[ecosystem](name)) ?? NONE,
    byImage: (name) =>
      imageNames(name).reduce((found, each) => (found.length > 0 ? found : images.find(each)), NONE),
  }
}

/** Names, and beginnings of names written with a trailing `*`. The longest that fits decides, beside the exact one. */
class NameIndex {
  readonly #exact = new Map<string, string[]>()
  readonly #prefixes = new Map<string, string[]>()

  add(pattern: string, id: string): void {
    const index = pattern.endsWith('*') ? this.#prefixes : this.#exact
    const key = pattern.endsWith('*') ? pattern.slice(0, -1) : pattern
    const ids = index.get(key)
    if (ids === undefined) index.set(key, [id])
    else if (!ids.includes(id)) ids.push(id)
  }

  find(name: string): readonly string[] {
    const exact = this.#exact.get(name)
    if (exact) return exact
    for (let length = name.length; length > 0; length--) {
      const found = this.#prefixes.get(name.slice(0, length))
      if (found) return found
    }
    return NONE
  }
}

const lower = (name: string): string => name.toLowerCase()
const asItIs = (name: string): string => name

/** One spelling for all that a registry takes for one package. */
const canonicalPackage: Readonly<Record<Ecosystem, (name: string) => string>> = {
  npm: lower,
  // PEP 503
  pypi: (name) => name.toLowerCase().replace(/[-_.]+/g, '-'),
  maven: asItIs,
  nuget: lower,
  // https://go.dev/ref/mod#major-version-suffixes
  go: (name) => name.replace(/\/v\d+(?=$|\/)/, ''),
  cargo: (name) => name.toLowerCase().replaceAll('_', '-'),
  rubygems: lower,
  composer: lower,
  hex: asItIs,
  pub: lower,
}

/** An image's names from the fullest to the barest: without tag and digest, then registry, then owner. */
function imageNames(image: string): string[] {
  const untagged = image
    .trim()
    .toLowerCase()
    .replace(/@.*$/, '')
    .replace(/:[^/]*$/, '')
  const parts = untagged.split('/')
  const first = parts[0] ?? ''
  if (parts.length > 1 && /[.:]|^localhost$/.test(first)) parts.shift()
  if (parts.length > 1 && parts[0] === 'library') parts.shift()
  return [...new Set([untagged, parts.join('/')])]
}
