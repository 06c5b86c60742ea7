import type { Fix } from '../../../core/finding.ts'
import type { MatchRow, Shown } from '../../../match/model.ts'
import { valueAt } from '../../document.ts'
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

function work({ commits, days, firstSeen, lastSeen }: Shown): string {
  const seen = firstSeen === lastSeen ? `in ${firstSeen}` : `from ${firstSeen} to ${lastSeen}`
  return `${counted(commits, 'commit')} on ${counted(days, 'day')} ${seen}`
}

function counted(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`
}

/** Adds the skill to the group that holds most of its kind; a new group when there is none. */
function addSkill(subject: CheckSubject, skill: string, spelling: string): Fix {
  const kind = subject.taxonomy.skills.get(skill)?.kind
  const groups = subject.resume.skills.filter(({ path }) =>
    Array.isArray(valueAt(subject.document, [...path, 'keywords'])),
  )
  const alike = (keywords: readonly string[]): number =>
    keywords.filter((keyword) => subject.taxonomy.named(keyword)?.kind === kind).length
  const [group] = groups.toSorted((a, b) => alike(b.keywords) - alike(a.keywords))
  if (group) {
    const path = [...group.path, 'keywords']
    const next = (valueAt(subject.document, path) as readonly unknown[]).length
    return {
      title: `Add "${spelling}" to ${group.name ?? 'your skills'}`,
      safety: 'suggestion',
      edits: [{ path: [...path, next], value: spelling }],
    }
  }
  const groupsWritten = valueAt(subject.document, ['skills'])
  const entry = { name: 'Skills', keywords: [spelling] }
  return {
    title: `Add "${spelling}" to your skills`,
    safety: 'suggestion',
    edits: [
      Array.isArray(groupsWritten)
        ? { path: ['skills', groupsWritten.length], value: entry }
        : { path: ['skills'], value: [entry] },
    ],
  }
}
