import { mkdir, mkdtemp, readdir, readFile, rm, writeFile, chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Processes } from '../../core/ports.ts'
import { nodeProcesses } from '../../platform/processes.ts'
import { testContext } from './test-support/context.ts'
import {
  collectFrom,
  JON,
  makeRepository,
  runGit,
  type Collected,
  type CommitSpec,
} from './test-support/repository.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonafide-git-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

const git = (...args: readonly string[]): Promise<string> => runGit(nodeProcesses, folder, args)

const codesOf = ({ findings }: Collected): readonly string[] => findings.map(({ code }) => code)

function withEnv(env: Readonly<Record<string, string>>): Processes {
  return {
    start: (command, args, options = {}) =>
      nodeProcesses.start(command, args, { ...options, env: { ...options.env, ...env } }),
  }
}

const history: readonly CommitSpec[] = [
  { at: '2025-01-01', files: { 'a.ts': '1\n2\n3\n' } },
  { at: '2025-02-01', files: { 'b.ts': '1\n' } },
  { at: '2025-03-01', files: { 'a.ts': '1\n2\n3\n4\n' } },
]

describe('what cannot be read', () => {
  it.each([
    ['a folder that is no repository', '.', 'GIT002'],
    ['a folder that is not there', 'nope', 'GIT002'],
  ])('%s', async (_, path, code) => {
    await expect(collectFrom(testContext(folder), { path })).rejects.toMatchObject({
      name: 'UserError',
      code,
    })
  })

  it('a folder inside a repository', async () => {
    await makeRepository(nodeProcesses, folder, [{ at: '2025-01-01', files: { 'lib/deep/a.ts': '1\n' } }])
    await expect(collectFrom(testContext(folder), { path: 'lib/deep' })).rejects.toMatchObject({
      code: 'GIT004',
      help: expect.stringContaining('../../'),
    })
  })

  it('anything, without git', async () => {
    const processes: Processes = {
      start: (_, args, options) => nodeProcesses.start('no-such-program-git', args, options),
    }
    await expect(collectFrom(testContext(folder, { processes }), { path: '.' })).rejects.toMatchObject({
      code: 'GIT001',
    })
  })

  it('a repository of another owner, with the command that allows it', async () => {
    await makeRepository(nodeProcesses, folder, history)
    const processes = withEnv({ GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' })
    await expect(collectFrom(testContext(folder, { processes }), { path: '.' })).rejects.toMatchObject({
      code: 'GIT003',
      help: expect.stringContaining(`safe.directory ${folder}`),
    })
  })

  it('a repository of a format that this git does not know', async () => {
    await makeRepository(nodeProcesses, folder, history)
    await git('config', 'core.repositoryFormatVersion', '99')
    await expect(collectFrom(testContext(folder), { path: '.' })).rejects.toMatchObject({ code: 'GIT006' })
  })

  it('nothing further, once it is aborted', async () => {
    await makeRepository(nodeProcesses, folder, history)
    const controller = new AbortController()
    const reason = new Error('enough')
    controller.abort(reason)
    await expect(collectFrom(testContext(folder, { signal: controller.signal }), { path: '.' })).rejects.toBe(
      reason,
    )
  })
})

describe('kinds of repositories', () => {
  it('has nothing to say of one without a commit', async () => {
    await makeRepository(nodeProcesses, folder, [])
    const found = await collectFrom(testContext(folder), { path: '.' })
    expect(found.drafts).toEqual([])
    expect(codesOf(found)).toEqual(['GIT013'])
  })

  it('reads the same from a bare one, a linked work tree, a detached HEAD and SHA-256 objects', async () => {
    await makeRepository(nodeProcesses, folder, history)
    await git('worktree', 'add', '--quiet', '--detach', 'linked', 'HEAD')
    await git('clone', '--quiet', '--bare', '.', 'bare.git')
    const whole = await collectFrom(testContext(folder), { path: '.' })
    expect(whole.drafts).toHaveLength(4)
    expect((await collectFrom(testContext(folder), { path: 'linked' })).drafts).toEqual(whole.drafts)
    expect((await collectFrom(testContext('/'), { path: join(folder, 'bare.git') })).drafts).toEqual(
      whole.drafts,
    )
    await mkdir(join(folder, 'sha256'))
    await makeRepository(nodeProcesses, join(folder, 'sha256'), history, { format: 'sha256' })
    const sha256 = await collectFrom(testContext(folder), { path: 'sha256' })
    expect(sha256.drafts.map(({ data }) => data)).toEqual(whole.drafts.map(({ data }) => data))
    expect(sha256.drafts[0]?.provenance.ref).toMatch(/^[0-9a-f]{64}$/)
  })

  it('finds a path from the home folder', async () => {
    await makeRepository(nodeProcesses, folder, history)
    const processes = withEnv({ HOME: join(folder, '..') })
    const path = `~/${folder.slice(folder.lastIndexOf('/') + 1)}`
    expect((await collectFrom(testContext('/', { processes }), { path })).drafts).toHaveLength(4)
  })

  it('does not credit all that was there to the commit at which a shallow clone is cut', async () => {
    await makeRepository(nodeProcesses, folder, history)
    await git('clone', '--quiet', '--depth=2', `file://${folder}`, 'shallow')
    const found = await collectFrom(testContext(folder), { path: 'shallow' })
    expect(codesOf(found)).toEqual(['GIT010'])
    expect(found.complete).toBe(false)
    expect(found.findings[0]?.message).toContain('only 2 commits')
    expect(
      found.drafts.map(({ key, data }) => [key, data['linesAdded'], data['commitsWithoutLines']]),
    ).toEqual([
      ['git.activity:2025-02', 0, 1],
      ['git.activity:2025-03', 1, undefined],
      ['git.skill:typescript:2025-Q1', 1, undefined],
    ])
    // The state of the cut history says nothing about the whole one.
    await runGit(nodeProcesses, join(folder, 'shallow'), ['fetch', '--quiet', '--unshallow'])
    const whole = await collectFrom(testContext(folder), { path: 'shallow' }, found.saved)
    expect(whole.complete).toBe(true)
    expect(whole.drafts).toEqual((await collectFrom(testContext(folder), { path: '.' })).drafts)
  })

  it.each(['blob:none', 'tree:0'])(
    'counts commits in a partial clone (%s) and fetches nothing',
    async (filter) => {
      await makeRepository(nodeProcesses, folder, [
        ...history,
        { at: '2025-03-02', files: { 'package.json': '{"dependencies":{"pg":"8"}}' } },
      ])
      await git('config', 'uploadpack.allowFilter', 'true')
      await git('clone', '--quiet', '--bare', `--filter=${filter}`, `file://${folder}`, 'partial.git')
      const size = async (): Promise<number> =>
        (await readdir(join(folder, 'partial.git/objects/pack'))).length
      const before = await size()
      const found = await collectFrom(testContext(folder), { path: 'partial.git' })
      expect(await size()).toBe(before)
      expect(codesOf(found)).toEqual(['GIT011'])
      expect(found.saved).toBeNull()
      expect(found.complete).toBe(false)
      expect(found.drafts.find(({ key }) => key === 'git.activity:2025-03')?.data).toMatchObject({
        commits: 2,
        days: 2,
        linesAdded: 0,
        commitsWithoutLines: 2,
      })
      const skills = found.drafts.filter(({ kind }) => kind === 'git.skill').map(({ key }) => key)
      expect(skills).toEqual(filter === 'blob:none' ? ['git.skill:typescript:2025-Q1'] : [])
    },
  )
})

describe('damage', () => {
  async function damage(revision: string, how: 'missing' | 'corrupt'): Promise<void> {
    const id = await git('rev-parse', revision)
    const path = join(folder, '.git/objects', id.slice(0, 2), id.slice(2))
    await chmod(path, 0o644)
    if (how === 'missing') await rm(path)
    else await writeFile(path, 'no object')
  }

  beforeEach(async () => {
    await makeRepository(nodeProcesses, folder, [
      { at: '2025-01-01', files: { 'a.ts': '1\n2\n3\n' } },
      { at: '2025-04-01', branch: 'side', from: 'main', files: { 'c.ts': 'c\n' } },
      { at: '2025-02-01', files: { 'b.ts': 'b\n' } },
      { at: '2025-03-01', files: { 'a.ts': '1\n2\n3\n4\n' } },
      { at: '2025-05-01', merges: ['side'] },
      { at: '2025-06-01', files: { 'd.ts': 'd\n' } },
    ])
    // Loose objects can be damaged one by one.
    const packs = join(folder, '.git/objects/pack')
    for (const name of await readdir(packs)) {
      if (!name.endsWith('.pack')) continue
      const pack = await readFile(join(packs, name))
      await rm(packs, { recursive: true, force: true })
      await runGit(nodeProcesses, folder, ['unpack-objects', '-q'], pack)
    }
  })

  const months = (found: Collected): readonly unknown[] =>
    found.drafts
      .filter(({ kind }) => kind === 'git.activity')
      .map(({ data }) => [data['month'], data['linesAdded'], data['commitsWithoutLines'] ?? 0])

  it.each(['missing', 'corrupt'] as const)(
    'takes all but the lines that a %s file content hides',
    async (how) => {
      await damage('main~3:b.ts', how)
      const found = await collectFrom(testContext(folder), { path: '.' })
      expect(codesOf(found)).toEqual(['GIT012'])
      expect(found.findings[0]?.message).toContain('lines of 1 of your commits')
      expect(found.saved).toBeNull()
      expect(months(found)).toEqual([
        ['2025-01', 3, 0],
        ['2025-02', 0, 1],
        ['2025-03', 1, 0],
        ['2025-04', 1, 0],
        ['2025-05', 0, 0],
        ['2025-06', 1, 0],
      ])
    },
  )

  it.each(['missing', 'corrupt'] as const)('takes all but the files that a %s folder hides', async (how) => {
    await damage('side^{tree}', how)
    const found = await collectFrom(testContext(folder), { path: '.' })
    expect(codesOf(found)).toEqual(['GIT012'])
    expect(months(found)).toContainEqual(['2025-04', 0, 1])
    expect(months(found)).toContainEqual(['2025-06', 1, 0])
    expect(months(found)).toHaveLength(6)
  })

  it.each(['missing', 'corrupt'] as const)('walks around a %s commit', async (how) => {
    await damage('side', how)
    const found = await collectFrom(testContext(folder), { path: '.' })
    expect(codesOf(found)).toEqual(['GIT012'])
    expect(found.findings[0]?.message).toContain('1 commit')
    expect(months(found).map((row) => (row as string[])[0])).toEqual([
      '2025-01',
      '2025-02',
      '2025-03',
      '2025-05',
      '2025-06',
    ])
  })
})

describe('strange histories', () => {
  it('takes names with line breaks, tabs and bytes that are no UTF-8', async () => {
    const names = ['a\nb.ts', 'tab\there.ts', 'caf\xe9.ts', '"quoted".ts', ' lead.ts', ':100644.ts']
    await makeRepository(
      nodeProcesses,
      folder,
      [{ at: '2025-03-01', files: Object.fromEntries(names.map((name) => [name, '1\n2\n'])) }],
      { bare: true },
    )
    const found = await collectFrom(testContext(folder), { path: '.' })
    expect(found.drafts[0]?.data).toMatchObject({ files: 6, linesAdded: 12 })
    expect(found.drafts[1]?.data).toMatchObject({ skill: 'typescript', files: 6, linesAdded: 12 })
  })

  it('takes renames, links, submodules and changes of mode for what they are', async () => {
    await makeRepository(
      nodeProcesses,
      folder,
      [
        { at: '2025-03-01', who: JON, files: { 'a.ts': '1\n2\n3\n4\n5\n', 'run.py': '1\n' } },
        { at: '2025-03-02', renames: { 'a.ts': 'b\tc.ts' }, files: { 'link.ts': 'b.ts' }, mode: '120000' },
        { at: '2025-04-02', files: { 'run.py': '1\n' }, mode: '100755' },
      ],
      { bare: true },
    )
    const found = await collectFrom(testContext(folder), { path: '.' })
    expect(
      found.drafts.map(({ key, data }) => [key, data['files'], data['linesAdded'], data['linesDeleted']]),
    ).toEqual([
      ['git.activity:2025-03', 1, 0, 0],
      ['git.activity:2025-04', 1, 0, 0],
    ])
  })

  it('leaves out commits with impossible dates', async () => {
    await makeRepository(
      nodeProcesses,
      folder,
      [
        { at: '2025-03-01', files: { 'a.ts': '1\n' } },
        { at: 4_000_000_000, committedAt: '2025-03-02', files: { 'a.ts': '2\n' } },
        { at: 86_400, files: { 'a.ts': '3\n' } },
      ],
      { bare: true },
    )
    const found = await collectFrom(testContext(folder), { path: '.' })
    expect(codesOf(found)).toEqual(['GIT014'])
    expect(found.findings[0]?.message).toContain('2 commits')
    expect(found.drafts.map(({ key }) => key)).toEqual([
      'git.activity:2025-03',
      'git.skill:typescript:2025-Q1',
    ])
  })

  it('reads the trailers of a message of many megabytes, and forgets the rest', async () => {
    const message = `Import (#3)\n\n${'x'.repeat(79).concat('\n').repeat(60_000)}\nCo-authored-by: ${JON}\n`
    await makeRepository(nodeProcesses, folder, [{ at: '2025-03-01', message }], { bare: true })
    const found = await collectFrom(testContext(folder), { path: '.' })
    expect(found.drafts[0]?.data).toMatchObject({ commits: 1, pullRequests: 1, coauthoredCommits: 1 })
  })

  it('ignores replacements of commits', async () => {
    await makeRepository(nodeProcesses, folder, history)
    const before = await collectFrom(testContext(folder), { path: '.' })
    await git('replace', '--graft', 'HEAD')
    expect((await collectFrom(testContext(folder), { path: '.' })).drafts).toEqual(before.drafts)
  })
})

it('runs no program that the repository names, whatever its configuration', async () => {
  await makeRepository(nodeProcesses, folder, [
    { at: '2025-01-01', files: { '.gitattributes': '*.ts diff=evil filter=evil\n', 'a.ts': '1\n' } },
    { at: '2025-02-01', files: { 'a.ts': '2\n', 'package.json': '{"dependencies":{"pg":"8"}}' } },
  ])
  const whole = await collectFrom(testContext(folder), { path: '.' })
  const trap = join(folder, 'trap.sh')
  const sprung = join(folder, 'sprung')
  await writeFile(trap, `#!/bin/sh\ntouch ${sprung}\ncat "$@"\n`)
  await chmod(trap, 0o755)
  const settings = [
    'core.fsmonitor',
    'core.pager',
    'core.sshCommand',
    'diff.external',
    'diff.evil.command',
    'diff.evil.textconv',
    'filter.evil.clean',
    'filter.evil.smudge',
    'gpg.program',
    'pager.log',
    'core.alternateRefsCommand',
  ]
  for (const setting of settings) await git('config', setting, trap)
  for (const [setting, value] of [
    ['log.showSignature', 'true'],
    ['log.follow', 'true'],
    ['log.decorate', 'full'],
    ['log.diffMerges', 'on'],
    ['diff.renames', 'false'],
    ['diff.noprefix', 'true'],
    ['diff.algorithm', 'patience'],
    ['diff.orderFile', '/nonexistent'],
    ['diff.relative', 'true'],
    ['diff.submodule', 'log'],
    ['diff.ignoreSubmodules', 'all'],
    ['color.ui', 'always'],
    ['core.quotePath', 'true'],
    ['i18n.logOutputEncoding', 'UTF-16'],
    ['format.pretty', 'oneline'],
    ['core.abbrev', '5'],
  ] as const) {
    await git('config', setting, value)
  }
  for (const hook of ['post-index-change', 'reference-transaction']) {
    await writeFile(join(folder, '.git/hooks', hook), `#!/bin/sh\ntouch ${sprung}\n`, { mode: 0o755 })
  }
  expect((await collectFrom(testContext(folder), { path: '.' })).drafts).toEqual(whole.drafts)
  expect(await readdir(folder)).not.toContain('sprung')
})
