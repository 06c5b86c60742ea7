import type { EvidenceDraft } from '../../src/core/evidence.ts'
import { stampEvidence } from '../../src/core/evidence-id.ts'
import { lastDay, quarterPeriod } from '../../src/core/calendar.ts'
import { nodeHasher } from '../../src/platform/hasher.ts'
import type { Skill, Taxonomy } from '../../src/skill/model.ts'
import type { GitActivity, GitRelease, GitSkill } from '../../src/metric/git-evidence.ts'
import { ledgerOf, type Ledger } from '../../src/metric/ledger.ts'

/** Invented evidence, for tests. */
export function activityDraft(source: string, month: string, data: Partial<GitActivity> = {}): EvidenceDraft {
  return draft(
    source,
    'git.activity',
    `git.activity:${month}`,
    { from: `${month}-01`, to: lastDay(month) },
    {
      month,
      commits: 0,
      merges: 0,
      days: 0,
      linesAdded: 0,
      linesDeleted: 0,
      files: 0,
      pullRequests: 0,
      aiAssistedCommits: 0,
      coauthoredCommits: 0,
      teamCommits: 0,
      teamPeople: 1,
      ...data,
    },
  )
}

export function skillDraft(
  source: string,
  skill: string,
  quarter: string,
  data: Partial<GitSkill> = {},
): EvidenceDraft {
  return draft(source, 'git.skill', `git.skill:${skill}:${quarter}`, quarterPeriod(quarter), {
    skill,
    quarter,
    commits: 1,
    days: 1,
    linesAdded: 0,
    linesDeleted: 0,
    files: 1,
    aiAssistedCommits: 0,
    how: ['extension'],
    ...data,
  })
}

export function releaseDraft(source: string, month: string, data: Partial<GitRelease> = {}): EvidenceDraft {
  return draft(
    source,
    'git.release',
    `git.release:${month}`,
    { from: `${month}-01`, to: lastDay(month) },
    {
      month,
      releases: 0,
      byUser: 0,
      ...data,
    },
  )
}

export function ledgerOfDrafts(...drafts: readonly EvidenceDraft[]): Ledger {
  return ledgerOf(drafts.map((each) => stampEvidence(each, nodeHasher)))
}

/** A taxonomy of ids, names and parents, enough for tests that need no text finder of their own. */
export function taxonomyOf(skills: readonly Pick<Skill, 'id' | 'name' | 'parents'>[]): Taxonomy {
  const all = new Map(skills.map((skill) => [skill.id, { ...skill, kind: 'tool' as const, aliases: [] }]))
  return {
    skills: all,
    named: (text) =>
      [...all.values()].find((skill) => skill.name.toLowerCase() === text.toLowerCase()) ?? null,
    implied(id) {
      const found: string[] = []
      const queue = [...(all.get(id)?.parents ?? [])]
      for (const parent of queue) {
        if (found.includes(parent)) continue
        found.push(parent)
        queue.push(...(all.get(parent)?.parents ?? []))
      }
      return found
    },
  }
}

function draft(
  source: string,
  kind: string,
  key: string,
  period: EvidenceDraft['period'],
  data: EvidenceDraft['data'],
): EvidenceDraft {
  return {
    v: 1,
    kind,
    key,
    source,
    connector: 'git',
    period,
    data,
    provenance: {
      method: 'git-activity/1',
      ref: nodeHasher.sha256(`ref ${source} ${key}`).slice(0, 40),
      inputs: nodeHasher.sha256(`inputs ${source} ${key}`),
    },
  }
}
