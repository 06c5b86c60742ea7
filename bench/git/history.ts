import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Increase it with every change of what is generated. */
const EDITION = 3
const COMMITS = 20_000
const PEOPLE = 30
const FILES = 900
const START = 1_500_000_000
const STEP = 9_000

/** xorshift32: the same numbers on every machine. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const EXTENSIONS = ['ts', 'ts', 'ts', 'py', 'go', 'java', 'sql', 'yml', 'md', 'json']
const WORDS = [
  'order',
  'customer',
  'invoice',
  'queue',
  'retry',
  'cache',
  'route',
  'handler',
  'limit',
  'cursor',
]

/** Writes the history for `git fast-import`: people of unequal industry, files of unequal fate, merges, tags, manifests. */
function* stream(): Generator<string> {
  const random = randomFrom(20_261_123)
  const line = (): string =>
    `  const ${WORDS[random(10)]}${random(1000)} = ${WORDS[random(10)]}(${random(100_000)}, '${WORDS[random(10)]}')`
  const files = new Map<number, string[]>()
  const packages = ['express']
  const path = (file: number): string =>
    `services/${WORDS[file % 10]}/src/${WORDS[(file >> 3) % 10]}/module-${file}.${EXTENSIONS[file % 10]}`
  for (let index = 0; index < COMMITS; index++) {
    // The square makes a few people do most of the work, and a few files see most of the changes.
    const person = Math.floor((random(1000) / 1000) ** 2 * PEOPLE)
    const who = `Person ${person} <person${person}@example.org>`
    const at = START + index * STEP
    const message = `Change ${WORDS[random(10)]} of ${WORDS[random(10)]}${random(3) === 0 ? ` (#${index})` : ''}\n\nThe ${WORDS[random(10)]} was slow.\n`
    yield `commit refs/heads/main\nmark :${index + 1}\nauthor ${who} ${at} +0000\ncommitter ${who} ${at} +0000\n${data(message)}`
    if (index > 100 && random(12) === 0) yield `merge :${index - random(90)}\n`
    for (let change = 1 + random(4); change > 0; change--) {
      const file = Math.floor((random(1000) / 1000) ** 2 * FILES)
      const lines = files.get(file) ?? Array.from({ length: 40 + random(260) }, line)
      const place = random(lines.length)
      lines.splice(place, random(6), ...Array.from({ length: random(9) + 1 }, line))
      if (lines.length > 900) lines.splice(300, 500)
      files.set(file, lines)
      yield `M 100644 inline ${path(file)}\n${data(`${lines.join('\n')}\n`)}`
    }
    if (random(60) === 0) {
      packages.push(`package-${random(500)}`)
      const dependencies = Object.fromEntries(packages.slice(-60).map((name) => [name, '1.0.0']))
      yield `M 100644 inline package.json\n${data(JSON.stringify({ dependencies }, null, 2))}`
      const lock = Array.from({ length: 1500 }, (_, at) => `"package-${at}": "1.${random(3)}.0"`)
      yield `M 100644 inline package-lock.json\n${data(lock.join('\n'))}`
    }
    yield '\n'
    if (index % 400 === 399) yield `reset refs/tags/v1.${index}.0\nfrom :${index + 1}\n\n`
  }
}

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`

/** Runs git and returns what it printed. */
export function git(folder: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  if (status !== 0) throw new Error(`git ${args.join(' ')} failed: ${stderr}`)
  return stdout.trim()
}

/** The generated repository, bare and packed; made once for each machine. */
export async function generatedRepository(): Promise<string> {
  const folder = join(tmpdir(), `bonafide-bench-git-${EDITION}-${COMMITS}`)
  if (existsSync(folder)) return folder
  const making = `${folder}.${process.pid}`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making)
  console.log(`making ${COMMITS} commits by ${PEOPLE} people in ${folder}`)
  git(making, 'init', '--quiet', '--bare', '--initial-branch=main', '.')
  const child = spawn('git', ['-C', making, 'fast-import', '--quiet'], {
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  for (const part of stream()) if (!child.stdin.write(part)) await once(child.stdin, 'drain')
  child.stdin.end()
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0) throw new Error('git fast-import failed')
  // As a clone leaves it: packed, without the commit-graph that a later gc adds.
  git(making, '-c', 'gc.writeCommitGraph=false', 'gc', '--quiet')
  renameSync(making, folder)
  return folder
}
