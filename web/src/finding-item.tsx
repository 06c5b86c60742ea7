import type { Finding, Severity } from '../../src/faces/server/api.ts'
import { placeOf } from './place.ts'
import { Prose } from './prose.tsx'

const MARKS: Readonly<Record<Severity, string>> = { error: '✕', warning: '!', info: 'i' }

/** The severity as a sign, and as a word for those who do not see it. */
export function Mark({ severity }: { readonly severity: Severity }) {
  return (
    <>
      <span className={`mark ${severity}`} aria-hidden="true">
        {MARKS[severity]}
      </span>
      <span className="sr">{severity}: </span>
    </>
  )
}

/** One finding: what, where, and the words that it is about. */
export function FindingItem(props: {
  readonly finding: Finding
  /** Whether to show the advice here, and not once for a group. */
  readonly help: boolean
  /** Whether it stands below its file, and not below its severity and rule. */
  readonly marked?: boolean
}) {
  const { finding } = props
  return (
    <li>
      {props.marked === true ? <Mark severity={finding.severity} /> : null}
      <div>
        <p>
          <Prose text={finding.message} />{' '}
          <span className="where">
            <span className="place">{props.marked === true ? lineOf(finding) : fullPlace(finding)}</span>
            {props.marked === true ? <code>{finding.code}</code> : null}
          </span>
        </p>
        <Excerpt finding={finding} />
        {finding.fix === undefined ? null : <p className="help">{finding.fix.title}.</p>}
        {props.help && finding.help !== undefined ? (
          <p className="help">
            <Prose text={finding.help} />
          </p>
        ) : null}
      </div>
    </li>
  )
}

function fullPlace({ position }: Finding): string {
  return position === null ? '' : placeOf(position)
}

/** Below the name of its file, a place is a line. */
function lineOf({ position }: Finding): string {
  if (position === null || position.line === null) return ''
  return position.column === null ? `${position.line}` : `${position.line}:${position.column}`
}

/** The source line, with the words in question marked. */
function Excerpt({ finding: { excerpt, position, endColumn } }: { readonly finding: Finding }) {
  if (excerpt === undefined || excerpt.trim() === '') return null
  const start = (position?.column ?? 1) - 1
  const end = position?.column === null || endColumn === undefined ? start : endColumn - 1
  return (
    <pre>
      {excerpt.slice(0, start).trimStart()}
      {end > start ? <mark>{excerpt.slice(start, end)}</mark> : null}
      {excerpt.slice(Math.max(start, end)).trimEnd()}
    </pre>
  )
}
