import { defineCodes } from '../core/codes.ts'

/** Faults in the files of data/skills/. */
export const codes = defineCodes({
  SKL001: {
    name: 'skill-file-invalid',
    severity: 'error',
    summary: 'A skill file does not have the expected shape.',
    help: 'Correct the value that the message names; the JSON Schema of skill files says what may stand there.',
  },
  SKL002: {
    name: 'duplicate-skill-id',
    severity: 'error',
    summary: 'Two skills have one id.',
    help: 'Give one of them another id, or merge them.',
  },
  SKL003: {
    name: 'duplicate-skill-name',
    severity: 'error',
    summary: 'Two skills claim one spelling.',
    help: 'Leave the spelling to the skill that people mean by it.',
  },
  SKL004: {
    name: 'unknown-parent-skill',
    severity: 'error',
    summary: 'A skill names another that does not exist.',
    help: 'Correct the id, or add the skill that it names.',
  },
  SKL005: {
    name: 'skill-cycle',
    severity: 'error',
    summary: 'Skills imply each other in a circle.',
    help: 'Remove one of the parents named in the message.',
  },
  SKL006: {
    name: 'guard-without-spelling',
    severity: 'error',
    summary: 'A guard is for a spelling that its skill does not have.',
    help: 'Write the guard under the name or an alias, exactly as it stands there.',
  },
  SKL007: {
    name: 'skill-name-without-letters',
    severity: 'error',
    summary: 'A name or alias holds no letter or digit that could be found in a text.',
    help: 'Write the name with letters.',
  },
})
