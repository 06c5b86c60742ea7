import { collectRounds, editRounds, type Outcome } from './rounds.ts'

/** `node test/durability/kill.ts [rounds] [seed]`: kill -9 in the middle of collections and of edits; exits 1 on a loss. */
const rounds = Number(process.argv[2] ?? 200)
const seed = Number(process.argv[3] ?? 1)

const outcomes: readonly (readonly [string, Outcome])[] = [
  ['collect', await collectRounds(rounds, seed)],
  ['edit of resume.yaml', await editRounds(rounds, seed)],
]
console.log(`kill -9, seed ${seed}`)
console.table(
  Object.fromEntries(
    outcomes.map(([name, { rounds, acknowledged, traces, cut, losses }]) => [
      name,
      { rounds, acknowledged, 'killed in a write': traces, 'lines cut': cut, lost: losses.length },
    ]),
  ),
)
for (const [name, { losses }] of outcomes) for (const loss of losses) console.log(`${name}: ${loss}`)
process.exitCode = outcomes.some(([, { losses }]) => losses.length > 0) ? 1 : 0
