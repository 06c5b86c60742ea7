import type { Manifest, ManifestFormat } from '../../../skill/manifests.ts'
import { composerPackages, npmPackages } from './json.ts'
import {
  gemfileGems,
  gemspecGems,
  goModules,
  gradlePackages,
  mixPackages,
  requirementNames,
  setupPyNames,
} from './lines.ts'
import { cargoCrates, catalogPackages, pipfileNames, pyprojectNames, setupCfgNames } from './toml.ts'
import { mavenArtifacts, nugetPackages } from './xml.ts'
import { pubspecPackages } from './yaml.ts'

/** Reads the names out of one kind of file. */
export interface ManifestReader {
  /** The registry that the names belong to, or `image` for container images. */
  readonly ecosystem: Manifest['ecosystem'] | 'image'
  /** Names without versions, as they stand; none where the content cannot be read. Never throws. */
  names(content: string): readonly string[]
}

const READERS: Readonly<Record<ManifestFormat, (content: string) => readonly string[]>> = {
  'package.json': npmPackages,
  'composer.json': composerPackages,
  'requirements.txt': requirementNames,
  'pyproject.toml': pyprojectNames,
  'setup.py': setupPyNames,
  'setup.cfg': setupCfgNames,
  pipfile: pipfileNames,
  'pom.xml': mavenArtifacts,
  gradle: gradlePackages,
  'gradle-catalog': catalogPackages,
  msbuild: nugetPackages,
  'packages.config': nugetPackages,
  'go.mod': goModules,
  'cargo.toml': cargoCrates,
  gemfile: gemfileGems,
  gemspec: gemspecGems,
  'mix.exs': mixPackages,
  'pubspec.yaml': pubspecPackages,
}

const made = new Map<ManifestFormat, ManifestReader>()

/** The reader for a manifest. Files in the middle of a merge or otherwise broken have no names. */
export function readerOf({ ecosystem, format }: Manifest): ManifestReader {
  const known = made.get(format)
  if (known) return known
  const read = READERS[format]
  const reader: ManifestReader = {
    ecosystem,
    names(content) {
      try {
        return read(content)
      } catch {
        return []
      }
    },
  }
  made.set(format, reader)
  return reader
}
