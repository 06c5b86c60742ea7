import { type FileHandle, open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { findingOf } from '../core/codes.ts'
import { type Evidence, type EvidenceDraft, evidenceSchema, type Retraction } from '../core/evidence.ts'
import { stampEvidence } from '../core/evidence-id.ts'
import type { Finding } from '../core/finding.ts'
import type { LedgerStore } from '../core/ledger-store.ts'
import type { Hasher, Locks } from '../core/ports.ts'
import { fileError } from './file-errors.ts'
import { nodeFiles, syncFolder } from './files.ts'
import { ledgerCodes } from './ledger-codes.ts'
import { type LedgerScan, scanLedgerFile } from './ledger-scan.ts'
import { tryLock } from './lock.ts'

/** The reason of the retractions that a collection writes; every other reason is the user's own. */
const SOURCE_SILENT = 'the source no longer says it'

/** Lines are written in pieces of about this size, each with one write. */
const WRITE_BYTES = 4 * 1024 * 1024

/**
 * The {@link LedgerStore} of the workspace in `root`. One process at a time writes a source; another waits. Reading
 * needs no lock: a line that is just being written is not there yet.
 */
export function openLedger(
  root: string,
  ports: { readonly hasher: Hasher; readonly locks: Locks },
): LedgerStore {
  const folder = join(root, 'evidence')
  const paths = (source: string): LedgerPaths => ({
    source,
    path: join(folder, `${source}.jsonl`),
    file: `evidence/${source}.jsonl`,
    lock: join(root, '.bonafide', 'locks', `${source}.jsonl.lock`),
  })
  return {
    async read() {
      const records: Evidence[] = []
      const findings: Finding[] = []
      for (const name of await nodeFiles.list(folder)) {
        if (!name.endsWith('.jsonl')) continue
        const view = await translating(folder, 'read', () =>
          readSource(paths(name.slice(0, -'.jsonl'.length)), ports.hasher),
        )
        records.push(...view.records)
        findings.push(...view.findings)
      }
      return { records, findings }
    },
    async record(source, drafts, options = {}) {
      await nodeFiles.mkdir(folder)
      const target = paths(source)
      const lockOptions = options.signal === undefined ? {} : { signal: options.signal }
      return ports.locks.withLock(
        target.lock,
        () =>
          translating(target.path, 'write', () =>
            recordSource(target, drafts, ports.hasher, options.isComplete ?? (() => true), options.signal),
          ),
        lockOptions,
      )
    },
  }
}

interface LedgerPaths {
  readonly source: string
  readonly path: string
  readonly file: string
  readonly lock: string
}

async function translating<Result>(
  path: string,
  doing: 'read' | 'write',
  action: () => Promise<Result>,
): Promise<Result> {
  try {
    return await action()
  } catch (error) {
    throw fileError(doing, path, error)
  }
}

async function readSource(
  target: LedgerPaths,
  hasher: Hasher,
): Promise<{ readonly records: Iterable<Evidence>; readonly findings: readonly Finding[] }> {
  const current = new Map<string, Evidence>()
  const scan = (from?: { readonly offset: number; readonly line: number }): Promise<LedgerScan> =>
    scanLedgerFile(target.path, {
      ...target,
      hasher,
      ...(from === undefined ? {} : { from }),
      onRecord: (record) => current.set(record.key, record),
      onRetraction: (retraction) => {
        if (current.get(retraction.key)?.id === retraction.retract) current.delete(retraction.key)
      },
    })
  const first = await scan()
  if (first.cut === null) return { records: current.values(), findings: first.findings }
  // Either a writer is at work, and will end the line, or one died at it. The lock tells which.
  const release = await tryLock(target.lock).catch(() => undefined)
  if (release === null) return { records: current.values(), findings: first.findings }
  try {
    const again = await scan({ offset: first.cut.start, line: first.cut.line })
    const findings = [...first.findings, ...again.findings]
    if (again.cut !== null) {
      findings.push(
        findingOf(ledgerCodes, 'LED001', {
          message: `The last line of ${target.file} is cut off; nothing before it is lost.`,
          position: { file: target.file, line: again.cut.line, column: 1 },
        }),
      )
    }
    return { records: current.values(), findings }
  } finally {
    release?.()
  }
}

type Recorded = Awaited<ReturnType<LedgerStore['record']>>

async function recordSource(
  target: LedgerPaths,
  drafts: AsyncIterable<EvidenceDraft> | Iterable<EvidenceDraft>,
  hasher: Hasher,
  isComplete: () => boolean,
  signal: AbortSignal | undefined,
): Promise<Recorded> {
  const { current, withdrawn, findings } = await repairedView(target, hasher)
  const seen = new Map<string, string>()
  const lines: string[] = []
  const counts = { added: 0, replaced: 0, retracted: 0, unchanged: 0, kept: 0 }
  for await (const draft of drafts) {
    signal?.throwIfAborted()
    const record = checkedRecord(draft, target.source, hasher)
    const earlier = seen.get(record.key)
    if (earlier === record.id) continue
    if (earlier !== undefined)
      throw new Error(`The connector ${record.connector} says ${record.key} twice, differently`)
    seen.set(record.key, record.id)
    const known = current.get(record.key)
    if (known === record.id || withdrawn.has(record.id)) {
      counts.unchanged++
      continue
    }
    counts[known === undefined ? 'added' : 'replaced']++
    lines.push(hasher.canonical(record))
  }
  signal?.throwIfAborted()
  const complete = isComplete()
  for (const [key, id] of current) {
    if (seen.has(key)) continue
    counts[complete ? 'retracted' : 'kept']++
    if (!complete) continue
    const retraction: Retraction = { v: 1, retract: id, key, source: target.source, reason: SOURCE_SILENT }
    lines.push(hasher.canonical(retraction))
  }
  if (lines.length > 0) await append(target.path, lines)
  return { ...counts, findings }
}

function checkedRecord(draft: EvidenceDraft, source: string, hasher: Hasher): Evidence {
  const record = stampEvidence(draft, hasher)
  if (record.source !== source)
    throw new Error(`A draft of ${record.source} was given for the source ${source}`)
  // What could not be read back must not be written: this throws for a connector that breaks the contract.
  return evidenceSchema.parse(record)
}

/** The ids that stand now, by key, after the file was brought back to whole lines. */
async function repairedView(
  target: LedgerPaths,
  hasher: Hasher,
): Promise<{
  readonly current: ReadonlyMap<string, string>
  readonly withdrawn: ReadonlySet<string>
  readonly findings: readonly Finding[]
}> {
  const current = new Map<string, string>()
  const withdrawn = new Set<string>()
  if ((await stat(target.path).catch(() => null)) === null) return { current, withdrawn, findings: [] }
  const scan = await scanLedgerFile(target.path, {
    ...target,
    hasher,
    onRecord: (record) => {
      current.set(record.key, record.id)
      withdrawn.delete(record.id)
    },
    onRetraction: (retraction) => {
      if (current.get(retraction.key) === retraction.retract) current.delete(retraction.key)
      if (retraction.reason !== SOURCE_SILENT) withdrawn.add(retraction.retract)
    },
  })
  if (scan.lacksLineBreak) await append(target.path, [''])
  if (scan.cut === null) return { current, withdrawn, findings: scan.findings }
  const bytes = await putAside(target.path, scan.cut.start)
  const finding = findingOf(ledgerCodes, 'LED001', {
    message: `The last line of ${target.file} was cut off; its ${bytes} bytes were put aside in ${target.file}.cut.`,
    position: { file: target.file, line: scan.cut.line, column: 1 },
    help: 'Nothing to do: all lines before it stand, and this collection brings the cut fact anew.',
  })
  return { current, withdrawn, findings: [...scan.findings, finding] }
}

/** Moves the end of a file to `<path>.cut`. The copy is on disk before the file is cut, so nothing is ever lost. */
async function putAside(path: string, start: number): Promise<number> {
  const handle = await open(path, 'r+')
  try {
    const { size } = await handle.stat()
    const aside = await open(`${path}.cut`, 'a')
    try {
      const chunk = Buffer.allocUnsafe(64 * 1024)
      for (let position = start; position < size;) {
        const { bytesRead } = await handle.read(chunk, 0, chunk.length, position)
        if (bytesRead === 0) break
        position += bytesRead
        await writeAll(aside, chunk.subarray(0, bytesRead))
      }
      await writeAll(aside, Buffer.from('\n'))
      await aside.sync()
    } finally {
      await aside.close()
    }
    await syncFolder(join(path, '..'))
    await handle.truncate(start)
    await handle.sync()
    return size - start
  } finally {
    await handle.close()
  }
}

/** Appends whole lines and returns when they are on disk. When that fails, the file is as long as before. */
async function append(path: string, lines: readonly string[]): Promise<void> {
  const isNew = (await stat(path).catch(() => null)) === null
  const handle = await open(path, 'a')
  try {
    const { size } = await handle.stat()
    try {
      for (const piece of pieces(lines)) await writeAll(handle, piece)
      await handle.sync()
    } catch (error) {
      await handle.truncate(size).catch(() => undefined)
      throw error
    }
  } finally {
    await handle.close()
  }
  if (isNew) await syncFolder(join(path, '..'))
}

function* pieces(lines: readonly string[]): Generator<Buffer> {
  let piece: string[] = []
  let length = 0
  for (const line of lines) {
    piece.push(line, '\n')
    length += line.length
    if (length < WRITE_BYTES) continue
    yield Buffer.from(piece.join(''))
    piece = []
    length = 0
  }
  if (piece.length > 0) yield Buffer.from(piece.join(''))
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let written = 0; written < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written)
    written += bytesWritten
  }
}
