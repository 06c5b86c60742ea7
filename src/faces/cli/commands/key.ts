import { createKey, defaultKeyPath, loadKey } from '../../../platform/keys.ts'
import { userError } from '../../../core/user-error.ts'
import { codes } from '../codes.ts'
import { defineCommand } from '../command.ts'

const ACTIONS = ['new', 'show'] as const

export default defineCommand({
  name: 'key',
  summary: 'Make or show the key that signs receipts',
  description:
    'Receipts are signed with an Ed25519 key that only you can read. Its thumbprint is public: give it to whoever should know that a document is yours.',
  positionals: { usage: 'new | show', min: 1, max: 1, words: ACTIONS },
  options: {
    file: {
      type: 'string',
      short: 'f',
      value: 'FILE',
      help: 'The key file; default: ~/.config/bonafide/key.json.',
    },
    force: { type: 'boolean', help: 'Replace a key that is there. What it signed stays signed by it.' },
  },
  examples: [
    { run: 'bonafide key new', does: 'make the key, once' },
    { run: 'bonafide key show', does: 'print its thumbprint' },
  ],
  async run({ positionals: [action], options }) {
    const file = options.file ?? defaultKeyPath()
    if (action !== 'new' && action !== 'show') {
      throw userError(
        codes,
        'CLI004',
        `'${action}' is nothing that 'bonafide key' does; it does: ${ACTIONS.join(', ')}`,
      )
    }
    const key = action === 'new' ? await createKey(file, { force: options.force }) : await loadKey(file)
    return {
      text: `${action === 'new' ? 'Made' : 'The key'} ${file}\nthumbprint ${key.thumbprint}`,
      json: { file, thumbprint: key.thumbprint },
    }
  },
})
