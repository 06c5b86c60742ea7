import { closest } from '../core/closest.ts'
import { defineCodes, findingOf } from '../core/codes.ts'
import type { Finding } from '../core/finding.ts'
import { UserError, userError } from '../core/user-error.ts'
import { parseGuide } from '../guide/guide.ts'
import type { Guide } from '../guide/schema.ts'
import type { Runtime } from './runtime.ts'
import type { ConfiguredWorkspace } from './workspace/load.ts'

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

/** What is wrong with the guide that a workspace names; nothing is read where it is the usual one. */
export async function guideFindings(
  runtime: Pick<Runtime, 'knowledge'>,
  { config, configSource }: ConfiguredWorkspace,
): Promise<readonly Finding[]> {
  const { guide } = config.target
  if (guide === DEFAULT_GUIDE) return []
  try {
    await loadGuide(runtime, guide)
    return []
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const { position, endColumn, excerpt } = configSource.place(['target', 'guide'])
    const place = { position, excerpt, ...(endColumn === null ? {} : { endColumn }) }
    return [findingOf(codes, 'GUI003', { message: error.message, path: ['target', 'guide'], ...place })]
  }
}

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
      `there is no guide '${id}'${meant === null ? '.' : `; did you mean '${meant}'?`} There are: ${ids.join(', ')}`,
    )
  }
  return parseGuide(found.content, found.file)
}

export { guideSections } from '../guide/sections.ts'
export { renderGuideText } from '../guide/text.ts'
