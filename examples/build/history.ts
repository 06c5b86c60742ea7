import { MILESTONES, applyMilestone } from './milestones.ts'
import { BOT, MIRA, PEOPLE } from './people.ts'
import type { Person } from './people.ts'
import { seededRandom } from './random.ts'
import type { Random } from './random.ts'
import {
  MODULES,
  addMigration,
  firstTree,
  growEvents,
  growModule,
  growTest,
  mendFile,
  packageJson,
} from './shop.ts'
import type { Tree } from './shop.ts'

const FIRST_DAY = '2025-09-01'
const LAST_DAY = '2026-10-30'
const SEED = 20_250_901
const HOUR = 3600

interface Author {
  readonly name: string
  readonly email: string
}

/** Writes a stream for `git fast-import` that makes the whole history of the example repository. */
export function historyStream(): string {
  const history = new History(seededRandom(SEED))
  history.commit({
    author: authorOf(MIRA, FIRST_DAY),
    time: secondsAt(FIRST_DAY, 9),
    subject: 'Start the shop API',
    paths: [...history.tree.keys()],
  })
  for (let day = nextDay(FIRST_DAY); day <= LAST_DAY; day = nextDay(day)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    if (weekday === 0 || weekday === 6 || isHoliday(day)) continue
    history.workOn(day, weekday)
  }
  return history.stream()
}

class History {
  readonly tree: Tree = firstTree()
  private readonly random: Random
  private readonly out: string[] = []
  private mark = 0
  private head = 0
  private pull = 0
  private migrations = 1
  private release = 0
  private readonly dependencies: Record<string, string> = { express: '^4.21.2', pg: '^8.13.1' }
  private readonly development: Record<string, string> = {
    typescript: '^5.7.2',
    '@types/node': '^22.10.2',
    '@types/express': '^4.17.21',
    jest: '^29.7.0',
  }

  constructor(random: Random) {
    this.random = random
  }

  stream(): string {
    return `${this.out.join('')}reset refs/heads/main\nfrom :${this.head}\n\n`
  }

  workOn(day: string, weekday: number): void {
    const { random } = this
    for (const milestone of MILESTONES.filter((item) => item.day === day)) {
      const person = PEOPLE.find(({ name }) => name === milestone.by) ?? MIRA
      const paths = applyMilestone(this.tree, milestone, (added) => {
        Object.assign(this.dependencies, added)
        return packageJson(this.dependencies, this.development)
      })
      this.pull += 1
      this.commit({
        author: authorOf(person, day),
        time: secondsAt(day, 10),
        subject: `${milestone.subject} (#${this.pull})`,
        paths,
      })
    }
    if (weekday === 1 && random.chance(0.55)) this.updateDependency(day)
    const pulls = random.pick([0, 1, 1, 1, 2])
    for (let index = 0; index < pulls; index++) this.pullRequest(day, 10 + 2 * index, pickPerson(random, day))
    if (weekday === 4 && random.chance(0.45)) this.tagRelease(day)
  }

  private pullRequest(day: string, hour: number, person: Person): void {
    const { random } = this
    this.pull += 1
    const number = this.pull
    const module = random.chance(0.75) ? random.pick(person.modules) : random.pick(MODULES)
    const author = authorOf(person, day)
    if (random.chance(0.55)) {
      const { subject, paths } = this.change(module, day)
      const trailers = this.trailersFor(person)
      this.commit({
        author,
        time: secondsAt(day, hour) + random.between(0, 6000),
        subject: `${subject} (#${number})`,
        body: trailers,
        paths,
      })
      return
    }
    const base = this.head
    let branch = base
    let last = subjectOf(module, random)
    const commits = random.between(1, 3)
    for (let index = 0; index < commits; index++) {
      const { subject, paths } = this.change(module, day)
      last = subject
      branch = this.commit({
        author,
        time: secondsAt(day, hour) + index * 1500,
        subject,
        body: this.trailersFor(person),
        paths,
        parent: branch,
      })
    }
    const slug = last
      .toLowerCase()
      .replaceAll(/[^a-z]+/g, '-')
      .slice(0, 40)
    const merger = random.chance(0.6) ? author : authorOf(random.pick([MIRA, ...PEOPLE]), day)
    this.merge({
      author: merger,
      time: secondsAt(day, hour) + 6500,
      subject: `Merge pull request #${number} from larkspur/${slug}`,
      body: `\n${last}\n`,
      first: base,
      second: branch,
    })
  }

  private change(
    module: string,
    day: string,
  ): { readonly subject: string; readonly paths: readonly string[] } {
    const { random, tree } = this
    const dice = random.next()
    if (module === 'events' || (day > '2026-01-20' && dice < 0.08)) {
      if (day > '2026-01-20')
        return {
          subject: `React to ${random.pick(MODULES)} events once, even when they come twice`,
          paths: [growEvents(tree, random)],
        }
      return {
        subject: 'Keep an outbox of order events',
        paths: [growModule(tree, 'orders', 'repository', random)],
      }
    }
    const known = module === 'search' ? 'catalogue' : module
    if (dice < 0.2) {
      const paths = [...tree.keys()].filter((path) => path.startsWith(`src/${known}/`))
      const path = paths[random.between(0, Math.max(0, paths.length - 1))]
      if (path !== undefined) {
        mendFile(tree, path, random)
        return {
          subject: `Fix ${random.pick(['a race', 'a wrong status', 'an off-by-one', 'a slow query', 'a leak'])} in ${known}`,
          paths: [path],
        }
      }
    }
    if (dice < 0.32) {
      this.migrations += 1
      return {
        subject: `Add ${random.pick(['an index', 'a column', 'a constraint'])} for ${known}`,
        paths: [
          addMigration(tree, this.migrations, known, random),
          growModule(tree, known, 'repository', random),
        ],
      }
    }
    if (dice < 0.5)
      return { subject: `Test ${known} for what is not there`, paths: [growTest(tree, known, random)] }
    return {
      subject: subjectOf(known, random),
      paths: [
        growModule(tree, known, 'routes', random),
        growModule(tree, known, 'service', random),
        growModule(tree, known, 'repository', random),
      ],
    }
  }

  private trailersFor(person: Person): string {
    if (this.random.chance(0.06))
      return '\nCo-authored-by: Copilot <198982749+Copilot@users.noreply.github.com>\n'
    if (!this.random.chance(0.07)) return ''
    const other = this.random.pick([MIRA, ...PEOPLE])
    return other === person ? '' : `\nCo-authored-by: ${other.name} <${other.emails[0]}>\n`
  }

  private updateDependency(day: string): void {
    const names = Object.keys(this.dependencies)
    const name = names[this.random.between(0, names.length - 1)] ?? 'pg'
    const version = `^${this.random.between(5, 9)}.${this.random.between(0, 30)}.${this.random.between(0, 9)}`
    this.dependencies[name] = version
    this.tree.set('package.json', packageJson(this.dependencies, this.development))
    this.tree.set(
      'package-lock.json',
      `${JSON.stringify({ name: 'shop-api', lockfileVersion: 3, packages: this.dependencies }, null, 2)}\n`,
    )
    this.pull += 1
    this.commit({
      author: BOT,
      time: secondsAt(day, 5),
      subject: `chore(deps): update ${name} to ${version.slice(1)} (#${this.pull})`,
      paths: ['package.json', 'package-lock.json'],
    })
  }

  private tagRelease(day: string): void {
    this.release += 1
    const tagger = this.random.chance(0.4)
      ? authorOf(MIRA, day)
      : authorOf(this.random.pick([MIRA, ...PEOPLE]), day)
    const name = `v1.${this.release}.0`
    this.out.push(
      `tag ${name}\nfrom :${this.head}\ntagger ${stamp(tagger, secondsAt(day, 16))}\n${data(`Release ${name}\n`)}`,
    )
  }

  commit(change: {
    author: Author
    time: number
    subject: string
    body?: string
    paths: readonly string[]
    parent?: number
  }): number {
    this.mark += 1
    const parent = change.parent ?? this.head
    const lines = [
      `commit refs/heads/work\nmark :${this.mark}\n`,
      `author ${stamp(change.author, change.time)}\n`,
      `committer ${stamp(change.author, change.time)}\n`,
      data(`${change.subject}\n${change.body ?? ''}`),
    ]
    if (parent !== 0) lines.push(`from :${parent}\n`)
    for (const path of new Set(change.paths))
      lines.push(`M 100644 inline ${path}\n`, data(this.tree.get(path) ?? ''))
    this.out.push(...lines, '\n')
    if (change.parent === undefined) this.head = this.mark
    return this.mark
  }

  private merge(change: {
    author: Author
    time: number
    subject: string
    body: string
    first: number
    second: number
  }): void {
    this.mark += 1
    this.out.push(
      `commit refs/heads/work\nmark :${this.mark}\nauthor ${stamp(change.author, change.time)}\ncommitter ${stamp({ name: 'GitHub', email: 'noreply@github.com' }, change.time)}\n`,
      data(`${change.subject}\n${change.body}`),
      `from :${change.first}\nmerge :${change.second}\n`,
      // The branch was cut from the head of main, so its tree is the merge's tree.
      ...[...this.tree].flatMap(([path, content]) => [`M 100644 inline ${path}\n`, data(content)]),
      '\n',
    )
    this.head = this.mark
  }
}

const SUBJECTS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  orders: [
    'Answer order look-ups from one query',
    'Cancel an order and its reservations together',
    'Keep the history of each order',
    'Let support reopen an order',
  ],
  payments: [
    'Settle payments once, whatever the provider repeats',
    'Refund in part',
    'Retry a charge with a growing pause',
    'Reconcile payouts by day',
  ],
  catalogue: [
    'Page through the catalogue by key instead of offset',
    'Show what is left in stock',
    'Hide archived items from search',
    'Rank items by how often they sell',
  ],
  customers: [
    'Let customers keep several addresses',
    'Export what we hold on a customer',
    'Forget a customer on request',
    'Check addresses before checkout',
  ],
  carts: [
    'Merge the guest cart at sign-in',
    'Expire carts after thirty days',
    'Apply one voucher a cart',
    'Price the cart in one pass',
  ],
  inventory: [
    'Reserve stock for fifteen minutes',
    'Count stock by warehouse',
    'Import deliveries in batches',
    'Warn before an item runs out',
  ],
  shipping: [
    'Quote shipping by weight and zone',
    'Split an order into parcels',
    'Track parcels by carrier',
    'Cache quotes for an hour',
  ],
}

function subjectOf(module: string, random: Random): string {
  return random.pick(SUBJECTS[module] ?? [`Extend ${module}`])
}

function pickPerson(random: Random, day: string): Person {
  // Priya joined in spring.
  const present = PEOPLE.filter(({ name }) => name !== 'Priya Nair' || day >= '2026-03-02')
  let dice = random.next() * present.reduce((sum, person) => sum + person.share, 0)
  for (const person of present) {
    dice -= person.share
    if (dice <= 0) return person
  }
  return MIRA
}

function authorOf(person: Person, day: string): Author {
  // From May on some of Mira's commits come from the web editor, under her noreply address.
  const number = Number(day.slice(8)) % 7
  const email =
    day >= '2026-05-01' && number === 3 && person.emails.length > 1
      ? (person.emails[1] ?? person.emails[0])
      : person.emails[0]
  return { name: person.name, email }
}

function isHoliday(day: string): boolean {
  return (day >= '2025-12-22' && day <= '2026-01-02') || (day >= '2026-07-27' && day <= '2026-08-07')
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 24 * HOUR * 1000).toISOString().slice(0, 10)
}

function secondsAt(day: string, hour: number): number {
  return Date.parse(`${day}T00:00:00Z`) / 1000 + hour * HOUR
}

function stamp(author: Author, seconds: number): string {
  return `${author.name} <${author.email}> ${seconds} +0100`
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`
}
