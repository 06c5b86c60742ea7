import { z } from 'zod'

const text = z.string().min(1)

/** One phrase, and where there are some, better words in its place. */
const phraseSchema = z.union([
  text,
  z.strictObject({ find: text, use: z.array(text).min(1).readonly() }).readonly(),
])

/**
 * A file of data/phrases/: what a rule looks for, by language (ISO 639-1). Phrases are matched as whole words in any
 * case; a blank stands for any white space.
 */
const phraseFileSchema = z.strictObject({
  about: text.describe('What the list holds, one sentence.'),
  languages: z.record(z.string().regex(/^[a-z]{2}$/), z.array(phraseSchema).min(1).readonly()),
})

/** One phrase and its better words; none where nothing simply takes its place. */
export interface Phrase {
  readonly find: string
  readonly use: readonly string[]
}

/** Phrases by language. */
export type PhraseList = Readonly<Record<string, readonly Phrase[]>>

/** Reads the parsed content of a file of data/phrases/. Throws a `ZodError` when it is not of that shape. */
export function readPhraseFile(content: unknown): PhraseList {
  const { languages } = phraseFileSchema.parse(content)
  return Object.fromEntries(
    Object.entries(languages).map(([language, phrases]) => [
      language,
      phrases.map((phrase) => (typeof phrase === 'string' ? { find: phrase, use: [] } : phrase)),
    ]),
  )
}
