import { useEffect, useRef, useState } from 'react'
import type { PdfView } from '../../src/faces/server/api.ts'
import { pdfAddress } from './api.ts'

/** The built PDF, drawn page by page beside everything else. */
export function PdfPages({
  pdf,
  posting,
}: {
  readonly pdf: PdfView | null
  readonly posting: string | null
}) {
  if (pdf === null) {
    return (
      <section className="pdf" aria-labelledby="pdf">
        <h2 id="pdf">The PDF</h2>
        <p>
          Not built yet. Press “Build again”, or run <code>bonafide build</code>.
        </p>
      </section>
    )
  }
  const address = pdfAddress(posting)
  return (
    <section className="pdf" aria-labelledby="pdf">
      <h2 id="pdf">The PDF</h2>
      <p className="quiet">
        <a href={address} target="_blank" rel="noreferrer">
          {pdf.file}
        </a>
        , {pdf.pages} {pdf.pages === 1 ? 'page' : 'pages'}, {pdf.receipts} receipts,{' '}
        {pdf.verified ? 'all verified' : 'not all verified: see the findings'}
      </p>
      <Pages address={address} builtAt={pdf.builtAt} pages={pdf.pages} />
    </section>
  )
}

function Pages({
  address,
  builtAt,
  pages,
}: {
  readonly address: string
  readonly builtAt: string
  readonly pages: number
}) {
  const holder = useRef<HTMLDivElement>(null)
  const [failure, setFailure] = useState<string | null>(null)
  useEffect(() => {
    let gone = false
    const draw = async (): Promise<void> => {
      const { drawPages } = await import('./draw-pages.ts')
      const canvases = await drawPages(
        `${address}${address.includes('?') ? '&' : '?'}at=${encodeURIComponent(builtAt)}`,
      )
      if (!gone) holder.current?.replaceChildren(...canvases)
    }
    draw().then(
      () => setFailure(null),
      (error: unknown) => setFailure(String(error)),
    )
    return () => {
      gone = true
    }
  }, [address, builtAt])
  return (
    <>
      {failure === null ? null : (
        <p role="alert">The PDF could not be drawn here ({failure}); the link above opens it.</p>
      )}
      <div
        ref={holder}
        className="pages"
        role="img"
        aria-label={`The built résumé, ${pages} ${pages === 1 ? 'page' : 'pages'}; the link above opens its text`}
      />
    </>
  )
}
