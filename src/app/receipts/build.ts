import { RECEIPTS_NAME } from '../../claim/receipt.ts'
import type { Typeset, TypesetRequest, Typesetter } from '../../exporters/typesetter.ts'
import type { PdfReader } from '../../resume/pdf-text.ts'
import { issueReceipts, type Issued, type IssueOptions } from './issue.ts'

/** A document with its receipts inside. */
export interface DocumentWithReceipts extends Issued {
  readonly typeset: Typeset
}

/**
 * Reads the text of a typeset document back, signs it with the receipts and typesets again with these attached. An
 * attachment moves no text, so the signed text is the document's; the caller, who reads the final document for its
 * checks, may verify.
 */
export async function typesetWithReceipts(
  request: TypesetRequest,
  first: Typeset,
  ports: { readonly typesetter: Typesetter; readonly pdf: PdfReader },
  issue: Omit<IssueOptions, 'printed'>,
): Promise<DocumentWithReceipts> {
  const issued = await issueReceipts({
    ...issue,
    printed: await ports.pdf.read(first.pdf, 'the typeset document'),
  })
  const attachment = {
    name: RECEIPTS_NAME,
    bytes: issued.bytes,
    mime: 'application/json',
    description: 'Signed receipts for the claims of this document',
  }
  const typeset = await ports.typesetter.typeset({
    ...request,
    attachments: [...request.attachments, attachment],
  })
  return { ...issued, typeset }
}
