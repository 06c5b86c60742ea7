import { closest } from '../core/closest.ts'
import { defineCodes } from '../core/codes.ts'
import { userError } from '../core/user-error.ts'
import { parseGuide } from '../guide/guide.ts'
import type { Guide } from '../guide/schema.ts'
import type { Runtime } from './runtime.ts'

const codes = defineCodes({
  GUI003: {
    name: 'unknown-guide',
    severity: 'error',
    summary: 'There is no role guide of that name.',
    help: 'Name one of the guides that the message lists.',
  },
})

/** The guide that is meant when none is named. */
export const DEFAULT_GUIDE = 'backend-developer'

/** Loads a role guide by its id, `backend-developer`. */
export async function loadGuide(
  runtime: Pick<Runtime, 'knowledge'>,
  id: string = DEFAULT_GUIDE,
): Promise<Guide> {
  const files = await runtime.knowledge.guides()
  const idOf = (file: string): string => file.replace(/^.*\//, '').replace(/\.yaml$/, '')
  const found = files.find(({ file }) => idOf(file) === id)
  if (found === undefined) {
    const ids = files.map(({ file }) => idOf(file))
    const meant = closest(id, ids)
    throw userError(
      codes,
      'GUI003',
      `there is no guide '${id}'${meant === null ? '' : `; did you mean '${meant}'?`} There are: ${ids.join(', ')}`,
    )
  }
  return parseGuide(found.content, found.file)
}

export { guideSections } from '../guide/sections.ts'
export { renderGuideText } from '../guide/text.ts'
