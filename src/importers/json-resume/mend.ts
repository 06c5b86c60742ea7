import { isPartialDate } from '../../core/calendar.ts'
import type { DocumentPath } from '../../core/position.ts'
import { formatPath } from '../../core/position.ts'
import { parsePeriod, saysPresent } from '../reading/dates.ts'
import type { ObjectShape, Shape } from './shape.ts'

/** What happened to one value on the way. Paths of the source, for its position. */
export interface MendNote {
  readonly kind: 'mended' | 'unplaced' | 'renamed'
  readonly message: string
  readonly source: DocumentPath
  /** The value as text, where it was not placed. */
  readonly value?: string
}

/** A leaf that was placed. */
export interface PlacedField {
  readonly path: DocumentPath
  readonly source: DocumentPath
  readonly mended: boolean
}

/** See {@link mendResume}. */
export interface Mended {
  readonly value: Readonly<Record<string, unknown>>
  readonly notes: readonly MendNote[]
  readonly fields: readonly PlacedField[]
}

interface Place {
  readonly source: DocumentPath
  readonly target: DocumentPath
}

class Notebook {
  readonly notes: MendNote[] = []
  readonly fields: PlacedField[] = []

  mended(place: Place, message: string): void {
    this.notes.push({
      kind: 'mended',
      message: `${formatPath(place.source)}: ${message}`,
      source: place.source,
    })
  }

  unplaced(place: Place, value: unknown, message: string): void {
    this.notes.push({
      kind: 'unplaced',
      message: `${formatPath(place.source)}: ${message}`,
      source: place.source,
      value: typeof value === 'string' ? value : JSON.stringify(value),
    })
  }
}

type Plain = Readonly<Record<string, unknown>>

/** Brings a JSON value into the shape of a résumé, and notes each thing that it did. Pure. */
export function mendResume(value: Plain, shape: ObjectShape): Mended {
  const book = new Notebook()
  const result = mendObject(value, shape, { source: [], target: [] }, book)
  return { value: result, notes: book.notes, fields: book.fields }
}

function mend(value: unknown, shape: Shape, place: Place, book: Notebook): unknown {
  if (value === null || value === undefined) {
    book.mended(place, 'null was left out')
    return undefined
  }
  const before = book.notes.length
  const result = mendValue(value, shape, place, book)
  if (result !== undefined && shape.kind !== 'object' && shape.kind !== 'list') {
    book.fields.push({ path: place.target, source: place.source, mended: book.notes.length > before })
  }
  return result
}

function mendValue(value: unknown, shape: Shape, place: Place, book: Notebook): unknown {
  switch (shape.kind) {
    case 'text':
      return mendText(value, place, book)
    case 'date':
      return mendDate(value, place, book)
    case 'link':
      return mendLink(value, place, book)
    case 'email':
      return mendEmail(value, place, book)
    case 'texts':
      return mendTexts(value, place, book)
    case 'highlights':
      return mendHighlights(value, place, book)
    case 'list':
      return mendList(value, shape.of, place, book)
    case 'object':
      return mendObjectOrBare(value, shape, place, book)
    default:
      return undefined
  }
}

function mendText(value: unknown, place: Place, book: Notebook): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') {
    book.mended(place, `${String(value)} was read as text`)
    return String(value)
  }
  const parts = leaves(value)
  if (parts === null || parts.length === 0) {
    if (parts === null) book.unplaced(place, value, 'a text was expected')
    else book.mended(place, 'an empty value was left out')
    return undefined
  }
  const joined = parts.join(Array.isArray(value) && parts.some((part) => part.length > 40) ? '\n' : ', ')
  book.mended(place, `several values were joined to ${quote(joined)}`)
  return joined
}

function mendDate(value: unknown, place: Place, book: Notebook): string | undefined {
  if (typeof value === 'string' && isPartialDate(value)) return value
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string') {
    book.unplaced(place, value, 'a date was expected')
    return undefined
  }
  if (text.trim() === '') {
    book.mended(place, 'an empty date was left out')
    return undefined
  }
  if (saysPresent(text)) {
    book.mended(place, `${quote(text)} was left out: no end means that it goes on`)
    return undefined
  }
  const period = parsePeriod(text.trim())
  const date = place.target.at(-1) === 'endDate' ? period?.end : period?.start
  if (!period || date === null || date === undefined) {
    book.unplaced(place, value, `${quote(text)} is not a date`)
    return undefined
  }
  book.mended(place, `${quote(text)} was read as ${date}`)
  return date
}

const DOMAIN = /^(?:[\w-]+\.)+[a-z]{2,}(?:[/:?#]|$)/i

function mendLink(value: unknown, place: Place, book: Notebook): string | undefined {
  if (typeof value !== 'string') {
    book.unplaced(place, value, 'an address was expected')
    return undefined
  }
  const text = value.trim()
  if (text === '') {
    book.mended(place, 'an empty address was left out')
    return undefined
  }
  if (/^[a-z][a-z\d+.-]*:/i.test(text) && URL.canParse(text) && !DOMAIN.test(text)) {
    if (text !== value) book.mended(place, 'blanks around the address were taken off')
    return text
  }
  const completed = `https://${text.replace(/^\/\//, '')}`
  if (DOMAIN.test(text.replace(/^\/\//, '')) && !/\s/.test(text) && URL.canParse(completed)) {
    book.mended(place, `the scheme was added: ${completed}`)
    return completed
  }
  book.unplaced(place, value, `${quote(text)} is not an address`)
  return undefined
}

function mendEmail(value: unknown, place: Place, book: Notebook): string | undefined {
  if (typeof value !== 'string') {
    book.unplaced(place, value, 'an e-mail address was expected')
    return undefined
  }
  if (value.trim() === '') {
    book.mended(place, 'an empty e-mail address was left out')
    return undefined
  }
  const found = /[\w.!#$%&'*+/=?^`{|}~-]+@(?:[\w-]+\.)+[a-z]{2,}/i.exec(value)?.[0]
  if (found === undefined) {
    book.unplaced(place, value, `${quote(value)} is not an e-mail address`)
    return undefined
  }
  if (found !== value) book.mended(place, `${quote(value)} was read as ${found}`)
  return found
}

function mendTexts(value: unknown, place: Place, book: Notebook): readonly string[] | undefined {
  if (typeof value === 'string') {
    const parts = splitTexts(value)
    book.mended(place, `one text was read as a list of ${parts.length}`)
    return parts
  }
  const items = Array.isArray(value) ? value : [value]
  return items.flatMap((item: unknown, index) => {
    const at = Array.isArray(value) ? below(place, index) : place
    if (item === null) {
      book.mended(at, 'null was left out')
      return []
    }
    const text = typeof item === 'object' ? mendNamed(item as Plain, at, book) : mendText(item, at, book)
    return text === undefined ? [] : [text]
  })
}

/** A list item that is an object of which one member says it all: `{ name: 'Go' }`. */
function mendNamed(item: Plain, place: Place, book: Notebook): string | undefined {
  const known = ['text', 'name', 'title', 'keyword', 'description', 'summary', 'content', 'value']
  const key = known.find((candidate) => typeof item[candidate] === 'string')
  if (key === undefined) {
    book.unplaced(place, item, 'a text was expected')
    return undefined
  }
  const { [key]: text, ...rest } = item
  if (Object.values(rest).some((member) => member !== null && member !== ''))
    book.unplaced(place, rest, `only ${key} was placed`)
  else book.mended(place, `${key} was taken for the text`)
  return String(text)
}

function mendHighlights(value: unknown, place: Place, book: Notebook): readonly unknown[] | undefined {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (!Array.isArray(value)) book.mended(place, 'one value was read as a list')
  return items.flatMap((item, index): readonly unknown[] => {
    const at = Array.isArray(value) ? below(place, index) : place
    if (typeof item === 'string') return item.includes('\n') && !Array.isArray(value) ? lines(item) : [item]
    if (item === null) {
      book.mended(at, 'null was left out')
      return []
    }
    if (typeof item === 'object' && isHighlight(item as Plain)) return [item]
    const text = typeof item === 'object' ? mendNamed(item as Plain, at, book) : mendText(item, at, book)
    return text === undefined ? [] : [text]
  })
}

function isHighlight(item: Plain): boolean {
  const { text, ...rest } = item
  return (
    typeof text === 'string' &&
    text !== '' &&
    Object.keys(rest).every((key) => key === 'evidence' || key === 'tags')
  )
}

function mendList(
  value: unknown,
  of: ObjectShape,
  place: Place,
  book: Notebook,
): readonly unknown[] | undefined {
  const items = itemsOf(value, of, place, book)
  let index = 0
  return items.flatMap(({ item, source }) => {
    const at = { source, target: [...place.target, index] }
    const mended = mend(item, of, at, book)
    if (mended === undefined) return []
    index += 1
    return [mended]
  })
}

interface Item {
  readonly item: unknown
  readonly source: DocumentPath
}

function itemsOf(value: unknown, of: ObjectShape, place: Place, book: Notebook): readonly Item[] {
  if (Array.isArray(value))
    return value.map((item: unknown, index) => ({ item, source: [...place.source, index] }))
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
    const known = entries.some(([key]) => key in of.members || key in of.aliases)
    if (known || of.bare === null) {
      book.mended(place, 'one object was read as a list')
      return [{ item: value, source: place.source }]
    }
    // `{ "github": "https://…" }` and `{ "Databases": ["PostgreSQL"] }`: the key is the name.
    book.mended(place, 'an object was read as a list of its members')
    return entries.map(([key, member]) => ({ item: keyed(key, member, of), source: [...place.source, key] }))
  }
  if (typeof value !== 'string' || value.trim() === '') {
    if (value === '') book.mended(place, 'an empty text was left out')
    else book.unplaced(place, value, 'a list was expected')
    return []
  }
  const parts = splitTexts(value)
  book.mended(place, `one text was read as a list of ${parts.length}`)
  return parts.map((item) => ({ item, source: place.source }))
}

function keyed(key: string, member: unknown, of: ObjectShape): unknown {
  const name =
    'network' in of.members
      ? 'network'
      : (['name', 'language', 'title'].find((candidate) => candidate in of.members) ?? of.bare)
  if (name === null) return member
  if (typeof member === 'object' && member !== null && !Array.isArray(member))
    return { [name]: key, ...member }
  const rest = Object.keys(of.members).find(
    (candidate) =>
      candidate !== name && of.members[candidate]?.kind === (Array.isArray(member) ? 'texts' : 'link'),
  )
  const fallback = Object.keys(of.members).find(
    (candidate) => candidate !== name && of.members[candidate]?.kind === 'text',
  )
  const other = rest ?? fallback
  return other === undefined ? key : { [name]: key, [other]: member }
}

function mendObjectOrBare(value: unknown, shape: ObjectShape, place: Place, book: Notebook): unknown {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return mendObject(value as Plain, shape, place, book)
  if (Array.isArray(value) && value.length === 1 && typeof value[0] === 'object' && value[0] !== null) {
    book.mended(place, 'a list of one was read as its item')
    return mendObject(value[0] as Plain, shape, { ...place, source: [...place.source, 0] }, book)
  }
  if (typeof value === 'string' && value.trim() === '') {
    book.mended(place, 'an empty text was left out')
    return undefined
  }
  if (typeof value !== 'string' || shape.bare === null) {
    book.unplaced(place, value, 'an object was expected')
    return undefined
  }
  const member = shape.members[shape.bare]
  const mended = member && mend(value, member, { ...place, target: [...place.target, shape.bare] }, book)
  if (mended === undefined) return undefined
  book.mended(place, `${quote(value)} was read as its ${shape.bare}`)
  return { [shape.bare]: mended }
}

function mendObject(value: Plain, shape: ObjectShape, place: Place, book: Notebook): Plain {
  const entries: [string, unknown][] = []
  for (const [key, member] of Object.entries(value)) {
    if (key === '__proto__') continue
    const source = [...place.source, key]
    const name = targetName(key, value, shape)
    const of = shape.members[name]
    const at = { source, target: [...place.target, name] }
    if (!of || !Object.hasOwn(shape.members, name)) {
      if (shape.closed) book.unplaced(at, member, `${key} has no place here`)
      else entries.push([key, member])
      continue
    }
    if (name !== key)
      book.notes.push({
        kind: 'renamed',
        message: `${formatPath(source)}: ${key} was read as ${name}`,
        source,
      })
    const mended = mend(member, of, at, book)
    if (mended !== undefined) entries.push([name, mended])
  }
  return Object.fromEntries(entries)
}

/** An alias steps back where today's name stands too. */
function targetName(key: string, value: Plain, shape: ObjectShape): string {
  const name = Object.hasOwn(shape.aliases, key) ? shape.aliases[key] : undefined
  if (name === undefined || Object.hasOwn(shape.members, key)) return key
  const taken = value[name] !== undefined && value[name] !== null && value[name] !== ''
  return taken ? key : name
}

function below(place: Place, part: string | number): Place {
  return { source: [...place.source, part], target: [...place.target, part] }
}

function leaves(value: unknown): readonly string[] | null {
  if (typeof value === 'string' || typeof value === 'number')
    return String(value).trim() === '' ? [] : [String(value)]
  if (value === null) return []
  if (typeof value !== 'object') return null
  const parts = Object.values(value).map(leaves)
  return parts.includes(null) ? null : parts.flatMap((part) => part ?? [])
}

function splitTexts(text: string): readonly string[] {
  const separator = /\n/.test(text) ? /\n/ : /[,;|•·]/
  return text
    .split(separator)
    .map((part) => part.replace(/^\s*[-*•]\s+/, '').trim())
    .filter((part) => part !== '')
}

function lines(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*[-*•]\s+/, '').trim())
    .filter((line) => line !== '')
}

function quote(text: string): string {
  return text.length > 60 ? `"${text.slice(0, 57)}…"` : `"${text}"`
}
