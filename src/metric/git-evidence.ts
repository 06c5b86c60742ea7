import { z } from 'zod'

const count = z.int().nonnegative()

/**
 * `git.activity`: what the user's commits amount to in one month of one repository. Keys: `git.activity:2025-03`.
 * Months add up exactly, days included, as no day is in two months. `files` counts distinct paths within the month.
 */
export const gitActivitySchema = z.strictObject({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  /** Commits by the user that are no merges. */
  commits: count,
  merges: count,
  /** Distinct UTC days of authorship with a commit. */
  days: count,
  linesAdded: count,
  linesDeleted: count,
  files: count,
  /** Of `commits`, those whose lines could not be read (cut, partial or damaged clone) and are in neither sum. Absent when none. */
  commitsWithoutLines: count.exactOptional(),
  /**
   * The user's pull requests that were merged: distinct numbers that the user's commits name (squashed), and that
   * merges name which bring in a branch whose last commit is the user's, whoever merged it.
   */
  pullRequests: count,
  /** Commits that say an AI tool took part; its absence proves nothing. */
  aiAssistedCommits: count,
  /** Commits with a human co-author. */
  coauthoredCommits: count,
  /** All people's commits of that month, the user's included, bots and merges left out. */
  teamCommits: count,
  teamPeople: count,
})
export type GitActivity = z.infer<typeof gitActivitySchema>

/**
 * `git.skill`: one skill in one quarter of one repository. Keys: `git.skill:postgresql:2025-Q1`. The record's period runs
 * from the first to the last UTC day with a commit that shows it.
 */
export const gitSkillSchema = z.strictObject({
  skill: z.string(),
  quarter: z.string().regex(/^\d{4}-Q[1-4]$/),
  commits: count,
  days: count,
  /** Lines that the user changed in files that show the skill; 0 where only a manifest names it. */
  linesAdded: count,
  linesDeleted: count,
  files: count,
  /** As in {@link gitActivitySchema}. */
  commitsWithoutLines: count.exactOptional(),
  aiAssistedCommits: count,
  /** What in the changes shows the skill. A dependency alone is not a skill; say which it is. */
  how: z.array(z.enum(['extension', 'file-name', 'manifest', 'image', 'path'])).min(1),
})
export type GitSkill = z.infer<typeof gitSkillSchema>

/** `git.release`: tags of one month. Keys: `git.release:2025-03`. */
export const gitReleaseSchema = z.strictObject({
  month: z.string().regex(/^\d{4}-\d{2}$/),
  /** Commits with a tag that looks like a version and is no pre-release. */
  releases: count,
  /** Of these, tagged by the user; of a tag without a tagger nobody knows who made it. */
  byUser: count,
})
export type GitRelease = z.infer<typeof gitReleaseSchema>
