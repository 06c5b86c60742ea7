import { readPhraseFile } from './phrase-data.ts'

/**
 * The source of `rules.generated.ts`: imports of all rules and the list of them.
 *
 * @param names the folders in `src/check/rules/`
 */
export function renderRuleRegistry(names: readonly string[]): string {
  const sorted = names.toSorted()
  const local = (name: string): string =>
    name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  return [
    "import type { Rule } from './rule.ts'",
    ...sorted.map((name) => `import { rule as ${local(name)} } from './rules/${name}/rule.ts'`),
    '',
    '/** Every rule, by name. Made by `npm run generate` from the folders in rules/. */',
    'export const rules: readonly Rule[] = [',
    ...sorted.map((name) => `  ${local(name)},`),
    ']',
    '',
  ].join('\n')
}

/**
 * The source of `phrases.generated.ts`: the lists of data/phrases/ as data that rules import.
 *
 * @param files by the name of the list, the parsed content of its YAML
 * @throws `ZodError` for a file that is not of that shape
 */
export function renderPhrases(files: Readonly<Record<string, unknown>>): string {
  const lists = Object.keys(files)
    .toSorted()
    .map((name) => {
      const languages = Object.entries(readPhraseFile(files[name])).map(
        ([language, phrases]) => `    ${language}: ${JSON.stringify(phrases)},`,
      )
      return [`  ${JSON.stringify(name)}: {`, ...languages, '  },'].join('\n')
    })
  return [
    "import type { PhraseList } from './phrase-data.ts'",
    '',
    '/** The lists of data/phrases/ by name. Made by `npm run generate`. */',
    '// oxfmt-ignore',
    'export const phrases = {',
    ...lists,
    '} satisfies Readonly<Record<string, PhraseList>>',
    '',
  ].join('\n')
}
