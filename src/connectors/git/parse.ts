import type { CommitChanges, Contact, FileChange, GitObject, LogCommit, Ref } from './types.ts'

/** Records longer than this lose their middle: headers stand at the beginning of a commit, trailers at its end. */
const RECORD_LIMIT = 1024 * 1024

/** Bytes as a string with one character a byte: cheap, and loses nothing. */
export function binaryOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
}

/** The text of a string of {@link binaryOf}, read as UTF-8; what is not UTF-8 becomes U+FFFD. */
export function textOf(binary: string): string {
  return /[\x80-\xff]/.test(binary) ? Buffer.from(binary, 'latin1').toString('utf8') : binary
}

/** A copy that does not keep the chunk alive that the string was cut from. */
export function compact(binary: string): string {
  return Buffer.from(binary, 'latin1').toString('latin1')
}

/** Cuts a stream of bytes at NUL. */
export interface NulSplitter {
  /** The records that this chunk completes. */
  push(chunk: Uint8Array): readonly string[]
  /** What stands after the last NUL. */
  rest(): string
}

/** Makes a {@link NulSplitter}; memory is bounded whatever the length of a record. */
export function nulSplitter(limit: number = RECORD_LIMIT): NulSplitter {
  let carried = ''
  return {
    push(chunk) {
      const records = (carried + binaryOf(chunk)).split('\0')
      carried = records.pop() ?? ''
      if (carried.length > limit) carried = `${carried.slice(0, limit / 2)}\n${carried.slice(-limit / 4)}`
      return records
    },
    rest: () => carried,
  }
}

/**
 * Reads one record of `git log` in the format of types.ts; null when it is cut short. Ids still hang on the record:
 * whoever keeps one makes it {@link compact}.
 */
export function parseLogRecord(record: string): LogCommit | null {
  const header: string[] = []
  let start = 0
  for (let field = 0; field < 8; field++) {
    const end = record.indexOf('\n', start)
    if (end < 0) return null
    header.push(record.slice(start, end))
    start = end + 1
  }
  const [id = '', parents = '', authored = '', committed = '', ...people] = header
  return {
    id: id.slice(1),
    boundary: id.startsWith('-'),
    parents: parents === '' ? [] : parents.split(' '),
    authored: seconds(authored),
    committed: seconds(committed),
    author: contactOf(people[0], people[1]),
    committer: contactOf(people[2], people[3]),
    message: record.slice(start),
  }
}

function contactOf(name = '', email = ''): Contact {
  return { name: textOf(name), email: textOf(email) }
}

const seconds = (text: string): number => (/^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN)

/** Puts the tokens of `log -z --format=%H --raw [--numstat]` together, commit by commit. */
export interface DiffReader {
  /** The commits that these tokens complete. */
  push(tokens: readonly string[]): readonly CommitChanges[]
  /** The last commit; not `counted` when its files came without line counts. */
  end(): CommitChanges | null
}

/** Makes a {@link DiffReader}. Ids of blobs still hang on the stream: whoever keeps one makes it {@link compact}. */
export function diffReader(numstat: boolean): DiffReader {
  let id: string | null = null
  let files: FileChange[] = []
  // Counts come behind all raw entries, in the same order; entries without any may have none.
  let next = 0
  let hasCounts = false
  // What the next tokens are: paths of a raw entry, or of the counts of a rename.
  let rawHeader = ''
  let counts = ''
  let pathsToCome = 0

  const finish = (counted: boolean): CommitChanges | null => (id === null ? null : { id, files, counted })

  const takeCounts = (header: string, path: string): void => {
    hasCounts = true
    while (next < files.length && files[next]?.path !== path) next++
    const file = files[next++]
    if (!file) return
    const tab = header.indexOf('\t')
    file.added = count(header.slice(0, tab))
    file.deleted = count(header.slice(tab + 1))
  }

  const take = (token: string, done: CommitChanges[]): void => {
    if (pathsToCome > 0) {
      if (--pathsToCome > 0) return
      if (rawHeader === '') takeCounts(counts, token)
      else files.push(fileChange(rawHeader, token))
      rawHeader = ''
    } else if (token.startsWith(':') || token.startsWith('\n:')) {
      // A line break parts a commit from its files.
      rawHeader = token.startsWith(':') ? token.slice(1) : token.slice(2)
      pathsToCome = /[RC]\d*$/.test(rawHeader) ? 2 : 1
    } else if (token.includes('\t')) {
      const second = token.indexOf('\t', token.indexOf('\t') + 1)
      counts = token.slice(0, second)
      if (second + 1 < token.length) takeCounts(counts, token.slice(second + 1))
      else pathsToCome = 2
    } else if (token !== '') {
      const before = finish(numstat)
      if (before) done.push(before)
      id = compact(token)
      files = []
      next = 0
      hasCounts = false
    }
  }

  return {
    push(tokens) {
      const done: CommitChanges[] = []
      for (const token of tokens) take(token, done)
      return done
    },
    // All counts of a commit come at once, behind its raw entries: without any, git ended before.
    end: () => finish(numstat && (files.length === 0 || hasCounts)),
  }
}

const count = (text: string): number | null => (text === '-' ? null : Number(text))

/** The header is `100644 100644 <id> <id> M`, with ids of either length. */
function fileChange(header: string, path: string): FileChange {
  const length = header.indexOf(' ', 14) - 14
  const status = header[16 + 2 * length] ?? ''
  return {
    status,
    mode: status === 'D' ? header.slice(0, 6) : header.slice(7, 13),
    oldBlob: header.slice(14, 14 + length),
    newBlob: header.slice(15 + length, 15 + 2 * length),
    path,
    added: null,
    deleted: null,
  }
}

/** Reads the output of `git cat-file --batch` object by object. */
export interface ObjectReader {
  push(chunk: Uint8Array): readonly GitObject[]
}

/**
 * Makes an {@link ObjectReader}. Contents over `limit` bytes are passed over without being kept.
 * See https://git-scm.com/docs/git-cat-file#_batch_output.
 */
export function objectReader(names: readonly string[], limit: number): ObjectReader {
  let next = 0
  let pending = ''
  let open: { readonly id: string; readonly type: string; readonly size: number } | null = null
  let kept: string[] = []
  let missing = 0
  return {
    push(chunk) {
      const done: GitObject[] = []
      let rest = pending + binaryOf(chunk)
      pending = ''
      while (rest !== '') {
        const name = names[next] ?? ''
        if (open === null) {
          const end = rest.indexOf('\n')
          if (end < 0) {
            pending = rest
            break
          }
          const line = rest.slice(0, end)
          rest = rest.slice(end + 1)
          const header = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(line)
          if (!header) {
            done.push({ name, id: null, type: '', content: null })
            next++
            continue
          }
          open = { id: compact(header[1] ?? ''), type: header[2] ?? '', size: Number(header[3]) }
          // One more for the line break behind the content.
          missing = open.size + 1
        } else {
          const part = rest.slice(0, missing)
          rest = rest.slice(part.length)
          missing -= part.length
          if (open.size <= limit) kept.push(part)
          if (missing > 0) break
          const content = open.size <= limit ? kept.join('').slice(0, -1) : null
          done.push({ name, id: open.id, type: open.type, content })
          open = null
          kept = []
          next++
        }
      }
      return done
    },
  }
}

/** The header of a commit or tag object, and the message behind it. Folded lines are not needed and left out. */
export function parseObjectHeader(content: string): ReadonlyMap<string, string> {
  const header = new Map<string, string>()
  for (const line of content.split('\n')) {
    if (line === '') break
    const blank = line.indexOf(' ')
    if (blank > 0 && !header.has(line.slice(0, blank)))
      header.set(line.slice(0, blank), line.slice(blank + 1))
  }
  return header
}

/** Reads `Name <mail> 1700000000 +0100`; null when it is something else. */
export function parseSignature(text: string): { readonly contact: Contact; readonly time: number } | null {
  const match = /^(.*?) ?<([^>]*)> (-?\d+)/.exec(text)
  if (!match) return null
  return { contact: contactOf(match[1], match[2]), time: seconds(match[3] ?? '') }
}

/** Reads one line of `git for-each-ref` in the format of types.ts. */
export function parseRef(line: string): Ref | null {
  // An empty field leaves two blanks, and that of HEAD is a blank itself.
  const match = /^([0-9a-f]{40,64}) (\S+) ([ *]) (\S*) (\S*)$/.exec(line)
  if (!match) return null
  const [, id = '', name = '', head, upstream = '', symbolic = ''] = match
  return {
    id: compact(id),
    name: compact(name),
    isHead: head === '*',
    upstream: compact(upstream),
    symbolic: compact(symbolic),
  }
}
