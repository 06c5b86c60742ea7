/** Tells whether a font has a glyph for a code point. */
export interface Coverage {
  has(codePoint: number): boolean
}

/**
 * What all of the fonts cover, read from their `cmap` tables
 * (https://learn.microsoft.com/typography/opentype/spec/cmap, formats 4 and 12).
 */
export function coverageOf(fonts: readonly Uint8Array[]): Coverage {
  const sets = fonts.map(codePointsOf)
  return { has: (codePoint) => sets.every((set) => set.has(codePoint)) }
}

function codePointsOf(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const table = tableOffset(view, 'cmap')
  const found = new Set<number>()
  for (let index = 0; index < view.getUint16(table + 2); index += 1) {
    const subtable = table + view.getUint32(table + 4 + index * 8 + 4)
    const format = view.getUint16(subtable)
    if (format === 4) addFormat4(view, subtable, found)
    if (format === 12) addFormat12(view, subtable, found)
  }
  return found
}

function tableOffset(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const record = 12 + index * 16
    const name = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(record + byte)))
    if (name === tag) return view.getUint32(record + 8)
  }
  throw new Error(`The font has no ${tag} table.`)
}

function addFormat4(view: DataView, subtable: number, found: Set<number>): void {
  const segments = view.getUint16(subtable + 6) / 2
  const ends = subtable + 14
  const starts = ends + segments * 2 + 2
  const deltas = starts + segments * 2
  const ranges = deltas + segments * 2
  for (let segment = 0; segment < segments; segment += 1) {
    const end = view.getUint16(ends + segment * 2)
    const start = view.getUint16(starts + segment * 2)
    const delta = view.getUint16(deltas + segment * 2)
    const range = view.getUint16(ranges + segment * 2)
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const at = ranges + segment * 2 + range + (code - start) * 2
      const glyph = range === 0 ? code + delta : view.getUint16(at) && view.getUint16(at) + delta
      if ((glyph & 0xffff) !== 0) found.add(code)
    }
  }
}

function addFormat12(view: DataView, subtable: number, found: Set<number>): void {
  const groups = view.getUint32(subtable + 12)
  for (let group = 0; group < groups; group += 1) {
    const record = subtable + 16 + group * 12
    const end = view.getUint32(record + 4)
    for (let code = view.getUint32(record); code <= end; code += 1) found.add(code)
  }
}
