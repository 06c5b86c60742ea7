import type { Finding, Severity } from './finding.ts'

/** One row of a code table. */
export interface CodeEntry {
  /** The fault's name in kebab-case: `pdf-image-only`. */
  readonly name: string
  readonly severity: Severity
  /** What the code means, one sentence, for the generated table. */
  readonly summary: string
  /** The next step to take, one sentence. */
  readonly help: string
}

/** A table of permanent codes: three capitals for the family, three digits. */
export type CodeTable<Code extends string> = Readonly<Record<Code, CodeEntry>>

/**
 * Declares the codes of one family, beside the code that reports them. `npm run generate` gathers all tables into
 * docs/codes.md and fails on a code that stands twice.
 *
 * @example
 * export const codes = defineCodes({
 *   IMP001: { name: 'pdf-encrypted', severity: 'error', summary: 'The PDF asks for a password.', help: 'Save it without a password.' },
 * })
 */
export function defineCodes<const Code extends Uppercase<string>>(table: CodeTable<Code>): CodeTable<Code> {
  return Object.freeze(table)
}

/** Makes a finding from a row of a code table. */
export function findingOf<Code extends string>(
  table: CodeTable<Code>,
  code: Code,
  rest: Pick<Finding, 'message'> & Partial<Omit<Finding, 'code' | 'name' | 'message'>>,
): Finding {
  const { name, severity, help } = table[code]
  return { code, name, severity, help, position: null, ...rest }
}
