import type { Finding } from '../../core/finding.ts'
import { findingOf } from '../../core/codes.ts'
import { compareText } from '../../core/finding.ts'
import { codes } from './codes.ts'

/** What is worth telling about a history, counted as it is read. */
export interface Tally {
  commits: number
  own: number
  /** Commits with an impossible date, and one of them. */
  misdated: number
  misdatedExample: string
  /** The earliest time in the future that a commit claims, null when none does: then it must be read again. */
  future: number | null
  /** Commits of others that name the user as co-author. */
  coauthorOnly: number
  /** Commits by contacts that look like the user: `Name <mail>` to their number. */
  readonly similar: Map<string, number>
}

export function emptyTally(): Tally {
  return {
    commits: 0,
    own: 0,
    misdated: 0,
    misdatedExample: '',
    future: null,
    coauthorOnly: 0,
    similar: new Map(),
  }
}

const MOST_SIMILAR = 20

/** The findings that a tally leads to, in a fixed order. */
export function tallyFindings(tally: Tally, source: string): readonly Finding[] {
  const findings: Finding[] = []
  if (tally.own === 0 && tally.commits > 0) {
    findings.push(
      findingOf(codes, 'GIT016', { message: `${source}: none of ${tally.commits} commits is by you.` }),
    )
  }
  const similar = [...tally.similar].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))
  for (const [contact, commits] of similar.slice(0, MOST_SIMILAR)) {
    const { name, email } = contactOf(contact)
    findings.push(
      findingOf(codes, 'GIT015', {
        message: `${source}: ${number(commits, 'commit')} by "${name} <${email}>" ${commits === 1 ? 'looks' : 'look'} like yours and ${commits === 1 ? 'was' : 'were'} not counted.`,
        help: `If they are yours, add ${email} to \`identity.emails\`.`,
        data: { name, email, commits },
      }),
    )
  }
  if (tally.misdated > 0) {
    findings.push(
      findingOf(codes, 'GIT014', {
        message: `${source}: ${number(tally.misdated, 'commit')} dated before 1990 or in the future, such as ${tally.misdatedExample.slice(0, 12)}, left out.`,
      }),
    )
  }
  if (tally.coauthorOnly > 0) {
    findings.push(
      findingOf(codes, 'GIT017', {
        message: `${source}: ${number(tally.coauthorOnly, 'commit')} of others with you as co-author, not counted as yours.`,
      }),
    )
  }
  return findings
}

/** The key of a contact in {@link Tally.similar}. */
export const contactKey = (name: string, email: string): string => `${name}\n${email}`

function contactOf(key: string): { readonly name: string; readonly email: string } {
  const end = key.indexOf('\n')
  return { name: key.slice(0, end), email: key.slice(end + 1) }
}

const number = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
