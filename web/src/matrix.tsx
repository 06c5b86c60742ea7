import type { MatchRowView, MatchView, Standing } from '../../src/faces/server/api.ts'

const STANDINGS: Readonly<Record<Standing, { readonly label: string; readonly mark: string }>> = {
  'shown-and-said': { label: 'said and shown', mark: '✓' },
  said: { label: 'said', mark: '✓' },
  'shown-unsaid': { label: 'shown, not said', mark: '!' },
  'said-unshown': { label: 'said, not shown', mark: '?' },
  missing: { label: 'missing', mark: '–' },
  unknown: { label: 'not compared', mark: '·' },
}

/** The requirement matrix: asked, said, shown. */
export function Matrix({ match, posting }: { readonly match: MatchView; readonly posting: string | null }) {
  return (
    <section aria-labelledby="matrix">
      <h2 id="matrix" tabIndex={-1}>
        Requirements
      </h2>
      {match.rows.length === 0 ? (
        <p>
          The posting asks for nothing that could be read. <code>bonafide posting {posting}</code> shows what
          was seen.
        </p>
      ) : (
        <div className="scroll" role="region" aria-label="Requirement matrix" tabIndex={0}>
          <table className="matrix">
            <thead>
              <tr>
                <th scope="col">Asked</th>
                <th scope="col">Standing</th>
                <th scope="col">Said</th>
                <th scope="col">Shown by the work</th>
                <th scope="col" className="figure">
                  Points
                </th>
              </tr>
            </thead>
            <tbody>
              {match.rows.map((row) => (
                <Row key={row.id} row={row} posting={posting} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function Row({ row, posting }: { readonly row: MatchRowView; readonly posting: string | null }) {
  const standing = STANDINGS[row.standing]
  return (
    <tr>
      <th scope="row">
        <span className={`modality ${row.modality}`}>{row.modality}</span>{' '}
        {row.skills.length === 0 ? row.text : row.skills.join(' or ')}
        <span className="place">
          {posting}:{row.line}
        </span>
      </th>
      <td>
        <span className={`standing ${row.standing}`} title={row.why}>
          <span aria-hidden="true">{standing.mark}</span> {standing.label}
        </span>
      </td>
      <td>
        {row.said.length === 0 ? (
          <span className="quiet">nowhere</span>
        ) : (
          <details>
            <summary>{row.said.length === 1 ? 'once' : `${row.said.length} times`}</summary>
            <ul>
              {row.said.map((said) => (
                <li key={said.path + said.text}>
                  {said.text} <span className="place">resume.yaml:{said.line ?? '?'}</span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </td>
      <td>
        {row.shown.length === 0 ? (
          <span className="quiet">nothing collected shows it</span>
        ) : (
          row.shown.map((shown) => (
            <div key={shown.skill}>
              {shown.skill}: {shown.commits} {shown.commits === 1 ? 'commit' : 'commits'}, {shown.firstSeen}{' '}
              to {shown.lastSeen}
            </div>
          ))
        )}
      </td>
      <td className="figure">
        {row.weight === 0 ? '' : `${Number(row.points.toFixed(1))} of ${row.weight}`}
      </td>
    </tr>
  )
}
