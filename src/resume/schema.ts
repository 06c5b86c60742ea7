import { z } from 'zod'
import { isPartialDate } from '../core/calendar.ts'

const text = z.string()
const date = z.string().refine(isPartialDate, { error: 'expected a date as YYYY, YYYY-MM or YYYY-MM-DD' })
const link = z.url({ error: 'expected an address with its scheme, such as https://example.org' })
const reference = z.union([
  z.string().min(1).describe('The id or key of a piece of evidence.'),
  z
    .strictObject({
      metric: z.string().describe('A metric of the ledger, such as git.pull-requests.'),
      source: text.exactOptional().describe('The id of a source; all sources when left out.'),
      skill: text.exactOptional().describe('A skill id, for metrics that are counted by skill.'),
      from: date.exactOptional(),
      to: date.exactOptional(),
    })
    .describe('A metric over a period; it is computed and compared with the number in the text.'),
])
const highlight = z.union([
  text,
  z.strictObject({
    text: text.min(1),
    evidence: z.array(reference).exactOptional(),
    tags: z.array(text).exactOptional(),
  }),
])
const highlights = z.array(highlight)

const role = z.strictObject({
  position: text,
  startDate: date.exactOptional(),
  endDate: date.exactOptional(),
  summary: text.exactOptional(),
  highlights: highlights.exactOptional(),
  tags: z.array(text).exactOptional(),
})

const basics = z.looseObject({
  name: text.exactOptional(),
  label: text.exactOptional(),
  image: text.exactOptional(),
  email: z.email({ error: 'expected an e-mail address' }).exactOptional(),
  phone: text.exactOptional(),
  url: link.exactOptional(),
  summary: text.exactOptional(),
  location: z
    .looseObject({
      address: text.exactOptional(),
      postalCode: text.exactOptional(),
      city: text.exactOptional(),
      countryCode: text.exactOptional(),
      region: text.exactOptional(),
    })
    .exactOptional(),
  profiles: z
    .array(
      z.looseObject({
        network: text.exactOptional(),
        username: text.exactOptional(),
        url: link.exactOptional(),
      }),
    )
    .exactOptional(),
})

const employment = {
  location: text.exactOptional(),
  description: text.exactOptional(),
  url: link.exactOptional(),
  position: text.exactOptional(),
  startDate: date.exactOptional(),
  endDate: date.exactOptional(),
  summary: text.exactOptional(),
  highlights: highlights.exactOptional(),
  tags: z.array(text).exactOptional(),
  roles: z.array(role).min(1).exactOptional().describe('Several roles in one company, newest first.'),
}

/**
 * `resume.yaml`: JSON Resume 1.x (https://docs.jsonresume.org/schema) and a little more: several `roles` in one
 * company, highlights with `evidence` and `tags`. Strict where a slip would lose data, open where JSON Resume is open.
 */
export const resumeSchema = z.looseObject({
  $schema: text.exactOptional(),
  basics: basics.exactOptional(),
  work: z.array(z.looseObject({ name: text.exactOptional(), ...employment })).exactOptional(),
  volunteer: z.array(z.looseObject({ organization: text.exactOptional(), ...employment })).exactOptional(),
  education: z
    .array(
      z.looseObject({
        institution: text.exactOptional(),
        url: link.exactOptional(),
        area: text.exactOptional(),
        studyType: text.exactOptional(),
        startDate: date.exactOptional(),
        endDate: date.exactOptional(),
        score: text.exactOptional(),
        courses: z.array(text).exactOptional(),
      }),
    )
    .exactOptional(),
  awards: z
    .array(
      z.looseObject({
        title: text.exactOptional(),
        date: date.exactOptional(),
        awarder: text.exactOptional(),
        summary: text.exactOptional(),
      }),
    )
    .exactOptional(),
  certificates: z
    .array(
      z.looseObject({
        name: text.exactOptional(),
        date: date.exactOptional(),
        url: link.exactOptional(),
        issuer: text.exactOptional(),
      }),
    )
    .exactOptional(),
  publications: z
    .array(
      z.looseObject({
        name: text.exactOptional(),
        publisher: text.exactOptional(),
        releaseDate: date.exactOptional(),
        url: link.exactOptional(),
        summary: text.exactOptional(),
      }),
    )
    .exactOptional(),
  skills: z
    .array(
      z.looseObject({
        name: text.exactOptional(),
        level: text.exactOptional(),
        keywords: z.array(text).exactOptional(),
      }),
    )
    .exactOptional(),
  languages: z
    .array(z.looseObject({ language: text.exactOptional(), fluency: text.exactOptional() }))
    .exactOptional(),
  interests: z
    .array(z.looseObject({ name: text.exactOptional(), keywords: z.array(text).exactOptional() }))
    .exactOptional(),
  references: z
    .array(z.looseObject({ name: text.exactOptional(), reference: text.exactOptional() }))
    .exactOptional(),
  projects: z
    .array(
      z.looseObject({
        name: text.exactOptional(),
        description: text.exactOptional(),
        highlights: highlights.exactOptional(),
        keywords: z.array(text).exactOptional(),
        startDate: date.exactOptional(),
        endDate: date.exactOptional(),
        url: link.exactOptional(),
        roles: z.array(text).exactOptional(),
        entity: text.exactOptional(),
        type: text.exactOptional(),
      }),
    )
    .exactOptional(),
  meta: z.looseObject({ language: text.exactOptional(), version: text.exactOptional() }).exactOptional(),
})

/** A checked `resume.yaml`. */
export type ResumeDocument = z.infer<typeof resumeSchema>
