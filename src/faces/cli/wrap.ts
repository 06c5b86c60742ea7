import { displayWidth } from '../../core/width.ts'

/** Breaks a paragraph into lines of at most `width` columns, each with the indent. A longer word keeps its own line. */
export function wrap(text: string, width: number, indent: string): readonly string[] {
  const lines: string[] = []
  const words = text.split(/\s+/).filter((part) => part !== '')
  let line: string[] = []
  let used = indent.length
  for (const word of words) {
    const more = displayWidth(word)
    if (line.length > 0 && used + 1 + more > width) {
      lines.push(indent + line.join(' '))
      line = []
    }
    used = line.length === 0 ? indent.length + more : used + 1 + more
    line.push(word)
  }
  if (line.length > 0) lines.push(indent + line.join(' '))
  return lines
}
