import { createKey, defaultKeyPath, loadKey } from '../../platform/keys.ts'
import type { SigningKey } from '../../core/signing-key.ts'
import { UserError } from '../../core/user-error.ts'
import type { Output } from './output.ts'

/** The key to sign with: the named or the usual one; the first build makes it. */
export async function signingKey(named: string | undefined, output: Output): Promise<SigningKey> {
  const file = named ?? defaultKeyPath()
  try {
    return await loadKey(file)
  } catch (error) {
    if (!isCode(error, 'KEY001')) throw error
  }
  try {
    const key = await createKey(file)
    output.note(`Made a key to sign receipts with: ${file}`)
    return key
  } catch (error) {
    // Another build was first.
    if (isCode(error, 'KEY002')) return loadKey(file)
    throw error
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof UserError && error.code === code
}

/** Options of every command that builds. */
export const BUILD_OPTIONS = {
  paper: {
    type: 'string',
    value: 'PAPER',
    choices: ['a4', 'letter'],
    help: 'Paper; default: what bonafide.yaml says, else a4.',
  },
  key: { type: 'string', value: 'FILE', help: 'The signing key; default: ~/.config/bonafide/key.json.' },
} as const

/** The paper that was asked for, as an option of the build; nothing where none was. */
export function paperOf(paper: string | undefined): { readonly paper?: 'a4' | 'letter' } {
  return paper === 'a4' || paper === 'letter' ? { paper } : {}
}
