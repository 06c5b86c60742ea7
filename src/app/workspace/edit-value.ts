import type { Edit } from '../../core/finding.ts'
import type { Json, JsonObject } from '../../core/json.ts'
import { type DocumentPath, formatPath } from '../../core/position.ts'
import { userError } from '../../core/user-error.ts'
import { workspaceCodes } from './codes.ts'

/**
 * What an edit means: the value with the change made. Missing mappings on the way are made; the index after the last
 * one appends; deleting what is not there changes nothing. Throws a `UserError` where the path does not fit.
 */
export function editValue(value: Json, edit: Edit): Json {
  const [first, ...rest] = edit.path
  if (first === undefined) return edit.value ?? null
  if (Array.isArray(value)) return editList(value as readonly Json[], first, { ...edit, path: rest })
  if (typeof value !== 'object' && value !== null) throw misfit(edit.path, 'it leads into a text or number')
  if (typeof first === 'number' && (value !== null || first !== 0))
    throw misfit(edit.path, 'it asks for a list')
  const isList = typeof first === 'number'
  if (edit.value === undefined && (value === null || isList)) return value
  if (isList) return [editValue(null, { ...edit, path: rest })]
  return editMapping((value ?? {}) as JsonObject, first, { ...edit, path: rest })
}

function editMapping(value: JsonObject, key: string, edit: Edit): Json {
  const has = Object.hasOwn(value, key)
  if (edit.value === undefined && (!has || edit.path.length === 0)) {
    if (!has) return value
    const { [key]: _, ...others } = value
    return others
  }
  return { ...value, [key]: editValue(has ? (value[key] ?? null) : null, edit) }
}

function editList(value: readonly Json[], index: string | number, edit: Edit): Json {
  if (typeof index !== 'number') throw misfit([index, ...edit.path], 'it asks for a mapping')
  if (index < 0 || index > value.length) throw misfit([index, ...edit.path], 'it is past the end of the list')
  const isDeletion = edit.value === undefined
  if (isDeletion && index === value.length) return value
  if (isDeletion && edit.path.length === 0) return value.toSpliced(index, 1)
  return value.toSpliced(index, 1, editValue(value[index] ?? null, edit))
}

function misfit(path: DocumentPath, why: string): Error {
  return userError(
    workspaceCodes,
    'WSP010',
    `The change at ${formatPath(path)} does not fit the document: ${why}.`,
  )
}
