import type { Command } from './command.ts'

/** A command as the list knows it: loaded only when it runs. */
export interface CommandEntry {
  readonly name: string
  readonly summary: string
  load(): Promise<Command>
}

function entry(
  name: string,
  summary: string,
  load: () => Promise<{ readonly default: unknown }>,
): CommandEntry {
  // Each module's options have types of their own; the runner knows them only by their declaration.
  return { name, summary, load: async () => (await load()).default as Command }
}

/** All commands, in the order of the work. */
export const commands: readonly CommandEntry[] = [
  entry(
    'init',
    'Make a workspace, from an old résumé, repositories and postings',
    () => import('./commands/init.ts'),
  ),
  entry('import', 'Read résumés (PDF, JSON Resume, text, Markdown)', () => import('./commands/import.ts')),
  entry('collect', 'Turn the sources of the workspace into evidence', () => import('./commands/collect.ts')),
  entry('posting', 'Read job postings into requirements', () => import('./commands/posting.ts')),
  entry(
    'check',
    'Check the résumé against the rules, the posting and the evidence',
    () => import('./commands/check.ts'),
  ),
  entry(
    'match',
    'Compare a posting with what is said and what is shown',
    () => import('./commands/match.ts'),
  ),
  entry('tailor', 'Select and order the résumé for a posting', () => import('./commands/tailor.ts')),
  entry('build', 'Typeset the checked PDF with its receipts', () => import('./commands/build.ts')),
  entry('verify', 'Check the receipts inside a PDF, claim by claim', () => import('./commands/verify.ts')),
  entry(
    'run',
    'The whole way: collect, match, tailor, build, check, verify',
    () => import('./commands/run.ts'),
  ),
  entry('serve', 'Show the workspace on a page in the browser', () => import('./commands/serve.ts')),
  entry(
    'guide',
    'Read the role guide: KPIs, skills, ladder, interview, pay',
    () => import('./commands/guide.ts'),
  ),
  entry('skills', 'Find skills in text, or look them up', () => import('./commands/skills.ts')),
  entry('key', 'Make or show the key that signs receipts', () => import('./commands/key.ts')),
  entry('completion', 'Print the completion script of a shell', () => import('./commands/completion.ts')),
]
