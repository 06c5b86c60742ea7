import type { Finding, Severity } from '../../core/finding.ts'
import type { ReportMeta } from '../reporter.ts'
import { summarise } from '../reporter.ts'
import { excerptOf } from './excerpt.ts'
import type { Painter } from './painter.ts'
import { plainPainter } from './painter.ts'
import { printableText } from '../../core/width.ts'

/**
 * Findings for people: where, what, the source line with a mark under it, and the next step. The findings of one file
 * stand together, in the order given. The same help is given once.
 *
 * @example
 * resume.yaml:12:9  warning  SUB001 weak-verb
 *   "Worked on" says that you were there, not what you did
 *     12 │ - Worked on the ordering service
 *        │   ^^^^^^^^^
 *   help: Open with the verb for what you did: built, cut, moved, designed, led.
 *   suggestion: Write "built" (or "changed", "rewrote"), whichever is true
 */
export function renderText(
  findings: readonly Finding[],
  _meta?: ReportMeta,
  painter: Painter = plainPainter,
): string {
  const groups = [...Map.groupBy(findings, ({ position }) => position?.file ?? '').values()]
  const helped = new Set<string | undefined>()
  const blocks = groups.flat().map((finding) => {
    const { help, ...rest } = finding
    const block = renderFinding(helped.has(help) ? rest : finding, painter)
    helped.add(help)
    return block
  })
  return `${[...blocks, renderSummary(findings, painter)].join('\n\n')}\n`
}

/** One finding, without the line break at its end. */
export function renderFinding(finding: Finding, painter: Painter = plainPainter): string {
  const paint = painter.severity[finding.severity]
  const heading = [
    painter.strong(printableText(placeOf(finding))),
    paint(finding.severity),
    `${finding.code} ${painter.strong(finding.name)}`,
  ]
  const fix = finding.fix && {
    label: finding.fix.safety === 'safe' ? 'fix' : 'suggestion',
    title: finding.fix.title,
  }
  return [
    heading.filter((part) => part !== '').join('  '),
    `  ${printableText(finding.message)}`,
    ...renderExcerpt(finding, painter),
    ...(finding.help === undefined ? [] : [`  ${painter.quiet('help:')} ${printableText(finding.help)}`]),
    ...(fix ? [`  ${painter.quiet(`${fix.label}:`)} ${printableText(fix.title)}`] : []),
  ].join('\n')
}

function placeOf({ position }: Finding): string {
  if (!position) return ''
  const { file, line, column, page } = position
  if (line !== null) return column === null ? `${file}:${line}` : `${file}:${line}:${column}`
  return page === undefined ? file : `${file}, page ${page}`
}

function renderExcerpt(
  { excerpt, position, endColumn, severity }: Finding,
  painter: Painter,
): readonly string[] {
  if (excerpt === undefined || excerpt.trim() === '') return []
  const { line, marker } = excerptOf(excerpt, position?.column ?? 1, endColumn ?? null)
  const number = position?.line === null || position?.line === undefined ? '' : String(position.line)
  const gutter = (text: string): string => painter.quiet(`${text.padStart(6)} │`)
  const shown = `${gutter(number)} ${line}`
  if (position?.column === null || position?.column === undefined) return [shown]
  return [shown, `${gutter('')} ${painter.severity[severity](marker)}`]
}

const NOUNS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }

function renderSummary(findings: readonly Finding[], painter: Painter): string {
  if (findings.length === 0) return 'No findings.'
  const summary = summarise(findings)
  const counts = (['error', 'warning', 'info'] as const)
    .filter((severity) => summary[severity] > 0)
    .map((severity) => painter.severity[severity](counted(summary[severity], NOUNS[severity])))
  const fixes =
    summary.safeFixes === 0
      ? ''
      : ` ${counted(summary.safeFixes, 'fix', 'fixes')} can be made without a look.`
  return `${counts.join(', ')}.${fixes}`
}

function counted(number: number, noun: string, nouns = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : nouns}`
}
