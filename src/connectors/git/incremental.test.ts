import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Processes } from '../../core/ports.ts'
import { nodeProcesses } from '../../platform/processes.ts'
import { testContext } from './test-support/context.ts'
import {
  addHistory,
  collectFrom,
  JON,
  makeRepository,
  MIRA,
  runGit,
  type CommitSpec,
} from './test-support/repository.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bonafide-git-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

/** Tells which git commands a run starts. */
function spying(): { readonly processes: Processes; readonly commands: string[]; readonly inputs: string[] } {
  const commands: string[] = []
  const inputs: string[] = []
  return {
    commands,
    inputs,
    processes: {
      start(command, args, options) {
        commands.push(
          args.includes('--numstat') ? 'changes' : (args.find((arg) => /^(?:log|rev-list)$/.test(arg)) ?? ''),
        )
        inputs.push(String(options?.stdin ?? ''))
        return nodeProcesses.start(command, args, options)
      },
    },
  }
}

const commit: fc.Arbitrary<CommitSpec> = fc
  .record({
    who: fc.constantFrom(MIRA, JON, 'M. Holt <m@other.example>', 'renovate[bot] <b@x.example>'),
    day: fc.integer({ min: 0, max: 400 }),
    path: fc.constantFrom('a.ts', 'b.py', 'lib/c.ts', 'package.json', 'vendor/x.go'),
    content: fc.constantFrom(
      '1\n',
      '1\n2\n',
      '{"dependencies":{"pg":"1"}}',
      '{"dependencies":{"redis":"1","pg":"2"}}',
    ),
    message: fc.constantFrom('Work\n', 'Add (#12)\n', `Pair\n\nCo-authored-by: ${MIRA}\n`),
  })
  .map(({ who, day, path, content, message }) => ({
    who,
    at: 1_700_000_000 + day * 86_400,
    message,
    files: { [path]: content },
  }))

it('yields the same after any number of steps as at once', async () => {
  let round = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(commit, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 4 }),
      async (steps) => {
        const place = await mkdtemp(join(folder, `round-${round++}-`))
        const [first = [], ...later] = steps
        await makeRepository(nodeProcesses, place, first, { bare: true })
        let step = await collectFrom(testContext(place), { path: '.' })
        for (const more of later) {
          await addHistory(nodeProcesses, place, more)
          step = await collectFrom(testContext(place), { path: '.' }, step.saved)
        }
        const whole = await collectFrom(testContext(place), { path: '.' })
        expect(step.drafts).toEqual(whole.drafts)
        expect(step.findings).toEqual(whole.findings)
        const again = await collectFrom(testContext(place), { path: '.' }, step.saved)
        expect(again.drafts).toEqual(whole.drafts)
      },
    ),
    { numRuns: 8, seed: 7 },
  )
})

it('reads new commits only', async () => {
  await makeRepository(nodeProcesses, folder, [
    { at: '2025-03-01', files: { 'a.ts': '1\n' } },
    { at: '2025-03-02', files: { 'a.ts': '2\n' } },
  ])
  const first = await collectFrom(testContext(folder), { path: '.' })
  const old = await runGit(nodeProcesses, folder, ['rev-parse', 'HEAD'])
  await addHistory(nodeProcesses, folder, [{ at: '2025-03-03', files: { 'a.ts': '3\n' } }])
  const { processes, commands, inputs } = spying()
  const second = await collectFrom(testContext(folder, { processes }), { path: '.' }, first.saved)
  expect(inputs[commands.indexOf('log')]).toContain(`^${old}`)
  expect(commands).not.toContain('rev-list')
  expect(inputs[commands.indexOf('changes')]?.trim().split('\n')).toHaveLength(1)
  expect(second.drafts[0]?.data).toMatchObject({ commits: 3 })
})

it.each([
  ['history was rewritten', ['checkout', '--quiet', '-B', 'main', 'HEAD~1'], {}],
  [
    'the user’s identity changed',
    ['status'],
    { identity: { names: [], emails: ['mira@example.org', 'jon@example.org'], accounts: {} } },
  ],
] as const)('reads everything again when %s', async (_, command, overrides) => {
  await makeRepository(nodeProcesses, folder, [
    { at: '2025-03-01', files: { 'a.ts': '1\n' } },
    { at: '2025-03-02', who: JON, files: { 'a.ts': '2\n' } },
    { at: '2025-03-03', files: { 'a.ts': '3\n' } },
  ])
  const first = await collectFrom(testContext(folder), { path: '.' })
  await runGit(nodeProcesses, folder, command)
  const context = testContext(folder, overrides)
  const second = await collectFrom(context, { path: '.' }, first.saved)
  const whole = await collectFrom(context, { path: '.' })
  expect(second.drafts).toEqual(whole.drafts)
  expect(second.drafts).not.toEqual(first.drafts)
})

it.each([
  ['cut', (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2)],
  ['empty', () => new Uint8Array()],
  ['something else', () => new TextEncoder().encode('{"a":1}\n{}\n')],
])('starts anew with a state that is %s', async (_, damage) => {
  await makeRepository(nodeProcesses, folder, [{ at: '2025-03-01', files: { 'a.ts': '1\n' } }])
  const first = await collectFrom(testContext(folder), { path: '.' })
  expect(first.saved).not.toBeNull()
  const again = await collectFrom(testContext(folder), { path: '.' }, damage(first.saved ?? new Uint8Array()))
  expect(again.drafts).toEqual(first.drafts)
})
