import { z } from 'zod'
import { SKILL_KINDS } from './kinds.ts'

const text = z.string().trim().min(1)
const id = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'expected an id in kebab-case, such as apache-kafka' })
const words = z.array(text).min(1).readonly()

/** Package ecosystems whose manifests are read, by the name of their registry. */
export const ECOSYSTEMS = [
  'npm',
  'pypi',
  'maven',
  'nuget',
  'go',
  'cargo',
  'rubygems',
  'composer',
  'hex',
  'pub',
] as const

/** See {@link ECOSYSTEMS}. */
export type Ecosystem = (typeof ECOSYSTEMS)[number]

/**
 * When a spelling that is also an everyday word, or somebody else's name, is to be taken for the skill. `case`,
 * `notFollowedBy` and `notPrecededBy` must all hold. Of the other conditions one is enough; with none of them given,
 * nothing further is asked.
 */
export const guardSchema = z
  .strictObject({
    case: z
      .enum(['exact', 'capital'])
      .exactOptional()
      .describe('exact: letters as the spelling has them. capital: the first letter is a capital.'),
    notFollowedBy: words.exactOptional().describe('Phrases that may not stand right behind; * ends a stem.'),
    notPrecededBy: words.exactOptional().describe('Phrases that may not stand right before; * ends a stem.'),
    followedBy: words.exactOptional().describe('Phrases of which one stands right behind.'),
    precededBy: words.exactOptional().describe('Phrases of which one stands right before.'),
    near: words.exactOptional().describe('Words of which one stands within six words, on either side.'),
    listed: z
      .enum(['loose', 'strict'])
      .exactOptional()
      .describe(
        'In an enumeration beside another skill, or alone in the text. strict: parted by a comma, slash, bullet or line break; loose: a blank is enough.',
      ),
    withSkills: z
      .array(id)
      .min(1)
      .readonly()
      .exactOptional()
      .describe('Skills of which one is named within 200 characters.'),
    inText: z
      .array(id)
      .min(1)
      .readonly()
      .exactOptional()
      .describe('Skills of which one is named anywhere in the text.'),
  })
  .readonly()

/** See {@link guardSchema}. */
export type Guard = z.infer<typeof guardSchema>

/** How a skill shows in a repository. */
export const codeSchema = z
  .strictObject({
    extensions: z
      .array(z.string().regex(/^\.[^./]+$/, { error: 'expected an extension with its dot, such as .py' }))
      .min(1)
      .readonly()
      .exactOptional(),
    files: words
      .exactOptional()
      .describe(
        'File names, or paths from any folder when they hold a slash; * within a name, ** over folders.',
      ),
    dependencies: z
      .partialRecord(z.enum(ECOSYSTEMS), words)
      .readonly()
      .exactOptional()
      .describe('Packages by ecosystem; a trailing * takes all that begin so.'),
    images: words
      .exactOptional()
      .describe('Container images without registry and tag; a trailing * takes all that begin so.'),
  })
  .readonly()

/** See {@link codeSchema}. */
export type SkillCode = z.infer<typeof codeSchema>

const nodeSchema = z.strictObject({
  id,
  name: text,
  kind: z.enum(SKILL_KINDS).exactOptional().describe("Where it differs from the file's."),
  aliases: z.array(text).readonly().exactOptional(),
  parents: z.array(id).readonly().exactOptional().describe('Skills that this one implies.'),
  guard: z
    .record(z.string(), guardSchema)
    .readonly()
    .exactOptional()
    .describe('By spelling: the name or one of the aliases.'),
  code: codeSchema.exactOptional(),
})

/** One file of data/skills/. */
export const skillFileSchema = z.strictObject({
  kind: z.enum(SKILL_KINDS),
  skills: z.array(nodeSchema).readonly(),
})

/** See {@link skillFileSchema}. */
export type SkillFile = z.infer<typeof skillFileSchema>

/** JSON Schema (draft 2020-12) of the files in data/skills/, for editors. */
export function skillFileJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(skillFileSchema, { io: 'input' }) as Record<string, unknown>
}
