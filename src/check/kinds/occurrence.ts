import type { Span } from '../../core/position.ts'
import { highlightLists } from '../roles.ts'
import type { HighlightList } from '../roles.ts'
import type { Rule } from '../rule.ts'

/** What a rule of this kind counts. */
export interface OccurrenceOptions {
  /** What counts in a text of a list; null when nothing does. */
  token(text: string): { readonly key: string; readonly span: Span } | null
  /** More often than this is a fault. */
  readonly most: number
  message(found: { readonly text: string; readonly times: number; readonly list: HighlightList }): string
}

/** A kind of rule: the same thing may stand only so often in one list of highlights. Reported once a list. */
export function occurrence(options: OccurrenceOptions): Rule['check'] {
  return function* check({ resume }) {
    for (const list of highlightLists(resume)) {
      const tokens = list.highlights.flatMap((highlight) => {
        const token = options.token(highlight.text)
        return token ? [{ ...token, highlight }] : []
      })
      for (const [, same] of Map.groupBy(tokens, ({ key }) => key)) {
        const first = same[options.most]
        if (!first) continue
        const text = first.highlight.text.slice(first.span.start, first.span.end)
        yield {
          message: options.message({ text, times: same.length, list }),
          path: first.highlight.path,
          span: first.span,
        }
      }
    }
  }
}
