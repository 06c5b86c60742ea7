import type { Position } from '../../core/position.ts'
import type { LoopView } from '../../app/view/model.ts'

/** What the page asks of the server, and what it gets. Types only: the page imports nothing else of the program. */
export interface Api {
  /** `GET /api/loop?posting=FILE` */
  readonly loop: LoopView
  /** `POST /api/build?posting=FILE`: builds the PDF again and answers with the new loop. */
  readonly build: LoopView
  /** Every answer that is not 2xx. */
  readonly error: {
    readonly error: {
      readonly code: string
      readonly message: string
      readonly help: string
      /** Where in the workspace's files, when it is about one. */
      readonly position: Position | null
    }
  }
}

export type { ChangeView, LoopView, MatchRowView, MatchView, PdfView } from '../../app/view/model.ts'
export type { Finding, Severity } from '../../core/finding.ts'
export type { Position } from '../../core/position.ts'
export type { Standing } from '../../match/model.ts'
