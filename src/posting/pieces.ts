import type { Line } from './document.ts'

const LONGEST = 4000
/** No word of a posting: encoded data. */
const NO_WORD = 200
const WIDE_GAP = 20

/**
 * Cuts lines where no line of a posting goes on: at wide gaps, around words of hundreds of letters, and before a line
 * gets very long. What reads a line may then look back and forth in it without end.
 */
export function cutLines(text: string, lines: readonly Line[]): readonly Line[] {
  return lines.flatMap((line) => {
    if (line.span.end - line.span.start <= WIDE_GAP) return [line]
    return cut(text, line)
  })
}

function cut(text: string, line: Line): readonly Line[] {
  const pieces: Line[] = []
  let start = -1
  let last = -1
  let sentence = -1
  const close = (end: number): void => {
    if (start >= 0 && end > start) pieces.push({ ...line, span: { start, end } })
    start = -1
    sentence = -1
  }
  let at = line.span.start
  while (at < line.span.end) {
    const from = at
    while (at < line.span.end && !isBlank(text, at)) at += 1
    const word = { start: from, end: at }
    while (at < line.span.end && isBlank(text, at)) at += 1
    if (word.end - word.start > NO_WORD) {
      close(last)
      continue
    }
    if (start >= 0 && word.end - start > LONGEST) {
      const end = sentence > start + LONGEST / 2 ? sentence : last
      const next = end
      close(end)
      start = next
      while (start < word.start && isBlank(text, start)) start += 1
    }
    if (start < 0) start = word.start
    last = word.end
    if (/[.!?;]/.test(text.charAt(word.end - 1))) sentence = word.end
    if (at - word.end >= WIDE_GAP) close(last)
  }
  close(last)
  return pieces
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 32 || (code >= 9 && code <= 13) || code === 160
}
