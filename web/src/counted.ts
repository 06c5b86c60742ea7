/** `1 commit`, `2 commits`. */
export function counted(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}

/** `2025-09`, or `2025-09 to 2026-03`. */
export function months(first: string, last: string): string {
  return first === last ? first : `${first} to ${last}`
}
