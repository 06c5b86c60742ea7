import { wholeWords } from './document.ts'

const PATTERNS: readonly RegExp[] = [
  /(?:https?:\/\/|www\.)[^\s<>()\]]+/giu,
  /(?<=\]\()[^)\s]+(?=\))/gu,
  /(?<![\w.+-])[\w.+-]{1,64}(?:@|\s?[[(](?:at|@)[\])]\s?)[\w-]{1,64}(?:\.[\w-]{1,64}|\s?[[(]dot[\])]\s?\w{1,64}){1,8}/giu,
  /<!--[\s\S]{0,5000}?-->/gu,
  /[*`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu,
  wholeWords(
    String.raw`r\s?&\s?d`,
    String.raw`(?:pre-)?series[\s-][a-h]\d?`,
    'c-(?:level|suite)',
    String.raw`level\s[abc][12]?`,
    String.raw`(?:[abc][12])(?:\s?[-/]\s?[abc][12])?`,
    'go[- ]to[- ]market',
    'go-lives?',
    'go the extra mile',
    'go above',
    'go beyond',
  ),
  /(?<=\b(?:to|let['’]s|we|you|they|on the|can|will|ready|good|and|things|i)\s)go(?=\s)/gu,
]

/**
 * The text with all that must not be read as words of the posting blanked out: addresses, e-mails, emphasis and a few
 * set phrases in which a letter is no language ("R&D", "Series C", "English C1"). Offsets stay the same.
 */
export function maskText(text: string): string {
  let masked = text
  for (const pattern of PATTERNS) {
    masked = masked.replaceAll(pattern, (match) => match.replaceAll(/[^\r\n]/g, ' '))
  }
  return masked
}
