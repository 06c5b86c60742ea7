import { z } from 'zod'

const words = z.string().trim().min(1)
const list = z.array(words).default([])
const source = words.describe('The key in `sources` that says where the figure comes from.')
const skillId = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'expected the id of a skill in kebab-case' })

const amount = z.strictObject({
  bound: z.enum(['exactly', 'at-least', 'more-than', 'up-to']),
  value: z.number(),
  unit: words.describe('`percent`, `ms`, `years` …'),
  source,
})

const target = z
  .strictObject({
    comparison: z.enum(['at-least', 'at-most', 'above', 'below', 'between']),
    value: z.number().describe('The limit; of `between` the lower one.'),
    upper: z.number().exactOptional().describe('The upper limit of `between`, included.'),
    unit: words.describe('`percent`, `ms`, `per sprint`, `of 5` …'),
    source,
  })
  .refine(
    (target) =>
      target.comparison === 'between'
        ? target.upper !== undefined && target.upper >= target.value
        : target.upper === undefined,
    { error: '`upper` goes with `between`, and is not less than `value`' },
  )

const kpi = z.strictObject({
  id: skillId,
  name: words,
  measures: words,
  target: target.exactOptional(),
})

const skill = z.strictObject({
  name: words,
  ids: z.array(skillId).min(1).describe('Ids of the skill taxonomy.'),
  what: words,
  usedFor: words,
})
const skills = z.array(skill).default([])

const question = z.strictObject({ asks: words, assesses: words, tip: words })
const questions = z.array(question).default([])

const tools = z.array(z.strictObject({ name: words, id: skillId })).default([])

const payBand = z
  .strictObject({
    company: words,
    low: z.int().positive(),
    high: z.int().positive(),
    plus: list,
    note: words.exactOptional(),
    source,
  })
  .refine((band) => band.low <= band.high, { error: '`low` is more than `high`' })

/**
 * A role described as data: `data/guides/<role>.yaml`. Every figure names its source; a role for which there is no
 * sourced figure leaves the field out.
 */
export const guideSchema = z
  .strictObject({
    id: skillId,
    title: words,
    tagline: words.exactOptional(),
    summary: words,
    promise: words.exactOptional().describe('What Bonafide does for this role.'),
    reportsTo: list,
    industries: list,
    thrives: list.describe('Who does well in this role.'),
    impact: z
      .array(z.strictObject({ claim: words, amount: amount.exactOptional(), leadsTo: words }))
      .default([]),
    day: z.array(z.strictObject({ when: words, does: z.array(words).min(1) })).default([]),
    challenges: list,
    skills: z
      .strictObject({
        technical: skills,
        analytical: skills,
        human: skills.describe('Leadership and communication.'),
        emerging: skills,
      })
      .prefault({}),
    kpis: z.array(kpi).default([]),
    review: z
      .strictObject({
        cadence: words,
        tools: z.array(z.strictObject({ name: words, id: skillId.exactOptional(), usedFor: words })).min(1),
        source,
      })
      .exactOptional(),
    ladder: z
      .array(z.strictObject({ level: words, does: words }))
      .default([])
      .describe('Levels in rising order.'),
    lateralMoves: z.array(z.strictObject({ role: words, focus: words })).default([]),
    accelerate: list,
    interview: z
      .strictObject({
        behavioral: questions,
        technical: questions,
        situational: questions,
        redFlags: list,
      })
      .prefault({}),
    pay: z
      .strictObject({
        currency: z.string().regex(/^[A-Z]{3}$/, { error: 'expected an ISO 4217 code such as USD' }),
        period: z.enum(['hour', 'day', 'month', 'year']),
        basis: words,
        bands: z.array(payBand).min(1),
        factors: list,
      })
      .exactOptional(),
    negotiation: list,
    demand: z
      .strictObject({
        hubs: z.array(z.strictObject({ place: words, why: words })).default([]),
        trends: list,
        outlook: z
          .strictObject({
            text: words,
            years: z.strictObject({ from: z.number(), to: z.number(), source }).exactOptional(),
          })
          .exactOptional(),
      })
      .exactOptional(),
    stories: z
      .array(
        z.strictObject({
          who: words,
          did: words,
          results: z.array(z.strictObject({ text: words, amount: amount.exactOptional() })).min(1),
        }),
      )
      .default([]),
    resources: z
      .strictObject({
        books: z.array(z.strictObject({ title: words, by: words })).default([]),
        courses: z.array(z.strictObject({ title: words, on: words })).default([]),
        podcasts: list,
        communities: list,
      })
      .prefault({}),
    tools: z
      .strictObject({
        versionControl: tools,
        databases: tools,
        apiDevelopment: tools,
        cloud: tools,
        frameworks: tools,
      })
      .prefault({}),
    thinkers: z.array(z.strictObject({ name: words, knownFor: words })).default([]),
    sources: z
      .record(z.string(), z.strictObject({ title: words, note: words }))
      .describe('Where figures come from.'),
  })
  .superRefine((guide, context) => {
    for (const { path, name } of namedSources(guide, [])) {
      if (Object.hasOwn(guide.sources, name)) continue
      context.addIssue({ code: 'custom', path: [...path], message: `no source '${name}' in sources` })
    }
    const seen = new Set<string>()
    for (const [index, { id }] of guide.kpis.entries()) {
      if (seen.has(id))
        context.addIssue({ code: 'custom', path: ['kpis', index, 'id'], message: `'${id}' stands twice` })
      seen.add(id)
    }
  })

/** A role described as data. See {@link guideSchema}. */
export type Guide = z.infer<typeof guideSchema>

/** What a KPI should be, as data. */
export type KpiTarget = z.infer<typeof target>

/** A figure with its bound: "up to 50 %". */
export type Amount = z.infer<typeof amount>

function* namedSources(
  value: unknown,
  path: readonly (string | number)[],
): Generator<{ readonly path: readonly (string | number)[]; readonly name: string }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* namedSources(item, [...path, index])
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value)) {
    if (key === 'source' && typeof item === 'string') yield { path: [...path, key], name: item }
    else yield* namedSources(item, [...path, key])
  }
}
