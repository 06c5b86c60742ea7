import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareFindings } from '../core/finding.ts'
import { readPosting } from '../posting/read.ts'
import { runChecks } from './engine.ts'
import type { CheckSubject, Fault, Rule } from './rule.ts'
import { rules } from './rules.generated.ts'
import type { PageBlock } from './test-support/rule-page.ts'
import { subjectOf } from './test-support/subject.ts'
import { findSkills, taxonomy } from './test-support/taxonomy.ts'

const block = (role: string, content: string): PageBlock => ({ language: 'yaml', role, content })

function ruleOf(faults: readonly Fault[], over: Partial<Rule> = {}): Rule {
  return {
    code: 'SUB999',
    name: 'invented-fault',
    family: 'substance',
    severity: 'warning',
    help: 'Help of the rule.',
    check: () => faults,
    ...over,
  }
}

const RESUME = 'basics:\n  name: Mira Holt\n  summary: Builds backends\n'

describe('runChecks', () => {
  const { subject, source } = subjectOf([block('resume', RESUME)])
  const path = ['basics', 'summary']

  it('adds what the rule knows to what the fault says', () => {
    const span = { start: 7, end: 15 }
    const [finding] = runChecks(subject, [ruleOf([{ message: 'Wrong', path, span, data: { n: 1 } }])], source)
    expect(finding).toEqual({
      code: 'SUB999',
      name: 'invented-fault',
      severity: 'warning',
      message: 'Wrong',
      position: { file: 'resume.yaml', line: 3, column: 19 },
      endColumn: 27,
      excerpt: '  summary: Builds backends',
      path,
      help: 'Help of the rule.',
      data: { n: 1 },
    })
  })

  it('leaves the position open without a source map, or without a path', () => {
    const rule = ruleOf([{ message: 'a', path }, { message: 'b' }])
    for (const finding of runChecks(subject, [rule], null)) {
      expect(finding.position).toBeNull()
      expect(finding).not.toHaveProperty('excerpt')
    }
  })

  it('lets a fault override help and severity, and the settings override both', () => {
    const rule = ruleOf([{ message: 'a', severity: 'info', help: 'Better.' }])
    expect(runChecks(subject, [rule], null)[0]).toMatchObject({ severity: 'info', help: 'Better.' })
    for (const key of ['invented-fault', 'SUB999']) {
      const settings = { severity: { [key]: 'error' as const } }
      expect(runChecks(subject, [rule], null, settings)[0]?.severity).toBe('error')
    }
  })

  it.each(['invented-fault', 'SUB999'])('leaves out a rule that is disabled as %s', (key) => {
    expect(runChecks(subject, [ruleOf([{ message: 'a' }])], null, { disable: [key] })).toEqual([])
  })

  it('tells of settings for rules that do not exist', () => {
    const settings = { disable: ['weak-verbs'], severity: { XYZ123: 'info' as const } }
    const findings = runChecks({ ...subject }, rules, source, settings).filter(
      ({ code }) => code === 'CHK001',
    )
    expect(findings.map(({ message }) => message)).toEqual([
      'There is no rule XYZ123',
      'There is no rule weak-verbs; did you mean weak-verb?',
    ])
  })

  it('hides what is secret in the excerpt of every finding that shows the line', () => {
    const fault = { message: 'a', path, span: { start: 0, end: 6 }, masked: true }
    const other = { message: 'b', path, span: { start: 7, end: 15 } }
    for (const { excerpt } of runChecks(subject, [ruleOf([fault, other])], source)) {
      expect(excerpt).toBe('  summary: •••••• backends')
    }
  })

  it('shows no excerpt of a file that is one long line', () => {
    const text = JSON.stringify({ basics: { summary: 'Builds', label: 'x'.repeat(3000) } })
    const long = subjectOf([block('resume', text)])
    const [finding] = runChecks(long.subject, [ruleOf([{ message: 'a', path }])], long.source)
    expect(finding?.position).toEqual({ file: 'resume.yaml', line: 1, column: 22 })
    expect(finding).not.toHaveProperty('excerpt')
  })

  it('keeps a position that the rule gives itself', () => {
    const position = { file: 'resume.pdf', line: null, column: null, page: 2, x: 56, y: 70 }
    expect(runChecks(subject, [ruleOf([{ message: 'a', position }])], source)[0]?.position).toEqual(position)
  })

  describe('in a posting', () => {
    const withPosting = (file: string, text: string): CheckSubject => ({
      ...subject,
      posting: {
        file,
        posting: readPosting(new TextEncoder().encode(text), { file, taxonomy, findSkills }),
      },
    })

    it('finds the line of a span', () => {
      const rule = ruleOf([{ message: 'a', posting: { start: 13, end: 17 } }])
      const [finding] = runChecks(withPosting('job.md', '# Developer\n\nJava\n'), [rule], source)
      expect(finding).toMatchObject({
        position: { file: 'job.md', line: 3, column: 1 },
        endColumn: 5,
        excerpt: 'Java',
      })
    })

    it('names no line of a web page, whose text has others', () => {
      const html = '<html><body><h1>Developer</h1><p>Needs Java</p></body></html>'
      const found = withPosting('job.html', html)
      const start = found.posting?.posting.text.indexOf('Java') ?? -1
      const rule = ruleOf([{ message: 'a', posting: { start, end: start + 4 } }])
      const [finding] = runChecks(found, [rule], source)
      expect(finding?.position).toEqual({ file: 'job.html', line: null, column: null })
      expect(finding?.excerpt).toContain('Java')
    })
  })

  it('sorts, and gives the same for any order of rules', () => {
    const all = runChecks(subject, rules, source)
    expect(all).toEqual(all.toSorted(compareFindings))
    fc.assert(
      fc.property(fc.shuffledSubarray([...rules], { minLength: rules.length }), (shuffled) => {
        expect(runChecks(subject, shuffled, source)).toEqual(all)
      }),
      { numRuns: 20 },
    )
  })
})

describe('a résumé that has nothing wrong', () => {
  const text = readFileSync(join(import.meta.dirname, 'test-support/clean-resume.yaml'), 'utf8')
  const posting = [
    '# Backend Developer',
    '',
    '## Requirements',
    '- Several years of Java',
    '- Experience with Kafka or RabbitMQ',
    '- PostgreSQL',
    '',
    '## Nice to have',
    '- Kubernetes',
  ].join('\n')
  const shown = [
    'java: { commits: 310, days: 120, firstSeen: 2023-01, lastSeen: 2026-05 }',
    'apache-kafka: { commits: 23, days: 11, firstSeen: 2024-02, lastSeen: 2025-06 }',
    'postgresql: { commits: 64, days: 31, firstSeen: 2023-02, lastSeen: 2026-04 }',
    'kubernetes: { commits: 12, days: 9, firstSeen: 2025-02, lastSeen: 2026-04 }',
  ].join('\n')
  const claims =
    '- { at: "work[0].roles[0].highlights[0]", says: "214", status: supported, shows: 214, why: fits. }'

  it.each([
    ['alone', []],
    [
      'with posting, evidence and PDF',
      [block('posting', posting), block('shown', shown), block('claims', claims), block('reread', text)],
    ],
  ])('has no findings at warning level or above, %s', (_, blocks) => {
    const { subject, source } = subjectOf([block('resume', text), ...blocks])
    const findings = runChecks(subject, rules, source)
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect(findings.map(({ name }) => name)).toEqual([])
  })
})
