import { findingOf } from '../core/codes.ts'
import { type Evidence, evidenceSchema, type Retraction, retractionSchema } from '../core/evidence.ts'
import { evidenceId } from '../core/evidence-id.ts'
import type { Finding } from '../core/finding.ts'
import type { Hasher } from '../core/ports.ts'
import { ledgerCodes } from './ledger-codes.ts'
import { type LedgerLine, ledgerLines, MAX_LINE_BYTES } from './ledger-lines.ts'

/** What a whole pass over one ledger file found. */
export interface LedgerScan {
  readonly findings: readonly Finding[]
  /** A last line that is no whole record: from where it has to go. */
  readonly cut: { readonly start: number; readonly line: number } | null
  /** Whether the last line is a whole record that lacks nothing but its line break. */
  readonly lacksLineBreak: boolean
}

/** A line that was read, or why it is none. */
type Read =
  | { readonly record: Evidence }
  | { readonly retraction: Retraction }
  | { readonly fault: 'LED002' | 'LED003' | 'LED004'; readonly message: string; readonly key?: string }

/** Beyond these, the rest of one file's damaged lines is counted, not listed. */
const LISTED_FINDINGS = 20

const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads one ledger file to its end, telling each record and retraction in order. Damaged lines become findings and
 * are passed over. `file` is the name to show.
 */
export async function scanLedgerFile(
  path: string,
  options: {
    readonly source: string
    readonly file: string
    readonly hasher: Hasher
    readonly from?: { readonly offset: number; readonly line: number }
    onRecord(record: Evidence): void
    onRetraction(retraction: Retraction): void
  },
): Promise<LedgerScan> {
  const findings: Finding[] = []
  const altered = new Map<string, number>()
  let unlisted = 0
  let cut: LedgerScan['cut'] = null
  let lacksLineBreak = false
  for await (const lines of ledgerLines(path, options.from)) {
    for (const line of lines) {
      if (line.bytes !== null && isBlank(line.bytes)) continue
      const read = readLine(line, options.source, options.hasher)
      if ('fault' in read) {
        if (!line.ended) cut = { start: line.start, line: line.number }
        else if (findings.length >= LISTED_FINDINGS) unlisted++
        else {
          if (read.key !== undefined) altered.set(read.key, findings.length)
          findings.push(faultFinding(read.fault, read.message, options.file, line.number))
        }
        continue
      }
      if (!line.ended) lacksLineBreak = true
      if ('record' in read) {
        heal(findings, altered.get(read.record.key))
        options.onRecord(read.record)
      } else options.onRetraction(read.retraction)
    }
  }
  if (unlisted > 0) {
    findings.push(
      faultFinding('LED002', `${unlisted} more lines of ${options.file} cannot be used.`, options.file, null),
    )
  }
  return { findings, cut, lacksLineBreak }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.length === 0 || (bytes.length === 1 && bytes[0] === 0x0d)
}

function readLine(line: LedgerLine, source: string, hasher: Hasher): Read {
  if (line.bytes === null) {
    return {
      fault: 'LED002',
      message: `Line ${line.number} is longer than ${MAX_LINE_BYTES} bytes, which no record is.`,
    }
  }
  let value: unknown
  try {
    value = JSON.parse(decoder.decode(line.bytes))
  } catch {
    return { fault: 'LED002', message: `Line ${line.number} is not JSON.` }
  }
  if (typeof value === 'object' && value !== null && 'retract' in value) {
    const checked = retractionSchema.safeParse(value)
    if (!checked.success) return shapeFault(line.number, 'retraction', checked.error.issues[0])
    return checked.data.source === source
      ? { retraction: checked.data }
      : sourceFault(line.number, checked.data.source)
  }
  const checked = evidenceSchema.safeParse(value)
  if (!checked.success) return shapeFault(line.number, 'record', checked.error.issues[0])
  const record = checked.data
  if (record.source !== source) return sourceFault(line.number, record.source)
  if (evidenceId(record, hasher) !== record.id) {
    return {
      fault: 'LED003',
      key: record.key,
      message: `The record ${record.key} (${record.id}) was changed after it was collected.`,
    }
  }
  return { record }
}

function shapeFault(
  line: number,
  what: string,
  issue: { readonly path: readonly PropertyKey[]; readonly message: string } | undefined,
): Read {
  const place = issue === undefined || issue.path.length === 0 ? '' : ` at ${issue.path.join('.')}`
  return {
    fault: 'LED002',
    message: `Line ${line} is not a ${what}${place}: ${issue?.message ?? 'unknown shape'}.`,
  }
}

function sourceFault(line: number, source: string): Read {
  return { fault: 'LED004', message: `Line ${line} is evidence of the source “${source}”.` }
}

/** A fact that was altered and then collected anew needs nothing more; the altered line stays for who looks into it. */
function heal(findings: Finding[], index: number | undefined): void {
  const finding = index === undefined ? undefined : findings[index]
  if (index === undefined || finding === undefined) return
  findings[index] = {
    ...finding,
    severity: 'info',
    help: 'It was collected anew since; nothing needs doing.',
  }
}

function faultFinding(
  code: 'LED002' | 'LED003' | 'LED004',
  message: string,
  file: string,
  line: number | null,
): Finding {
  return findingOf(ledgerCodes, code, { message, position: { file, line, column: line === null ? null : 1 } })
}
