import type { Resume } from '../resume/model.ts'
import { normaliseResume } from '../resume/normalise.ts'
import { letters } from './comparable.ts'
import { heldRoles } from './roles.ts'
import type { HeldRole } from './roles.ts'
import type { CheckSubject } from './rule.ts'

type Built = NonNullable<CheckSubject['built']>

/** The résumé that a machine gets back from the built PDF. */
export function rereadResume(built: Built): Resume {
  return normaliseResume(built.reread.document)
}

/** One field of a job that did not come back as it was printed. */
export interface JobDifference {
  readonly field: 'company' | 'title' | 'start' | 'end'
  readonly printed: string
  /** Null when the machine found none. */
  readonly read: string | null
}

/** A printed job and what came back of it; `differences` is null when nothing like it came back. */
export interface RereadJob {
  readonly printed: HeldRole
  readonly differences: readonly JobDifference[] | null
}

/** Pairs each printed job with the most similar one that was read, each of those at most once. */
export function rereadJobs(printed: Resume, read: Resume): readonly RereadJob[] {
  const roles = heldRoles(printed)
  const others = heldRoles(read)
  const pairs = roles
    .flatMap((role) => others.map((other) => ({ role, other, score: similarity(role, other) })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
  const paired = new Map<HeldRole, HeldRole>()
  const taken = new Set<HeldRole>()
  for (const { role, other } of pairs) {
    if (paired.has(role) || taken.has(other)) continue
    paired.set(role, other)
    taken.add(other)
  }
  return roles.map((role) => {
    const other = paired.get(role)
    return { printed: role, differences: other ? differencesOf(role, other) : null }
  })
}

function similarity(a: HeldRole, b: HeldRole): number {
  const company = sameText(a.employment.company, b.employment.company)
  const title = sameText(a.role.title, b.role.title)
  const start = sameDate(a.role.start, b.role.start)
  if (!company && !title && !start) return 0
  return (company ? 4 : 0) + (title ? 3 : 0) + (start ? 2 : 0) + (sameDate(a.role.end, b.role.end) ? 1 : 0)
}

function differencesOf(printed: HeldRole, read: HeldRole): readonly JobDifference[] {
  const end = (held: HeldRole): string | null => held.role.end ?? (held.role.current ? 'today' : null)
  const fields = [
    ['company', printed.employment.company, read.employment.company, sameText],
    ['title', printed.role.title, read.role.title, sameText],
    ['start', printed.role.start, read.role.start, sameDate],
    ['end', end(printed), end(read), sameDate],
  ] as const
  return fields.flatMap(([field, wrote, got, same]) =>
    wrote === null || same(wrote, got) ? [] : [{ field, printed: wrote, read: got }],
  )
}

function sameText(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && letters(a) === letters(b)
}

/** Print shows a date to the month, and the year alone where no more is known. */
function sameDate(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b
  const month = (date: string): string => date.slice(0, 7)
  return month(a) === month(b)
}
