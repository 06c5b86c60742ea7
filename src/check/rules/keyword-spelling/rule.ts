import { skillsSaid } from '../../../match/said.ts'
import type { SkillKind } from '../../../skill/model.ts'
import { resumeTexts } from '../../../resume/texts.ts'
import { comparable } from '../../comparable.ts'
import { replaceSpan } from '../../document.ts'
import { mentionsOf } from '../../posting-skills.ts'
import type { Rule } from '../../rule.ts'

const NAMED_IN_WORDS: ReadonlySet<SkillKind> = new Set([
  'human',
  'practice',
  'architecture',
  'api',
  'testing',
])

export const rule: Rule = {
  code: 'KEY004',
  name: 'keyword-spelling',
  family: 'keywords',
  severity: 'info',
  help: 'Write it once the way the posting does: a search for its word then finds you.',
  *check(subject) {
    if (!subject.posting) return
    const { posting } = subject.posting
    const texts = resumeTexts(subject.resume).map(({ path, text }) => ({
      path,
      text,
      plain: comparable(text),
    }))
    // A spoken language or a way of working is named in the language of each text; only a technology has one spelling.
    const technology = (id: string): boolean =>
      !NAMED_IN_WORDS.has(subject.taxonomy.skills.get(id)?.kind ?? 'human')
    const said = skillsSaid(subject.resume, subject)
    for (const [skill, spellings] of askedSpellings(subject, posting)) {
      if (!technology(skill)) continue
      const place = said.get(skill)?.find((each) => each.skill === skill)
      const text = place && texts.find(({ path }) => path.join('\n') === place.path.join('\n'))
      if (!place || !text) continue
      if ([...spellings.keys()].some((spelling) => texts.some(({ plain }) => holdsWord(plain, spelling))))
        continue
      const [wanted] = spellings.values()
      const written = text.text.slice(place.span.start, place.span.end)
      if (wanted === undefined || written === '') continue
      const edits = replaceSpan(subject.document, place.path, place.span, wanted)
      yield {
        message: `Your résumé says "${written}", the posting "${wanted}"`,
        path: place.path,
        span: place.span,
        ...(edits.length > 0 && { fix: { title: `Write "${wanted}"`, safety: 'suggestion', edits } }),
      }
    }
  },
}

/** By skill: how the posting writes it, by its comparable form. */
function askedSpellings(
  subject: Parameters<Rule['check']>[0],
  posting: NonNullable<Parameters<Rule['check']>[0]['posting']>['posting'],
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const bySkill = new Map<string, Map<string, string>>()
  for (const requirement of posting.requirements) {
    for (const skill of requirement.anyOf) {
      for (const { text } of mentionsOf(subject, posting, requirement, skill)) {
        const spellings = bySkill.get(skill) ?? new Map<string, string>()
        bySkill.set(skill, spellings.set(comparable(text), text))
      }
    }
  }
  return bySkill
}

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = text.charAt(at - 1) + text.charAt(at + word.length)
    if (!/[\p{L}\p{N}]/u.test(around)) return true
  }
  return false
}
