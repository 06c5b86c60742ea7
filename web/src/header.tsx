import type { LoopView } from '../../src/faces/server/api.ts'

/** Who, for which posting, how well, and the button that builds again. */
export function Header(props: {
  readonly view: LoopView
  readonly onPosting: (file: string) => void
  readonly onBuild: () => void
  readonly building: boolean
}) {
  const { view } = props
  return (
    <header className="top">
      <div>
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
                {[posting.title ?? posting.file, posting.company].filter((part) => part !== null).join(', ')}
                {posting.score === null ? '' : ` (${posting.score})`}
              </option>
            ))}
          </select>
        </label>
      )}
      {view.match === null ? null : <Score score={view.match.score} definition={view.match.definition} />}
      <button type="button" onClick={props.onBuild} disabled={props.building}>
        {props.building ? 'Building …' : 'Build again'}
      </button>
    </header>
  )
}

function Score({ score, definition }: { readonly score: number | null; readonly definition: string }) {
  return (
    <details className="score">
      <summary>
        <span className="number">{score ?? '–'}</span>
        <span>of 100, and how it is counted</span>
      </summary>
      <p>{definition}</p>
    </details>
  )
}
