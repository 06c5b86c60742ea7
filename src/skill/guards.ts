import type { Separation } from './context.ts'
import { followedBy, near, precededBy, separation } from './context.ts'
import { foldWordChar } from './spelling.ts'
import type { Term, TermGuard } from './terms.ts'

/** A spelling that stands in a text and may or may not be meant. */
export interface Candidate {
  readonly term: Term
  readonly start: number
  readonly end: number
}

/** What a skill implies, without itself. */
export type Implied = (skill: string) => readonly string[]

/** Candidates, told apart. */
export interface Resolution {
  readonly meant: readonly Candidate[]
  readonly rejected: readonly Candidate[]
}

/** How far `withSkills` looks, in UTF-16 code units. */
const WITH_SKILLS_REACH = 200
/** How far apart two ambiguous names may stand that name each other in `withSkills`: "Go with Gin". */
const PAIR_REACH = 40
/** How many ambiguous names in a row vouch for each other. */
const CHAIN = 3
/** How often acceptance may spread to names that rest on names accepted before. */
const ROUNDS = 6

/**
 * The candidates that are meant. Names without a guard stand; a guarded one is judged by what is around it, at first
 * beside names without a guard, then beside those accepted before.
 */
export function resolve(text: string, candidates: readonly Candidate[], implied: Implied): Resolution {
  const scene = new Scene(text, candidates, implied)
  let open: number[] = []
  for (let index = 0; index < candidates.length; index++) if (scene.isOpen(index)) open.push(index)
  for (let round = 0; round < ROUNDS && open.length > 0; round++) {
    const left = open.filter((index) => !scene.judge(index))
    const spread = left.length < open.length
    const chained = round === 0 && scene.acceptChains(left)
    if (!spread && !chained) break
    open = left
  }
  return scene.resolution()
}

class Scene {
  readonly #text: string
  readonly #candidates: readonly Candidate[]
  readonly #implied: Implied
  readonly #meant: boolean[]
  /** All skills meant so far, with what they imply; made when a guard first asks. */
  #named: Set<string> | null = null

  constructor(text: string, candidates: readonly Candidate[], implied: Implied) {
    this.#text = text
    this.#candidates = candidates
    this.#implied = implied
    this.#meant = candidates.map(({ term }) => term.guard === null)
  }

  resolution(): Resolution {
    const meant: Candidate[] = []
    const rejected: Candidate[] = []
    for (const [index, candidate] of this.#candidates.entries()) {
      if (this.#meant[index] === true) meant.push(candidate)
      else rejected.push(candidate)
    }
    return { meant, rejected }
  }

  /** Whether nothing right beside the candidate speaks against it for good. */
  isOpen(index: number): boolean {
    const { term, start, end } = this.#candidates[index]!
    const { guard } = term
    if (guard === null) return false
    if (!this.#caseFits(index) && !this.#hasNeighbour(index)) return false
    return (
      !followedBy(this.#text, end, guard.notFollowedBy) && !precededBy(this.#text, start, guard.notPrecededBy)
    )
  }

  /** Accepts the candidate if what is around it says so by now. */
  judge(index: number): boolean {
    const { guard } = this.#candidates[index]!.term
    if (guard === null || !this.#isMeant(index, guard)) return false
    this.#accept(index)
    return true
  }

  /**
   * Accepts ambiguous names that stand in a row, as they vouch for each other: three with a comma or slash among them
   * ("Go, Rust and Swift"), or any beside three sure names in a row of tags written small ("docker go jenkins kafka").
   */
  acceptChains(open: readonly number[]): boolean {
    let changed = false
    const isOpen = new Set(open)
    for (const [first, last] of this.#rows(open)) {
      const row: number[] = []
      for (let index = first; index <= last; index++) if (isOpen.has(index)) row.push(index)
      const sure = last - first + 1 - row.length
      const fitting = row.filter(
        (index) => this.#candidates[index]!.term.guard?.listed && this.#caseFits(index),
      )
      const parted = (index: number): boolean => index > first && this.#parted(index - 1, index) === 'strict'
      const small = this.#isSmall(first) && this.#isSmall(last) && sure >= CHAIN
      const together = fitting.length >= CHAIN && fitting.some(parted)
      for (const index of small ? row : together ? fitting : []) {
        this.#accept(index)
        changed = true
      }
    }
    return changed
  }

  /** First and last candidate of each row of neighbours that holds an open one. */
  #rows(open: readonly number[]): (readonly [number, number])[] {
    const rows: (readonly [number, number])[] = []
    let end = -1
    for (const index of open) {
      if (index <= end) continue
      let first = index
      while (this.#candidates[first - 1] && first > end + 1 && this.#parted(first - 1, first) !== 'far')
        first--
      end = index
      while (this.#candidates[end + 1] && this.#parted(end, end + 1) !== 'far') end++
      rows.push([first, end])
    }
    return rows
  }

  #isSmall(index: number): boolean {
    const { start, end } = this.#candidates[index]!
    return !/\p{Lu}/u.test(this.#text.slice(start, end))
  }

  #accept(index: number): void {
    this.#meant[index] = true
    if (this.#named) this.#name(this.#named, index)
  }

  #name(named: Set<string>, index: number): void {
    const { skill } = this.#candidates[index]!.term
    if (named.has(skill)) return
    named.add(skill)
    for (const id of this.#implied(skill)) named.add(id)
  }

  #isMeant(index: number, guard: TermGuard): boolean {
    const text = this.#text
    const { start, end } = this.#candidates[index]!
    if (!this.#caseFits(index)) return this.#isInSmallList(index)
    return (
      !guard.conditional ||
      (guard.listed !== null && this.#isListed(index, guard.listed)) ||
      followedBy(text, end, guard.followedBy) ||
      precededBy(text, start, guard.precededBy) ||
      this.#isWithSkills(index, guard.withSkills) ||
      this.#isPaired(index, index - 1) ||
      this.#isPaired(index, index + 1) ||
      this.#isInText(guard.inText) ||
      near(text, start, end, guard.near)
    )
  }

  #caseFits(index: number): boolean {
    const { term, start, end } = this.#candidates[index]!
    const required = term.guard?.case ?? null
    if (required === null) return true
    const text = this.#text
    if (required === 'capital') return isCapital(text.charAt(start))
    const letters = term.guard?.letters ?? ''
    let matched = 0
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at)
      if (foldWordChar(code) !== 0 && code !== letters.charCodeAt(matched++)) return false
    }
    return true
  }

  #parted(a: number, b: number): Separation {
    const before = this.#candidates[Math.min(a, b)]
    const after = this.#candidates[Math.max(a, b)]
    return before && after ? separation(this.#text, before.end, after.start) : 'far'
  }

  #hasNeighbour(index: number): boolean {
    return this.#parted(index - 1, index) !== 'far' || this.#parted(index, index + 1) !== 'far'
  }

  /** Whether a neighbour in an enumeration, or being all there is, says that the candidate is a skill. */
  #isListed(index: number, how: 'loose' | 'strict'): boolean {
    const text = this.#text
    const { start, end } = this.#candidates[index]!
    if (text.length < 60 && text.trim() === text.slice(start, end)) return true
    for (const other of [index - 1, index + 1]) {
      if (this.#meant[other] !== true) continue
      const parted = this.#parted(index, other)
      if (parted === 'strict' || (parted === 'loose' && how === 'loose')) return true
    }
    return isItem(text, start, end) && this.#hasMeantInLine(index)
  }

  #hasMeantInLine(index: number): boolean {
    return this.#seesMeant(index, -1) || this.#seesMeant(index, 1)
  }

  #seesMeant(index: number, step: -1 | 1): boolean {
    const { start, end } = this.#candidates[index]!
    for (let at = index + step; ; at += step) {
      const other = this.#candidates[at]
      if (!other) return false
      const between = step < 0 ? this.#text.slice(other.end, start) : this.#text.slice(end, other.start)
      if (between.length > LINE_REACH || /\n|[.!?]\s/.test(between)) return false
      if (this.#meant[at] === true && /[,;/|•·]/.test(between)) return true
    }
  }

  /** Tags and hashtags are often written small throughout: "docker, go, rest". */
  #isInSmallList(index: number): boolean {
    const text = this.#text
    const candidate = this.#candidates[index]!
    if (!this.#isSmall(index)) return false
    const parted = [index - 1, index + 1].map((other): Separation => {
      return this.#meant[other] === true && this.#isSmall(other) ? this.#parted(index, other) : 'far'
    })
    if (parted.every((each) => each === 'far')) return false
    if (parted.every((each) => each !== 'far')) return true
    const guard = candidate.term.guard
    if (guard && (this.#isWithSkills(index, guard.withSkills) || this.#isInText(guard.inText))) return true
    return parted.includes('strict') && isItem(text, candidate.start, candidate.end)
  }

  #isWithSkills(index: number, skills: readonly string[]): boolean {
    if (skills.length === 0) return false
    const { start, end } = this.#candidates[index]!
    const fits = (at: number): boolean => {
      const { skill } = this.#candidates[at]!.term
      return (
        this.#meant[at] === true &&
        (skills.includes(skill) || this.#implied(skill).some((id) => skills.includes(id)))
      )
    }
    for (let at = index - 1; at >= 0 && this.#candidates[at]!.end >= start - WITH_SKILLS_REACH; at--) {
      if (fits(at)) return true
    }
    for (let at = index + 1; (this.#candidates[at]?.start ?? Infinity) <= end + WITH_SKILLS_REACH; at++) {
      if (fits(at)) return true
    }
    return false
  }

  #isPaired(index: number, neighbour: number): boolean {
    const one = this.#candidates[index]
    const other = this.#candidates[neighbour]
    if (!one || !other || !this.#caseFits(neighbour)) return false
    const apart = Math.max(one.start, other.start) - Math.min(one.end, other.end)
    return (
      apart <= PAIR_REACH &&
      (one.term.guard?.withSkills.includes(other.term.skill) ?? false) &&
      (other.term.guard?.withSkills.includes(one.term.skill) ?? false) &&
      this.isOpen(neighbour)
    )
  }

  #isInText(skills: readonly string[]): boolean {
    if (skills.length === 0) return false
    if (this.#named === null) {
      const named = new Set<string>()
      this.#meant.forEach((meant, index) => meant && this.#name(named, index))
      this.#named = named
    }
    return skills.some((skill) => this.#named?.has(skill))
  }
}

const isCapital = (char: string): boolean => char !== char.toLowerCase()

const LINE_REACH = 120
const ITEM_BEFORE = /(?:^|[,;/|•·(:\n])\s*$/
const ITEM_AFTER = /^\s*(?:\d[\d.]*\+?\s*)?(?:$|[,;/|•·)\n]|\.(?:\s|$))/

/** Whether it stands alone between the separators of a list. */
function isItem(text: string, start: number, end: number): boolean {
  return (
    ITEM_BEFORE.test(text.slice(Math.max(0, start - 4), start)) && ITEM_AFTER.test(text.slice(end, end + 8))
  )
}
