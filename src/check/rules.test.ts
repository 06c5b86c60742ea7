import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse, parseDocument } from 'yaml'
import type { Edit } from '../core/finding.ts'
import { renderFinding } from '../reporters/text/text.ts'
import { runChecks } from './engine.ts'
import { renderPhrases, renderRuleRegistry } from './registry.ts'
import { renderRuleDocs, summaryOf } from './rule-docs.ts'
import type { Rule } from './rule.ts'
import { RULE_FAMILIES } from './rule.ts'
import { rules } from './rules.generated.ts'
import type { PageExample } from './test-support/rule-page.ts'
import { PAGE_HEADINGS, readRulePage } from './test-support/rule-page.ts'
import { subjectOf } from './test-support/subject.ts'

const here = import.meta.dirname
const root = join(here, '../..')
const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8')
const page = (name: string): string => read(here, 'rules', name, 'rule.md')
const folders = readdirSync(join(here, 'rules')).toSorted()

function find(rule: Rule, { blocks }: PageExample) {
  const { subject, source } = subjectOf(blocks)
  return runChecks(subject, [rule], source)
}

/** The example with the edits made in its résumé. */
function afterFix(example: PageExample, edits: readonly Edit[]): PageExample {
  const blocks = example.blocks.map((block) => {
    if (block.role !== 'resume') return block
    const document = parseDocument(block.content)
    for (const { path, value } of edits) {
      if (value === undefined) document.deleteIn(path)
      else document.setIn(path, document.createNode(value))
    }
    return { ...block, content: document.toString() }
  })
  return { ...example, blocks }
}

describe('every rule', () => {
  it('stands in a folder of its own name', () => {
    expect(rules.map(({ name }) => name).toSorted()).toEqual(folders)
  })

  it('has a code of its own, of its family', () => {
    const codes = rules.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    const letters = {
      structure: 'STR',
      substance: 'SUB',
      evidence: 'EVI',
      keywords: 'KEY',
      machine: 'MAC',
      privacy: 'PRV',
    }
    for (const { code, family } of rules) expect(code).toMatch(new RegExp(`^${letters[family]}\\d{3}$`))
  })

  it('belongs to one of the families, and each family has some', () => {
    for (const family of RULE_FAMILIES) expect(rules.some((rule) => rule.family === family)).toBe(true)
  })

  it('says nothing of an empty résumé but that it lacks the contact', () => {
    const { subject, source } = subjectOf([])
    expect(runChecks(subject, rules, source).map(({ name }) => name)).toEqual([
      'missing-name',
      'missing-email',
      'missing-phone',
    ])
  })
})

describe.each(rules.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  const { title, headings, faulty, clean } = readRulePage(page(name))

  it('has a page with the right headings and a summary', () => {
    expect(title).toBe(name)
    expect(headings).toEqual(PAGE_HEADINGS)
    expect(summaryOf(page(name))).toMatch(/^\S.*\.$/)
  })

  it('helps with one sentence', () => {
    expect(rule.help).toMatch(/^[A-Z].*\.$/)
  })

  it('has both kinds of example', () => {
    expect(faulty.length).toBeGreaterThan(0)
    expect(clean.length).toBeGreaterThan(0)
    for (const example of clean) expect(example.blocks.length).toBeGreaterThan(0)
  })

  it.each(faulty.map((example) => [example.title, example] as const))(
    'finds what its page says: %s',
    (_, example) => {
      const findings = find(rule, example)
      expect(findings.length).toBeGreaterThan(0)
      const printed = findings.map((finding) => renderFinding(finding)).join('\n\n')
      expect(example.findings).toBe(`${printed}\n`)
    },
  )

  it.each(clean.map((example) => [example.title, example] as const))('finds nothing: %s', (_, example) => {
    expect(find(rule, example)).toEqual([])
  })

  it('finds one fault less when one of its fixes is made', () => {
    for (const example of faulty) {
      const before = find(rule, example)
      for (const { fix } of before) {
        if (fix) expect(find(rule, afterFix(example, fix.edits))).toHaveLength(before.length - 1)
      }
    }
  })
})

describe('generated files', () => {
  const phraseFiles = Object.fromEntries(
    readdirSync(join(root, 'data/phrases')).map((file): [string, unknown] => [
      file.replace(/\.yaml$/, ''),
      parse(read(root, 'data/phrases', file)),
    ]),
  )

  it('has a fresh registry', () => {
    expect(read(here, 'rules.generated.ts')).toBe(renderRuleRegistry(folders))
  })

  it('has fresh phrases', () => {
    expect(read(here, 'phrases.generated.ts')).toBe(renderPhrases(phraseFiles))
  })

  it('uses every list of phrases', () => {
    const sources = rules.map(({ name }) => read(here, 'rules', name, 'rule.ts')).join('\n')
    for (const list of Object.keys(phraseFiles)) {
      const used = sources.includes(`phrases['${list}']`) || sources.includes(`phrases.${list}`)
      expect(used, list).toBe(true)
    }
  })

  it('has fresh pages in docs/rules, and no others', () => {
    const docs = renderRuleDocs(rules.map((rule) => ({ rule, page: page(rule.name) })))
    expect(readdirSync(join(root, 'docs/rules')).toSorted()).toEqual([...docs.keys()].toSorted())
    for (const [file, content] of docs) expect(read(root, 'docs/rules', file)).toBe(content)
  })
})
