import type { Span } from '../core/position.ts'
import { trimSpan } from './document.ts'

const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|z\.\s?B|bzw|ca|inkl|incl|min|max|mind|approx|vs|ex|p\.\s?ej|par ex|u\.\s?a|d\.\s?h|inc|ltd|no|nr|st|dr)$/i
const BREAK = /[.!?](?=\s+["“(]?[\p{Lu}\p{N}])|;|\s[–—]\s(?=\p{Lu}\p{Ll}+\s\p{Ll})|[\r\n]+/gu

/** The sentences of a part of the text, in which semicolons and line breaks end one too. */
export function sentencesOf(text: string, span: Span): readonly Span[] {
  const words = text.slice(span.start, span.end)
  const sentences: Span[] = []
  let start = 0
  const close = (end: number): void => {
    const sentence = trimSpan(text, span.start + start, span.start + end)
    if (sentence !== null) sentences.push(sentence)
  }
  for (const match of words.matchAll(BREAK)) {
    if (match[0] === '.' && ABBREVIATION.test(words.slice(Math.max(0, match.index - 8), match.index)))
      continue
    const end = match.index + (match[0] === '.' || match[0] === '!' || match[0] === '?' ? 1 : 0)
    close(end)
    start = match.index + match[0].length
  }
  close(words.length)
  return sentences
}
