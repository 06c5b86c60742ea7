import fc from 'fast-check'
import type { Edit } from '../../../core/finding.ts'
import type { Json } from '../../../core/json.ts'

const word = fc.constantFrom(
  'Mira',
  'shop-api',
  'Cut p95 by 40 %',
  "it's",
  'a: b',
  '# no comment',
  'yes',
  '2024',
  '1.10',
  '- x',
  '',
  ' lead',
  'trail ',
  'ž é',
  'q"uote',
  '[x]',
  '@at',
  'null',
  '~',
)
const lines = fc.constantFrom('one\ntwo', 'one\n\ntwo\n', 'a\n  b\n', 'end\n\n')
const scalar = fc.oneof(
  { weight: 6, arbitrary: word },
  { weight: 1, arbitrary: lines },
  fc.constantFrom<Json>(null, true, 0, -1.5, 2024),
)
const key = fc.constantFrom('name', 'work', 'highlights', 'url', 'a b', 'x-y', 'no', '1')

/** Small documents of mappings, lists and scalars. */
export const jsonValue: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalar,
    fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
})).value

/** A mapping, as every file of a workspace is at its root. */
export const jsonMapping: fc.Arbitrary<Json> = fc.dictionary(key, jsonValue, {
  minKeys: 1,
  maxKeys: 5,
  noNullPrototype: true,
})

/** Ways in which people write YAML: a decision is taken for each node from these numbers. */
export const handwriting = fc.record({
  choices: fc.array(fc.nat(11), { minLength: 40, maxLength: 40 }),
  crlf: fc.boolean(),
  lastBreak: fc.boolean(),
  flatLists: fc.boolean(),
  indent: fc.constantFrom(1, 2, 4),
})
export type Handwriting =
  fc.Arbitrary<never> extends never ? never : typeof handwriting extends fc.Arbitrary<infer T> ? T : never

/** Writes a value as a person might: block and flow, quotes of each kind, comments, blank lines, CRLF. */
export function handwritten(value: Json, hand: Handwriting): string {
  let turn = 0
  const choose = (): number => hand.choices[turn++ % hand.choices.length] ?? 0
  const quoted = (text: string): string => {
    const how = choose()
    if (how < 6 && /^[A-Za-zž][\w ž%.-]*[\wž%]$/.test(text) && !/^(?:yes|no|null|true|false)$/i.test(text))
      return text
    if (how % 2 === 0 && !text.includes('\n')) return `'${text.replaceAll("'", "''")}'`
    return JSON.stringify(text)
  }
  const flow = (inner: Json): string => {
    if (typeof inner === 'string') return quoted(inner)
    if (typeof inner !== 'object' || inner === null) return String(inner)
    const pad = choose() % 2 === 0 ? ' ' : ''
    const tail = choose() === 0 ? ',' : ''
    if (Array.isArray(inner))
      return inner.length === 0 ? '[]' : `[${pad}${inner.map(flow).join(', ')}${tail}${pad}]`
    const members = Object.entries(inner).map(([name, member]) => `${quoted(name)}: ${flow(member)}`)
    return members.length === 0 ? '{}' : `{${pad}${members.join(', ')}${tail}${pad}}`
  }
  const comment = (): string => (choose() === 0 ? '   # said beside' : '')
  const above = (margin: string): string => {
    const how = choose()
    return how === 0 ? `${margin}# said above\n` : how === 1 ? '\n' : ''
  }
  /** The value from behind `key:` or `-`, with its line break. */
  const rest = (inner: Json, child: string): string => {
    const isMultiLine = typeof inner === 'string' && inner.includes('\n') && !/^\s/.test(inner)
    if (isMultiLine && choose() < 8) {
      const chomp = inner.endsWith('\n\n') ? '+' : inner.endsWith('\n') ? '' : '-'
      const body = inner
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => (line === '' ? '' : `${child}${line}`))
      return ` |${chomp}${comment()}\n${body.join('\n')}\n`
    }
    if (inner === null && choose() < 6) return `${comment()}\n`
    const isBlock =
      typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0 && choose() < 8
    if (!isBlock) return ` ${choose() === 0 ? '  ' : ''}${flow(inner)}${comment()}\n`
    return `${comment()}\n${block(inner, child)}`
  }
  const block = (inner: Json, margin: string): string => {
    const child = margin + ' '.repeat(hand.indent)
    if (Array.isArray(inner)) {
      return inner.map((item: Json) => `${above(margin)}${margin}-${entry(item, margin)}`).join('')
    }
    return Object.entries(inner as Record<string, Json>)
      .map(([name, member]) => {
        const listMargin = Array.isArray(member) && hand.flatLists ? margin : child
        return `${above(margin)}${margin}${quoted(name)}:${rest(member, listMargin)}`
      })
      .join('')
  }
  const entry = (item: Json, margin: string): string => {
    const child = `${margin}  `
    const isCompact =
      typeof item === 'object' && item !== null && Object.keys(item).length > 0 && choose() < 7
    if (!isCompact) return rest(item, child)
    const body = block(item, child).replace(/^(?:\n| *#[^\n]*\n)+/, '')
    return ` ${body.slice(child.length)}`
  }
  const text = `# yaml-language-server: $schema=x\n${block(value, '')}${choose() < 2 ? '# the end\n' : ''}`
  const broken = hand.crlf ? text.replaceAll('\n', '\r\n') : text
  return hand.lastBreak ? broken : broken.replace(/\r?\n$/, '')
}

/** An edit that fits the value: a replacement, an insertion, an addition or a deletion at some depth. */
export function editOf(value: Json, picks: readonly number[], replacement: Json | undefined): Edit {
  const path: (string | number)[] = []
  let inner: Json = value
  for (const [depth, pick] of picks.entries()) {
    if (Array.isArray(inner)) {
      const list = inner as readonly Json[]
      const index = pick % (list.length + 1)
      path.push(index)
      inner = list[index] ?? null
    } else if (typeof inner === 'object' && inner !== null) {
      const names: readonly string[] = [...Object.keys(inner), 'added']
      const name = names[pick % names.length] ?? 'added'
      path.push(name)
      inner = (inner as Record<string, Json>)[name] ?? null
    } else break
    if (pick % 3 === 0 && depth > 0) break
  }
  return { path, value: replacement }
}
