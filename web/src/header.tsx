import { useEffect, useState } from 'react'
import type { LoopView, PdfView } from '../../src/faces/server/api.ts'
import { counted } from './counted.ts'

/** Who, for which posting, and the button that builds again. */
export function Header(props: {
  readonly view: LoopView
  readonly onPosting: (file: string) => void
  readonly onBuild: () => void
  readonly building: boolean
  /** Whether what is shown was built just now. */
  readonly built: boolean
}) {
  const { view, building } = props
  return (
    <header className="top">
      <div className="person">
        <h1>{view.person.name ?? 'Nameless so far'}</h1>
        <p className="quiet">
          {[view.person.label, view.workspace].filter((part) => part !== null).join(' · ')}
        </p>
      </div>
      {view.postings.length === 0 ? null : (
        <label className="choice">
          <span>Posting</span>
          <select value={view.posting ?? ''} onChange={(event) => props.onPosting(event.target.value)}>
            {view.postings.map((posting) => (
              <option key={posting.file} value={posting.file}>
                {posting.score === null ? '' : `${posting.score} · `}
                {[posting.title ?? posting.file, posting.company].filter((part) => part !== null).join(', ')}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="build">
        {/* Not `disabled`: that would take the focus away from whoever pressed it by keyboard. */}
        <button
          type="button"
          className="primary"
          aria-disabled={building}
          onClick={() => (building ? undefined : props.onBuild())}
        >
          {buttonText(view.pdf, building)}
        </button>
        {/* Always there: a live region that comes together with its words is not read out. */}
        <p role="status" className="told">
          {building ? 'Building the PDF …' : props.built ? outcome(view.pdf) : ''}
        </p>
        {building ? <Elapsed /> : null}
      </div>
    </header>
  )
}

function buttonText(pdf: PdfView | null, building: boolean): string {
  if (building) return 'Building …'
  return pdf === null ? 'Build the PDF' : 'Build again'
}

function outcome(pdf: PdfView | null): string {
  if (pdf === null) return ''
  const verified = pdf.verified ? ', verified' : ''
  return `Built: ${counted(pdf.pages, 'page')}, ${counted(pdf.receipts, 'receipt')}${verified}.`
}

/** A build is one request, so the time is all that is known of its way. */
function Elapsed() {
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <div className="progress">
      <progress aria-label="Building the PDF" />
      <span className="quiet" aria-hidden="true">
        {seconds} s
      </span>
    </div>
  )
}
