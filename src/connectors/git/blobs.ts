import { finished, reasonOf, type Git } from './git.ts'
import { objectReader } from './parse.ts'

/** Manifests are written by hand; what is larger is something else. */
const LIMIT = 1024 * 1024
const RESTARTS = 20

/**
 * Streams objects in the order in which they are named; missing, damaged and oversized ones come with null.
 *
 * @returns git's words where it could not read one; null when all went well.
 */
export async function readObjects(
  git: Git,
  signal: AbortSignal,
  names: readonly string[],
  take: (index: number, content: string | null, type: string, id: string | null) => void,
): Promise<string | null> {
  let next = 0
  let reason: string | null = null
  for (let attempt = 0; attempt <= RESTARTS && next < names.length; attempt++) {
    const wanted = names.slice(next)
    const reader = objectReader(wanted, LIMIT)
    const { ok, stderr } = await finished(
      git.start(['cat-file', '--batch', '--buffer'], `${wanted.join('\n')}\n`),
      signal,
      (chunk) => {
        for (const { content, type, id } of reader.push(chunk)) take(next++, content, type, id)
      },
    )
    if (ok) return reason
    reason ??= reasonOf(stderr)
    if (next < names.length) take(next++, null, '', null)
  }
  for (; next < names.length; next++) take(next, null, '', null)
  return reason
}
