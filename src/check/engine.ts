import { closest } from '../core/closest.ts'
import { findingOf } from '../core/codes.ts'
import type { Finding, Severity } from '../core/finding.ts'
import { compareFindings } from '../core/finding.ts'
import type { LineIndex, Span } from '../core/position.ts'
import { lineIndex } from '../core/position.ts'
import { codes } from './codes.ts'
import { maskSpan } from './mask.ts'
import type { CheckSubject, Fault, Rule, SourceMap } from './rule.ts'

/** What a user changes about the rules: `check` in bonafide.yaml. A rule is named by its name or its code. */
export interface CheckSettings {
  readonly disable?: readonly string[]
  /** Takes the place of the severity that the rule, or the fault itself, has. */
  readonly severity?: Readonly<Record<string, Severity>>
}

/** Characters of a line that is still worth showing. */
const LONGEST_EXCERPT = 2000

type Place = Partial<Pick<Finding, 'position' | 'endColumn' | 'excerpt'>>

/**
 * Runs rules over a résumé and what is known around it. Pure; the findings are in {@link compareFindings} order.
 *
 * @param source where paths of the résumé stand in its file; null leaves positions in it unknown
 */
export function runChecks(
  subject: CheckSubject,
  rules: readonly Rule[],
  source: SourceMap | null,
  settings: CheckSettings = {},
): readonly Finding[] {
  const locate = locator(subject, source)
  const disabled = new Set(settings.disable)
  const findings = rules
    .filter((rule) => !disabled.has(rule.name) && !disabled.has(rule.code))
    .flatMap((rule) => {
      const forced = settings.severity?.[rule.name] ?? settings.severity?.[rule.code]
      return Array.from(rule.check(subject), (fault) => toDraft(rule, fault, forced, locate(fault)))
    })
  return [...hideSecrets(findings).map(withoutHugeExcerpt), ...unknownRules(rules, settings)].sort(
    compareFindings,
  )
}

/** What is between the rule and the report: a finding, and whether its span is secret. */
interface Draft {
  readonly finding: Finding
  readonly masked: boolean
}

/** Hides secrets in the excerpt of every finding that shows their line, whichever rule found it. */
function hideSecrets(drafts: readonly Draft[]): readonly Finding[] {
  const lineOf = ({ position }: Finding): string | null =>
    position?.line == null ? null : `${position.file}\n${position.line}`
  const secrets = Map.groupBy(
    drafts.filter(({ masked }) => masked),
    ({ finding }) => lineOf(finding),
  )
  return drafts.map(({ finding }) => {
    const { excerpt } = finding
    const hidden = secrets.get(lineOf(finding))
    if (!hidden || excerpt === undefined) return finding
    const spans = hidden.map(({ finding: { position, endColumn } }) => ({
      start: (position?.column ?? 1) - 1,
      end: (endColumn ?? excerpt.length + 1) - 1,
    }))
    return {
      ...finding,
      excerpt: spans.reduce((text, { start, end }) => maskSpan(text, start, end), excerpt),
    }
  })
}

/** A file written on one line would stand whole in every finding. */
function withoutHugeExcerpt(finding: Finding): Finding {
  const { excerpt, ...rest } = finding
  return excerpt !== undefined && excerpt.length > LONGEST_EXCERPT ? rest : finding
}

function toDraft(rule: Rule, fault: Fault, forced: Severity | undefined, place: Place): Draft {
  const { message, path, fix, data } = fault
  const finding: Finding = {
    code: rule.code,
    name: rule.name,
    severity: forced ?? fault.severity ?? rule.severity,
    message,
    position: null,
    ...place,
    ...(path && { path }),
    help: fault.help ?? rule.help,
    ...(fix && { fix }),
    ...(data && { data }),
  }
  return { finding, masked: fault.masked === true }
}

function locator(subject: CheckSubject, source: SourceMap | null): (fault: Fault) => Place {
  let lines: LineIndex | undefined
  return (fault) => {
    if (fault.position) return { position: fault.position }
    if (fault.posting && subject.posting) {
      lines ??= lineIndex(subject.posting.posting.text)
      return inPosting(subject.posting.file, lines, fault.posting)
    }
    const found = fault.path && source?.locate(fault.path, fault.span)
    if (!found) return {}
    const { endColumn, ...place } = found
    return { ...place, ...(endColumn !== null && { endColumn }) }
  }
}

/** The text of a saved web page is not its source: there the line that asks is shown, but its number would mislead. */
function inPosting(file: string, lines: LineIndex, { start, end }: Span): Place {
  const { line, column } = lines.at(start)
  const last = lines.at(end)
  const excerpt = lines.line(line)
  if (/\.x?html?$/i.test(file)) return { position: { file, line: null, column: null }, excerpt }
  const endColumn = last.line === line ? last.column : excerpt.length + 1
  return { position: { file, line, column }, excerpt, endColumn }
}

function unknownRules(rules: readonly Rule[], settings: CheckSettings): readonly Finding[] {
  const known = new Set(rules.flatMap((rule) => [rule.name, rule.code]))
  const named = new Set([...(settings.disable ?? []), ...Object.keys(settings.severity ?? {})])
  return [...named]
    .filter((name) => !known.has(name))
    .map((name) => {
      const meant = closest(name, [...known])
      const hint = meant === null ? '' : `; did you mean ${meant}?`
      return findingOf(codes, 'CHK001', { message: `There is no rule ${name}${hint}` })
    })
}
