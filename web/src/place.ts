import type { Position } from '../../src/faces/server/api.ts'

/** A place as editors and terminals take it: `resume.yaml:12:5`. */
export function placeOf({ file, line, column, page }: Position): string {
  if (line === null) return page === undefined ? file : `${file}, page ${page}`
  return column === null ? `${file}:${line}` : `${file}:${line}:${column}`
}
