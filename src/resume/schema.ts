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
      from: date.exactOptional().describe('The first day, month or year that counts.'),
      to: date.exactOptional().describe('The last day, month or year that counts.'),
    })
    .describe('A metric over a period; it is computed and compared with the number in the text.'),
])
const highlight = z.union([
  text,
  z.strictObject({
    text: text.min(1).describe('The words of the highlight.'),
    evidence: z
      .array(reference)
      .exactOptional()
      .describe('What shows it: ids or keys of evidence, or a metric over a period.'),
    tags: z.array(text).exactOptional().describe('Tags that variants of the résumé choose by.'),
  }),
])
const highlights = z.array(highlight)

const role = z.strictObject({
  position: text.describe('The title that you held.'),
  startDate: date.exactOptional().describe('When it began: 2021, 2021-04 or 2021-04-15.'),
  endDate: date.exactOptional().describe('When it ended; leave it out while it goes on.'),
  summary: text.exactOptional().describe('One or two sentences on what the job was.'),
  highlights: highlights.exactOptional().describe('What you did and what it changed, best first.'),
  tags: z.array(text).exactOptional().describe('Tags that variants of the résumé choose by.'),
})

const basics = z.looseObject({
  name: text.exactOptional().describe('Your full name.'),
  label: text.exactOptional().describe('What you are, in a few words: Backend Developer.'),
  image: text.exactOptional().describe('Address of a photo. Leave it out where a photo is not customary.'),
  email: z
    .email({ error: 'expected an e-mail address' })
    .exactOptional()
    .describe('The e-mail address that employers write to.'),
  phone: text.exactOptional().describe('Phone number, best in international form: +420 601 123 456.'),
  url: link.exactOptional().describe('Your own page.'),
  summary: text.exactOptional().describe('Two or three sentences on who you are and what you do best.'),
  location: z
    .looseObject({
      address: text.exactOptional().describe('Street and number; employers rarely need it.'),
      postalCode: text.exactOptional().describe('Postal code.'),
      city: text.exactOptional().describe('City.'),
      countryCode: text.exactOptional().describe('Country, two letters of ISO 3166-1: CZ.'),
      region: text.exactOptional().describe('Region or state.'),
    })
    .exactOptional()
    .describe('Where you live, as far as you want to say it.'),
  profiles: z
    .array(
      z.looseObject({
        network: text.exactOptional().describe('The service: GitHub.'),
        username: text.exactOptional().describe('Your name there.'),
        url: link.exactOptional().describe('Its address.'),
      }),
    )
    .exactOptional()
    .describe('Your pages on GitHub, LinkedIn and the like.'),
})

const employment = {
  location: text.exactOptional().describe('Where the job was, or Remote.'),
  description: text.exactOptional().describe('What the company does, in a few words.'),
  url: link.exactOptional().describe('Address of the company.'),
  position: text.exactOptional().describe('The title that you held.'),
  startDate: date.exactOptional().describe('When it began: 2021, 2021-04 or 2021-04-15.'),
  endDate: date.exactOptional().describe('When it ended; leave it out while it goes on.'),
  summary: text.exactOptional().describe('One or two sentences on what the job was.'),
  highlights: highlights.exactOptional().describe('What you did and what it changed, best first.'),
  tags: z.array(text).exactOptional().describe('Tags that variants of the résumé choose by.'),
  roles: z.array(role).min(1).exactOptional().describe('Several roles in one company, newest first.'),
}

/**
 * `resume.yaml`: JSON Resume 1.x (https://docs.jsonresume.org/schema) and a little more: several `roles` in one
 * company, highlights with `evidence` and `tags`. Strict where a slip would lose data, open where JSON Resume is open.
 */
export const resumeSchema = z.looseObject({
  $schema: text.exactOptional().describe('The schema of this file, for editors.'),
  basics: basics.exactOptional().describe('Who you are, and how to reach you.'),
  work: z
    .array(z.looseObject({ name: text.exactOptional().describe('The company.'), ...employment }))
    .exactOptional()
    .describe('Jobs, newest first.'),
  volunteer: z
    .array(z.looseObject({ organization: text.exactOptional().describe('The organisation.'), ...employment }))
    .exactOptional()
    .describe('Unpaid work, newest first.'),
  education: z
    .array(
      z.looseObject({
        institution: text.exactOptional().describe('The school.'),
        url: link.exactOptional().describe('Its address.'),
        area: text.exactOptional().describe('The subject: Computer Science.'),
        studyType: text.exactOptional().describe('The degree: Bachelor.'),
        startDate: date.exactOptional().describe('When it began: 2021, 2021-04 or 2021-04-15.'),
        endDate: date.exactOptional().describe('When it ended; leave it out while it goes on.'),
        score: text.exactOptional().describe('Grade, as the school writes it.'),
        courses: z.array(text).exactOptional().describe('Courses worth a mention.'),
      }),
    )
    .exactOptional()
    .describe('Schools and degrees, newest first.'),
  awards: z
    .array(
      z.looseObject({
        title: text.exactOptional().describe('Its name.'),
        date: date.exactOptional().describe('When: 2021, 2021-04 or 2021-04-15.'),
        awarder: text.exactOptional().describe('Who gave it.'),
        summary: text.exactOptional().describe('What it is, in a sentence.'),
      }),
    )
    .exactOptional()
    .describe('Prizes and honours.'),
  certificates: z
    .array(
      z.looseObject({
        name: text.exactOptional().describe('Its name.'),
        date: date.exactOptional().describe('When: 2021, 2021-04 or 2021-04-15.'),
        url: link.exactOptional().describe('Its address.'),
        issuer: text.exactOptional().describe('Who issued it.'),
      }),
    )
    .exactOptional()
    .describe('Certificates, newest first.'),
  publications: z
    .array(
      z.looseObject({
        name: text.exactOptional().describe('Its name.'),
        publisher: text.exactOptional().describe('Where it appeared.'),
        releaseDate: date.exactOptional().describe('When it appeared.'),
        url: link.exactOptional().describe('Its address.'),
        summary: text.exactOptional().describe('What it is, in a sentence.'),
      }),
    )
    .exactOptional()
    .describe('What you published: articles, talks, books.'),
  skills: z
    .array(
      z.looseObject({
        name: text.exactOptional().describe('Its name.'),
        level: text.exactOptional().describe('How well, in your words.'),
        keywords: z.array(text).exactOptional().describe('The single skills; each is matched with postings.'),
      }),
    )
    .exactOptional()
    .describe('Groups of skills.'),
  languages: z
    .array(
      z.looseObject({
        language: text.exactOptional().describe('The language.'),
        fluency: text.exactOptional().describe('How well: native, C1, fluent.'),
      }),
    )
    .exactOptional()
    .describe('Languages that you speak.'),
  interests: z
    .array(
      z.looseObject({
        name: text.exactOptional().describe('Its name.'),
        keywords: z.array(text).exactOptional().describe('What of it, in single words.'),
      }),
    )
    .exactOptional()
    .describe('What you like to do besides.'),
  references: z
    .array(
      z.looseObject({
        name: text.exactOptional().describe('Its name.'),
        reference: text.exactOptional().describe('What they say.'),
      }),
    )
    .exactOptional()
    .describe('People who speak for you.'),
  projects: z
    .array(
      z.looseObject({
        name: text.exactOptional().describe('Its name.'),
        description: text.exactOptional().describe('What it is, in a sentence.'),
        highlights: highlights.exactOptional().describe('What you did and what it changed.'),
        keywords: z.array(text).exactOptional().describe('The single skills; each is matched with postings.'),
        startDate: date.exactOptional().describe('When it began: 2021, 2021-04 or 2021-04-15.'),
        endDate: date.exactOptional().describe('When it ended; leave it out while it goes on.'),
        url: link.exactOptional().describe('Its address.'),
        roles: z.array(text).exactOptional().describe('What you were in it.'),
        entity: text.exactOptional().describe('The organisation that it was for.'),
        type: text.exactOptional().describe('What kind: application, talk, volunteering.'),
      }),
    )
    .exactOptional()
    .describe('What you built beside your jobs.'),
  meta: z
    .looseObject({
      language: text.exactOptional().describe('The language of the texts, BCP 47: en, de, pt-BR.'),
      version: text.exactOptional().describe('The version of this file, in your own counting.'),
    })
    .exactOptional()
    .describe('About this file.'),
})

/** A checked `resume.yaml`. */
export type ResumeDocument = z.infer<typeof resumeSchema>
