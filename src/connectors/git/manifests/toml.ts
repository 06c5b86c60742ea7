import { parse } from 'smol-toml'
import { stringsOf, tableOf } from './json.ts'
import { requirementName, requirementNames } from './lines.ts'

/**
 * Packages of a pyproject.toml: of the project table, dependency groups, Poetry and PDM. See
 * https://packaging.python.org/en/latest/specifications/pyproject-toml/ and https://peps.python.org/pep-0735/.
 */
export function pyprojectNames(content: string): readonly string[] {
  const root = tableOf(parse(content))
  const project = tableOf(root['project'])
  const tool = tableOf(root['tool'])
  const poetry = tableOf(tool['poetry'])
  const requirements = [
    ...stringsOf(project['dependencies']),
    ...Object.values(tableOf(project['optional-dependencies'])).flatMap(stringsOf),
    ...Object.values(tableOf(root['dependency-groups'])).flatMap(stringsOf),
    ...Object.values(tableOf(tableOf(tool['pdm'])['dev-dependencies'])).flatMap(stringsOf),
    ...stringsOf(tableOf(tool['uv'])['dev-dependencies']),
    ...stringsOf(tableOf(root['build-system'])['requires']),
  ]
  const tables = [
    poetry['dependencies'],
    poetry['dev-dependencies'],
    ...Object.values(tableOf(poetry['group'])).map((group) => tableOf(group)['dependencies']),
  ]
  return [
    ...requirements.flatMap((each) => requirementName(each) ?? []),
    ...tables.flatMap((table) => Object.keys(tableOf(table))).filter((name) => name !== 'python'),
  ]
}

/** Packages of a Pipfile. See https://github.com/pypa/pipfile. */
export function pipfileNames(content: string): readonly string[] {
  const root = tableOf(parse(content))
  return ['packages', 'dev-packages'].flatMap((name) => Object.keys(tableOf(root[name])))
}

/** Crates of a Cargo.toml, by the name in the registry where it was renamed. See https://doc.rust-lang.org/cargo/reference/manifest.html. */
export function cargoCrates(content: string): readonly string[] {
  const root = tableOf(parse(content))
  const places = [root, tableOf(root['workspace']), ...Object.values(tableOf(root['target'])).map(tableOf)]
  return places.flatMap((place) =>
    ['dependencies', 'dev-dependencies', 'build-dependencies'].flatMap((name) =>
      Object.entries(tableOf(place[name])).map(([crate, value]) => {
        const renamed = tableOf(value)['package']
        return typeof renamed === 'string' ? renamed : crate
      }),
    ),
  )
}

/** Libraries and plug-ins of a Gradle version catalogue. See https://docs.gradle.org/current/userguide/version_catalogs.html. */
export function catalogPackages(content: string): readonly string[] {
  const root = tableOf(parse(content))
  const libraries = Object.values(tableOf(root['libraries'])).flatMap((library) => {
    if (typeof library === 'string') return [library.split(':').slice(0, 2).join(':')]
    const { module, group, name } = tableOf(library)
    if (typeof module === 'string') return [module]
    return typeof group === 'string' && typeof name === 'string' ? [`${group}:${name}`] : []
  })
  const plugins = Object.values(tableOf(root['plugins'])).flatMap((plugin) => {
    const id = typeof plugin === 'string' ? plugin.split(':')[0] : tableOf(plugin)['id']
    return typeof id === 'string' ? [`${id}:${id}.gradle.plugin`] : []
  })
  return [...libraries, ...plugins]
}

/** Packages of a setup.cfg, an INI file. See https://setuptools.pypa.io/en/latest/userguide/declarative_config.html. */
export function setupCfgNames(content: string): readonly string[] {
  const names: string[] = []
  let section = ''
  let key = ''
  for (const line of content.split(/\r?\n/)) {
    const header = /^\[([^\]]+)\]/.exec(line)
    const option = /^([\w.-]+)\s*[=:]\s*(.*)$/.exec(line)
    if (header) {
      section = header[1] ?? ''
      key = ''
    } else if (option) key = option[1] ?? ''
    const lists =
      (section === 'options' && /^(?:install|setup|tests)_requires$/.test(key)) ||
      section === 'options.extras_require'
    if (!lists || header) continue
    names.push(...requirementNames(option ? (option[2] ?? '') : line.trim()))
  }
  return names
}
