import { defineCodes } from '../../core/codes.ts'

/** Failures and faults of git sources. */
export const codes = defineCodes({
  GIT001: {
    name: 'git-missing',
    severity: 'error',
    summary: 'The git program was not found.',
    help: 'Install git (https://git-scm.com/downloads) so that it is on the PATH.',
  },
  GIT002: {
    name: 'not-a-repository',
    severity: 'error',
    summary: 'A git source names a folder that is no repository, or no folder at all.',
    help: 'Set `path` to the folder that holds `.git`, or to a bare repository.',
  },
  GIT003: {
    name: 'repository-of-another-owner',
    severity: 'error',
    summary: 'git refuses a repository because it belongs to another user of this machine.',
    help: 'If you trust it, allow it with: git config --global --add safe.directory <path>.',
  },
  GIT004: {
    name: 'folder-inside-repository',
    severity: 'error',
    summary: 'A git source names a folder inside a repository, not the repository.',
    help: "Set `path` to the repository's own folder.",
  },
  GIT005: {
    name: 'unknown-ref',
    severity: 'error',
    summary: 'A git source names a branch, tag or commit that the repository does not have.',
    help: 'Correct the name under `refs`; `git branch --all` lists the branches.',
  },
  GIT006: {
    name: 'git-failed',
    severity: 'error',
    summary: 'git ended with an error that is not about single objects.',
    help: 'Run the command in the message by hand to see more; update git if it is older than 2.31.',
  },
  GIT010: {
    name: 'shallow-clone',
    severity: 'warning',
    summary: 'The clone is shallow: its history is cut.',
    help: 'Run `git fetch --unshallow` in the repository to have all of your work counted.',
  },
  GIT011: {
    name: 'partial-clone',
    severity: 'warning',
    summary: 'The clone is partial: contents of files are missing, so lines and dependencies are unknown.',
    help: 'Clone again without --filter to have lines and dependencies counted.',
  },
  GIT012: {
    name: 'damaged-repository',
    severity: 'warning',
    summary: 'Objects of the repository are missing or damaged; the rest was counted.',
    help: 'Run `git fsck` to see the damage; a fresh clone is the usual cure.',
  },
  GIT013: {
    name: 'empty-repository',
    severity: 'info',
    summary: 'The repository has no commit yet.',
    help: 'Commit something, or fetch, and collect again.',
  },
  GIT014: {
    name: 'impossible-date',
    severity: 'warning',
    summary: 'Commits are dated before 1990 or in the future and were left out.',
    help: 'Nothing needs doing; the clock of the machine that made them was wrong.',
  },
  GIT015: {
    name: 'similar-author',
    severity: 'info',
    summary: 'Commits by an author who looks like you were not counted.',
    help: 'If they are yours, add the e-mail to `identity.emails`.',
  },
  GIT016: {
    name: 'no-own-commits',
    severity: 'warning',
    summary: 'No commit in the repository is by you.',
    help: 'Add the e-mail that you commit with (`git config user.email`) to `identity.emails`.',
  },
  GIT017: {
    name: 'coauthor-only',
    severity: 'info',
    summary: 'Commits of others name you as co-author; they are not counted as yours.',
    help: 'Nothing needs doing.',
  },
})
