import type { Finding } from '../../core/finding.ts'
import type { ReportMeta } from '../reporter.ts'

/** What a report of every kind is about. */
export const META: ReportMeta = {
  tool: { name: 'bonafide', version: '0.1.0', url: 'https://bonafide.example' },
  rules: [
    { code: 'SUB001', name: 'weak-verb', severity: 'warning', help: 'Open with a verb.' },
    { code: 'EVI002', name: 'number-contradicted', severity: 'error', help: 'Write what it gives.' },
  ],
}

/** Findings in every shape: with and without place, span, fix, data, in a text, a PDF, and nowhere. */
export const FINDINGS: readonly Finding[] = [
  {
    code: 'SUB001',
    name: 'weak-verb',
    severity: 'warning',
    message: '"Worked on" says little',
    position: { file: 'my career/resume.yaml', line: 12, column: 9 },
    endColumn: 18,
    excerpt: '      - Worked on the ordering service',
    path: ['work', 0, 'highlights', 2],
    help: 'Open with a verb.',
    fix: {
      title: 'Write "built"',
      safety: 'suggestion',
      edits: [
        { path: ['work', 0, 'highlights', 2], value: 'Built it' },
        { path: ['work', 0, 'highlights', 3], value: undefined },
      ],
    },
  },
  {
    code: 'EVI002',
    name: 'number-contradicted',
    severity: 'error',
    message: 'It gives 214',
    position: { file: '-', line: 3, column: null },
    data: { value: 214, evidence: ['ev-1'] },
  },
  {
    code: 'MAC008',
    name: 'too-many-pages',
    severity: 'info',
    message: '3 pages',
    position: { file: '/home/mira/out/resume.pdf', line: null, column: null, page: 3, x: 56.5, y: 70 },
  },
  { code: 'STR001', name: 'missing-name', severity: 'error', message: 'No name', position: null },
  {
    code: 'STR002',
    name: 'missing-email',
    severity: 'warning',
    message: 'No e-mail address',
    position: null,
    path: ['basics', 'email'],
  },
]
