/** Words longer than this may be cut, so that they stay on the paper. */
const LONG = 40
/** The longest piece of a word that is cut. */
const PIECE = 20
/** Compound words up to this length stay whole; longer ones would leave too ragged an edge. */
const WHOLE = 24

const COMPOUND = /[\p{L}\p{N}+#][-/–][\p{L}\p{N}+#]/u
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** A part of a text: plain, a word that no line end may part, or one that may be cut between the pieces. */
type FlowPart = string | { readonly keep: string } | { readonly cut: readonly string[] }

/** A text as a theme takes it: itself, or its parts. The parts joined are the text: no letter is added. */
export type Flow = string | readonly FlowPart[]

/**
 * Says where lines of a text may end. `full-stack` and `CI/CD` stay whole, as a reader of the text layer finds neither
 * when a line ends within; a word longer than a line can be sure to hold is cut without a hyphen.
 */
export function toFlow(text: string): Flow {
  const parts = text.split(/(\s+)/).map(toPart)
  if (parts.every((part) => typeof part === 'string')) return text
  const joined: FlowPart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part
    else if (part !== '') joined.push(part)
  }
  return joined
}

function toPart(word: string): FlowPart {
  if (word.length > LONG && word.trim() !== '') return { cut: pieces(word) }
  return word.length <= WHOLE && COMPOUND.test(word) ? { keep: word } : word
}

/** Cuts after the marks at which addresses are broken, and else where it must. */
function pieces(word: string): readonly string[] {
  return word.split(/(?<=[/._\-?&=:,;@])(?=[^/._\-?&=:,;@])/u).flatMap((part) => {
    if (part.length <= PIECE) return [part]
    const graphemes = [...segmenter.segment(part)].map(({ segment }) => segment)
    return Array.from({ length: Math.ceil(graphemes.length / PIECE) }, (_, index) =>
      graphemes.slice(index * PIECE, (index + 1) * PIECE).join(''),
    )
  })
}
