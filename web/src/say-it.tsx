import { counted, months } from './counted.ts'
import { Prose } from './prose.tsx'
import type { Unsaid } from './unsaid.ts'

/** The most valuable findings: asked for, shown by the work, and not said. */
export function SayIt({ unsaid }: { readonly unsaid: readonly Unsaid[] }) {
  if (unsaid.length === 0) return null
  return (
    <section className="say-it" aria-labelledby="say-it">
      <h2 id="say-it" tabIndex={-1}>
        Say it: your work shows it
      </h2>
      <p>The posting asks for this, your work shows it, and your résumé does not say it.</p>
      <ul>
        {unsaid.map((each) => (
          <Card key={each.row.id} {...each} />
        ))}
      </ul>
    </section>
  )
}

function Card({ finding, row, posting, gain }: Unsaid) {
  const points = Math.round(gain)
  return (
    <li>
      <h3>
        {row.shown.map(({ skill }) => skill).join(', ')}{' '}
        <span className={`modality ${row.modality}`}>{row.modality}</span>
        {points === 0 ? null : <span className="gain">+{points}</span>}
      </h3>
      <dl>
        <div>
          <dt>Asked</dt>
          <dd>
            “{row.text}” <span className="place">{`${posting}:${row.line}`}</span>
          </dd>
        </div>
        <div>
          <dt>Shown</dt>
          <dd>
            {row.shown.map((shown) => (
              <span className="fact" key={shown.skill}>
                {row.shown.length === 1 ? '' : `${shown.skill}: `}
                {counted(shown.commits, 'commit')} on {counted(shown.days, 'day')},{' '}
                {months(shown.firstSeen, shown.lastSeen)}
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>Do</dt>
          <dd>
            {finding.fix === undefined ? null : `${finding.fix.title}. `}
            {finding.help === undefined ? null : <Prose text={finding.help} />} <code>{finding.code}</code>
          </dd>
        </div>
      </dl>
    </li>
  )
}
