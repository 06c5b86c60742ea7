/** One run of text in a PDF, as the file draws it. Coordinates are PDF points from the page's top left corner. */
export interface PdfRun {
  readonly text: string
  readonly x: number
  /** The baseline. */
  readonly y: number
  readonly width: number
  /** The font's size in points. */
  readonly size: number
  /** The font's real name where known: `SourceSans3-Bold`. */
  readonly font: string
  readonly bold: boolean
  readonly italic: boolean
}

/** A link annotation and its rectangle. */
export interface PdfLink {
  readonly url: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly runs: readonly PdfRun[]
  readonly links: readonly PdfLink[]
  /** How many images the page paints: an image-only page has some, and no runs. */
  readonly images: number
}

/** The text of a PDF with its places, and its attachments. */
export interface PdfText {
  readonly pages: readonly PdfPage[]
  readonly info: {
    readonly title: string | null
    readonly author: string | null
    readonly producer: string | null
  }
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[]
}

/** Reads PDFs in a guarded child process: 20 MB, 50 pages, 10 s, 512 MB. Throws a `UserError` past a limit. */
export interface PdfReader {
  read(bytes: Uint8Array, file: string): Promise<PdfText>
}
