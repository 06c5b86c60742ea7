import type { ConnectorContext, Source } from '../../core/connector.ts'
import { finished, type Git } from './git.ts'
import { ignoredCommits, leftOut } from './left-out.ts'
import type { GitOptions } from './options.ts'
import { objectReader, textOf } from './parse.ts'
import { peopleOf, type People } from './people.ts'

/** What decides how commits are counted. */
export interface Settings {
  readonly people: People
  readonly leftOut: (path: string) => boolean
  /** Commits whose changes are not counted, as they only reformat. */
  readonly ignored: ReadonlySet<string>
  /** Id of the mailmap's blob, empty where HEAD has none. */
  readonly mailmap: string
  /** Changes whenever any of this may count a commit differently. */
  readonly fingerprint: string
}

const LIMIT = 4 * 1024 * 1024
const NAMES = ['HEAD:.mailmap', 'HEAD:.gitattributes', 'HEAD:.git-blame-ignore-revs'] as const

/** Increase it with every change of what is counted or kept. */
const VERSION = 1

/** Reads the settings that HEAD carries and puts them together with the user's. */
export async function readSettings(
  git: Git,
  source: Source<GitOptions>,
  context: ConnectorContext,
  cutAt: ReadonlySet<string>,
): Promise<Settings> {
  const { identity, hasher, signal, signals } = context
  const { refs: _refs, ...options } = source.options
  const reader = objectReader(NAMES, LIMIT)
  const contents = new Map<string, string>()
  let mailmapId = ''
  await finished(git.start(['cat-file', '--batch', '--buffer'], `${NAMES.join('\n')}\n`), signal, (chunk) => {
    for (const { name, id, content } of reader.push(chunk)) {
      contents.set(name, content ?? '')
      if (name === 'HEAD:.mailmap') mailmapId = id ?? ''
    }
  })
  const [mailmap = '', attributes = '', ignored = ''] = NAMES.map((name) => textOf(contents.get(name) ?? ''))
  return {
    people: peopleOf(identity, ownAddresses(mailmap, identity.emails), source.options.aliases ?? []),
    leftOut: leftOut(attributes, source.options.exclude ?? []),
    ignored: ignoredCommits(ignored),
    mailmap: mailmapId,
    fingerprint: hasher.sha256(
      hasher.canonical({
        version: VERSION,
        source: source.id,
        options: { ...options },
        identity: { names: identity.names, emails: identity.emails, accounts: identity.accounts },
        edition: signals.edition,
        head: [mailmap, attributes, ignored],
        cutAt: [...cutAt].sort(),
      }),
    ),
  }
}

/**
 * All addresses that a mailmap takes for the user's, given some of them. Lines that hold for one name only are passed
 * over. See https://git-scm.com/docs/gitmailmap.
 */
export function ownAddresses(mailmap: string, emails: readonly string[]): readonly string[] {
  const own = new Set(emails.map((email) => email.toLowerCase()))
  const pairs = mailmap.split(/\r?\n/).flatMap((line) => {
    const match = /^[^<#]*<([^<>]*)>\s*<([^<>]*)>/.exec(line)
    return match ? [{ proper: (match[1] ?? '').toLowerCase(), commit: (match[2] ?? '').toLowerCase() }] : []
  })
  for (const { proper, commit } of pairs) if (own.has(commit)) own.add(proper)
  for (const { proper, commit } of pairs) if (own.has(proper)) own.add(commit)
  return [...own]
}
