import { type Document, parseDocument } from 'yaml'
import type { Edit } from '../../core/finding.ts'
import type { Json } from '../../core/json.ts'
import { formatPath } from '../../core/position.ts'
import type { Files, Locks } from '../../core/ports.ts'
import { decodeText, hasByteOrderMark } from '../../core/text.ts'
import { userError } from '../../core/user-error.ts'
import { workspaceCodes } from './codes.ts'
import { editValue } from './edit-value.ts'
import { joinPath, lockFileOf } from './paths.ts'
import { PARSE_OPTIONS } from './yaml-source.ts'
import { type Splice, spliceOf } from './yaml-splice.ts'

const MAX_TEXT_BYTES = 2 * 1024 * 1024

/**
 * Makes edits in a YAML text, one after the other: `parse(applyEdits(text, edits))` is `edits` applied to
 * `parse(text)`. Only the text of what is edited changes; comments, order, quotes, blank lines and line breaks around
 * it stay byte for byte. Throws a `UserError` WSP010 where an edit does not fit the document.
 *
 * @example
 * applyEdits('name: Mira # me\n', [{ path: ['name'], value: 'Mira Holt' }]) // 'name: Mira Holt # me\n'
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits.reduce(applyEdit, text)
}

function applyEdit(text: string, edit: Edit): string {
  const parsed = parse(text)
  if (parsed === null) {
    throw userError(
      workspaceCodes,
      'WSP010',
      'The document breaks the grammar of YAML, so it cannot be changed.',
    )
  }
  const { document, value: before } = parsed
  const after = editValue(before, edit)
  if (sameJson(before, after)) return text
  for (const blocks of [true, false]) {
    const splice = spliceOf(document, text, edit, after, blocks)
    const spliced = splice === null ? null : withSplice(text, splice)
    if (spliced !== null && says(spliced, after)) return spliced
  }
  const rewritten = rewrite(document, text, edit)
  if (rewritten !== null && says(rewritten, after)) return rewritten
  const place = formatPath(edit.path)
  throw userError(
    workspaceCodes,
    'WSP010',
    `The change at ${place} would change what an alias (*name) shares.`,
  )
}

/** The inserted text takes the line breaks of the document. */
function withSplice(text: string, { start, end, text: inserted }: Splice): string {
  return text.slice(0, start) + inserted.replaceAll(/\r?\n/g, lineBreakOf(text)) + text.slice(end)
}

/** The last resort for ways of writing that no splice covers: the library writes the whole document anew. */
function rewrite(document: Document.Parsed, text: string, edit: Edit): string | null {
  const copy = document.clone() as Document.Parsed
  if (edit.value === undefined) copy.deleteIn(edit.path)
  else copy.setIn(edit.path, copy.createNode(edit.value))
  return withoutAliasFaults(() => copy.toString({ lineWidth: 0 }).replaceAll('\n', lineBreakOf(text)))
}

function lineBreakOf(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n'
}

function says(text: string, value: Json): boolean {
  const parsed = parse(text)
  return parsed !== null && sameJson(parsed.value, value)
}

function parse(text: string): { readonly document: Document.Parsed; readonly value: Json } | null {
  const document = parseDocument(text, PARSE_OPTIONS)
  if (document.errors.length > 0) return null
  return withoutAliasFaults(() => ({ document, value: document.toJS() as Json }))
}

/** The library throws where an alias names nothing, or unfolds beyond all bounds. */
function withoutAliasFaults<Result>(action: () => Result): Result | null {
  try {
    return action()
  } catch (error) {
    if (error instanceof Error && /alias/i.test(error.message)) return null
    throw error
  }
}

function sameJson(a: Json, b: Json): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const entries = Object.entries(a)
  if (entries.length !== Object.keys(b).length) return false
  return entries.every(
    ([key, value]) => Object.hasOwn(b, key) && sameJson(value, (b as Record<string, Json>)[key] ?? null),
  )
}

/**
 * Changes a text file of the workspace: takes the lock, reads, transforms, and writes in one step. A change that an
 * editor made in between is not overwritten: it fails with FIL009, and the editor's content stands. A byte order mark
 * stays. Gives back whether anything was written.
 */
export async function editFile(
  root: string,
  file: string,
  transform: (text: string) => string,
  ports: { readonly files: Files; readonly locks: Locks },
): Promise<boolean> {
  return ports.locks.withLock(lockFileOf(root, file), async () => {
    const path = joinPath(root, file)
    const bytes = await ports.files.read(path, { maxBytes: MAX_TEXT_BYTES })
    const before = decodeText(bytes, file)
    const after = transform(before)
    if (after === before) return false
    const marked = hasByteOrderMark(bytes) ? `\ufeff${after}` : after
    await ports.files.writeAtomic(path, marked, { replaces: bytes })
    return true
  })
}
