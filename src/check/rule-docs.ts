import type { Rule, RuleFamily } from './rule.ts'
import { RULE_FAMILIES } from './rule.ts'

/** A rule and the text of its `rule.md`. */
export interface RulePage {
  readonly rule: Rule
  readonly page: string
}

const FAMILIES: Readonly<Record<RuleFamily, string>> = {
  structure: 'what every résumé needs, and dates that fit together',
  substance: 'what the sentences say',
  evidence: 'what the ledger says of the numbers and skills',
  keywords: 'what the posting asks for, the work shows and the résumé says',
  machine: 'what a program gets back from the built PDF',
  privacy: 'what does not belong into a résumé',
}

/** The pages of docs/rules/ by file name: one for each rule, and the index. */
export function renderRuleDocs(pages: readonly RulePage[]): ReadonlyMap<string, string> {
  const docs = new Map(pages.map((each) => [`${each.rule.name}.md`, renderPage(each)]))
  return docs.set('README.md', renderIndex(pages))
}

function renderPage({ rule, page }: RulePage): string {
  const facts = `**${rule.code}** · ${rule.family} · ${rule.severity}`
  const [heading = '', ...rest] = page.trimEnd().split('\n')
  const note = `*Made by \`npm run generate\` from \`src/check/rules/${rule.name}/rule.md\`.* [All rules](README.md)`
  return [heading, '', facts, ...rest, '', '---', note, ''].join('\n')
}

function renderIndex(pages: readonly RulePage[]): string {
  const families = RULE_FAMILIES.map((family) => {
    const own = pages
      .filter(({ rule }) => rule.family === family)
      .toSorted((a, b) => (a.rule.code < b.rule.code ? -1 : 1))
    return { family, own }
  }).filter(({ own }) => own.length > 0)
  return [
    '# Rules',
    '',
    'What `bonafide check` looks for. Every example on these pages is run by the tests, and what stands under *findings* is',
    'what the program prints. Where the day matters, it is 15 June 2026.',
    '',
    'An `error` makes the command exit with 1; `warning` and `info` never do.',
    '',
    ...families.map(({ family, own }) => renderFamily(family, own)),
    '*Made by `npm run generate` from the pages in `src/check/rules/`.*',
    '',
  ].join('\n')
}

function renderFamily(family: RuleFamily, pages: readonly RulePage[]): string {
  const rows = pages.map(
    ({ rule, page }) =>
      `| ${rule.code} | [${rule.name}](${rule.name}.md) | ${rule.severity} | ${summaryOf(page)} |`,
  )
  return [
    `## ${family}: ${FAMILIES[family]}`,
    '',
    '| code | rule | severity | what it finds |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

/** The first paragraph of a page, on one line. */
export function summaryOf(page: string): string {
  const [, first = ''] = page.split(/\n\s*\n/)
  return first.replace(/\s+/g, ' ').trim()
}
