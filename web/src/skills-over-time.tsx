import type { LoopView } from '../../src/faces/server/api.ts'

const STEPS = 4

/** Commits by skill and quarter as a heat table: colour for the eye, the number for everybody. */
export function SkillsOverTime({ skills }: { readonly skills: LoopView['skills'] }) {
  const most = Math.max(1, ...skills.rows.flatMap((row) => row.commits.map((count) => count ?? 0)))
  return (
    <section aria-labelledby="skills">
      <h2 id="skills">Skills over time</h2>
      {skills.rows.length === 0 ? (
        <p>
          Nothing was collected yet. <code>bonafide collect</code> reads the sources of{' '}
          <code>bonafide.yaml</code>.
        </p>
      ) : (
        <div className="scroll" role="region" aria-label="Skills over time" tabIndex={0}>
          <table className="heat">
            <caption>Your commits that show each skill, by quarter</caption>
            <thead>
              <tr>
                <th scope="col">Skill</th>
                {skills.quarters.map((quarter) => (
                  <th scope="col" key={quarter}>
                    {quarter.replace('-', ' ')}
                  </th>
                ))}
                <th scope="col">All</th>
                <th scope="col">Days</th>
              </tr>
            </thead>
            <tbody>
              {skills.rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{row.name}</th>
                  {row.commits.map((count, index) => (
                    <td key={skills.quarters[index]} className={`heat-${step(count, most)}`}>
                      {count ?? '?'}
                    </td>
                  ))}
                  <td>{row.total}</td>
                  <td>{row.days}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

/** 0 for none, then four steps by the square root, so that small counts are told apart. */
function step(count: number | null, most: number): number {
  if (count === null || count === 0) return 0
  return Math.max(1, Math.ceil(STEPS * Math.sqrt(count / most)))
}
