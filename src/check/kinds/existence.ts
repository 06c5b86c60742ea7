import type { Severity } from '../../core/finding.ts'
import type { ResumeText } from '../../resume/texts.ts'
import { replaceSpan } from '../document.ts'
import type { PhraseList } from '../phrase-data.ts'
import type { Rule } from '../rule.ts'
import type { PhraseMatch } from './phrases.ts'
import { findersByLanguage } from './phrases.ts'
import { textsIn } from './places.ts'

/** What a rule of this kind says about each phrase that it finds. */
export interface ExistenceOptions {
  readonly phrases: PhraseList
  readonly places: readonly ResumeText['place'][]
  message(match: PhraseMatch): string
  readonly severity?: (text: ResumeText) => Severity
  /** Suggests to leave the phrase out: for words that carry nothing. */
  readonly removable?: boolean
  /** What looks like the phrase but is not it. */
  readonly except?: (match: PhraseMatch, text: string) => boolean
}

/** A kind of rule: none of these phrases may stand in these places. */
export function existence(options: ExistenceOptions): Rule['check'] {
  const finderFor = findersByLanguage(options.phrases)
  return function* check(subject) {
    const find = finderFor(subject.language)
    for (const place of textsIn(subject.resume, options.places)) {
      for (const match of find(place.text)) {
        if (options.except?.(match, place.text)) continue
        const edits = options.removable ? removal(subject.document, place, match) : []
        yield {
          message: options.message(match),
          path: place.path,
          span: match.span,
          ...(options.severity && { severity: options.severity(place) }),
          ...(edits.length > 0 && {
            fix: { title: `Leave out "${match.text}"`, safety: 'suggestion', edits },
          }),
        }
      }
    }
  }
}

/** Takes the phrase and the blank behind it; at the start of a text the next word gets the capital. */
function removal(document: unknown, { path, text }: ResumeText, { span }: PhraseMatch) {
  const rest = text.slice(span.end)
  const gap = rest.length - rest.trimStart().length
  const next = rest.charAt(gap)
  if (next === '' || !/[\p{L}\p{N}]/u.test(next)) return []
  const atStart = text.slice(0, span.start).trim() === ''
  const words = atStart ? next.toUpperCase() : next
  return replaceSpan(document, path, { start: span.start, end: span.end + gap + 1 }, words)
}
