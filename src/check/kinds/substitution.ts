import type { ResumeText } from '../../resume/texts.ts'
import { replaceSpan } from '../document.ts'
import type { PhraseList } from '../phrase-data.ts'
import type { CheckSubject, Rule } from '../rule.ts'
import type { PhraseMatch } from './phrases.ts'
import { findersByLanguage } from './phrases.ts'
import { textsIn } from './places.ts'

/** What a rule of this kind says about each phrase that it finds. */
export interface SubstitutionOptions {
  readonly phrases: PhraseList
  readonly places: readonly ResumeText['place'][]
  /** Only where the phrase opens the text. */
  readonly opening?: boolean
  message(match: PhraseMatch): string
  /** What looks like the phrase but is not it. */
  readonly except?: (match: PhraseMatch, text: string) => boolean
  /** Which texts of those places are looked at; all when left out. */
  readonly only?: (subject: CheckSubject) => (text: ResumeText) => boolean
}

/** A kind of rule: these phrases have better words. The first of them becomes a suggested fix. */
export function substitution(options: SubstitutionOptions): Rule['check'] {
  const finderFor = findersByLanguage(options.phrases, options.opening)
  return function* check(subject) {
    const find = finderFor(subject.language)
    const wanted = options.only?.(subject) ?? (() => true)
    for (const place of textsIn(subject.resume, options.places).filter(wanted)) {
      for (const match of find(place.text)) {
        if (options.except?.(match, place.text)) continue
        const [best, ...others] = match.phrase.use
        const fix =
          best === undefined ? null : { title: title(best, others), words: inCaseOf(match.text, best) }
        const edits = fix ? replaceSpan(subject.document, place.path, match.span, fix.words) : []
        yield {
          message: options.message(match),
          path: place.path,
          span: match.span,
          ...(fix && edits.length > 0 && { fix: { title: fix.title, safety: 'suggestion', edits } }),
        }
      }
    }
  }
}

function title(best: string, others: readonly string[]): string {
  const rest = others.map((word) => `"${word}"`).join(', ')
  return rest === '' ? `Write "${best}"` : `Write "${best}" (or ${rest}), whichever is true`
}

function inCaseOf(found: string, words: string): string {
  const first = found.charAt(0)
  return first !== first.toLowerCase() ? words.charAt(0).toUpperCase() + words.slice(1) : words
}
