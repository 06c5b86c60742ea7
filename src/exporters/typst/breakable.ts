/** Words longer than this may be broken. */
const LONG = 40
/** The longest piece of a broken word. */
const PIECE = 20

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * A text as a theme takes it: itself, or pieces between which a line may end without a hyphen, where a word is longer
 * than a line can be sure to hold. The pieces joined are the text, so nothing enters the text of the PDF.
 */
export function breakable(text: string): string | readonly string[] {
  if (!/\S{41}/.test(text)) return text
  return text
    .split(/(\s+)/)
    .flatMap((word) => (word.length > LONG ? pieces(word) : [word]))
    .reduce<readonly string[]>((all, piece) => join(all, piece), [])
}

/** Breaks after the marks at which addresses are broken, and else where it must. */
function pieces(word: string): readonly string[] {
  return word.split(/(?<=[/._\-?&=:,;@])(?=[^/._\-?&=:,;@])/u).flatMap((part) => {
    if (part.length <= PIECE) return [part]
    const graphemes = [...segmenter.segment(part)].map(({ segment }) => segment)
    return Array.from({ length: Math.ceil(graphemes.length / PIECE) }, (_, index) =>
      graphemes.slice(index * PIECE, (index + 1) * PIECE).join(''),
    )
  })
}

/** Keeps white space with the word before it, so that no piece is space alone. */
function join(all: readonly string[], piece: string): readonly string[] {
  const last = all.at(-1)
  if (last === undefined || !/^\s*$/.test(piece)) return [...all, piece]
  return [...all.slice(0, -1), last + piece]
}
