import { expect, it } from 'vitest'
import { buildTaxonomy } from './taxonomy.ts'
import { leavesTraces } from './traces.ts'

const taxonomy = buildTaxonomy([
  {
    file: 'skills.yaml',
    content: {
      kind: 'tool',
      skills: [
        { id: 'javascript', name: 'JavaScript' },
        {
          id: 'express',
          name: 'Express',

          parents: ['javascript'],
          code: { dependencies: { npm: ['express'] } },
        },
        { id: 'mentoring', name: 'Mentoring' },
      ],
    },
  },
])

it.each([
  ['express', true, 'has a signal of its own'],
  ['javascript', true, 'is implied by one that has'],
  ['mentoring', false, 'leaves no trace in code'],
  ['unknown', false, 'is not known'],
])('%s: %s, as it %s', (skill, traces) => {
  expect(leavesTraces(taxonomy, skill)).toBe(traces)
})
