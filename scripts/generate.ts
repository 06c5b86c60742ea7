import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'yaml'
import { renderPhrases, renderRuleRegistry } from '../src/check/registry.ts'
import { renderRuleDocs } from '../src/check/rule-docs.ts'
import type { RulePage } from '../src/check/rule-docs.ts'
import type { Rule } from '../src/check/rule.ts'
import { connectors } from '../src/app/connectors.generated.ts'
import { workspaceJsonSchemas } from '../src/app/workspace/json-schemas.ts'
import { guideJsonSchema } from '../src/guide/guide.ts'
import { skillFileJsonSchema } from '../src/skill/schema.ts'
import { filesBelow, readText, root } from './tools.ts'

/** A file that is made from others, as it should be. */
interface Generated {
  readonly path: string
  readonly content: string
}

interface CodeRow {
  readonly code: string
  readonly name: string
  readonly severity: string
  readonly summary: string
  readonly help: string
  readonly file: string
}

/** Everything that `npm run generate` makes. */
async function generated(): Promise<readonly Generated[]> {
  const ruleFolders = foldersIn('src/check/rules')
  const phrases = Object.fromEntries(
    filesBelow('data/phrases', '.yaml').map((file) => [
      basename(file, '.yaml'),
      parse(readText(file)) as unknown,
    ]),
  )
  // The pages are made from the registry, which must be of today.
  const pages = renderRuleDocs(await rulePages(ruleFolders))
  return [
    { path: 'docs/codes.md', content: codesPage(await codeRows()) },
    { path: 'src/app/connectors.generated.ts', content: connectorRegistry(foldersIn('src/connectors')) },
    { path: 'src/check/rules.generated.ts', content: renderRuleRegistry(ruleFolders) },
    { path: 'src/check/phrases.generated.ts', content: renderPhrases(phrases) },
    ...schemas().map(({ name, content }) => ({ path: `data/schemas/${name}`, content })),
    ...[...pages].map(([name, content]) => ({ path: `docs/rules/${name}`, content })),
  ]
}

/** JSON Schemas from which editors complete: of the user's files, and of our own knowledge. */
function schemas(): readonly { readonly name: string; readonly content: string }[] {
  const text = (schema: unknown): string => `${JSON.stringify(schema, null, 2)}\n`
  return [
    ...workspaceJsonSchemas(connectors),
    { name: 'guide.schema.json', content: text(guideJsonSchema()) },
    { name: 'skills.schema.json', content: text(skillFileJsonSchema()) },
  ]
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'test-support')
    .map((entry) => entry.name)
    .toSorted()
}

async function rulePages(folders: readonly string[]): Promise<readonly RulePage[]> {
  const pages: RulePage[] = []
  for (const name of folders) {
    const file = `src/check/rules/${name}`
    const { rule } = (await import(pathToFileURL(join(root, file, 'rule.ts')).href)) as {
      readonly rule: Rule
    }
    pages.push({ rule, page: readText(`${file}/rule.md`) })
  }
  return pages
}

/** The list of all connectors, from their folders: adding one is adding a folder. */
function connectorRegistry(folders: readonly string[]): string {
  const local = (name: string): string =>
    name.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  return [
    "import type { Connector } from '../core/connector.ts'",
    ...folders.map((name) => `import { ${local(name)}Connector } from '../connectors/${name}/index.ts'`),
    '',
    '/** Every connector. Made by `npm run generate` from the folders in src/connectors/. */',
    `export const connectors: readonly Connector[] = [${folders.map((name) => `${local(name)}Connector`).join(', ')}]`,
    '',
  ].join('\n')
}

/** All rows of all code tables: every export of a file that calls `defineCodes`. */
async function codeRows(): Promise<readonly CodeRow[]> {
  const rows: CodeRow[] = []
  const files = filesBelow('src', '.ts').filter((path) => /= defineCodes\(/.test(readText(path)))
  for (const file of files) {
    const exports = (await import(pathToFileURL(join(root, file)).href)) as Record<
      string,
      Record<string, CodeRow>
    >
    for (const table of Object.values(exports)) {
      if (typeof table !== 'object') continue
      for (const [code, entry] of Object.entries(table)) {
        if (/^[A-Z]{3}\d{3}$/.test(code)) rows.push({ ...entry, code, file })
      }
    }
  }
  const twice = rows.find((row, index) => rows.findIndex(({ code }) => code === row.code) !== index)
  if (twice !== undefined) throw new Error(`the code ${twice.code} stands twice; once in ${twice.file}`)
  return rows.toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

function codesPage(rows: readonly CodeRow[]): string {
  return [
    '# Codes of errors and findings',
    '',
    'Made by `npm run generate` from the code tables beside the code. A code is permanent and never used again. The',
    'rules of `bonafide check` have a page each: [rules](rules/README.md).',
    '',
    '| code | name | severity | what it means | what to do |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ code, name, severity, summary, help }) =>
        `| ${code} | ${name} | ${severity} | ${summary} | ${help} |`,
    ),
    '',
  ].join('\n')
}

/** Paths of generated files that are missing or differ from what would be made now. */
export async function staleFiles(): Promise<readonly string[]> {
  return (await generated())
    .filter(
      ({ path, content }) =>
        !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== content,
    )
    .map(({ path }) => path)
}

if (import.meta.main) {
  for (const { path, content } of await generated()) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
    console.log(path)
  }
}
