import type { DocumentPath, Span } from '../../core/position.ts'
import { documentFields, documentTexts } from '../document.ts'
import type { PhraseList } from '../phrase-data.ts'
import type { Fault, Rule } from '../rule.ts'
import { allPhrases, phraseFinder } from './phrases.ts'

/** What a rule of this kind looks for. */
export interface LabelledOptions {
  /** Names of fields, and words that stand before a value: `Date of birth: …`, `dateOfBirth: …`. */
  readonly labels: PhraseList
  /** Phrases that say it without a label. */
  readonly phrases?: PhraseList
  /** What must follow one of `phrases`. */
  readonly followedBy?: RegExp
  message(found: string): string
}

/**
 * A kind of rule: a fact that does not belong into a résumé, written as a field of its own or as a labelled value in a
 * text. Looks through the whole document, in all languages at once.
 */
export function labelled(options: LabelledOptions): Rule['check'] {
  const labels = allPhrases(options.labels)
  const findLabel = phraseFinder(labels)
  const findPhrase = phraseFinder(options.phrases ? allPhrases(options.phrases) : [])
  const keys = new Map(labels.map(({ find }) => [keyOf(find), find]))
  return function* check({ document }): Generator<Fault> {
    const fields = documentFields(document).filter(
      ({ path, value }) => keys.has(keyOf(String(path.at(-1)))) && value !== null && value !== '',
    )
    for (const { path } of fields) {
      yield {
        message: options.message(String(path.at(-1))),
        path,
        fix: { title: 'Remove the field', safety: 'suggestion', edits: [{ path, value: undefined }] },
      }
    }
    const inField = (path: DocumentPath): boolean => fields.some((field) => startsWith(path, field.path))
    for (const { path, text } of documentTexts(document)) {
      if (inField(path)) continue
      const found = [
        ...findLabel(text).filter(({ span }) => hasValue(text, span)),
        ...findPhrase(text).filter(({ span }) => follows(text, span, options.followedBy)),
      ].sort((a, b) => a.span.start - b.span.start)
      const [first] = found
      if (first) yield { message: options.message(first.text), path, span: first.span }
    }
  }
}

/** `dateOfBirth`, `date_of_birth` and `Date of birth` are one name. */
function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function hasValue(text: string, { end }: Span): boolean {
  return /^\s*[:=]\s*\S/u.test(text.slice(end, end + 20))
}

function follows(text: string, { end }: Span, expected: RegExp | undefined): boolean {
  return expected === undefined || expected.test(text.slice(end, end + 30))
}

function startsWith(path: DocumentPath, prefix: DocumentPath): boolean {
  return prefix.every((part, index) => part === path[index])
}
