import type { SkillSignals } from '../../core/connector.ts'
import { manifestKind } from '../../skill/manifests.ts'
import { hashOf } from './hash.ts'
import { imageFile } from './manifests/images.ts'
import type { ManifestReader } from './manifests/read.ts'
import { readerOf } from './manifests/read.ts'
import { compact, textOf } from './parse.ts'
import type { CommitChanges, FileChange } from './types.ts'

/** What shows a skill; a set of them is kept as the sum of 1 << position. */
export const HOW = ['extension', 'file-name', 'path', 'manifest', 'image'] as const

/** What one commit shows of one skill. */
export interface SkillShare {
  readonly skill: string
  how: number
  added: number
  deleted: number
  /** Hashes of paths. */
  readonly files: number[]
}

/** One commit of the user. */
export interface OwnCommit {
  readonly id: string
  /** Seconds since 1970. */
  readonly authored: number
  readonly committed: number
  readonly merge: boolean
  readonly ai: boolean
  readonly coauthored: boolean
  /** That the commit is, squashed or rebased; null for a merge, which brings in what others may have written. */
  readonly pullRequest: number | null
  /** Whether its lines could be read; true for merges, whose lines are those of other commits. */
  lines: boolean
  added: number
  deleted: number
  /** Hashes of paths. */
  files: number[]
  skills: SkillShare[]
}

/** A merge that brought in a branch whose last commit is the user's, whoever merged it. */
export interface PullMerge {
  readonly id: string
  /** Seconds since 1970. */
  readonly authored: number
  readonly committed: number
  readonly number: number
}

/** A file whose content before and after a commit tells what was added to it. */
export interface ContentChange {
  readonly commit: OwnCommit
  readonly path: number
  readonly reader: ManifestReader
  /** null where the file is new. */
  readonly oldBlob: string | null
  readonly newBlob: string
}

/** Submodules and symbolic links hold no lines of the repository's own. */
const isFile = (change: FileChange): boolean => change.mode.startsWith('100')

/** A file that was only moved, removed or given another mode shows no skill. */
function isWork(change: FileChange): boolean {
  return change.status !== 'D' && change.oldBlob !== change.newBlob
}

/**
 * Adds what a commit changed to the commit, and returns the files whose contents are worth a look.
 */
export function addChanges(
  commit: OwnCommit,
  changes: CommitChanges,
  leftOut: (path: string) => boolean,
  signals: SkillSignals,
): readonly ContentChange[] {
  const contents: ContentChange[] = []
  const shares = new Map<string, SkillShare>()
  commit.lines = changes.counted
  for (const change of changes.files) {
    if (!isFile(change)) continue
    const path = textOf(change.path)
    if (leftOut(path)) continue
    const file = hashOf(change.path)
    const added = change.added ?? 0
    const deleted = change.deleted ?? 0
    commit.files.push(file)
    commit.added += added
    commit.deleted += deleted
    if (!isWork(change)) continue
    const shown = signals.signalsOfPath(path)
    for (const [index, { skill, how }] of shown.entries()) {
      const share = shareOf(shares, skill)
      share.how |= 1 << HOW.indexOf(how)
      // One path may show a skill twice, by its name and by its extension.
      if (shown.findIndex((each) => each.skill === skill) < index) continue
      share.added += added
      share.deleted += deleted
      share.files.push(file)
    }
    const reader = manifestReader(path)
    if (reader) {
      const oldBlob = /^0+$/.test(change.oldBlob) ? null : compact(change.oldBlob)
      if (oldBlob !== change.newBlob)
        contents.push({ commit, path: file, reader, oldBlob, newBlob: compact(change.newBlob) })
    }
  }
  commit.skills = [...shares.values()]
  return contents
}

function manifestReader(path: string): ManifestReader | null {
  const manifest = manifestKind(path)
  if (manifest) return readerOf(manifest)
  return imageFile(path)
}

function shareOf(shares: Map<string, SkillShare>, skill: string): SkillShare {
  const known = shares.get(skill)
  if (known) return known
  const share: SkillShare = { skill, how: 0, added: 0, deleted: 0, files: [] }
  shares.set(skill, share)
  return share
}

/**
 * Adds to a commit the skills of the packages and images that it added to a manifest: those of the content after the
 * commit that did not stand there before.
 */
export function addNames(
  change: ContentChange,
  before: string | null,
  after: string,
  signals: SkillSignals,
): void {
  const { commit, reader } = change
  const old = new Set(before === null ? [] : reader.names(before))
  const shares = new Map(commit.skills.map((share) => [share.skill, share]))
  for (const name of new Set(reader.names(after))) {
    if (old.has(name)) continue
    const shown =
      reader.ecosystem === 'image' ? signals.byImage(name) : signals.byDependency(reader.ecosystem, name)
    for (const skill of shown) {
      const share = shareOf(shares, skill)
      share.how |= 1 << HOW.indexOf(reader.ecosystem === 'image' ? 'image' : 'manifest')
      if (!share.files.includes(change.path)) share.files.push(change.path)
    }
  }
  commit.skills = [...shares.values()]
}
