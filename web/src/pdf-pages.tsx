import { useEffect, useRef, useState } from 'react'
import type { PdfView } from '../../src/faces/server/api.ts'
import { fetchPdf, pdfAddress } from './api.ts'
import { counted } from './counted.ts'

/** The built PDF, drawn page by page beside everything else. */
export function PdfPages(props: {
  readonly pdf: PdfView | null
  readonly posting: string | null
  readonly building: boolean
}) {
  const { pdf, posting } = props
  return (
    <section className="pdf" aria-labelledby="pdf" aria-busy={props.building}>
      <h2 id="pdf">The PDF</h2>
      {pdf === null ? (
        <p>
          Not built yet. Press “Build the PDF”, or run <code>bonafide build</code>.
        </p>
      ) : (
        <>
          <p className="quiet">
            {counted(pdf.pages, 'page')}, {counted(pdf.receipts, 'receipt')},{' '}
            {pdf.verified ? 'verified' : 'not verified'} · built <Built at={pdf.builtAt} /> ·{' '}
            <a href={pdfAddress(posting)} target="_blank" rel="noreferrer">
              open<span className="sr"> the PDF in a new tab</span>
            </a>
          </p>
          <Pages posting={posting} builtAt={pdf.builtAt} pages={pdf.pages} />
          <p className="place">{pdf.file}</p>
        </>
      )}
    </section>
  )
}

function Built({ at }: { readonly at: string }) {
  const date = new Date(at)
  return <time dateTime={at}>{date.toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}</time>
}

function Pages(props: {
  readonly posting: string | null
  /** Tells one build from the next. */
  readonly builtAt: string
  readonly pages: number
}) {
  const { posting, builtAt } = props
  const holder = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'drawing' | 'drawn' | Error>('drawing')
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const abort = new AbortController()
    const draw = async (): Promise<void> => {
      const [{ drawPages }, bytes] = await Promise.all([
        import('./draw-pages.ts'),
        fetchPdf(posting, abort.signal),
      ])
      const canvases = await drawPages(bytes, abort.signal)
      if (abort.signal.aborted) return
      holder.current?.replaceChildren(...canvases)
      setState('drawn')
    }
    draw().catch((error: unknown) => {
      if (!abort.signal.aborted) setState(error instanceof Error ? error : new Error(String(error)))
    })
    return () => abort.abort()
  }, [posting, builtAt, attempt])
  return (
    <>
      {state instanceof Error ? (
        <div className="hint">
          <p role="alert">The PDF could not be drawn here: {state.message} The link above opens it.</p>
          <button type="button" onClick={() => setAttempt(attempt + 1)}>
            Draw it again
          </button>
        </div>
      ) : null}
      <div
        ref={holder}
        className="pages"
        data-state={state instanceof Error ? 'failed' : state}
        role="img"
        aria-label={`The built résumé, ${counted(props.pages, 'page')}; the link above opens its text`}
      />
    </>
  )
}
