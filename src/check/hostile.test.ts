import fc from 'fast-check'
import { expect, it } from 'vitest'
import { stringify } from 'yaml'
import { runChecks } from './engine.ts'
import { rules } from './rules.generated.ts'
import { subjectOf } from './test-support/subject.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('', ' ', 'Worked on Java', 'I built it', 'born 1990', 'a'.repeat(300), '\u00AD\uFFFD'),
)
const date = fc.constantFrom('1999', '2021-03', '2021-03-17', '2062', '2024-02-29')
const some = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value[]> =>
  fc.array(arbitrary, { maxLength: 3 })
const fields = <Shape>(shape: { [Key in keyof Shape]: fc.Arbitrary<Shape[Key]> }) =>
  fc.record(shape, { requiredKeys: [] })

const role = {
  position: text,
  startDate: date,
  endDate: date,
  summary: text,
  highlights: some(fc.oneof(text, fc.record({ text: text.filter((each) => each !== '') }))),
}
const job = fields({
  name: text,
  description: text,
  ...role,
  roles: fc.array(fc.record(role, { requiredKeys: ['position'] }), { minLength: 1, maxLength: 3 }),
})
const resume = fields({
  basics: fields({
    name: text,
    summary: text,
    phone: text,
    image: text,
    location: fields({ address: text, countryCode: text }),
    birthDate: fc.anything({ maxDepth: 1, values: [text, fc.integer(), fc.constant(null)] }),
  }),
  work: some(job),
  volunteer: some(job),
  education: some(fields({ institution: text, startDate: date, endDate: date, courses: some(text) })),
  projects: some(fields({ name: text, keywords: some(text), highlights: some(text), startDate: date })),
  skills: some(fields({ name: text, keywords: some(text) })),
  awards: some(fields({ title: text, date })),
  meta: fields({ language: fc.oneof(text, fc.constantFrom('en', 'de-AT', 'en_US', 'fr')) }),
})

it('checks any résumé without throwing, with every finding in its place', () => {
  fc.assert(
    fc.property(resume, resume, (written, read) => {
      const yaml = stringify(written)
      const lines = yaml.split('\n')
      const { subject, source } = subjectOf([
        { language: 'yaml', role: 'resume', content: yaml },
        { language: 'yaml', role: 'reread', content: stringify(read) },
        { language: 'yaml', role: 'shown', content: '{}' },
        { language: 'text', role: 'posting', content: '# Developer\n\n## Requirements\n- Java\n- Kafka\n' },
      ])
      for (const { position, excerpt, endColumn, message } of runChecks(subject, rules, source)) {
        expect(message.trim()).not.toBe('')
        if (position?.file !== 'resume.yaml') continue
        const line = lines[(position.line ?? 0) - 1]
        expect(line?.length).toBe(excerpt?.length)
        expect(position.column).toBeLessThanOrEqual((line?.length ?? 0) + 1)
        if (endColumn !== undefined) expect(endColumn).toBeGreaterThanOrEqual(position.column ?? 0)
      }
    }),
    { numRuns: 150 },
  )
})
