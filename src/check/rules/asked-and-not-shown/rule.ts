import { askedAt, quoteRequirement, skillName } from '../../posting-skills.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'KEY002',
  name: 'asked-and-not-shown',
  family: 'keywords',
  severity: 'warning',
  help: 'If you have done it, say where and collect the source that shows it; if not, be ready to say how you would learn it.',
  *check(subject) {
    if (!subject.posting) return
    const { file, posting } = subject.posting
    for (const { requirement, standing } of subject.match?.rows ?? []) {
      const [skill] = requirement.anyOf
      if (standing !== 'missing' || skill === undefined) continue
      const names = requirement.anyOf.map((id) => skillName(subject, id)).join(' or ')
      const must = requirement.modality === 'must'
      const shown =
        subject.shown === null
          ? 'and nothing was collected that could show it'
          : 'and nothing that was collected shows it'
      yield {
        message:
          `The posting ${must ? 'asks for' : 'would like'} ${names} ` +
          `(${quoteRequirement(file, posting, requirement, names)}); your résumé does not say it, ${shown}`,
        posting: askedAt(subject, posting, requirement, skill).span,
        severity: must ? 'warning' : 'info',
        data: { skills: requirement.anyOf, requirement: requirement.id },
      }
    }
  },
}
