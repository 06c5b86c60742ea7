import { useState } from 'react'
import type { MatchRowView } from '../../src/faces/server/api.ts'
import { counted, months } from './counted.ts'
import { STANDINGS } from './standings.ts'

/** Lines of the résumé that a row names before it is opened. */
const MOST_LINES = 3

/** One requirement on one line; opened, it shows the words of the posting, the résumé and the ledger. */
export function MatrixRow({ row, posting }: { readonly row: MatchRowView; readonly posting: string }) {
  const [open, setOpen] = useState(false)
  const detail = `detail-${row.id}`
  const standing = STANDINGS[row.standing]
  return (
    <>
      <tr className={standing.tone}>
        <th scope="row">
          <button
            type="button"
            className="opener"
            aria-expanded={open}
            aria-controls={detail}
            onClick={() => setOpen(!open)}
          >
            {row.skills.length === 0 ? row.text : row.skills.join(' or ')}
          </button>
        </th>
        <td>
          <span className="standing">
            <span aria-hidden="true">{standing.mark}</span> {standing.label}
          </span>
        </td>
        <td className="wide">{saidLines(row)}</td>
        <td className="wide">{shownWork(row)}</td>
        <td className="figure">
          {row.weight === 0 ? '' : `${Number(row.points.toFixed(1))} of ${row.weight}`}
        </td>
      </tr>
      <tr id={detail} className="detail" hidden={!open}>
        <td colSpan={5}>{open ? <Detail row={row} posting={posting} /> : null}</td>
      </tr>
    </>
  )
}

function saidLines({ said }: MatchRowView): string {
  if (said.length === 0) return 'nowhere'
  const lines = [...new Set(said.flatMap(({ line }) => (line === null ? [] : [line])))]
  if (lines.length === 0) return counted(said.length, 'place')
  const named = lines.slice(0, MOST_LINES).join(', ')
  return `${lines.length === 1 ? 'line' : 'lines'} ${named}${lines.length > MOST_LINES ? ` and ${lines.length - MOST_LINES} more` : ''}`
}

function shownWork({ shown, standing }: MatchRowView) {
  const most = shown.toSorted((a, b) => b.days - a.days || b.commits - a.commits)[0]
  if (most === undefined) return standing === 'said' ? 'leaves no trace' : 'nothing'
  return (
    <>
      {counted(most.commits, 'commit')} <span className="quiet">{months(most.firstSeen, most.lastSeen)}</span>
      {shown.length > 1 ? <span className="quiet"> and {shown.length - 1} more</span> : null}
    </>
  )
}

function Detail({ row, posting }: { readonly row: MatchRowView; readonly posting: string }) {
  return (
    <dl>
      <div>
        <dt>Asked</dt>
        <dd>
          “{row.text}” <span className="place">{`${posting}:${row.line}`}</span>
        </dd>
      </div>
      <div>
        <dt>Said</dt>
        {row.said.length === 0 ? <dd>The résumé does not say it.</dd> : null}
        {row.said.map((said) => (
          <dd key={said.path}>
            {said.text}{' '}
            <span className="place">{said.line === null ? said.path : `resume.yaml:${said.line}`}</span>
          </dd>
        ))}
      </div>
      <div>
        <dt>Shown</dt>
        {row.shown.length === 0 ? <dd>Nothing that was collected shows it.</dd> : null}
        {row.shown.map((shown) => (
          <dd key={shown.skill}>
            {shown.skill}: {counted(shown.commits, 'commit')} on {counted(shown.days, 'day')},{' '}
            {months(shown.firstSeen, shown.lastSeen)}
          </dd>
        ))}
      </div>
      <div>
        <dt>So</dt>
        <dd>{row.why}</dd>
      </div>
    </dl>
  )
}
