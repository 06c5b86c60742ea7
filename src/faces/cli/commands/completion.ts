import { userError } from '../../../core/user-error.ts'
import { codes } from '../codes.ts'
import { defineCommand } from '../command.ts'
import { SHELLS, completionScript } from '../completion-scripts.ts'

export default defineCommand({
  name: 'completion',
  summary: 'Print the completion script of a shell',
  description: 'Completes commands, options and their values; where a file is meant, files.',
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
  run({ positionals, json }) {
    const shell = SHELLS.find((name) => name === positionals[0])
    if (shell === undefined) {
      throw userError(codes, 'CLI003', `'${positionals[0]}' is no shell that completion is made for`, {
        help: `Name one of: ${SHELLS.join(', ')}.`,
      })
    }
    const script = completionScript(shell)
    return Promise.resolve(json ? { json: { shell, script } } : { raw: script })
  },
})
