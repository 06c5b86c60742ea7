/** Packages of a package.json. See https://docs.npmjs.com/cli/configuring-npm/package-json. */
export function npmPackages(content: string): readonly string[] {
  return keysOf(content, ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'])
}

/** Packages of a composer.json. See https://getcomposer.org/doc/04-schema.md#package-links. */
export function composerPackages(content: string): readonly string[] {
  return keysOf(content, ['require', 'require-dev'])
}

function keysOf(content: string, members: readonly string[]): readonly string[] {
  const value: unknown = JSON.parse(content.replace(/^\uFEFF/, ''))
  return members.flatMap((member) => Object.keys(tableOf(tableOf(value)[member])))
}

/** The value as an object; an empty one where it is something else. */
export function tableOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {}
}

/** The strings of an array; none where it is something else. */
export function stringsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
