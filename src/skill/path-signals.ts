import type { Taxonomy } from './model.ts'

/** A skill that a path shows, and what of the path shows it. */
export interface PathSignal {
  readonly skill: string
  readonly how: 'extension' | 'file-name' | 'path'
}

/** The look-ups of code-signals.ts that concern paths. */
export interface PathMatcher {
  byExtension(path: string): readonly string[]
  byFileName(path: string): readonly string[]
  skillsOfPath(path: string): readonly string[]
  signalsOfPath(path: string): readonly PathSignal[]
}

/** What one path shows. Shared between all paths that show the same. */
interface Shown {
  readonly signals: readonly PathSignal[]
  readonly skills: readonly string[]
}

interface Pattern {
  readonly skill: string
  readonly folder: RegExp | null
  readonly name: RegExp
}

/** Names that repeat over folders are worth keeping; past this many, a monorepo of unique names would only fill memory. */
const CACHE_LIMIT = 8192

/** Builds the look-ups by path. Each is a few map look-ups for a path whose folder and extension were seen before. */
export function pathMatcher(taxonomy: Taxonomy): PathMatcher {
  const tables = readTables(taxonomy)
  const folders = new Map<string, readonly Pattern[]>()
  const shownByName = new Map<string, Shown>()
  const shownByExtension = new Map<string, Shown>()
  const nothing: Shown = { signals: [], skills: [] }

  const patternsOf = (folder: string): readonly Pattern[] => {
    const known = folders.get(folder)
    if (known) return known
    const found = tables.inFolders.filter((pattern) => pattern.folder?.test(folder))
    if (folders.size >= CACHE_LIMIT) folders.clear()
    folders.set(folder, found.length > 0 ? found : NO_PATTERNS)
    return found.length > 0 ? found : NO_PATTERNS
  }

  const shownOfName = (name: string): Shown => {
    const dot = name.lastIndexOf('.')
    const extension = dot < 0 ? '' : name.slice(dot)
    const globs = tables.globsByEnd.get(extension) ?? NO_PATTERNS
    if (globs.length === 0 && tables.openGlobs.length === 0 && !tables.exact.has(name)) {
      return shownOfExtension(extension)
    }
    const known = shownByName.get(name)
    if (known) return known
    const names = [
      ...(tables.exact.get(name) ?? []),
      ...[...globs, ...tables.openGlobs].filter((glob) => glob.name.test(name)).map((glob) => glob.skill),
    ]
    const shown =
      names.length === 0
        ? shownOfExtension(extension)
        : merge(names, 'file-name', shownOfExtension(extension))
    if (shownByName.size >= CACHE_LIMIT) shownByName.clear()
    shownByName.set(name, shown)
    return shown
  }

  const shownOfExtension = (extension: string): Shown => {
    const known = shownByExtension.get(extension)
    if (known) return known
    const skills = tables.extensions.get(extension.toLowerCase())
    const shown = skills === undefined ? nothing : merge(skills, 'extension', nothing)
    if (shownByExtension.size >= CACHE_LIMIT) shownByExtension.clear()
    shownByExtension.set(extension, shown)
    return shown
  }

  const shownOf = (path: string): Shown => {
    const slash = path.lastIndexOf('/')
    const name = path.slice(slash + 1)
    const shown = shownOfName(name)
    const patterns = patternsOf(path.slice(0, slash + 1))
    if (patterns.length === 0) return shown
    const skills = patterns.filter((pattern) => pattern.name.test(name)).map((pattern) => pattern.skill)
    return skills.length === 0 ? shown : merge(skills, 'path', shown)
  }

  return {
    byExtension: (path) => shownOfExtension(/\.[^./]*$/.exec(path)?.[0] ?? '').skills,
    byFileName: (path) => [
      ...new Set(
        shownOf(path)
          .signals.filter(({ how }) => how !== 'extension')
          .map(({ skill }) => skill),
      ),
    ],
    skillsOfPath: (path) => shownOf(path).skills,
    signalsOfPath: (path) => shownOf(path).signals,
  }
}

const NO_PATTERNS: readonly Pattern[] = Object.freeze([])

function merge(skills: readonly string[], how: PathSignal['how'], base: Shown): Shown {
  const signals = [...new Set(skills)].map((skill) => ({ skill, how }))
  const all = [...signals, ...base.signals]
  return { signals: all, skills: [...new Set(all.map(({ skill }) => skill))] }
}

interface Tables {
  readonly extensions: ReadonlyMap<string, readonly string[]>
  readonly exact: ReadonlyMap<string, readonly string[]>
  /** Globs that end in a plain extension, by it. */
  readonly globsByEnd: ReadonlyMap<string, readonly Pattern[]>
  readonly openGlobs: readonly Pattern[]
  readonly inFolders: readonly Pattern[]
}

function readTables(taxonomy: Taxonomy): Tables {
  const extensions = new Map<string, string[]>()
  const exact = new Map<string, string[]>()
  const globsByEnd = new Map<string, Pattern[]>()
  const openGlobs: Pattern[] = []
  const inFolders: Pattern[] = []
  for (const { id: skill, code } of taxonomy.skills.values()) {
    for (const extension of code?.extensions ?? []) push(extensions, extension.toLowerCase(), skill)
    for (const file of code?.files ?? []) {
      const slash = file.lastIndexOf('/')
      const name = file.slice(slash + 1)
      if (slash >= 0)
        inFolders.push({ skill, folder: folderPattern(file.slice(0, slash)), name: namePattern(name) })
      else if (!name.includes('*')) push(exact, name, skill)
      else {
        const pattern = { skill, folder: null, name: namePattern(name) }
        const end = /\.[^.*]+$/.exec(name)?.[0]
        if (end === undefined) openGlobs.push(pattern)
        else push(globsByEnd, end, pattern)
      }
    }
  }
  return { extensions, exact, globsByEnd, openGlobs, inFolders }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

const escaped = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')

function namePattern(glob: string): RegExp {
  return new RegExp(`^${escaped(glob).replaceAll('*', '.*')}$`)
}

/** A folder pattern begins at any folder: `k8s` fits `deploy/k8s/`. A last `**` takes all below. */
function folderPattern(glob: string): RegExp {
  const parts = glob
    .split('/')
    .map((part) => (part === '**' ? '(?:[^/]+/)*' : `${escaped(part).replaceAll('*', '[^/]*')}/`))
  return new RegExp(`(?:^|/)${parts.join('')}$`)
}
