import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatPath } from '../core/position.ts'
import { matchRequirements } from '../match/match.ts'
import { skillsSaid } from '../match/said.ts'
import type { Requirement } from '../posting/model.ts'
import { normaliseResume } from '../resume/normalise.ts'
import { resumeTexts } from '../resume/texts.ts'
import { createFinder } from '../skill/finder.ts'
import { buildTaxonomy } from '../skill/taxonomy.ts'
import { DEFAULT_LIMITS, tailorResume } from './tailor.ts'
import { selectVariant } from './variant.ts'

const SKILLS = ['Kafka', 'Redis', 'PostgreSQL', 'Terraform', 'GraphQL'] as const
const taxonomy = buildTaxonomy([
  {
    file: 'skills.yaml',
    content: { kind: 'tool', skills: SKILLS.map((name) => ({ id: name.toLowerCase(), name })) },
  },
])
const context = { taxonomy, findSkills: createFinder(taxonomy), claims: null }

function asking(...skills: readonly string[]): readonly Requirement[] {
  return skills.map((skill, index) => ({
    id: `r${index + 1}`,
    modality: index === 0 ? 'must' : 'nice',
    anyOf: [skill.toLowerCase()],
    years: null,
    text: skill,
    span: { start: 0, end: 1 },
    mentions: [],
  }))
}

type Highlights = readonly (string | { readonly text: string; readonly tags: string[] })[]

function resumeWith(highlights: Highlights) {
  return normaliseResume({
    work: [{ name: 'Acme', position: 'Developer', startDate: '2024-01', highlights: [...highlights] }],
  })
}

function matchOf(resume: ReturnType<typeof resumeWith>, requirements: readonly Requirement[]) {
  return matchRequirements(requirements, {
    said: skillsSaid(resume, context),
    shown: null,
    name: (skill) => skill,
    leavesTraces: () => true,
  })
}

function tailored(highlights: Highlights, asked: readonly string[], newest = DEFAULT_LIMITS.newest) {
  const resume = resumeWith(highlights)
  return tailorResume(resume, matchOf(resume, asking(...asked)), {
    ...context,
    limits: { newest, oldest: 1 },
  })
}

function textsOf(variant: ReturnType<typeof tailored>): readonly string[] {
  return variant.resume.work
    .flatMap(({ roles }) => roles)
    .flatMap((role) => role.highlights.map(({ text }) => text))
}

describe('tailorResume', () => {
  it('puts what the posting asks for first, the must before the nice-to-have', () => {
    const variant = tailored(['Wrote notes', 'Cached with Redis', 'Streamed with Kafka'], ['Kafka', 'Redis'])
    expect(textsOf(variant)).toEqual(['Streamed with Kafka', 'Cached with Redis', 'Wrote notes'])
    expect(variant.changes.map(({ kind, path, reason }) => [kind, formatPath(path), reason])).toEqual([
      ['moved-up', 'work[0].highlights[2]', 'says Kafka, which the posting asks for'],
    ])
  })

  it('leaves out what says least where there is no room, and says so', () => {
    const variant = tailored(['Wrote notes', 'Cached with Redis'], ['Redis'], 1)
    expect(textsOf(variant)).toEqual(['Cached with Redis'])
    expect(variant.changes.find(({ kind }) => kind === 'left-out')).toMatchObject({
      text: 'Wrote notes',
      reason: 'says nothing that the posting asks for; there is room for 1 here',
    })
  })

  it('never leaves out what is tagged keep', () => {
    expect(
      textsOf(tailored([{ text: 'Wrote notes', tags: ['keep'] }, 'Cached with Redis'], ['Redis'], 1)),
    ).toEqual(['Cached with Redis', 'Wrote notes'])
  })

  const anyText = fc
    .tuple(
      fc.constantFrom('Built', 'Ran', 'Mended'),
      fc.option(fc.constantFrom(...SKILLS)),
      fc.integer({ min: 0, max: 99 }),
    )
    .map(([verb, skill, number]) => `${verb} ${skill ?? 'it'} ${number}`)
  const anyHighlights = fc.array(anyText, { minLength: 1, maxLength: 9 })
  const anyAsked = fc.uniqueArray(fc.constantFrom(...SKILLS), { minLength: 1 })

  it('adds no word that the résumé does not hold', () => {
    fc.assert(
      fc.property(anyHighlights, anyAsked, fc.integer({ min: 1, max: 6 }), (highlights, asked, room) => {
        const held = new Set(resumeTexts(resumeWith(highlights)).map(({ text }) => text))
        for (const { text } of resumeTexts(tailored(highlights, asked, room).resume))
          expect(held).toContain(text)
      }),
    )
  })

  it('keeps or reports every highlight', () => {
    fc.assert(
      fc.property(anyHighlights, anyAsked, fc.integer({ min: 1, max: 6 }), (highlights, asked, room) => {
        const variant = tailored(highlights, asked, room)
        const gone = variant.changes.filter(({ kind }) => kind === 'left-out').map(({ text }) => text)
        expect([...textsOf(variant), ...gone].toSorted()).toEqual(highlights.toSorted())
        expect(textsOf(variant).length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('the score of a résumé', () => {
  it('does not change with the order of its highlights', () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(fc.constantFrom(...SKILLS), { minLength: 1 })
          .chain((said) =>
            fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length })),
          ),
        fc.uniqueArray(fc.constantFrom(...SKILLS), { minLength: 1 }),
        ([said, shuffled], asked) => {
          const score = (skills: readonly string[]) =>
            matchOf(resumeWith(skills.map((skill) => `Used ${skill}`)), asking(...asked)).score
          expect(score(shuffled)).toBe(score(said))
        },
      ),
    )
  })
})

describe('selectVariant', () => {
  const highlights: Highlights = [
    'Plain',
    { text: 'Lead', tags: ['lead'] },
    { text: 'Data', tags: ['data', 'keep'] },
  ]
  it.each([
    [null, ['Plain', 'Lead', 'Data']],
    ['lead', ['Plain', 'Lead']],
    ['data', ['Plain', 'Data']],
    ['other', ['Plain']],
  ])('%s', (variant, expected) => {
    const chosen = selectVariant(resumeWith(highlights), variant)
    expect(chosen.work[0]?.roles[0]?.highlights.map(({ text }) => text)).toEqual(expected)
  })
})
