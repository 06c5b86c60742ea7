import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { generatedRepository, git } from './git/history.ts'
import type { Outcome, Task } from './git/measure.ts'
import { finish, table } from './report.ts'

const FIRST_BUDGET = 1.2
const AGAIN_BUDGET = 1.5
const MEMORY_BUDGET = 300
const NEW_COMMITS = 10
const ROUNDS = 5

const { values } = parseArgs({ options: { data: { type: 'string' }, email: { type: 'string' } } })
const repository = values.data === undefined ? await generatedRepository() : resolve(values.data)
const folder = mkdtempSync(join(tmpdir(), 'bonafide-bench-state-'))

/** CPU seconds of a program and of all that it starts, as the shell's own clock of its children tells. */
function cpuOf(
  command: string,
  args: readonly string[],
): { readonly seconds: number; readonly output: string } {
  const script = 'TIMEFORMAT="%3U %3S"; { time "$@" >&3 2>&4; } 2>&5'
  const { status, stdout, output } = spawnSync('bash', ['-c', script, 'bash', command, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe', 'pipe'],
  })
  const times = (output[5] ?? '').trim()
  if (status !== 0 || times === '')
    throw new Error(`${command} ${args.join(' ')} failed: ${stdout}${output[4] ?? ''}`)
  return { seconds: sum(times.split(' ').map(Number)), output: output[3] ?? '' }
}

const least = (numbers: readonly number[]): number => Math.min(...numbers)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** Git's own work, its output thrown away by itself. */
const gitCpu = (...args: readonly string[]): number =>
  cpuOf('bash', ['-c', 'exec git "$@" > /dev/null', 'bash', '-C', repository, ...args]).seconds

interface Run extends Outcome {
  /** CPU of collecting, git's included, in seconds. */
  readonly seconds: number
  /** With the start of the process and the reading of the taxonomy. */
  readonly withStart: number
}

function collect(task: Omit<Task, 'path'>): Run {
  const { seconds, output } = cpuOf(process.execPath, [
    join(import.meta.dirname, 'git/measure.ts'),
    JSON.stringify({ path: repository, ...task } satisfies Task),
  ])
  const outcome = JSON.parse(output) as Outcome
  return { ...outcome, seconds: seconds - outcome.before, withStart: seconds }
}

const repeat = <Result>(rounds: number, action: () => Result): Result[] =>
  Array.from({ length: rounds }, action)

const authors = git(repository, 'log', '--format=%aE', 'HEAD').split('\n')
const busiest =
  [...Map.groupBy(authors, (email) => email)].toSorted((a, b) => b[1].length - a[1].length)[0]?.[0] ?? ''
const person = values.email === undefined ? [busiest] : values.email.split(',')
const everybody = [...new Set(authors)]
const old = git(repository, 'rev-list', '--max-count=1', `--skip=${NEW_COMMITS}`, 'HEAD')
const fresh = git(repository, 'rev-list', '--count', `${old}..HEAD`)

// Other work on the machine only ever adds: the least of several is nearest to what a run costs.
const log = least(repeat(3, () => gitCpu('log', '--raw', '--numstat', 'HEAD')))
const list = least(repeat(ROUNDS, () => gitCpu('rev-list', 'HEAD')))
const first = (emails: readonly string[], name: string): Run =>
  repeat(3, () => {
    const state = join(folder, name)
    rmSync(state, { force: true })
    return collect({ emails, refs: ['HEAD'], state })
  }).toSorted((a, b) => a.seconds - b.seconds)[0] as Run
const one = first(person, 'one')
const all = first(everybody, 'all')

function afterTen(emails: readonly string[]): Run {
  const before = join(folder, 'before')
  rmSync(before, { force: true })
  collect({ emails, refs: [old], state: before })
  return repeat(ROUNDS, () => {
    const state = join(folder, 'again')
    copyFileSync(before, state)
    return collect({ emails, refs: ['HEAD'], state })
  }).toSorted((a, b) => a.seconds - b.seconds)[0] as Run
}
const oneAgain = afterTen(person)
const allAgain = afterTen(everybody)
rmSync(folder, { recursive: true, force: true })

const ratio = (run: Run, base: number): number => run.seconds / base
const row = (name: string, run: Run, base: number, budget: number): readonly string[] => [
  name,
  run.seconds.toFixed(2),
  ratio(run, base).toFixed(2),
  `${budget} ${ratio(run, base) <= budget ? 'ok' : 'short'}`,
  run.withStart.toFixed(2),
  run.peakMegabytes.toFixed(0),
]
console.log(`${repository}: ${authors.length} commits; ${one.commits} by ${person.join(', ')}; ${fresh} new`)
table([
  ['what', 'CPU s', 'ratio', 'budget', 'with start', 'peak MB'],
  ['git log --raw --numstat', log.toFixed(2), '1.00', '', '', ''],
  row('first run, one person', one, log, FIRST_BUDGET),
  row('first run, all commits are the user’s', all, log, FIRST_BUDGET),
  ['git rev-list', list.toFixed(2), '1.00', '', '', ''],
  row(`again after ${fresh} commits, one person`, oneAgain, list, AGAIN_BUDGET),
  row(`again after ${fresh} commits, all the user’s`, allAgain, list, AGAIN_BUDGET),
])
for (const finding of new Set([...one.findings, ...oneAgain.findings])) console.log(finding)
const runs = [one, all, oneAgain, allAgain]
const worstFirst = Math.max(ratio(one, log), ratio(all, log))
const worstAgain = Math.max(ratio(oneAgain, list), ratio(allAgain, list))
const memory = Math.max(...runs.map(({ peakMegabytes }) => peakMegabytes))
finish('git', worstFirst, FIRST_BUDGET, worstAgain <= AGAIN_BUDGET && memory <= MEMORY_BUDGET)
