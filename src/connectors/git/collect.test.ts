import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { evidenceSchema } from '../../core/evidence.ts'
import { gitActivitySchema, gitReleaseSchema, gitSkillSchema } from '../../metric/git-evidence.ts'
import { nodeHasher } from '../../platform/hasher.ts'
import { nodeProcesses } from '../../platform/processes.ts'
import type { GitOptions } from './options.ts'
import { MIRA_HOLT, testContext } from './test-support/context.ts'
import {
  addHistory,
  collectFrom,
  JON,
  makeRepository,
  MIRA,
  runGit,
  type Collected,
  type CommitSpec,
  type TagSpec,
} from './test-support/repository.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonafide-git-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

type Options = Omit<GitOptions, 'path'>

async function collected(
  history: readonly (CommitSpec | TagSpec)[],
  options: Options = {},
  overrides: Parameters<typeof testContext>[1] = {},
): Promise<Collected> {
  await makeRepository(nodeProcesses, folder, history)
  return collectFrom(testContext(folder, overrides), { path: '.', ...options })
}

function dataOf({ drafts }: Collected, key: string): Readonly<Record<string, unknown>> | null {
  return drafts.find((draft) => draft.key === key)?.data ?? null
}

const lines = (count: number, text = 'x'): string =>
  Array.from({ length: count }, (_, at) => `${text} ${at}\n`).join('')

describe('activity by month', () => {
  it('counts commits, days, lines and files of the user, and the team beside', async () => {
    const found = await collected([
      { at: '2025-03-03T09:00:00Z', files: { 'src/a.ts': lines(10) } },
      { at: '2025-03-03T23:59:59Z', files: { 'src/a.ts': lines(12), 'src/b.ts': lines(3) } },
      { at: '2025-03-04T00:00:00Z', who: JON, files: { 'src/c.ts': lines(50) } },
      { at: '2025-04-01', files: { 'src/b.ts': null } },
    ])
    expect(dataOf(found, 'git.activity:2025-03')).toEqual({
      month: '2025-03',
      commits: 2,
      merges: 0,
      days: 1,
      linesAdded: 15,
      linesDeleted: 0,
      files: 2,
      pullRequests: 0,
      aiAssistedCommits: 0,
      coauthoredCommits: 0,
      teamCommits: 3,
      teamPeople: 2,
    })
    expect(dataOf(found, 'git.activity:2025-04')).toMatchObject({
      commits: 1,
      linesAdded: 0,
      linesDeleted: 3,
    })
  })

  it('counts merges apart and leaves their lines to the commits that they bring', async () => {
    const found = await collected([
      { at: '2025-03-01', files: { 'a.ts': lines(1) } },
      { at: '2025-03-02', who: JON, branch: 'topic', from: 'main', files: { 'b.ts': lines(40) } },
      { at: '2025-03-03', files: { 'c.ts': lines(2) } },
      { at: '2025-03-05', merges: ['topic'], message: 'Merge pull request #17 from jon/topic\n\nOrders\n' },
    ])
    expect(dataOf(found, 'git.activity:2025-03')).toMatchObject({
      commits: 2,
      merges: 1,
      days: 3,
      linesAdded: 3,
      // The branch was Jon's, so the pull request is.
      pullRequests: 0,
      teamCommits: 3,
      teamPeople: 2,
    })
  })

  it('counts a pull request for whose branch it was, whoever merged it', async () => {
    const found = await collected([
      { at: '2025-03-01', files: { 'a.ts': lines(1) } },
      { at: '2025-03-02', branch: 'topic', from: 'main', files: { 'b.ts': lines(4) } },
      {
        at: '2025-03-05',
        who: JON,
        branch: 'main',
        merges: ['topic'],
        message: 'Merge pull request #17 from mira/topic\n',
      },
    ])
    expect(dataOf(found, 'git.activity:2025-03')).toMatchObject({
      commits: 2,
      merges: 0,
      days: 2,
      pullRequests: 1,
    })
  })

  it('counts a pull request once, however often it is named', async () => {
    const found = await collected([
      { at: '2025-03-01', message: 'Add orders (#4)\n', files: { 'a.ts': '1\n' } },
      { at: '2025-03-02', message: 'Add orders again (#4)\n', files: { 'a.ts': '2\n' } },
      { at: '2025-03-03', message: 'Fix (pull request #5)\n', files: { 'a.ts': '3\n' } },
    ])
    expect(dataOf(found, 'git.activity:2025-03')).toMatchObject({ pullRequests: 2 })
  })

  it('dates by authorship in UTC, not by when a commit was rebased', async () => {
    const found = await collected([
      { at: '2024-12-31T23:30:00Z', committedAt: '2025-02-01', files: { 'a.ts': '1\n' } },
    ])
    expect(found.drafts.map(({ key }) => key)).toEqual([
      'git.activity:2024-12',
      'git.skill:typescript:2024-Q4',
    ])
  })

  it('counts empty commits, and moved files as files without lines', async () => {
    const found = await collected([
      { at: '2025-03-01', files: { 'old.ts': lines(100) } },
      { at: '2025-04-01', renames: { 'old.ts': 'new.ts' } },
      { at: '2025-04-02' },
    ])
    expect(dataOf(found, 'git.activity:2025-04')).toMatchObject({
      commits: 2,
      linesAdded: 0,
      linesDeleted: 0,
      files: 1,
    })
    expect(dataOf(found, 'git.skill:typescript:2025-Q2')).toBeNull()
  })
})

describe('skills by quarter', () => {
  it('says what shows them', async () => {
    const found = await collected([
      { at: '2025-01-10', files: { 'src/a.ts': lines(5), '.github/workflows/ci.yml': lines(2) } },
      { at: '2025-02-10', files: { 'src/b.ts': lines(7), Dockerfile: 'FROM node:24\n' } },
      { at: '2025-04-01', files: { 'src/b.ts': lines(8) } },
    ])
    expect(dataOf(found, 'git.skill:typescript:2025-Q1')).toEqual({
      skill: 'typescript',
      quarter: '2025-Q1',
      commits: 2,
      days: 2,
      linesAdded: 12,
      linesDeleted: 0,
      files: 2,
      aiAssistedCommits: 0,
      how: ['extension'],
    })
    expect(dataOf(found, 'git.skill:github-actions:2025-Q1')).toMatchObject({ how: ['path'], linesAdded: 2 })
    expect(dataOf(found, 'git.skill:docker:2025-Q1')).toMatchObject({ how: ['file-name'] })
    expect(dataOf(found, 'git.skill:typescript:2025-Q2')).toMatchObject({ commits: 1, linesAdded: 1 })
  })

  it('takes packages that the user added, and neither those that were there nor those of others', async () => {
    const found = await collected([
      { at: '2025-01-01', who: JON, files: { 'package.json': '{"dependencies":{"express":"4"}}' } },
      { at: '2025-01-02', files: { 'package.json': '{"dependencies":{"express":"5","pg":"8"}}' } },
      {
        at: '2025-01-03',
        who: JON,
        files: { 'package.json': '{"dependencies":{"express":"5","pg":"8","redis":"4"}}' },
      },
    ])
    expect(dataOf(found, 'git.skill:postgresql:2025-Q1')).toMatchObject({
      commits: 1,
      linesAdded: 0,
      linesDeleted: 0,
      files: 1,
      how: ['manifest'],
    })
    expect(dataOf(found, 'git.skill:express:2025-Q1')).toBeNull()
    expect(dataOf(found, 'git.skill:redis:2025-Q1')).toBeNull()
  })

  it('takes images of Dockerfiles and Compose files', async () => {
    const found = await collected([
      {
        at: '2025-01-02',
        files: {
          'compose.yaml':
            'services:\n  db:\n    image: postgres:16\n  cache: { image: "docker.io/library/redis:7" }\n',
        },
      },
      { at: '2025-02-02', files: { 'compose.yaml': 'services:\n  db:\n    image: postgres:17\n' } },
    ])
    expect(dataOf(found, 'git.skill:postgresql:2025-Q1')).toMatchObject({ commits: 1, how: ['image'] })
    expect(dataOf(found, 'git.skill:redis:2025-Q1')).toMatchObject({ commits: 1, how: ['image'] })
  })

  it('shows nothing by files that were only removed', async () => {
    const found = await collected([
      { at: '2025-01-02', who: JON, files: { 'a.py': lines(9) } },
      { at: '2025-01-03', files: { 'a.py': null } },
    ])
    expect(dataOf(found, 'git.activity:2025-01')).toMatchObject({ linesDeleted: 9 })
    expect(dataOf(found, 'git.skill:python:2025-Q1')).toBeNull()
  })
})

describe('what is left out', () => {
  it('counts neither vendored, generated, lock nor minified files, nor what the user excludes', async () => {
    const found = await collected(
      [
        {
          at: '2025-03-01',
          files: {
            'vendor/lib/a.go': lines(100),
            'web/node_modules/x/index.ts': lines(100),
            'package-lock.json': lines(100),
            'api.pb.go': lines(100),
            'site.min.js': lines(100),
            'docs/a.ts': lines(100),
            'src/a.ts': lines(1),
          },
        },
      ],
      { exclude: ['docs/'] },
    )
    expect(dataOf(found, 'git.activity:2025-03')).toMatchObject({ commits: 1, linesAdded: 1, files: 1 })
    expect(found.drafts.map(({ key }) => key)).toEqual([
      'git.activity:2025-03',
      'git.skill:typescript:2025-Q1',
    ])
  })

  it("follows HEAD's linguist attributes, not the work tree's", async () => {
    await makeRepository(nodeProcesses, folder, [
      {
        at: '2025-03-01',
        files: {
          '.gitattributes': 'api/** linguist-generated\nvendor/ours/** -linguist-vendored\n',
          'api/client.ts': lines(80),
          'vendor/ours/a.ts': lines(5),
        },
      },
    ])
    await writeFile(join(folder, '.gitattributes'), '*.ts -diff linguist-generated\n')
    const found = await collectFrom(testContext(folder), { path: '.' })
    expect(dataOf(found, 'git.skill:typescript:2025-Q1')).toMatchObject({ linesAdded: 5, files: 1 })
  })

  it('counts a mass-format commit as a commit without changes', async () => {
    await makeRepository(nodeProcesses, folder, [{ at: '2025-03-01', files: { 'a.ts': lines(100) } }])
    const format = await runGit(nodeProcesses, folder, ['rev-parse', 'HEAD'])
    await addHistory(nodeProcesses, folder, [
      { at: '2025-03-02', files: { '.git-blame-ignore-revs': `# formatted\n${format}\n` } },
    ])
    const found = await collectFrom(testContext(folder), { path: '.' })
    expect(dataOf(found, 'git.activity:2025-03')).toMatchObject({ commits: 2, linesAdded: 2, files: 1 })
    expect(dataOf(found, 'git.skill:typescript:2025-Q1')).toBeNull()
  })
})

describe('whose a commit is', () => {
  const work = { at: '2025-03-01', files: { 'a.ts': '1\n' } } as const
  const cases: readonly (readonly [string, Partial<CommitSpec>, object | null])[] = [
    ['a confirmed e-mail, whatever its case', { who: 'MH <Mira@Example.org>' }, { commits: 1 }],
    ['a GitHub no-reply address', { who: 'mira <123+MiraHolt@users.noreply.github.com>' }, { commits: 1 }],
    ['an old no-reply address', { who: 'mira <miraholt@users.noreply.github.com>' }, { commits: 1 }],
    ["another service's no-reply address", { who: 'mira <1-miraholt@users.noreply.gitlab.com>' }, null],
    ['the same name with another e-mail', { who: 'Mira Holt <other@example.net>' }, null],
    ['committed by the user, written by another', { who: JON, committer: MIRA }, null],
    ['landed by a merge bot', { committer: 'GitHub <noreply@github.com>' }, { commits: 1 }],
    [
      'written by an update bot under her name',
      { message: 'Bump x\n\nSigned-off-by: dependabot[bot] <support@github.com>\n' },
      null,
    ],
    [
      'rewritten by an update bot',
      { committer: 'renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>' },
      null,
    ],
    [
      'with a tool as co-author',
      { message: 'Add\n\nCo-authored-by: Claude <noreply@anthropic.com>\n' },
      { commits: 1, aiAssistedCommits: 1, coauthoredCommits: 0 },
    ],
    [
      'with a tool named by a trailer',
      { message: 'Add\n\nAssisted-by: Claude:claude-opus\n' },
      { commits: 1, aiAssistedCommits: 1 },
    ],
    [
      'by a tool on her behalf',
      {
        who: 'copilot-swe-agent[bot] <198982749+Copilot@users.noreply.github.com>',
        message: 'Add\n\nCo-authored-by: miraholt <123+miraholt@users.noreply.github.com>\n',
      },
      { commits: 1, aiAssistedCommits: 1, coauthoredCommits: 0 },
    ],
    [
      'by a tool that she committed for',
      { who: 'Cursor Agent <cursoragent@cursor.com>', committer: MIRA },
      { commits: 1, aiAssistedCommits: 1 },
    ],
    [
      'with a colleague as co-author',
      { message: `Add\n\nCo-authored-by: ${JON}\n` },
      { commits: 1, coauthoredCommits: 1, aiAssistedCommits: 0 },
    ],
    [
      'with a bot as co-author',
      {
        message:
          'Add\n\nCo-authored-by: github-actions[bot] <github-actions[bot]@users.noreply.github.com>\n',
      },
      { commits: 1, coauthoredCommits: 0 },
    ],
    [
      'with herself as co-author',
      { message: 'Add\n\nCo-authored-by: Mira <123+miraholt@users.noreply.github.com>\n' },
      { commits: 1, coauthoredCommits: 0 },
    ],
  ]
  it.each(cases)('%s', async (_, change, expected) => {
    const found = await collected([{ ...work, ...change }])
    const data = dataOf(found, 'git.activity:2025-03')
    if (expected === null) expect(data).toBeNull()
    else expect(data).toMatchObject(expected)
  })

  it('leaves bots out of the team', async () => {
    const found = await collected([
      { at: '2025-03-01', files: { 'a.ts': '1\n' } },
      { at: '2025-03-02', who: 'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>' },
      { at: '2025-03-03', who: 'CI <ci-bot@example.org>', committer: 'release-bot <r@example.org>' },
    ])
    expect(dataOf(found, 'git.activity:2025-03')).toMatchObject({ teamCommits: 2, teamPeople: 2 })
  })

  it('suggests what looks like the user, and counts it only when it was confirmed', async () => {
    const history = [
      { at: '2025-03-01', files: { 'a.ts': '1\n' } },
      { at: '2025-03-02', who: 'M. Holt <x@y.example>', files: { 'a.ts': '2\n' } },
      { at: '2025-03-03', who: JON },
    ] as const
    const found = await collected(history)
    expect(dataOf(found, 'git.activity:2025-03')).toMatchObject({ commits: 1 })
    expect(found.findings).toMatchObject([
      { code: 'GIT015', severity: 'info', data: { name: 'M. Holt', email: 'x@y.example', commits: 1 } },
    ])
    const confirmed = await collectFrom(testContext(folder), { path: '.', aliases: ['M. Holt'] })
    expect(dataOf(confirmed, 'git.activity:2025-03')).toMatchObject({ commits: 2 })
    expect(confirmed.findings).toEqual([])
  })

  it("follows the mailmap of HEAD, in both directions from the user's e-mail", async () => {
    const found = await collected(
      [
        { at: '2025-03-01', who: 'mh <old@example.org>', files: { 'a.ts': '1\n' } },
        {
          at: '2025-03-02',
          who: 'Mira Holt <new@example.org>',
          files: {
            '.mailmap':
              'Mira Holt <new@example.org> <old@example.org>\nJon Abara <jon@example.org> jon <mira@example.org>\n',
          },
        },
        { at: '2025-03-03', who: 'jon <mira@example.org>', files: { 'b.ts': '1\n' } },
      ],
      {},
      { identity: { ...MIRA_HOLT, names: [], emails: ['old@example.org'] } },
    )
    expect(dataOf(found, 'git.activity:2025-03')).toMatchObject({ commits: 2, teamPeople: 2 })
  })

  it('tells when no commit, or only a co-authorship, is the user’s', async () => {
    const found = await collected([
      { at: '2025-03-01', who: JON, message: `Add\n\nCo-authored-by: ${MIRA}\n` },
    ])
    expect(found.drafts).toEqual([])
    expect(found.findings.map(({ code }) => code)).toEqual(['GIT016', 'GIT017'])
  })
})

describe('releases', () => {
  it('counts tagged commits that look like versions, and whose they are', async () => {
    const found = await collected([
      { at: '2025-03-01', files: { 'a.ts': '1\n' } },
      { tag: 'v1.0.0', tagger: MIRA, at: '2025-03-02' },
      { tag: 'pkg-a@1.0.0', tagger: JON, at: '2025-03-03' },
      { tag: 'keep-this' },
      { at: '2025-03-05', who: JON, files: { 'a.ts': '2\n' } },
      { tag: 'v1.1.0-rc.1', tagger: MIRA, at: '2025-03-06' },
      { at: '2025-03-07', who: JON, files: { 'a.ts': '3\n' } },
      { tag: '1.1.0' },
      { at: '2025-04-07', files: { 'a.ts': '4\n' } },
      { tag: '1.2.0' },
    ])
    expect(dataOf(found, 'git.release:2025-03')).toEqual({ month: '2025-03', releases: 2, byUser: 1 })
    expect(dataOf(found, 'git.release:2025-04')).toEqual({ month: '2025-04', releases: 1, byUser: 0 })
  })
})

describe('refs', () => {
  const history = [
    { at: '2025-03-01', files: { 'a.ts': '1\n' } },
    { at: '2025-03-02', branch: 'release/1', from: 'main', files: { 'b.ts': '1\n' } },
    { at: '2025-03-03', branch: 'topic', from: 'main', files: { 'c.ts': '1\n' } },
  ] as const

  it.each([
    [undefined, 1],
    [['release/*'], 2],
    [['topic', 'main'], 2],
    [['*', 'release/1', 'HEAD'], 3],
  ])('reads %j', async (refs, commits) => {
    const found = await collected(history, refs === undefined ? {} : { refs })
    expect(dataOf(found, 'git.activity:2025-03')).toMatchObject({ commits })
  })

  it('refuses one that is not there', async () => {
    await expect(collected(history, { refs: ['nope'] })).rejects.toMatchObject({ code: 'GIT005' })
  })

  it("takes the remote's default branch and the upstream besides HEAD", async () => {
    await makeRepository(nodeProcesses, folder, history.slice(0, 2))
    const clone = await mkdtemp(join(tmpdir(), 'bonafide-clone-'))
    try {
      await runGit(nodeProcesses, clone, ['clone', '--quiet', folder, '.'])
      await runGit(nodeProcesses, folder, ['checkout', '--quiet', 'main'])
      await addHistory(nodeProcesses, folder, [{ at: '2025-03-09', files: { 'z.ts': '1\n' } }])
      await runGit(nodeProcesses, clone, ['fetch', '--quiet'])
      const found = await collectFrom(testContext(clone), { path: '.' })
      expect(dataOf(found, 'git.activity:2025-03')).toMatchObject({ commits: 2 })
    } finally {
      await rm(clone, { recursive: true, force: true })
    }
  })
})

describe('records', () => {
  it('have the shapes that the ledger and the metrics expect, unique keys and a fixed order', async () => {
    const { drafts } = await collected([
      { at: '2025-03-01', files: { 'a.ts': '1\n', 'package.json': '{"dependencies":{"pg":"8"}}' } },
      { tag: 'v1.0.0', tagger: MIRA, at: '2025-03-02' },
    ])
    const shapes = {
      'git.activity': gitActivitySchema,
      'git.skill': gitSkillSchema,
      'git.release': gitReleaseSchema,
    }
    for (const draft of drafts) {
      evidenceSchema.omit({ id: true }).parse(draft)
      shapes[draft.kind as keyof typeof shapes].parse(draft.data)
    }
    const keys = drafts.map(({ key }) => key)
    expect(keys).toEqual([...new Set(keys)].sort())
    expect(keys).toHaveLength(4)
  })

  it('name the newest commit and hash the ids of all, so that later work changes no earlier record', async () => {
    const history: CommitSpec[] = [
      { at: '2025-03-01', files: { 'a.ts': '1\n' } },
      { at: '2025-03-02', files: { 'b.py': '1\n' } },
      { at: '2025-03-03', files: { 'a.ts': '2\n' } },
    ]
    const before = await collected(history)
    const ids = (await runGit(nodeProcesses, folder, ['rev-list', 'HEAD'])).split('\n')
    const typescript = before.drafts.find(({ key }) => key === 'git.skill:typescript:2025-Q1')
    expect(typescript?.provenance).toEqual({
      method: 'git-skill/1',
      ref: ids[0],
      inputs: nodeHasher.sha256([ids[0] ?? '', ids[2] ?? ''].sort().join('\n')),
    })
    await addHistory(nodeProcesses, folder, [{ at: '2025-05-03', files: { 'a.ts': '3\n' } }])
    const after = await collectFrom(testContext(folder), { path: '.' })
    expect(after.drafts.filter(({ key }) => !key.includes('2025-05') && !key.includes('Q2'))).toEqual(
      before.drafts,
    )
  })
})
