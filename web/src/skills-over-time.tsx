import { useState } from 'react'
import type { LoopView } from '../../src/faces/server/api.ts'

const STEPS = 4
const FIRST_ROWS = 12

type Skills = LoopView['skills']

/** Commits by skill and quarter as a heat table: colour for the eye, the number for everybody. */
export function SkillsOverTime({ skills }: { readonly skills: Skills }) {
  const [all, setAll] = useState(false)
  const rows = all ? skills.rows : skills.rows.slice(0, FIRST_ROWS)
  return (
    <section aria-labelledby="skills">
      <h2 id="skills">Skills over time</h2>
      {skills.rows.length === 0 ? (
        <Empty collected={skills.quarters.length > 0} />
      ) : (
        <>
          {/* Scrolls when there are many quarters; focusable, so that the keyboard can scroll it. */}
          <div className="scroll" role="group" aria-labelledby="skills" tabIndex={0}>
            <Heat quarters={skills.quarters} rows={rows} most={mostOf(skills)} />
          </div>
          {skills.rows.length > FIRST_ROWS ? (
            <button type="button" className="more" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? `Show ${FIRST_ROWS}` : `Show all ${skills.rows.length}`}
            </button>
          ) : null}
        </>
      )}
    </section>
  )
}

function Empty({ collected }: { readonly collected: boolean }) {
  if (collected) return <p>What was collected shows no skill that is known here.</p>
  return (
    <p>
      Nothing was collected yet. <code>bonafide collect</code> reads the sources of <code>bonafide.yaml</code>
      .
    </p>
  )
}

function Heat(props: {
  readonly quarters: Skills['quarters']
  readonly rows: Skills['rows']
  readonly most: number
}) {
  return (
    <table className="heat">
      <caption>
        Your commits that show each skill, by quarter. A hatched quarter is one that no source covers.
      </caption>
      <thead>
        <tr>
          <th scope="col">Skill</th>
          {props.quarters.map((quarter) => {
            const [year, number] = quarter.split('-')
            return (
              <th scope="col" key={quarter} className="quarter">
                <span>{year}</span> {number}
              </th>
            )
          })}
          <th scope="col">Commits</th>
          <th scope="col">Days</th>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.name}</th>
            {row.commits.map((count, index) => (
              <td
                key={props.quarters[index]}
                className={count === null ? 'unknown' : `heat-${step(count, props.most)}`}
              >
                {count ?? <span className="sr">not known</span>}
              </td>
            ))}
            <td className="sum">{row.total}</td>
            <td className="sum">{row.days}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function mostOf({ rows }: Skills): number {
  return Math.max(1, ...rows.flatMap((row) => row.commits.map((count) => count ?? 0)))
}

/** 0 for none, then four steps by the square root, so that small counts are told apart. */
function step(count: number, most: number): number {
  return count === 0 ? 0 : Math.max(1, Math.ceil(STEPS * Math.sqrt(count / most)))
}
