import type { Finding, Severity } from '../../core/finding.ts'
import { formatPath } from '../../core/position.ts'
import type { Position } from '../../core/position.ts'
import type { ReportMeta } from '../reporter.ts'

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

type RuleEntry = ReportMeta['rules'][number]

/**
 * Findings as SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), which code hosts show
 * beside the lines. A place in a PDF, which SARIF has no region for, stands among the location's properties.
 */
export function renderSarif(findings: readonly Finding[], { tool, rules }: ReportMeta): string {
  const listed = listRules(findings, rules)
  const indexes = new Map(listed.map(({ code }, index) => [code, index]))
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            version: tool.version,
            ...(tool.url !== undefined && { informationUri: tool.url }),
            rules: listed.map(toRule),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => toResult(finding, indexes.get(finding.code) ?? -1)),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

/** The rules that ran, and those that findings from elsewhere name besides. */
function listRules(findings: readonly Finding[], rules: readonly RuleEntry[]): readonly RuleEntry[] {
  const listed = new Map(rules.map((rule) => [rule.code, rule]))
  for (const { code, name, severity, help } of findings) {
    if (!listed.has(code)) listed.set(code, { code, name, severity, help: help ?? '' })
  }
  return [...listed.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
}

function toRule({ code, name, severity, help }: RuleEntry) {
  return {
    id: code,
    name: name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: name },
    ...(help !== '' && { help: { text: help } }),
    defaultConfiguration: { level: LEVELS[severity] },
  }
}

function toResult(finding: Finding, ruleIndex: number) {
  const { code, severity, message, position, path, fix, data, help } = finding
  const location = {
    ...(position && { physicalLocation: physicalLocation(finding, position) }),
    ...(path && { logicalLocations: [{ fullyQualifiedName: formatPath(path) }] }),
    ...(position?.page !== undefined && {
      properties: { page: position.page, x: position.x ?? null, y: position.y ?? null },
    }),
  }
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message },
    ...((position || path) && { locations: [location] }),
    properties: {
      ...(help !== undefined && { help }),
      ...(fix && { fix: fix.title, fixSafety: fix.safety }),
      ...(data && { data }),
    },
  }
}

function physicalLocation(finding: Finding, { file, line, column }: Position) {
  const { excerpt, endColumn } = finding
  return {
    artifactLocation: { uri: toUri(file) },
    ...(line !== null && {
      region: {
        startLine: line,
        ...(column !== null && { startColumn: column }),
        ...(column !== null && endColumn !== undefined && endColumn >= column && { endColumn }),
        ...(excerpt !== undefined && { snippet: { text: excerpt } }),
      },
    }),
  }
}

/** Relative files stay relative, so that a code host finds them; absolute ones become `file:` addresses. */
function toUri(file: string): string {
  if (file === '-') return 'stdin'
  const slashes = file.replaceAll('\\', '/')
  const drive = /^[a-z]:\//i.test(slashes)
  const encoded = slashes
    .split('/')
    .map((part, index) => (drive && index === 0 ? part : encodeURIComponent(part)))
    .join('/')
  if (drive) return `file:///${encoded}`
  return encoded.startsWith('/') ? `file://${encoded}` : encoded
}
