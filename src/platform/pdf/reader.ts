import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { userError } from '../../core/user-error.ts'
import type { UserError } from '../../core/user-error.ts'
import type { PdfReader, PdfText } from '../../resume/pdf-text.ts'
import { pdfCodes } from './codes.ts'
import type { ChildMessage, ReadFault, ReadRequest } from './protocol.ts'

const MB = 1024 * 1024

/** What one document may cost. */
export interface PdfLimits {
  readonly fileBytes: number
  readonly pages: number
  readonly milliseconds: number
  /** Resident memory of the child. */
  readonly memoryBytes: number
  /** UTF-16 code units of text in all. */
  readonly textLength: number
  readonly attachmentBytes: number
}

/** The limits that hold unless a caller says otherwise. */
export const PDF_LIMITS: PdfLimits = {
  fileBytes: 20 * MB,
  pages: 50,
  milliseconds: 10_000,
  memoryBytes: 512 * MB,
  textLength: 2 * MB,
  attachmentBytes: 20 * MB,
}

/** See {@link createPdfReader}. */
export interface PdfReaderOptions {
  /** The child's module; where it stands beside this one unless bundled. */
  readonly entry?: URL | string
  readonly limits?: Partial<PdfLimits>
  /** After how many documents the child is replaced. Default 200. */
  readonly recycleAfter?: number
}

const START_MILLISECONDS = 20_000
const WATCH_MILLISECONDS = 15
/** pdf.js leaves garbage that is collected late: past this share of the limit the next document gets a new child. */
const RECYCLE_SHARE = 0.6

/**
 * Makes a {@link PdfReader} that keeps one warm child process, gives it one document at a time, kills it past a
 * limit and replaces it. An idle child does not keep the program alive. After `close` the next read starts another.
 * `start` starts the child ahead of the first document, as loading it takes longer than reading most documents.
 *
 * Each failure is a `UserError` of its own code, see {@link pdfCodes}.
 */
export function createPdfReader(
  options: PdfReaderOptions = {},
): PdfReader & { start(): void; close(): Promise<void> } {
  const limits = { ...PDF_LIMITS, ...options.limits }
  const entry = options.entry ?? new URL('./child.ts', import.meta.url)
  const recycleAfter = options.recycleAfter ?? 200
  let child: Child | null = null
  let documents = 0
  let queue: Promise<unknown> = Promise.resolve()

  const aliveChild = (): Child => {
    if (child === null || !child.alive()) {
      child = startChild(entry, limits)
      documents = 0
    }
    return child
  }

  const read = async (bytes: Uint8Array, file: string): Promise<PdfText> => {
    const reading = aliveChild()
    documents += 1
    const answer = await reading.read(bytes, file, limits)
    if (documents >= recycleAfter || answer.rss > limits.memoryBytes * RECYCLE_SHARE) {
      reading.kill()
      if (child === reading) child = null
    }
    return answer.text
  }

  return {
    start() {
      aliveChild()
    },
    async read(bytes, file) {
      refuseUnread(bytes, file, limits)
      const turn = queue.then(() => read(bytes, file))
      queue = turn.catch(() => undefined)
      return turn
    },
    async close() {
      await queue
      const ending = child
      child = null
      await ending?.end()
    },
  }
}

/** The mark stands within the first 1,024 bytes (PDF 32000-1, implementation note 13). */
function refuseUnread(bytes: Uint8Array, file: string, limits: PdfLimits): void {
  const position = { file, line: null, column: null }
  if (bytes.byteLength > limits.fileBytes) {
    const size = (bytes.byteLength / MB).toFixed(1)
    throw userError(pdfCodes, 'PDF002', `${file} is ${size} MB; the limit is ${limits.fileBytes / MB} MB`, {
      position,
    })
  }
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  if (!head.includes('%PDF-')) {
    const what = bytes.byteLength === 0 ? 'is empty' : 'is not a PDF'
    throw userError(pdfCodes, 'PDF001', `${file} ${what}`, { position })
  }
}

interface Answer {
  readonly text: PdfText
  readonly rss: number
}

interface Child {
  alive(): boolean
  read(bytes: Uint8Array, file: string, limits: PdfLimits): Promise<Answer>
  kill(): void
  end(): Promise<void>
}

type Pending = {
  readonly settle: (message: ChildMessage) => void
  readonly died: (how: Death) => void
}

/** How a child ended without being asked to. */
interface Death {
  readonly code: number | null
  readonly signal: string | null
  readonly stderr: string
}

function startChild(entry: URL | string, limits: PdfLimits): Child {
  const heap = Math.max(64, Math.floor((limits.memoryBytes / MB) * 0.75))
  const path = entry instanceof URL ? fileURLToPath(entry) : entry
  const process_ = fork(path, [], {
    execPath: process.execPath,
    // It reads what others wrote: it may read its own modules, but neither write nor start anything.
    execArgv: [`--max-old-space-size=${heap}`, '--permission', '--allow-fs-read=*'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {},
  })
  let stderr = ''
  process_.stderr?.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString()).slice(-4096)
  })
  let pending: Pending | null = null
  let dead: Death | null = null
  let sequence = 0
  const ready = Promise.withResolvers<Death | null>()
  const gone = Promise.withResolvers<void>()
  const onDeath = (code: number | null, signal: string | null): void => {
    if (dead) return
    dead = { code, signal, stderr }
    process.removeListener('exit', kill)
    ready.resolve(dead)
    pending?.died(dead)
    gone.resolve()
  }
  let doomed = false
  const kill = (): void => {
    doomed = true
    process_.kill('SIGKILL')
  }
  process.once('exit', kill)
  process_.on('error', (error) => {
    stderr += error.message
    onDeath(null, null)
  })
  process_.on('exit', onDeath)
  process_.on('message', (message: ChildMessage) => {
    if (message.kind === 'ready') ready.resolve(null)
    else pending?.settle(message)
  })
  const hold = (): void => {
    process_.ref()
    process_.channel?.ref()
  }
  const release = (): void => {
    process_.unref()
    process_.channel?.unref()
    ;(process_.stderr as { unref?: () => void } | null)?.unref?.()
  }
  release()

  return {
    alive: () => !doomed && dead === null && process_.connected,
    kill,
    async end() {
      hold()
      kill()
      await gone.promise
    },
    async read(bytes, file, limits) {
      hold()
      try {
        const failedStart = await within(ready.promise, START_MILLISECONDS, kill)
        if (failedStart) throw died(file, failedStart)
        sequence += 1
        const request: ReadRequest = {
          id: sequence,
          bytes,
          maxPages: limits.pages,
          maxTextLength: limits.textLength,
          maxAttachmentBytes: limits.attachmentBytes,
        }
        return await exchange(process_, request, file, limits, kill, (next) => {
          pending = next
        })
      } finally {
        pending = null
        release()
      }
    },
  }
}

async function within<T>(promise: Promise<T>, milliseconds: number, late: () => void): Promise<T> {
  const timer = setTimeout(late, milliseconds)
  try {
    return await promise
  } finally {
    clearTimeout(timer)
  }
}

/** Sends one request and waits for its answer, the deadline or the end of the child's patience with memory. */
async function exchange(
  child: ChildProcess,
  request: ReadRequest,
  file: string,
  limits: PdfLimits,
  kill: () => void,
  register: (pending: Pending) => void,
): Promise<Answer> {
  const answer = Promise.withResolvers<Answer>()
  const position = { file, line: null, column: null }
  const stop = (error: UserError): void => {
    kill()
    answer.reject(error)
  }
  const overMemory = (): UserError =>
    userError(
      pdfCodes,
      'PDF005',
      `Reading ${file} took more than ${Math.round(limits.memoryBytes / MB)} MB of memory`,
      { position },
    )
  const checkMemory = (rss: number): void => {
    if (rss > limits.memoryBytes) stop(overMemory())
  }
  register({
    settle(message) {
      if (message.kind === 'memory') checkMemory(message.rss)
      else if (message.kind === 'fault' && message.id === request.id)
        answer.reject(faultError(message.fault, message.detail, file, limits))
      else if (message.kind === 'text' && message.id === request.id)
        answer.resolve({ text: message.text, rss: message.rss })
    },
    died(death) {
      const heapFull =
        death.signal === 'SIGABRT' ||
        death.code === 134 ||
        /heap out of memory|allocation failed/i.test(death.stderr)
      answer.reject(heapFull ? overMemory() : died(file, death))
    },
  })
  const deadline = setTimeout(() => {
    stop(
      userError(pdfCodes, 'PDF004', `Reading ${file} took longer than ${limits.milliseconds / 1000} s`, {
        position,
      }),
    )
  }, limits.milliseconds)
  const watch = setInterval(() => {
    if (child.pid !== undefined)
      void residentMemory(child.pid).then((rss) => rss !== null && checkMemory(rss))
  }, WATCH_MILLISECONDS)
  try {
    child.send(request, (error) => {
      if (error) answer.reject(died(file, { code: null, signal: null, stderr: error.message }))
    })
    return await answer.promise
  } finally {
    clearTimeout(deadline)
    clearInterval(watch)
  }
}

/** Where the system shows it in /proc; elsewhere the child's own word between pages has to do. */
async function residentMemory(pid: number): Promise<number | null> {
  if (process.platform !== 'linux') return null
  const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '')
  const kilobytes = /^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1]
  return kilobytes === undefined ? null : Number(kilobytes) * 1024
}

function died(file: string, death: Death): UserError {
  const how = death.signal ?? (death.code === null ? 'no exit code' : `exit code ${death.code}`)
  return userError(pdfCodes, 'PDF008', `The PDF reader ended (${how}) while it read ${file}`, {
    position: { file, line: null, column: null },
    cause: death.stderr === '' ? undefined : new Error(death.stderr),
  })
}

const FAULTS: Record<
  ReadFault,
  readonly [code: keyof typeof pdfCodes, say: (detail: string, limits: PdfLimits) => string]
> = {
  encrypted: ['PDF006', () => 'is protected by a password'],
  pages: ['PDF003', (detail, limits) => `has ${detail} pages; the limit is ${limits.pages}`],
  size: ['PDF009', (detail) => `holds ${detail}`],
  broken: ['PDF007', (detail) => `is damaged: ${detail}`],
}

function faultError(fault: ReadFault, detail: string, file: string, limits: PdfLimits): UserError {
  const [code, say] = FAULTS[fault]
  return userError(pdfCodes, code, `${file} ${say(detail, limits)}`, {
    position: { file, line: null, column: null },
    cause: new Error(detail),
  })
}
