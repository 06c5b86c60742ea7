import type { Json } from '../../core/json.ts'

/** Plain data of the domain as JSON: what is undefined falls away, as `JSON.stringify` has it. */
export function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value)) as Json
}
