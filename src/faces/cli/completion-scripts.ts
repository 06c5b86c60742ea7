/** The shells that there is completion for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const

/** See {@link SHELLS}. */
export type Shell = (typeof SHELLS)[number]

// Each asks `bonafide complete -- WORD…` for lines of a value, a tab and its help, and offers files where there is none.
// The words are passed one by one and never read as a command again.
const SCRIPTS: Readonly<Record<Shell, string>> = {
  // Without compopt and mapfile, for the bash 3.2 of macOS.
  bash: `# bash completion for bonafide
_bonafide() {
  local value help
  COMPREPLY=()
  while IFS=$'\\t' read -r value help; do
    [[ -n $value ]] && COMPREPLY+=("$value")
  done < <(bonafide complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _bonafide bonafide
`,
  zsh: `#compdef bonafide
# zsh completion for bonafide
_bonafide() {
  local value help
  local -a described
  while IFS=$'\\t' read -r value help; do
    [[ -n $value ]] && described+=("\${value//:/\\\\:}\${help:+:$help}")
  done < <(bonafide complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( $#described )); then
    _describe bonafide described
  else
    _files
  fi
}
if [[ $funcstack[1] == _bonafide ]]; then
  _bonafide "$@"
else
  compdef _bonafide bonafide
fi
`,
  fish: `# fish completion for bonafide
function __bonafide_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l found (bonafide complete -- $words[2..-1] "$current" 2>/dev/null)
    if test (count $found) -gt 0
        string join \\n -- $found
    else
        __fish_complete_path "$current"
    end
end
complete -c bonafide -f -a '(__bonafide_complete)'
`,
}

/** The completion script of a shell, to be sourced. */
export function completionScript(shell: Shell): string {
  return SCRIPTS[shell]
}
