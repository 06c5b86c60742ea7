import type { Json } from '../../core/json.ts'
import type { Marker, TypesetRequest } from '../../exporters/typesetter.ts'

/** A theme with all files resolved, as the child takes it. */
export interface ThemeFiles {
  readonly name: string
  /** The document that imports the theme. */
  readonly main: string
  readonly source: string
  readonly fonts: readonly string[]
}

/** What the parent asks. */
export interface ChildRequest {
  readonly theme: ThemeFiles
  readonly data: Json
  readonly attachments: TypesetRequest['attachments']
  readonly markers: boolean
}

/** A character without a glyph, and the text where it was met first. */
export interface Lacking {
  readonly character: string
  readonly text: string
}

/** What the child answers. `rss` is its resident memory in bytes. */
export type ChildReply = { readonly rss: number } & (
  | {
      readonly kind: 'done'
      readonly pdf: Uint8Array
      readonly pages: number
      readonly markers: readonly Marker[]
      readonly leftOut: readonly Lacking[]
    }
  | { readonly kind: 'lacking'; readonly letters: readonly Lacking[] }
  | { readonly kind: 'failed'; readonly message: string }
)
