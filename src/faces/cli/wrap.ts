/** Breaks a paragraph into lines of at most `width` columns, each with the indent. A longer word keeps its own line. */
export function wrap(text: string, width: number, indent: string): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    if (line === '') line = word
    else if (indent.length + line.length + 1 + word.length <= width) line = `${line} ${word}`
    else {
      lines.push(indent + line)
      line = word
    }
  }
  if (line !== '') lines.push(indent + line)
  return lines
}
