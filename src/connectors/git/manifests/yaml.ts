import { parse } from 'yaml'
import { tableOf } from './json.ts'

/** Packages of a pubspec.yaml. See https://dart.dev/tools/pub/pubspec. */
export function pubspecPackages(content: string): readonly string[] {
  const root = tableOf(parse(content, { maxAliasCount: 100, logLevel: 'silent' }))
  return ['dependencies', 'dev_dependencies'].flatMap((name) => Object.keys(tableOf(root[name])))
}
