import t from '@bomb.sh/tab'
import { userError } from '../../../core/user-error.ts'
import { codes } from '../codes.ts'
import { defineCommand } from '../command.ts'

const SHELLS = ['bash', 'zsh', 'fish'] as const

export default defineCommand({
  name: 'completion',
  summary: 'Print the completion script of a shell',
  positionals: { usage: 'SHELL', min: 1, max: 1, words: SHELLS },
  options: {},
  examples: [
    { run: 'source <(bonafide completion bash)', does: 'complete in this bash' },
    { run: 'bonafide completion zsh > ~/.zfunc/_bonafide', does: 'for every new zsh' },
    {
      run: 'bonafide completion fish > ~/.config/fish/completions/bonafide.fish',
      does: 'for every new fish',
    },
  ],
  run({ positionals }) {
    const shell = SHELLS.find((name) => name === positionals[0])
    if (shell === undefined) {
      throw userError(codes, 'CLI003', `'${positionals[0]}' is no shell that completion is made for`, {
        help: `Name one of: ${SHELLS.join(', ')}.`,
      })
    }
    t.setup('bonafide', 'bonafide', shell)
    return Promise.resolve({})
  },
})
