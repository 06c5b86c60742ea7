import { parseNumbers } from './parse.ts'
import { wordsOf, type Word } from './printed-text.ts'
import type { PrintedPage } from './receipt.ts'

/** One place where a document says something else than the text that was signed. */
export interface TextChange {
  readonly kind: 'changed' | 'claim-added' | 'added' | 'removed'
  /** The words that were signed there; empty for what was added. */
  readonly signed: string
  /** The words that stand there now; empty for what was removed. */
  readonly present: string
  /** A few words before and after, for people. */
  readonly before: string
  readonly after: string
  /** The page where it stands now. */
  readonly page: number
}

/** Past this many comparisons the whole differing part is told as one change. */
const MOST_COMPARISONS = 9_000_000
const CONTEXT = 4

/**
 * Compares two texts word by word, whatever their lines. A place that states more numbers than were signed there is an
 * added claim. Hyphens that only a line's end called for are no change.
 */
export function textChanges(
  signed: readonly PrintedPage[],
  present: readonly PrintedPage[],
  language: string,
): readonly TextChange[] {
  const old = wordsOf(signed)
  const now = wordsOf(present)
  return hunksOf(old, now).flatMap(([oldStart, oldEnd, start, end]): readonly TextChange[] => {
    const gone = old.slice(oldStart, oldEnd)
    const come = now.slice(start, end)
    if (brokenOtherwise(gone, come)) return []
    const before = textOf(now.slice(Math.max(0, start - CONTEXT), start))
    const after = textOf(now.slice(end, end + CONTEXT))
    const numbers = (words: readonly Word[]): number =>
      parseNumbers(`${before} ${textOf(words)} ${after}`, { language }).length
    const claims = come.length > 0 && numbers(come) > numbers(gone)
    const kind = claims
      ? 'claim-added'
      : come.length === 0
        ? 'removed'
        : gone.length === 0
          ? 'added'
          : 'changed'
    const page = (now[start] ?? now.at(-1))?.page ?? 1
    return [{ kind, signed: textOf(gone), present: textOf(come), before, after, page }]
  })
}

type Hunk = readonly [oldStart: number, oldEnd: number, start: number, end: number]

/** The stretches in which two lists of words differ, by a longest common subsequence. */
function hunksOf(old: readonly Word[], now: readonly Word[]): readonly Hunk[] {
  const same = (a: number, b: number): boolean => old[a]?.form === now[b]?.form
  let head = 0
  while (head < old.length && head < now.length && same(head, head)) head += 1
  let tail = 0
  while (
    tail < Math.min(old.length, now.length) - head &&
    same(old.length - 1 - tail, now.length - 1 - tail)
  ) {
    tail += 1
  }
  const rows = old.length - head - tail
  const columns = now.length - head - tail
  if (rows === 0 && columns === 0) return []
  if (rows * columns > MOST_COMPARISONS || rows === 0 || columns === 0) {
    return [[head, head + rows, head, head + columns]]
  }
  // length[i][j]: words in common from row i and column j on.
  const length = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1))
  const at = (i: number, j: number): number => length[i]?.[j] ?? 0
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      const row = length[i]
      if (row) row[j] = same(head + i, head + j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const hunks: Hunk[] = []
  let i = 0
  let j = 0
  while (i < rows || j < columns) {
    const [fromRow, fromColumn] = [i, j]
    while ((i < rows || j < columns) && !(i < rows && j < columns && same(head + i, head + j))) {
      if (j >= columns || (i < rows && at(i + 1, j) >= at(i, j + 1))) i += 1
      else j += 1
    }
    if (i > fromRow || j > fromColumn) hunks.push([head + fromRow, head + i, head + fromColumn, head + j])
    while (i < rows && j < columns && same(head + i, head + j)) {
      i += 1
      j += 1
    }
  }
  return hunks
}

function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ')
}

/**
 * Whether two stretches are the same words with hyphens put in, or kept, where lines end: then one of them has more
 * pieces than the other. A hyphen within a line is a change.
 */
function brokenOtherwise(gone: readonly Word[], come: readonly Word[]): boolean {
  if (gone.length === come.length) return false
  const joined = (words: readonly Word[]): string =>
    words.map(({ form, endsLine }) => (endsLine ? form.replace(/(?<=\p{L})-$/u, BREAK) : form)).join('')
  const [a, b] = [joined(gone), joined(come)]
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]]
    if (left === right || (left === BREAK && right === '-') || (left === '-' && right === BREAK)) {
      i += 1
      j += 1
    } else if (left === BREAK) i += 1
    else if (right === BREAK) j += 1
    else return false
  }
  return true
}

/** Stands for a hyphen at a line's end, which may be the word's own or the line's. */
const BREAK = '\u0000'
