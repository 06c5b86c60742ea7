import type { Severity } from '../../core/finding.ts'

/** Colours a piece of text; a face brings one that suits its terminal. */
type Paint = (text: string) => string

/** What the text reporter colours. */
export interface Painter {
  readonly severity: Readonly<Record<Severity, Paint>>
  readonly strong: Paint
  readonly quiet: Paint
}

const none: Paint = (text) => text

/** No colour at all: for files, pipes and tests. */
export const plainPainter: Painter = {
  severity: { error: none, warning: none, info: none },
  strong: none,
  quiet: none,
}
