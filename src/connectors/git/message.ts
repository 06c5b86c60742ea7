import { namesAiTool } from './automata.ts'
import type { Contact } from './types.ts'

/** A line such as `Co-authored-by: Mira Holt <mira@example.org>`, its key in lower case. */
export interface Trailer {
  readonly key: string
  readonly value: string
}

const TRAILER = /^[ \t]*([A-Za-z][A-Za-z-]{1,40}-(?:by|with)):[ \t]*(\S.*)$/gim

/** The trailers about people and tools, wherever they stand: squash merges put them between paragraphs. */
export function trailersOf(message: string): readonly Trailer[] {
  if (!/-(?:by|with):/i.test(message)) return []
  return [...message.matchAll(TRAILER)].map(([, key = '', value = '']) => ({
    key: key.toLowerCase(),
    value: value.trim(),
  }))
}

/** The contacts of all trailers with this key. */
export function contactsIn(trailers: readonly Trailer[], key: string): readonly Contact[] {
  return trailers.flatMap((trailer) => {
    const match = trailer.key === key ? /^(.*?)\s*<([^<>]*)>/.exec(trailer.value) : null
    return match ? [{ name: match[1] ?? '', email: match[2] ?? '' }] : []
  })
}

const TOOL_KEYS: ReadonlySet<string> = new Set([
  'assisted-by',
  'generated-by',
  'generated-with',
  'ai-assisted-by',
])

// The line that several tools put into messages, with or without a Markdown link.
const GENERATED_WITH = /^[^\w\n]{0,8}(?:generated|written|created) (?:with|by) \[?([\w .-]+)/gim

/** Whether the message says, otherwise than by a co-author, that a tool wrote code for it. */
export function saysAiTool(message: string, trailers: readonly Trailer[]): boolean {
  if (trailers.some(({ key, value }) => TOOL_KEYS.has(key) && namesAiTool(value))) return true
  return [...message.matchAll(GENERATED_WITH)].some(([, tool = '']) => namesAiTool(tool))
}

const PULL_REQUEST: readonly RegExp[] = [
  // GitHub, Gitea and Bitbucket Server merges
  /^Merge pull request #(\d+) /,
  /^Merge pull request '.*' \(#(\d+)\) from /,
  /^Pull request #(\d+): /,
  // Azure DevOps
  /^Merged PR (\d+): /,
  // Bitbucket, merged or squashed
  /\(pull request #(\d+)\)\s*$/,
  // GitHub, squashed
  /\(#(\d+)\)\s*$/,
]

// GitLab: the reference names the project before the number.
const MERGE_REQUEST = /^See merge request (?:\S*)!(\d+)\s*$/m

/** The number of the pull or merge request that a commit says it lands; null when it names none. */
export function pullRequestOf(message: string): number | null {
  // As in git, the subject is the first paragraph: tools break long ones before the number.
  const end = message.indexOf('\n\n')
  const subject = (end < 0 ? message : message.slice(0, end)).replaceAll('\n', ' ')
  for (const pattern of PULL_REQUEST) {
    const match = pattern.exec(subject)
    if (match) return numberOf(match[1])
  }
  return numberOf(MERGE_REQUEST.exec(message)?.[1])
}

function numberOf(digits: string | undefined): number | null {
  return digits === undefined || digits.length > 12 ? null : Number(digits)
}
