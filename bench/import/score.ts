import type { ResumeDocument } from '../../src/resume/schema.ts'

/** The structured truth of a résumé. */
export interface Facts {
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly work: readonly {
    readonly company: string
    readonly position: string
    readonly start: string
    readonly end: string
    readonly highlights: readonly string[]
  }[]
  readonly education: readonly {
    readonly institution: string
    readonly area: string
    readonly studyType: string
  }[]
  readonly skills: readonly { readonly keywords: readonly string[] }[]
}

/** Which of the facts the PDF shows. */
export interface Visible {
  readonly name?: boolean
  readonly email?: boolean
  readonly phone?: boolean
  readonly work_company: readonly boolean[]
  readonly work_position: readonly boolean[]
  readonly work_highlights: readonly (readonly boolean[])[]
  readonly education_institution: readonly boolean[]
  readonly skills: readonly (readonly boolean[])[]
}

/** What is scored, in the order of the report. */
export const COLUMNS = [
  'name',
  'e-mail',
  'phone',
  'company F1',
  'title F1',
  'start',
  'end',
  'whole job',
  'highlights F1',
  'school F1',
  'degree',
  'skills F1',
] as const

/** 0 to 1 by field; null where the document shows nothing to score. */
export type Scores = Readonly<Record<(typeof COLUMNS)[number], number | null>>

interface Job {
  readonly company: string
  readonly title: string
  readonly start: string
  readonly end: string
}

/** Compares what was read with the truth, exactly after case, punctuation and blanks are taken off. */
export function scoreResume(document: ResumeDocument, facts: Facts, visible: Visible): Scores {
  const read = jobsOf(document)
  const shown = facts.work.filter(
    (_, index) => visible.work_company[index] === true && visible.work_position[index] === true,
  )
  const pairs = shown.map((job) => ({ job, found: bestMatch(job, read) }))
  const schools = facts.education.filter((_, index) => visible.education_institution[index] === true)
  const degrees = schools.filter(({ area, studyType }) => area !== '' && studyType !== '')
  return {
    name: visible.name === true ? same(document.basics?.name, facts.name) : null,
    'e-mail': visible.email === true ? same(document.basics?.email, facts.email) : null,
    phone: visible.phone === true ? samePhone(document.basics?.phone, facts.phone) : null,
    'company F1': f1(
      (document.work ?? []).flatMap(({ name }) => (name === undefined ? [] : [name])),
      facts.work.map(({ company }) => company),
      visible.work_company,
    ),
    'title F1': f1(
      read.flatMap(({ title }) => (title === '' ? [] : [title])),
      facts.work.map(({ position }) => position),
      visible.work_position,
    ),
    start: share(pairs, ({ job, found }) => found !== null && sameDate(found.start, job.start)),
    end: share(pairs, ({ job, found }) => found !== null && sameDate(found.end, job.end)),
    'whole job': share(pairs, ({ job, found }) => found !== null && isWhole(found, job)),
    'highlights F1': f1(
      highlightsOf(document),
      facts.work.flatMap(({ highlights }) => highlights),
      visible.work_highlights.flat(),
    ),
    'school F1': f1(
      (document.education ?? []).flatMap(({ institution }) =>
        institution === undefined ? [] : [institution],
      ),
      facts.education.map(({ institution }) => institution),
      visible.education_institution,
    ),
    degree: share(degrees, ({ institution, area, studyType }) =>
      (document.education ?? []).some(
        (school) =>
          normal(school.institution) === normal(institution) &&
          normal(`${school.studyType ?? ''}${school.area ?? ''}`) === normal(studyType + area),
      ),
    ),
    'skills F1': f1(
      (document.skills ?? []).flatMap(({ keywords }) => keywords ?? []),
      facts.skills.flatMap(({ keywords }) => keywords),
      visible.skills.flat(),
    ),
  }
}

function jobsOf(document: ResumeDocument): readonly Job[] {
  return (document.work ?? []).flatMap((job): readonly Job[] => {
    const roles = job.roles ?? [job]
    return roles.map((role) => ({
      company: job.name ?? '',
      title: role.position ?? '',
      start: role.startDate ?? '',
      end: role.endDate ?? (role.startDate === undefined ? '' : 'present'),
    }))
  })
}

function highlightsOf(document: ResumeDocument): readonly string[] {
  const parts = (document.work ?? []).flatMap((job) => [[job], job.roles ?? []].flat())
  const all = parts.flatMap(({ highlights }) => highlights ?? [])
  return all.map((highlight) => (typeof highlight === 'string' ? highlight : highlight.text))
}

/** Letters and digits only, without accents: what typography cannot change. */
function normal(text: string | undefined): string {
  return (text ?? '')
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}

function same(read: string | undefined, truth: string): number {
  return normal(read) === normal(truth) && truth !== '' ? 1 : 0
}

function samePhone(read: string | undefined, truth: string): number {
  const bare = (text: string): string =>
    text
      .replace(/^tel:/, '')
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase()
  const [a, b] = [bare(read ?? ''), bare(truth)]
  // A country code that only one of the two has is no difference.
  return a !== '' && (a === b || (a.length >= 7 && (b.endsWith(a) || a.endsWith(b)))) ? 1 : 0
}

/** To the precision of the less precise: a year agrees with its months. */
function sameDate(read: string, truth: string): boolean {
  if (read === '' || truth === '') return read === truth
  if (read === 'present' || truth === 'present') return read === truth
  const length = Math.min(read.length, truth.length, 7)
  return read.slice(0, length) === truth.slice(0, length)
}

function bestMatch(job: Facts['work'][number], read: readonly Job[]): Job | null {
  const points = (found: Job): number =>
    2 * Number(normal(found.company) === normal(job.company)) +
    2 * Number(normal(found.title) === normal(job.position)) +
    Number(sameDate(found.start, job.start)) +
    Number(sameDate(found.end, job.end))
  const best = read.toSorted((a, b) => points(b) - points(a))[0]
  return best && points(best) >= 2 ? best : null
}

function isWhole(found: Job, job: Facts['work'][number]): boolean {
  return (
    normal(found.company) === normal(job.company) &&
    normal(found.title) === normal(job.position) &&
    sameDate(found.start, job.start) &&
    sameDate(found.end, job.end)
  )
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number | null {
  return items.length === 0 ? null : items.filter(test).length / items.length
}

/** F1 over what is shown. What was read of facts that are not fully shown counts neither way. */
function f1(read: readonly string[], truth: readonly string[], shown: readonly boolean[]): number | null {
  const wanted = truth.filter((_, index) => shown[index] === true).map(normal)
  const ignored = new Set(truth.filter((_, index) => shown[index] !== true).map(normal))
  if (wanted.length === 0) return null
  const open = [...wanted]
  let right = 0
  let wrong = 0
  for (const value of read.map(normal)) {
    const at = open.indexOf(value)
    if (at !== -1) {
      open.splice(at, 1)
      right += 1
    } else if (!ignored.has(value)) wrong += 1
  }
  return right === 0 ? 0 : (2 * right) / (2 * right + wrong + open.length)
}
