import type { Finding } from '../core/finding.ts'
import type { Json } from '../core/json.ts'

/** What to typeset: one of our own themes and data, which reaches it as JSON only. */
export interface TypesetRequest {
  /** A folder of data/themes. */
  readonly theme: string
  readonly data: Json
  /** Files to attach to the PDF. */
  readonly attachments: readonly {
    readonly name: string
    readonly bytes: Uint8Array
    readonly mime: string
    readonly description: string
  }[]
  /** What `query` of the theme's markers is wanted: page and position of each entry. */
  readonly markers: boolean
}

/** Where an entry came to stand. Points from the page's top left corner. */
export interface Marker {
  readonly id: string
  readonly page: number
  readonly x: number
  readonly y: number
}

export interface Typeset {
  readonly pdf: Uint8Array
  readonly pages: number
  readonly markers: readonly Marker[]
  /** What was left out of the PDF because no font has it. */
  readonly findings: readonly Finding[]
}

/** Typesets in a supervised child process with a deadline. Throws a `UserError` when it cannot. */
export interface Typesetter {
  typeset(request: TypesetRequest): Promise<Typeset>
  /** Ends the child; the next call starts another. */
  close(): Promise<void>
}
