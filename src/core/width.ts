/** Scripts and signs that take two columns of a terminal (Unicode Standard Annex 11, Wide and Fullwidth). */
const WIDE =
  /[\u1100-\u115F\u231A\u231B\u2329\u232A\u23E9-\u23EC\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18AFF}\u{1B000}-\u{1B2FF}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F/u
const ZERO = /^[\p{M}\p{Cf}]+$/u

/** Made when first needed: it loads tables that most texts do without. */
let segmenter: Intl.Segmenter | null = null

/** How many columns a terminal gives a text that holds no tabs and no line breaks. */
export function displayWidth(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' })
  let width = 0
  for (const { segment } of segmenter.segment(text)) width += graphemeWidth(segment)
  return width
}

function graphemeWidth(grapheme: string): number {
  if (ZERO.test(grapheme)) return 0
  return WIDE.test(grapheme) ? 2 : 1
}

/**
 * A text from anywhere made safe to print: control characters, which could move the cursor or colour the screen, and
 * direction marks, which could turn words around, show as signs. Tabs and line breaks become blanks.
 */
export function printableText(text: string): string {
  return text
    .replace(/\t|\r\n|[\r\n\u2028\u2029]/g, ' ')
    .replace(/[\0-\u001F]/g, (char) => String.fromCharCode(0x2400 + char.charCodeAt(0)))
    .replace(/[\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, '\uFFFD')
}
