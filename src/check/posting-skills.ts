import type { Span } from '../core/position.ts'
import { lineIndex } from '../core/position.ts'
import type { Posting, Requirement } from '../posting/model.ts'
import { comparable, shortened } from './comparable.ts'
import type { CheckSubject } from './rule.ts'

/** A skill's name for people. */
export function skillName(subject: Pick<CheckSubject, 'taxonomy'>, skill: string): string {
  return subject.taxonomy.skills.get(skill)?.name ?? skill
}

/** Where and in what words a posting names one skill of a requirement. */
export interface Asked {
  readonly span: Span
  readonly text: string
}

/** The place that asks for a skill: its own mention, or the requirement as a whole. */
export function askedAt(
  subject: CheckSubject,
  posting: Posting,
  requirement: Requirement,
  skill: string,
): Asked {
  const [asked] = mentionsOf(subject, posting, requirement, skill)
  return asked ?? { span: requirement.span, text: skillName(subject, skill) }
}

/** The spellings with which a requirement names a skill. */
export function mentionsOf(
  subject: CheckSubject,
  posting: Posting,
  requirement: Requirement,
  skill: string,
): readonly Asked[] {
  return requirement.mentions.flatMap((span) => {
    const text = posting.text.slice(span.start, span.end)
    const named = subject.taxonomy.named(text)?.id ?? subject.findSkills(text)[0]?.skill
    return named === skill ? [{ span, text }] : []
  })
}

/**
 * The words that ask for a skill and where: `"Experience with Kafka or RabbitMQ", line 14`. The words are left out where
 * they are the skill's name alone, and the line where the file is a web page, whose text has other lines.
 */
export function quoteRequirement(
  file: string,
  posting: Posting,
  requirement: Requirement,
  name: string,
): string {
  const { line } = lineIndex(posting.text).at(requirement.span.start)
  const place = /\.x?html?$/i.test(file) ? file : `line ${line}`
  const words = comparable(requirement.text) === comparable(name) ? [] : [`"${shortened(requirement.text)}"`]
  return [...words, place].join(', ')
}
