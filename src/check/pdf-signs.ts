import type { Position } from '../core/position.ts'
import type { PdfRun, PdfText } from '../resume/pdf-text.ts'
import { shortened } from './comparable.ts'

/** Signs of one sort in the text of a PDF. */
export interface SignsFound {
  readonly times: number
  /** Where the first of them stands, and the words around it. */
  readonly position: Position
  readonly around: string
}

/** Looks for signs in the text that a machine gets; null when there are none. */
export function findSigns(text: PdfText, file: string, signs: RegExp): SignsFound | null {
  const found = text.pages.flatMap(({ runs }, index) =>
    runs.flatMap((run) => [...run.text.matchAll(signs)].map(() => ({ run, page: index + 1 }))),
  )
  const [first] = found
  if (!first) return null
  return {
    times: found.length,
    position: positionOf(first.run, first.page, file),
    around: shortened(first.run.text, 40),
  }
}

function positionOf({ x, y }: PdfRun, page: number, file: string): Position {
  return { file, line: null, column: null, page, x, y }
}

/** `once`, `twice`, `3 times`. */
export function times(number: number): string {
  if (number === 1) return 'once'
  return number === 2 ? 'twice' : `${number} times`
}
