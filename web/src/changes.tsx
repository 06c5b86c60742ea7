import type { ChangeView } from '../../src/faces/server/api.ts'

/** What tailoring moved or left out for this posting, and why. */
export function Changes({ changes }: { readonly changes: readonly ChangeView[] }) {
  if (changes.length === 0) return null
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">Tailored for this posting</h2>
      <ul className="changes">
        {changes.map((change) => (
          <li key={`${change.kind}:${change.line}:${change.text}`}>
            <span className={`kind ${change.kind}`}>{change.kind.replace('-', ' ')}</span>
            <div>
              <p>{change.text}</p>
              <p className="quiet">
                {change.reason}{' '}
                <span className="place">{change.line === null ? '' : `resume.yaml:${change.line}`}</span>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
