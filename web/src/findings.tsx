import type { Finding, Severity } from '../../src/faces/server/api.ts'

const MARKS: Readonly<Record<Severity, string>> = { error: '✕', warning: '!', info: 'i' }
const ORDER: readonly Severity[] = ['error', 'warning', 'info']

/** What the check found, worst first, each with where it stands. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  const counts = ORDER.map((severity) => ({
    severity,
    found: findings.filter((finding) => finding.severity === severity),
  }))
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">Findings</h2>
      {findings.length === 0 ? (
        <p>Nothing found.</p>
      ) : (
        <p className="quiet">
          {counts
            .filter(({ found }) => found.length > 0)
            .map(({ severity, found }) => `${found.length} ${severity}`)
            .join(', ')}
        </p>
      )}
      <ul className="findings">
        {counts
          .flatMap(({ found }) => found)
          .map((finding, index) => (
            // Two findings may be alike in all but their order.
            <li key={`${finding.code}-${index}`} className={finding.severity}>
              <span className="mark" aria-hidden="true">
                {MARKS[finding.severity]}
              </span>
              <div>
                <p>
                  <span className="sr">{finding.severity}: </span>
                  {finding.message}
                </p>
                <p className="quiet">
                  <code>{finding.code}</code> {finding.name}
                  {finding.position === null ? null : (
                    <>
                      {' '}
                      · <span className="place">{placeOf(finding)}</span>
                    </>
                  )}
                </p>
                {finding.excerpt === undefined ? null : <pre>{finding.excerpt.trim()}</pre>}
                {finding.help === undefined ? null : <p className="help">{finding.help}</p>}
              </div>
            </li>
          ))}
      </ul>
    </section>
  )
}

function placeOf({ position }: Finding): string {
  if (position === null) return ''
  const { file, line, column, page } = position
  if (line === null) return page === undefined ? file : `${file}, page ${page}`
  return column === null ? `${file}:${line}` : `${file}:${line}:${column}`
}
