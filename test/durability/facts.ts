import type { Connector } from '../../src/core/connector.ts'
import type { Edit } from '../../src/core/finding.ts'
import type { EvidenceDraft } from '../../src/core/evidence.ts'
import { z } from 'zod'

/** A fact of the trial: which one it is, and in which generation it was said. */
export function fact(source: string, number: number, generation: number): EvidenceDraft {
  return {
    v: 1,
    kind: 'trial.fact',
    key: `trial.fact:${number}`,
    source,
    connector: 'trial',
    period: { from: '2025-01-01', to: '2025-01-31' },
    data: { number, generation, filler: 'größer '.repeat(number % 40) },
    provenance: { method: 'trial/1', ref: String(generation), inputs: '0'.repeat(64) },
  }
}

/** How many facts a generation says: mostly few more than the one before, now and then thousands. */
export function factsOf(generation: number): number {
  return generation % 7 === 3 ? 4000 : 100 + ((generation * 37) % 400)
}

/** Says the facts of one generation; those whose number fits the generation are new or changed. */
export function trialConnector(generation: number): Connector {
  return {
    id: 'trial',
    title: 'Trial',
    reads: 'Nothing.',
    options: z.strictObject({}),
    async *collect(source) {
      for (let number = 0; number < factsOf(generation); number++) yield fact(source.id, number, generation)
    },
  }
}

/** The résumé before any edit; every comment and blank line has to survive. */
export const RESUME = `# yaml-language-server: $schema=.bonafide/schemas/resume.schema.json
# Every line of this file is mine.

basics:
  name: Mira Holt   # as on my passport
  summary: generation 0

work:
  - name: 'Larkspur'
    # the good years
    position: Backend Developer
    highlights:
      - Cut p95 from 900 ms to 250 ms.   # checkout
${Array.from({ length: 400 }, (_, index) => `      - "Highlight ${index}: ${'moved it '.repeat(index % 30)}"\n`).join('')}
# the end
`

/** The edits of one generation. */
export function editsOf(generation: number): readonly Edit[] {
  return [
    {
      path: ['basics', 'summary'],
      value: `generation ${generation} ${'and on '.repeat((generation * 13) % 500)}`,
    },
    { path: ['work', 0, 'highlights', generation % 50], value: `Highlight of generation ${generation}` },
  ]
}
