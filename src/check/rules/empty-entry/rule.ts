import type { DocumentPath } from '../../../core/position.ts'
import { formatPath } from '../../../core/position.ts'
import { documentFields } from '../../document.ts'
import type { Rule } from '../../rule.ts'

const LISTS = new Set([
  'work',
  'volunteer',
  'projects',
  'education',
  'skills',
  'certificates',
  'awards',
  'publications',
  'languages',
  'interests',
  'references',
  'profiles',
  'roles',
  'highlights',
  'keywords',
  'courses',
])

export const rule: Rule = {
  code: 'STR012',
  name: 'empty-entry',
  family: 'structure',
  severity: 'warning',
  help: 'Fill the entry in, or remove it.',
  *check({ document }) {
    const empty = documentFields(document).filter(({ path, value }) => isEntry(path) && isEmpty(value))
    for (const { path } of empty.filter((entry) => !empty.some((outer) => holds(outer.path, entry.path)))) {
      yield {
        message: `${formatPath(path)} holds nothing`,
        path,
        fix: { title: 'Remove the empty entry', safety: 'safe', edits: [{ path, value: undefined }] },
      }
    }
  },
}

function isEntry(path: DocumentPath): boolean {
  return typeof path.at(-1) === 'number' && LISTS.has(String(path.at(-2)))
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  if (typeof value !== 'object') return false
  return Object.values(value).every(isEmpty)
}

function holds(outer: DocumentPath, inner: DocumentPath): boolean {
  return outer.length < inner.length && outer.every((part, index) => part === inner[index])
}
