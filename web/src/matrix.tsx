import type { MatchRowView, MatchView } from '../../src/faces/server/api.ts'
import { MatrixRow } from './matrix-row.tsx'
import { isCovered } from './standings.ts'

const PARTS = [
  { modality: 'must', title: 'Must have' },
  { modality: 'nice', title: 'Nice to have' },
] as const

/** The requirement matrix: asked, said, shown. */
export function Matrix(props: {
  readonly match: MatchView | null
  readonly posting: string | null
  /** Whether anything was collected at all. */
  readonly collected: boolean
}) {
  const { match, posting } = props
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix" tabIndex={-1}>
        Requirements
      </h2>
      {match === null || posting === null ? (
        <p>
          No posting yet. Save one as a file in <code>postings/</code>: text, Markdown and saved pages are
          read.
        </p>
      ) : match.rows.length === 0 ? (
        <p>
          The posting asks for nothing that could be read. <code>bonafide posting {posting}</code> shows what
          was seen.
        </p>
      ) : (
        <>
          {props.collected ? null : (
            <p className="hint">
              Nothing was collected yet, so nothing can be shown. Run <code>bonafide collect</code>.
            </p>
          )}
          <Table rows={match.rows} posting={posting} />
        </>
      )}
    </section>
  )
}

function Table({ rows, posting }: { readonly rows: readonly MatchRowView[]; readonly posting: string }) {
  return (
    <table className="matrix">
      <caption>
        What <span className="place">{posting}</span> asks for; a row opens with the words of all three sides.
      </caption>
      <thead>
        <tr>
          <th scope="col">Asked</th>
          <th scope="col">Standing</th>
          <th scope="col" className="wide">
            Said in the résumé
          </th>
          <th scope="col" className="wide">
            Shown by the work
          </th>
          <th scope="col" className="figure">
            Points
          </th>
        </tr>
      </thead>
      {PARTS.map(({ modality, title }) => {
        const part = rows.filter((row) => row.modality === modality)
        if (part.length === 0) return null
        return (
          <tbody key={modality}>
            <tr className="part">
              <th scope="rowgroup" colSpan={5}>
                {title}{' '}
                <span className="quiet">
                  {part.filter(isCovered).length} of {part.length} covered
                </span>
              </th>
            </tr>
            {part.map((row) => (
              <MatrixRow key={row.id} row={row} posting={posting} />
            ))}
          </tbody>
        )
      })}
    </table>
  )
}
