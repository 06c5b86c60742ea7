import type { PdfText } from '../../resume/pdf-text.ts'

/** What the parent asks of the child: one document at a time. */
export interface ReadRequest {
  readonly id: number
  readonly bytes: Uint8Array
  readonly maxPages: number
  readonly maxTextLength: number
  readonly maxAttachmentBytes: number
}

/** Why the child could not read a document. */
export type ReadFault = 'encrypted' | 'broken' | 'pages' | 'size'

/** What the child says: that it is up, how much memory it holds, and the answer to one request. */
export type ChildMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'memory'; readonly rss: number }
  | { readonly kind: 'text'; readonly id: number; readonly text: PdfText; readonly rss: number }
  | { readonly kind: 'fault'; readonly id: number; readonly fault: ReadFault; readonly detail: string }
