/** A half-open range of UTF-16 code units in one text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/**
 * Where something stands. Lines and columns count from 1; a column counts UTF-16 code units, as editors do.
 * `page` counts from 1, `x` and `y` are PDF points from the page's top left corner.
 */
export interface Position {
  /** The file as the user named it, `-` for standard input. */
  readonly file: string
  readonly line: number | null
  readonly column: number | null
  readonly page?: number
  readonly x?: number
  readonly y?: number
}

/** A path into a YAML or JSON document: `['work', 0, 'highlights', 2]`. */
export type DocumentPath = readonly (string | number)[]

/** Writes a path the way people do: `work[0].highlights[2]`. */
export function formatPath(path: DocumentPath): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    return text === '' ? part : `${text}.${part}`
  }, '')
}

/** Turns offsets into lines and columns. Built once a text, then O(log lines) a look-up. */
export interface LineIndex {
  /** The 1-based line and column of an offset; offsets past the end give the end. */
  at(offset: number): { readonly line: number; readonly column: number }
  /** The text of a 1-based line without its line break. */
  line(number: number): string
}

/** Builds the {@link LineIndex} of a text. `\n`, `\r\n` and a lone `\r` end a line. */
export function lineIndex(text: string): LineIndex {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  const lineOf = (offset: number): number => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return low
  }
  return {
    at(offset) {
      const bounded = Math.min(Math.max(offset, 0), text.length)
      const line = lineOf(bounded)
      return { line: line + 1, column: bounded - (starts[line] ?? 0) + 1 }
    },
    line(number) {
      const start = starts[number - 1]
      if (start === undefined) return ''
      return text.slice(start, starts[number] ?? text.length).replace(/[\r\n]+$/, '')
    },
  }
}
