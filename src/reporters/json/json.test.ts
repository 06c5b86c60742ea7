import { describe, expect, it } from 'vitest'
import { FINDINGS, META } from '../test-support/findings.ts'
import { jsonReportSchema, renderJson } from './json.ts'

describe('renderJson', () => {
  const report = jsonReportSchema.parse(JSON.parse(renderJson(FINDINGS, META)))

  it('keeps to its schema, in which nothing may be missing', () => {
    expect(report.findings).toHaveLength(FINDINGS.length)
    expect(report.summary).toEqual({ error: 2, warning: 2, info: 1, safeFixes: 0 })
    expect(report.tool).toEqual({ name: 'bonafide', version: '0.1.0' })
  })

  it('says everything that a finding holds', () => {
    expect(report.findings[0]).toEqual({
      code: 'SUB001',
      name: 'weak-verb',
      severity: 'warning',
      message: '"Worked on" says little',
      file: 'my career/resume.yaml',
      line: 12,
      column: 9,
      endColumn: 18,
      page: null,
      x: null,
      y: null,
      excerpt: '      - Worked on the ordering service',
      path: ['work', 0, 'highlights', 2],
      pathText: 'work[0].highlights[2]',
      help: 'Open with a verb.',
      fix: {
        title: 'Write "built"',
        safety: 'suggestion',
        edits: [
          { path: ['work', 0, 'highlights', 2], remove: false, value: 'Built it' },
          { path: ['work', 0, 'highlights', 3], remove: true, value: null },
        ],
      },
      data: null,
    })
    expect(report.findings[2]).toMatchObject({ page: 3, x: 56.5, y: 70, line: null })
  })

  it('holds no findings where there are none', () => {
    expect(jsonReportSchema.parse(JSON.parse(renderJson([], META))).findings).toEqual([])
  })
})
