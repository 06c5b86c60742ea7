/** The middle value. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** Prints rows in columns; the first row is the heading. */
export function table(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  rows.forEach((row, index) => {
    console.log(
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    if (index === 0) console.log(widths.map((width) => '-'.repeat(width)).join('  '))
  })
}

/** The last line of every benchmark. At or below the budget is `ok`. */
export function finish(name: string, ratio: number, budget: number, alsoNeeded = true): void {
  const ok = ratio <= budget && alsoNeeded
  console.log(`bench ${name}: ${ratio.toFixed(2)} (budget ${budget}) ${ok ? 'ok' : 'short'}`)
}
