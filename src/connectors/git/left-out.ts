import { globMatcher } from './glob.ts'

/** Folders that hold other people's code or what a build made, wherever they stand. */
const FOLDERS: ReadonlySet<string> = new Set([
  // dependencies kept in the repository
  'node_modules',
  'bower_components',
  'jspm_packages',
  'vendor',
  'vendored',
  '_vendor',
  'third_party',
  'third-party',
  'thirdparty',
  '3rdparty',
  'Godeps',
  'Pods',
  'Carthage',
  'site-packages',
  '.venv',
  'venv',
  '.yarn',
  '.pnpm-store',
  // results of builds and tools
  '__pycache__',
  '__snapshots__',
  '__generated__',
  'generated',
  'generated-sources',
  '.gradle',
  '.mvn',
  '.terraform',
  '.next',
  '.nuxt',
  '.dart_tool',
  'htmlcov',
  'coverage',
  '.idea',
])

/** Files that tools write, by name. */
const NAMES: ReadonlySet<string> = new Set([
  // lock files
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
  'bun.lockb',
  'deno.lock',
  'poetry.lock',
  'Pipfile.lock',
  'pdm.lock',
  'uv.lock',
  'conda-lock.yml',
  'pixi.lock',
  'Cargo.lock',
  'go.sum',
  'go.work.sum',
  'Gopkg.lock',
  'glide.lock',
  'Gemfile.lock',
  'composer.lock',
  'mix.lock',
  'rebar.lock',
  'pubspec.lock',
  'Podfile.lock',
  'Package.resolved',
  'packages.lock.json',
  'project.assets.json',
  'paket.lock',
  'gradle.lockfile',
  'buildscript-gradle.lockfile',
  'conan.lock',
  'flake.lock',
  'Chart.lock',
  'requirements.lock',
  'buf.lock',
  '.terraform.lock.hcl',
  'MODULE.bazel.lock',
  // wrappers that build tools copy in
  'gradlew',
  'gradlew.bat',
  'mvnw',
  'mvnw.cmd',
])

/** Ends of names that tools write. */
const ENDS: readonly string[] = [
  '.min.js',
  '.min.css',
  '-min.js',
  '.bundle.js',
  '.map',
  '.snap',
  '.lock',
  '.pb.go',
  '.pb.gw.go',
  '.pb.cc',
  '.pb.h',
  '_pb2.py',
  '_pb2.pyi',
  '_pb2_grpc.py',
  '_pb.js',
  '_pb.d.ts',
  '_pb.ts',
  '_grpc.pb.go',
  '.pb.validate.go',
  '.g.dart',
  '.freezed.dart',
  '.g.cs',
  '.designer.cs',
  '.Designer.cs',
  '_gen.go',
  '_generated.go',
  '.gen.go',
  '.gen.ts',
  '.generated.ts',
  '.generated.js',
  '.generated.cs',
  '.generated.go',
  '_string.go',
  '.pyc',
  '.class',
  '.log',
]

/** Beginnings of names that tools write. */
const STARTS: readonly string[] = ['zz_generated', 'mock_', 'jquery-', 'jquery.', 'bootstrap.min']

/** Whether a path is somebody else's code or a tool's output by its name alone. */
function leftOutByName(path: string): boolean {
  const parts = path.split('/')
  const name = parts.pop() ?? ''
  return (
    NAMES.has(name) ||
    parts.some((part) => FOLDERS.has(part)) ||
    ENDS.some((end) => name.endsWith(end)) ||
    STARTS.some((start) => name.startsWith(start))
  )
}

interface AttributeLine {
  readonly fits: (path: string) => boolean
  readonly attribute: string
  readonly set: boolean
}

/** Attributes of https://github.com/github-linguist/linguist/blob/main/docs/overrides.md that leave a file out. */
const ATTRIBUTES: ReadonlySet<string> = new Set(['linguist-generated', 'linguist-vendored'])

/** The lines of a .gitattributes file that say whether files are generated or vendored. */
function attributeLines(content: string): readonly AttributeLine[] {
  const lines: AttributeLine[] = []
  for (const line of content.split(/\r?\n/)) {
    const [pattern = '', ...attributes] = wordsOf(line)
    if (pattern === '' || pattern.startsWith('#') || pattern.startsWith('[attr]')) continue
    for (const each of attributes) {
      const match = /^([-!]?)([\w-]+)(?:=(.*))?$/.exec(each)
      if (!match || !ATTRIBUTES.has(match[2] ?? '')) continue
      const set = match[1] === '' && match[3] !== 'false'
      lines.push({ fits: globMatcher(pattern), attribute: match[2] ?? '', set })
    }
  }
  return lines
}

/** A pattern with blanks stands in quotes. */
function wordsOf(line: string): readonly string[] {
  const quoted = /^\s*"((?:[^"\\]|\\.)*)"\s*(.*)$/.exec(line)
  if (quoted) return [(quoted[1] ?? '').replace(/\\(.)/g, '$1'), ...(quoted[2] ?? '').split(/\s+/)]
  return line.trim().split(/\s+/)
}

/**
 * Makes the test for paths that do not count: vendored, generated, lock and minified files by the tables above, what
 * the repository's root .gitattributes calls generated or vendored, and the user's own patterns. An attribute that is
 * taken back (`-linguist-vendored`) brings a file in again that the tables leave out.
 */
export function leftOut(attributes: string, exclude: readonly string[]): (path: string) => boolean {
  const lines = attributeLines(attributes)
  const excluded = exclude.map(globMatcher)
  const answers = new Map<string, boolean>()
  const decide = (path: string): boolean => {
    if (excluded.length > 0 && withFolders(path).some((each) => excluded.some((fits) => fits(each))))
      return true
    const said = new Map<string, boolean>()
    for (const { fits, attribute, set } of lines) if (fits(path)) said.set(attribute, set)
    const values = [...said.values()]
    if (values.includes(true)) return true
    return values.length > 0 ? false : leftOutByName(path)
  }
  return (path) => {
    const known = answers.get(path)
    if (known !== undefined) return known
    const answer = decide(path)
    if (answers.size >= 65_536) answers.clear()
    answers.set(path, answer)
    return answer
  }
}

/** A path and all folders that it is in: a pattern that fits a folder takes all that is in it. */
function withFolders(path: string): readonly string[] {
  const paths = [path]
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
    paths.push(path.slice(0, slash))
  return paths
}

/** The commits that .git-blame-ignore-revs lists: mass formatting and the like. */
export function ignoredCommits(content: string): ReadonlySet<string> {
  return new Set(
    content
      .split(/\r?\n/)
      .map((line) => line.replace(/#.*/, '').trim().toLowerCase())
      .filter((line) => /^[0-9a-f]{40,64}$/.test(line)),
  )
}
