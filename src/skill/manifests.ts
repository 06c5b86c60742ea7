import type { Ecosystem } from './schema.ts'

/** What a manifest is written in, which decides how its dependencies are read. */
export type ManifestFormat =
  | 'package.json'
  | 'requirements.txt'
  | 'pyproject.toml'
  | 'setup.py'
  | 'setup.cfg'
  | 'pipfile'
  | 'pom.xml'
  | 'gradle'
  | 'gradle-catalog'
  | 'msbuild'
  | 'packages.config'
  | 'go.mod'
  | 'cargo.toml'
  | 'gemfile'
  | 'gemspec'
  | 'composer.json'
  | 'mix.exs'
  | 'pubspec.yaml'

/** A file that names dependencies. */
export interface Manifest {
  readonly ecosystem: Ecosystem
  readonly format: ManifestFormat
}

const byName = new Map<string, Manifest>([
  ['package.json', { ecosystem: 'npm', format: 'package.json' }],
  ['pyproject.toml', { ecosystem: 'pypi', format: 'pyproject.toml' }],
  ['setup.py', { ecosystem: 'pypi', format: 'setup.py' }],
  ['setup.cfg', { ecosystem: 'pypi', format: 'setup.cfg' }],
  ['Pipfile', { ecosystem: 'pypi', format: 'pipfile' }],
  ['pom.xml', { ecosystem: 'maven', format: 'pom.xml' }],
  ['build.gradle', { ecosystem: 'maven', format: 'gradle' }],
  ['build.gradle.kts', { ecosystem: 'maven', format: 'gradle' }],
  ['libs.versions.toml', { ecosystem: 'maven', format: 'gradle-catalog' }],
  ['Directory.Packages.props', { ecosystem: 'nuget', format: 'msbuild' }],
  ['Directory.Build.props', { ecosystem: 'nuget', format: 'msbuild' }],
  ['packages.config', { ecosystem: 'nuget', format: 'packages.config' }],
  ['go.mod', { ecosystem: 'go', format: 'go.mod' }],
  ['Cargo.toml', { ecosystem: 'cargo', format: 'cargo.toml' }],
  ['Gemfile', { ecosystem: 'rubygems', format: 'gemfile' }],
  ['composer.json', { ecosystem: 'composer', format: 'composer.json' }],
  ['mix.exs', { ecosystem: 'hex', format: 'mix.exs' }],
  ['pubspec.yaml', { ecosystem: 'pub', format: 'pubspec.yaml' }],
])

const byPattern: readonly (readonly [RegExp, Manifest])[] = [
  [
    /^(?:requirements|constraints)(?:[-_.][\w.-]+)?\.(?:txt|in)$/i,
    { ecosystem: 'pypi', format: 'requirements.txt' },
  ],
  [/^[\w-]+[-_.]requirements\.(?:txt|in)$/i, { ecosystem: 'pypi', format: 'requirements.txt' }],
  [/\.gradle(?:\.kts)?$/, { ecosystem: 'maven', format: 'gradle' }],
  [/\.(?:csproj|fsproj|vbproj)$/i, { ecosystem: 'nuget', format: 'msbuild' }],
  [/\.gemspec$/, { ecosystem: 'rubygems', format: 'gemspec' }],
]

const inRequirements = /(?:^|\/)requirements\/[^/]+\.(?:txt|in)$/i

/** Which ecosystem's manifest a path is by its name; null when it is none. Lock files are none. */
export function manifestKind(path: string): Manifest | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const known = byName.get(name)
  if (known) return known
  if (inRequirements.test(path)) return { ecosystem: 'pypi', format: 'requirements.txt' }
  return byPattern.find(([pattern]) => pattern.test(name))?.[1] ?? null
}
