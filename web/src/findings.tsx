import { useState } from 'react'
import type { Finding, Severity } from '../../src/faces/server/api.ts'
import { counted } from './counted.ts'
import { FindingItem, Mark } from './finding-item.tsx'
import { SEVERITIES, groupBy, sharedHelp } from './group-findings.ts'
import type { FindingGroup } from './group-findings.ts'
import { Prose } from './prose.tsx'

const TITLES: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' }
const NO_FILE = 'the workspace'

/** What the check found: by severity and rule, or by file and line. */
export function Findings(props: {
  readonly findings: readonly Finding[]
  /** Whether the most valuable ones are shown elsewhere. */
  readonly said: boolean
}) {
  const { findings } = props
  const [byFile, setByFile] = useState(false)
  return (
    <section aria-labelledby="findings">
      <div className="heading">
        <h2 id="findings" tabIndex={-1}>
          {props.said ? 'Other findings' : 'Findings'}
        </h2>
        {findings.length === 0 ? null : <Choice byFile={byFile} onChange={setByFile} />}
      </div>
      {findings.length === 0 ? <p>Nothing {props.said ? 'else ' : ''}was found.</p> : null}
      {byFile ? <ByFile findings={findings} /> : <BySeverity findings={findings} />}
    </section>
  )
}

function Choice(props: { readonly byFile: boolean; readonly onChange: (byFile: boolean) => void }) {
  return (
    <fieldset className="grouping">
      <legend className="sr">Group the findings by</legend>
      {[false, true].map((byFile) => (
        <label key={String(byFile)}>
          <input
            type="radio"
            name="grouping"
            checked={props.byFile === byFile}
            onChange={() => props.onChange(byFile)}
          />
          <span>{byFile ? 'By file' : 'By severity'}</span>
        </label>
      ))}
    </fieldset>
  )
}

function BySeverity({ findings }: { readonly findings: readonly Finding[] }) {
  return SEVERITIES.map((severity) => {
    const found = findings.filter((finding) => finding.severity === severity)
    if (found.length === 0) return null
    return (
      <div key={severity} className="severity">
        <h3>{counted(found.length, TITLES[severity])}</h3>
        {groupBy(found, ({ code }) => code).map((group) => (
          <RuleGroup key={group.key} group={group} severity={severity} />
        ))}
      </div>
    )
  })
}

function RuleGroup({ group, severity }: { readonly group: FindingGroup; readonly severity: Severity }) {
  const help = sharedHelp(group)
  const name = group.findings[0]?.name ?? group.key
  return (
    <details className={`rule ${severity}`} open={severity !== 'info'}>
      <summary>
        <Mark severity={severity} /> <span className="name">{sentence(name)}</span>{' '}
        {group.findings.length === 1 ? null : <span className="count">{group.findings.length}</span>}{' '}
        <code>{group.key}</code>
      </summary>
      {help === null ? null : (
        <p className="help">
          <Prose text={help} />
        </p>
      )}
      <ul className="findings">
        {group.findings.map((finding, index) => (
          // Two findings may be alike in all but their order.
          <FindingItem key={`${finding.message}-${index}`} finding={finding} help={help === null} />
        ))}
      </ul>
    </details>
  )
}

function ByFile({ findings }: { readonly findings: readonly Finding[] }) {
  return groupBy(findings, ({ position }) => position?.file ?? NO_FILE).map(({ key, findings: some }) => (
    <div key={key} className="severity">
      <h3 className={key === NO_FILE ? '' : 'file'}>{key}</h3>
      <ul className="findings marked">
        {some.map((finding, index) => (
          <FindingItem key={`${finding.code}-${index}`} finding={finding} help marked />
        ))}
      </ul>
    </div>
  ))
}

/** `number-without-evidence` as people write it. */
function sentence(name: string): string {
  const words = name.replaceAll('-', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
