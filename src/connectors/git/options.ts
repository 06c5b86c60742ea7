import { z } from 'zod'

const text = z.string().trim().min(1)

/** What bonafide.yaml says of a git source. */
export const optionsSchema = z.strictObject({
  path: text.describe('Folder of the repository, from the workspace; a bare repository will do.'),
  refs: z
    .array(
      text.regex(/^[^-\s]\S*$/, { error: 'expected a branch, tag or commit, such as main or release/*' }),
    )
    .min(1)
    .exactOptional()
    .describe(
      "Branches, tags or commits to read from; * takes all branches that fit. Else HEAD, its upstream and the remotes' default branches.",
    ),
  exclude: z
    .array(text)
    .exactOptional()
    .describe('Files and folders that do not count, as in .gitignore: docs/api/, *.sql.'),
  aliases: z
    .array(text)
    .exactOptional()
    .describe('Author names that are you, whatever the e-mail. List a name only if nobody else has it.'),
})

/** See {@link optionsSchema}. */
export type GitOptions = z.infer<typeof optionsSchema>
