import { z } from 'zod'
import type { Identity } from '../../core/connector.ts'
import type { Severity } from '../../core/finding.ts'
import type { JsonObject } from '../../core/json.ts'
import type { DocumentPath } from '../../core/position.ts'

const text = z.string().min(1, { error: 'expected a text that is not empty' })

/** Ids become file names, so they hold nothing that a file system could object to. */
const SOURCE_ID = /^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/

const identity = z
  .strictObject({
    name: text.describe('Your name as it stands in commits and on the résumé.'),
    aliases: z
      .array(text)
      .exactOptional()
      .describe('Other spellings of your name in commits. Only names listed here count as yours.'),
    emails: z
      .array(z.email({ error: 'expected an e-mail address' }))
      .exactOptional()
      .describe('Every e-mail address that you commit with. Capitals do not matter.'),
    accounts: z
      .record(text, text)
      .exactOptional()
      .describe(
        'Your account names by service, such as github: mira; finds commits under noreply addresses.',
      ),
  })
  .describe('The names, e-mails and accounts that are you. Work of nobody else is counted.')

const source = z
  .looseObject({
    id: z
      .string()
      .regex(SOURCE_ID, {
        error: 'expected lower-case letters, digits, dots, dashes and underscores, at most 64',
      })
      .describe('Names the source; its evidence is kept in evidence/<id>.jsonl.'),
    connector: text.describe('What reads the source, such as git.'),
    company: text
      .exactOptional()
      .describe('The company of the résumé that this work was for, as it is written there.'),
  })
  .describe('One place of evidence. The other keys are options of its connector.')

const severity = z.enum(['error', 'warning', 'info'])

/** `bonafide.yaml`. Options of sources are checked by the connector of each. */
export const workspaceSchema = z
  .strictObject({
    identity,
    sources: z.array(source).exactOptional().describe('Where evidence of your work is read from.'),
    target: z
      .strictObject({
        guide: text
          .exactOptional()
          .describe('The role guide to measure against. Default: backend-developer.'),
        level: text.exactOptional().describe('A level of the guide’s ladder that you aim at.'),
      })
      .exactOptional()
      .describe('The role that you want.'),
    output: z
      .strictObject({
        variant: text
          .exactOptional()
          .describe(
            'Which variant of the résumé to build: only entries with this tag, and those without tags.',
          ),
        paper: z.enum(['a4', 'letter']).exactOptional().describe('Paper size. Default: a4.'),
        theme: text.exactOptional().describe('A theme of data/themes. Default: classic.'),
        language: text
          .exactOptional()
          .describe('Language of the résumé, BCP 47. Default: what resume.yaml says, else en.'),
      })
      .exactOptional()
      .describe('How the résumé is built.'),
    privacy: z
      .strictObject({
        profile: z
          .enum(['private', 'interview', 'public'])
          .exactOptional()
          .describe('What receipts may show. Default: public, which shows least.'),
      })
      .exactOptional()
      .describe('What leaves this machine.'),
    check: z
      .strictObject({
        disable: z.array(text).exactOptional().describe('Codes or names of rules to leave out.'),
        severity: z
          .record(text, severity)
          .exactOptional()
          .describe('Another severity for a rule, by its code or name: weak-verb: info.'),
      })
      .exactOptional()
      .describe('How `bonafide check` judges.'),
  })
  .describe('Settings of a Bonafide workspace.')

/** A checked `bonafide.yaml`, as it is written. */
export type WorkspaceDocument = z.infer<typeof workspaceSchema>

/** One source of bonafide.yaml; its options are not checked yet. */
export interface SourceConfig {
  readonly id: string
  readonly connector: string
  readonly company: string | null
  readonly options: JsonObject
  /** Where it stands: `['sources', 0]`. */
  readonly path: DocumentPath
}

/** `bonafide.yaml` as the program works with it: every default filled in. */
export interface WorkspaceConfig {
  readonly identity: Identity
  readonly sources: readonly SourceConfig[]
  readonly target: { readonly guide: string; readonly level: string | null }
  readonly output: {
    readonly variant: string | null
    readonly paper: 'a4' | 'letter'
    readonly theme: string
    /** Null: as the résumé says. */
    readonly language: string | null
  }
  readonly privacy: { readonly profile: 'private' | 'interview' | 'public' }
  readonly check: {
    readonly disable: readonly string[]
    readonly severity: Readonly<Record<string, Severity>>
  }
}

/** Fills in the defaults. */
export function normaliseConfig(document: WorkspaceDocument): WorkspaceConfig {
  const { identity, target, output, privacy, check } = document
  return {
    identity: {
      names: [...new Set([identity.name, ...(identity.aliases ?? [])])],
      emails: [...new Set((identity.emails ?? []).map((email) => email.toLowerCase()))],
      accounts: identity.accounts ?? {},
    },
    sources: (document.sources ?? []).map(({ id, connector, company, ...options }, index) => ({
      id,
      connector,
      company: company ?? null,
      options: options as JsonObject,
      path: ['sources', index],
    })),
    target: { guide: target?.guide ?? 'backend-developer', level: target?.level ?? null },
    output: {
      variant: output?.variant ?? null,
      paper: output?.paper ?? 'a4',
      theme: output?.theme ?? 'classic',
      language: output?.language ?? null,
    },
    privacy: { profile: privacy?.profile ?? 'public' },
    check: { disable: check?.disable ?? [], severity: check?.severity ?? {} },
  }
}
