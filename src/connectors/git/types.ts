/** A name and e-mail as git prints them, after the mailmap. */
export interface Contact {
  readonly name: string
  readonly email: string
}

/** One record of `git log` in {@link LOG_FORMAT}. */
export interface LogCommit {
  readonly id: string
  /** Whether it was not asked for: the end of what is known, at which the walk stopped. */
  readonly boundary: boolean
  readonly parents: readonly string[]
  /** Author's time in seconds since 1970, NaN where git could not read it. */
  readonly authored: number
  readonly committed: number
  readonly author: Contact
  readonly committer: Contact
  /** Subject and body as they stand. */
  readonly message: string
}

/** See https://git-scm.com/docs/git-log#_pretty_formats. A header line cannot hold a line break; the message comes last. */
export const LOG_FORMAT = 'tformat:%m%H%n%P%n%at%n%ct%n%aN%n%aE%n%cN%n%cE%n%B'

/** One file of one commit, as `diff-tree --raw --numstat` tells. */
export interface FileChange {
  /** `A`, `M`, `D`, `R`, `C` or `T`. */
  readonly status: string
  /** File mode after the change, before it where it was deleted: `100644`. */
  readonly mode: string
  readonly oldBlob: string
  readonly newBlob: string
  /** One character a byte: lossless whatever the encoding; {@link textOf} gives the text. */
  readonly path: string
  /** null where git gave no count: binary, or not readable. */
  added: number | null
  deleted: number | null
}

/** All files of one commit. */
export interface CommitChanges {
  readonly id: string
  readonly files: readonly FileChange[]
  /** Whether git got as far as counting lines. */
  readonly counted: boolean
}

/** One object of `git cat-file --batch`. */
export interface GitObject {
  /** As it was asked for. */
  readonly name: string
  /** null when git does not have it. */
  readonly id: string | null
  readonly type: string
  /** One character a byte; null when missing or over the limit. */
  readonly content: string | null
}

/** One line of `git for-each-ref` in {@link REF_FORMAT}. */
export interface Ref {
  readonly name: string
  readonly id: string
  /** Whether HEAD points to it. */
  readonly isHead: boolean
  /** Full name of the upstream branch, empty when none. */
  readonly upstream: string
  /** Full name of the ref that it points to, empty when it is no symbolic one. */
  readonly symbolic: string
}

/** A ref name holds no blank (git-check-ref-format), so blanks can part the fields. */
export const REF_FORMAT = '%(objectname) %(refname) %(HEAD) %(upstream) %(symref)'
