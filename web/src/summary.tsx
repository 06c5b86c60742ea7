import type { MatchRowView, MatchView, Standing } from '../../src/faces/server/api.ts'
import { STANDINGS, gainOf, isCovered } from './standings.ts'

const WIDTH = 1_000

/** The score, what it is made of, and how it is counted. */
export function Summary({ match }: { readonly match: MatchView }) {
  const { score, rows } = match
  const musts = rows.filter(({ modality }) => modality === 'must')
  const unsaid = rows.filter(({ standing }) => standing === 'shown-unsaid')
  const gain = Math.round(gainOf(unsaid, rows))
  return (
    <section className="summary" aria-labelledby="match">
      <h2 id="match" className="sr">
        Match
      </h2>
      <p className="score">
        <span className="number">{score ?? '–'}</span>
        <span className="quiet">{score === null ? 'nothing to compare' : 'of 100'}</span>
      </p>
      <div className="parts">
        <p className="headline">
          {musts.length === 0
            ? 'No must-haves'
            : `${musts.filter(isCovered).length} of ${musts.length} musts covered`}
          {gain > 0 ? (
            <>
              {' · '}
              <a href="#say-it">+{gain} by saying what your work shows</a>
            </>
          ) : null}
        </p>
        <Bar rows={rows} />
        <ul className="legend">
          {counts(rows).map(({ standing, found }) => (
            <li key={standing} className={STANDINGS[standing].tone}>
              <span className="swatch" aria-hidden="true" />
              {found.length} {STANDINGS[standing].label}
            </li>
          ))}
        </ul>
        <details className="definition">
          <summary>How the score is counted</summary>
          <p>{match.definition}</p>
        </details>
      </div>
    </section>
  )
}

function counts(rows: readonly MatchRowView[]) {
  return (Object.keys(STANDINGS) as readonly Standing[])
    .map((standing) => ({ standing, found: rows.filter((row) => row.standing === standing) }))
    .filter(({ found }) => found.length > 0)
}

/** Weights by standing, as one bar; the legend says the same in words. */
function Bar({ rows }: { readonly rows: readonly MatchRowView[] }) {
  const weightOf = (some: readonly MatchRowView[]): number =>
    some.reduce((sum, { weight }) => sum + weight, 0)
  const total = weightOf(rows)
  if (total === 0) return null
  let x = 0
  return (
    <svg className="bar" viewBox={`0 0 ${WIDTH} 10`} preserveAspectRatio="none" aria-hidden="true">
      {counts(rows).map(({ standing, found }) => {
        const width = (WIDTH * weightOf(found)) / total
        const start = x
        x += width
        return (
          <rect
            key={standing}
            className={STANDINGS[standing].tone}
            x={start}
            y="0"
            width={width}
            height="10"
          />
        )
      })}
    </svg>
  )
}
