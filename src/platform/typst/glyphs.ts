import type { Json } from '../../core/json.ts'
import type { Coverage } from './coverage.ts'
import type { Lacking } from './protocol.ts'

/** Ornaments: leaving them out changes no word and no number. All else that lacks a glyph is a letter. */
const SYMBOL = /^[\p{So}\p{Sk}\p{Me}\p{Extended_Pictographic}]$/u
const CONTROL = /^[\p{Cc}\p{Cf}\p{Cs}]$/u

/** Data that the fonts can print, with what was left out of it and the letters that nothing can print. */
export interface Printable {
  readonly data: Json
  readonly leftOut: readonly Lacking[]
  readonly letters: readonly Lacking[]
}

/** Looks at every text of the data. Symbols without a glyph give way to a space, controls to nothing. */
export function toPrintable(data: Json, coverage: Coverage): Printable {
  const leftOut = new Map<string, Lacking>()
  const letters = new Map<string, Lacking>()

  const mend = (text: string): string => {
    let changed = false
    const kept = Array.from(text, (character) => {
      const code = character.codePointAt(0) ?? 0
      if ((code >= 0x20 && code < 0x7f) || coverage.has(code)) return character
      changed = true
      if (CONTROL.test(character)) return /\s/.test(character) ? ' ' : ''
      const into = SYMBOL.test(character) ? leftOut : letters
      if (!into.has(character)) into.set(character, { character, text })
      return ' '
    })
    return changed ? kept.join('').replace(/ {2,}/g, ' ').trim() : text
  }
  const walk = (value: Json): Json => {
    if (typeof value === 'string') return mend(value)
    if (typeof value !== 'object' || value === null) return value
    if (isList(value)) return value.map(walk)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, walk(member)]))
  }

  return { data: walk(data), leftOut: [...leftOut.values()], letters: [...letters.values()] }
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}
