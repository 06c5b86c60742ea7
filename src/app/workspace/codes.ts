import { defineCodes } from '../../core/codes.ts'

/** What can be wrong with a workspace. */
export const workspaceCodes = defineCodes({
  WSP001: {
    name: 'workspace-missing',
    severity: 'error',
    summary: 'There is no bonafide.yaml in the folder nor above it.',
    help: 'Run `bonafide init` to make a workspace, or go to the folder of one.',
  },
  WSP002: {
    name: 'yaml-unreadable',
    severity: 'error',
    summary: 'A YAML file breaks the grammar of YAML.',
    help: 'Correct the line; an editor with a YAML mode marks the place.',
  },
  WSP003: {
    name: 'value-unexpected',
    severity: 'error',
    summary: 'A value of a YAML file is missing or is not of the expected kind.',
    help: 'Write what is expected; docs/workspace.md describes every setting.',
  },
  WSP004: {
    name: 'key-unknown',
    severity: 'error',
    summary: 'A mapping has a key that nothing reads.',
    help: 'Correct the spelling or remove the key; docs/workspace.md lists those that exist.',
  },
  WSP005: {
    name: 'key-misspelt',
    severity: 'warning',
    summary: 'A key of the résumé is nearly one that is read; as it stands, nothing reads it.',
    help: 'Correct the spelling, or rename the key if it is your own.',
  },
  WSP006: {
    name: 'resume-missing',
    severity: 'error',
    summary: 'The workspace has no resume.yaml.',
    help: 'Write one, or make a workspace from an old résumé with `bonafide init --from FILE`.',
  },
  WSP007: {
    name: 'resume-empty',
    severity: 'error',
    summary: 'resume.yaml holds nothing.',
    help: 'Write at least basics with a name, or run `bonafide init --from FILE --force`, which keeps what it replaces as .bak.',
  },
  WSP008: {
    name: 'source-id-twice',
    severity: 'error',
    summary: 'Two sources have one id, so that their evidence would mix.',
    help: 'Give one of them another id.',
  },
  WSP009: {
    name: 'configuration-unusable',
    severity: 'error',
    summary: 'A command needs a file of the workspace that has errors.',
    help: 'Correct it there and run the command again; what is wrong besides is told then.',
  },
  WSP010: {
    name: 'edit-does-not-fit',
    severity: 'error',
    summary:
      'A change does not fit the document: it leads into a text, past the end of a list, or through an alias.',
    help: 'The file was changed since; run the command again.',
  },
  WSP011: {
    name: 'file-name-unusable',
    severity: 'error',
    summary: 'A posting has a name that cannot stand in the workspace.',
    help: 'Rename the file to letters, digits, dots, dashes and underscores.',
  },
  WSP012: {
    name: 'workspace-exists',
    severity: 'error',
    summary: 'Files of a workspace are in the way of a new one.',
    help: 'Choose another folder, or pass --force, which keeps each replaced file as .bak.',
  },
})
