import { defineCodes } from '../../core/codes.ts'

/** What can be wrong with a command line. */
export const codes = defineCodes({
  CLI001: {
    name: 'unknown-command',
    severity: 'error',
    summary: 'There is no command of that name.',
    help: "Run 'bonafide --help' for the list.",
  },
  CLI002: {
    name: 'unknown-option',
    severity: 'error',
    summary: 'The command has no such option.',
    help: "Run the command with '--help' to see its options.",
  },
  CLI003: {
    name: 'bad-option-value',
    severity: 'error',
    summary: 'An option lacks its value, or has one that it does not take.',
    help: "Run the command with '--help' to see its options.",
  },
  CLI004: {
    name: 'wrong-number-of-words',
    severity: 'error',
    summary: 'The command takes more or fewer words than it got.',
    help: "Run the command with '--help' to see what it takes.",
  },
  CLI005: {
    name: 'old-node',
    severity: 'error',
    summary: 'The Node that runs Bonafide is too old.',
    help: "Install Node 24 or newer; in a checkout, 'npm start' fetches it.",
  },
  CLI006: {
    name: 'input-too-large',
    severity: 'error',
    summary: 'Standard input holds more than the limit.',
    help: 'Pass one document at a time.',
  },
  CLI007: {
    name: 'unknown-skill',
    severity: 'error',
    summary: 'No skill of the taxonomy has that id or name.',
    help: "Run 'bonafide skills list' to see them all.",
  },
  CLI008: {
    name: 'no-workspace',
    severity: 'error',
    summary: 'The command works on a workspace, and there is none here.',
    help: "Go to its folder, name it with '--workspace DIR', or make one with 'bonafide init'.",
  },
  CLI009: {
    name: 'input-read-twice',
    severity: 'error',
    summary: 'Standard input was named for two files.',
    help: "Name '-' once.",
  },
})
