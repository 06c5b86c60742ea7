import { z } from 'zod'
import type { JsonObject } from '../core/json.ts'
import { formatPath } from '../core/position.ts'
import { userError } from '../core/user-error.ts'
import { codes } from './codes.ts'
import type { Guide } from './schema.ts'
import { guideSchema } from './schema.ts'

/**
 * Checks the content of a guide file.
 *
 * @param content what the YAML parser made of the file
 * @param file the file's name, for the message
 * @throws `GUI001` naming the path of every field that is wrong
 */
export function parseGuide(content: unknown, file: string): Guide {
  const result = guideSchema.safeParse(content)
  if (result.success) return result.data
  const faults = result.error.issues.map((issue) => {
    const path = formatPath(issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part)))
    return path === '' ? issue.message : `${path}: ${issue.message}`
  })
  throw userError(codes, 'GUI001', `The guide ${file} is not valid.\n${faults.join('\n')}`, {
    position: { file, line: null, column: null },
    cause: result.error,
  })
}

/** The JSON Schema (draft 2020-12) of a guide file, for editors. */
export function guideJsonSchema(): JsonObject {
  return z.toJSONSchema(guideSchema, { io: 'input' }) as JsonObject
}
