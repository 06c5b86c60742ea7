import { lastDay } from '../../core/calendar.ts'
import type { EvidenceDraft } from '../../core/evidence.ts'
import { compareText } from '../../core/finding.ts'
import type { Hasher } from '../../core/ports.ts'
import type { GitRelease } from '../../metric/git-evidence.ts'
import { readObjects } from './blobs.ts'
import type { Git } from './git.ts'
import { parseObjectHeader, parseSignature, textOf } from './parse.ts'
import type { People } from './people.ts'
import { dayOf } from './quarters.ts'
import type { Ref } from './types.ts'

/** A tag that looks like a version. */
export interface VersionTag {
  readonly name: string
  /** Of the tag object, or of the commit where it is not annotated. */
  readonly id: string
  readonly commit: string
  /** Seconds since 1970, of the tag or of the commit where it is not annotated. */
  readonly time: number
  /** Whether the user made the tag. Of a tag without a tagger nobody knows who did. */
  readonly own: boolean
}

const VERSION =
  /^(?:[\w@./+-]*?[/@_-]|release|rel|version|ver)??v?\.?\d{1,8}(?:[._-]\d{1,8}){1,4}(?!\d)([^/@]*)$/i
const MAJOR = /^v\d{1,4}$/
const PRE_RELEASE =
  /^[-._+]?(?:alpha|beta|rc|cr|pre|preview|dev|snapshot|canary|nightly|next|milestone|ea|m|a|b|c)(?![a-z])/i

/** Whether a tag's name looks like a version (`v1.4.0`, `api@2.0.1`, `release-2025-03-01`) and not like a pre-release. */
export function isVersion(name: string): boolean {
  if (MAJOR.test(name)) return true
  const match = VERSION.exec(name)
  return match !== null && !PRE_RELEASE.test(match[1] ?? '')
}

/** Reads the version tags; those in `known` are not read again unless they were moved. Tags of other things than commits are none. */
export async function readVersionTags(
  git: Git,
  signal: AbortSignal,
  refs: readonly Ref[],
  known: readonly VersionTag[],
  people: People,
): Promise<{ readonly tags: readonly VersionTag[]; readonly damage: string | null }> {
  const byName = new Map(known.map((tag) => [tag.name, tag]))
  const tags: VersionTag[] = []
  const fresh: { readonly name: string; readonly id: string }[] = []
  for (const ref of refs) {
    const name = textOf(ref.name.slice('refs/tags/'.length))
    if (!isVersion(name)) continue
    const before = byName.get(name)
    if (before?.id === ref.id) tags.push(before)
    else fresh.push({ name, id: ref.id })
  }
  if (fresh.length === 0) return { tags, damage: null }

  // Each is asked for twice: as it is, and for the commit that it leads to.
  const names = fresh.flatMap(({ id }) => [id, `${id}^{commit}`])
  let annotation: string | null = null
  const damage = await readObjects(git, signal, names, (index, content, type, id) => {
    if (index % 2 === 0) {
      annotation = type === 'tag' ? content : null
      return
    }
    const tag = fresh[index >> 1]
    if (!tag || content === null || id === null) return
    const commit = parseObjectHeader(content)
    const header = annotation === null ? null : parseObjectHeader(annotation)
    const by = parseSignature(header?.get('tagger') ?? commit.get('author') ?? '')
    const at = parseSignature(header?.get('tagger') ?? commit.get('committer') ?? '')
    if (by && at)
      tags.push({ ...tag, commit: id, time: at.time, own: header !== null && people(by.contact).own })
  })
  return { tags, damage }
}

/** The releases of each month: commits with version tags, dated by the first of these. */
export function releaseDrafts(
  tags: readonly VersionTag[],
  source: string,
  hasher: Hasher,
): readonly EvidenceDraft[] {
  const releases = [...Map.groupBy(tags, ({ commit }) => commit).values()].map((same) => ({
    tags: same,
    time: Math.min(...same.map(({ time }) => time)),
    own: same.some(({ own }) => own),
    commit: same[0]?.commit ?? '',
  }))
  const months = Map.groupBy(releases, ({ time }) => dayOf(time).slice(0, 7))
  return [...months].map(([month, ofMonth]) => {
    const newest = ofMonth.toSorted((a, b) => b.time - a.time || compareText(b.commit, a.commit))[0]
    const ids = ofMonth.flatMap((release) => release.tags.map(({ name, id }) => `${id} ${name}`))
    const data: GitRelease = {
      month,
      releases: ofMonth.length,
      byUser: ofMonth.filter(({ own }) => own).length,
    }
    return {
      v: 1,
      kind: 'git.release',
      key: `git.release:${month}`,
      source,
      connector: 'git',
      period: { from: `${month}-01`, to: lastDay(month) },
      data: { ...data },
      provenance: {
        method: 'git-release/1',
        ref: newest?.commit ?? '',
        inputs: hasher.sha256(ids.sort(compareText).join('\n')),
      },
    }
  })
}
