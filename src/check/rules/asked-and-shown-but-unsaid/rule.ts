import type { MatchRow, Shown } from '../../../match/model.ts'
import { addSkill } from '../../add-skill.ts'
import { askedAt, quoteRequirement } from '../../posting-skills.ts'
import type { CheckSubject, Fault, Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'KEY001',
  name: 'asked-and-shown-but-unsaid',
  family: 'keywords',
  severity: 'warning',
  help: 'Say it in a highlight that tells what you did with it, or among your skills at least.',
  *check(subject) {
    const told = new Set<string>()
    for (const row of byModality(subject.match?.rows ?? [])) {
      const shown = row.standing === 'shown-unsaid' ? strongest(row) : undefined
      if (!shown || told.has(shown.skill)) continue
      told.add(shown.skill)
      yield* faultOf(subject, row, shown)
    }
  },
}

function* faultOf(subject: CheckSubject, { requirement }: MatchRow, shown: Shown): Generator<Fault> {
  if (!subject.posting) return
  const { file, posting } = subject.posting
  const asked = askedAt(subject, posting, requirement, shown.skill)
  const verb = requirement.modality === 'must' ? 'asks for' : 'would like'
  yield {
    message:
      `The posting ${verb} ${asked.text} (${quoteRequirement(file, posting, requirement, asked.text)}), ` +
      `your work shows it (${work(shown)}), and your résumé does not say it`,
    posting: asked.span,
    path: ['skills'],
    fix: addSkill(subject, shown.skill, asked.text),
    data: { ...shown, requirement: requirement.id, modality: requirement.modality },
  }
}

function strongest({ shown }: MatchRow): Shown | undefined {
  return shown.toSorted((a, b) => b.days - a.days || b.commits - a.commits)[0]
}

function byModality(rows: readonly MatchRow[]): readonly MatchRow[] {
  return [
    ...rows.filter((row) => row.requirement.modality === 'must'),
    ...rows.filter((row) => row.requirement.modality === 'nice'),
  ]
}

/** A single commit is known to its quarter only, so it lies somewhere between two months. */
function work({ commits, days, firstSeen, lastSeen }: Shown): string {
  const amount = `${counted(commits, 'commit')} on ${counted(days, 'day')}`
  if (firstSeen === lastSeen) return `${amount} in ${firstSeen}`
  return days === 1
    ? `${amount} between ${firstSeen} and ${lastSeen}`
    : `${amount} from ${firstSeen} to ${lastSeen}`
}

function counted(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}
