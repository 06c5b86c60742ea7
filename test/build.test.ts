import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { analyse } from '../src/app/analyse.ts'
import { buildResume, checkBuilt } from '../src/app/build.ts'
import { nodeFiles } from '../src/platform/files.ts'
import { nodeRuntime } from '../src/platform/runtime.ts'
import { writeBuild } from '../src/app/output.ts'
import { testKey } from './support/test-key.ts'

const folder = mkdtempSync(join(tmpdir(), 'bonafide-build-'))
const runtime = nodeRuntime()
afterAll(async () => {
  await runtime.close()
  rmSync(folder, { recursive: true, force: true })
})

it('tells what the fonts could not print, remembers the paper, and leaves no receipts of an earlier build', async () => {
  writeFileSync(join(folder, 'bonafide.yaml'), 'identity:\n  name: Nadia Kern\n')
  writeFileSync(
    join(folder, 'resume.yaml'),
    'basics:\n  name: Nadia Kern\n  email: nadia@example.org\n  summary: Ships services 🚀 calmly\n',
  )
  const analysis = await analyse(runtime, folder)
  const built = await buildResume(runtime, analysis, null, { key: testKey(7), paper: 'letter' })
  expect(built.findings.find(({ code }) => code === 'TYP005')?.message).toContain('🚀')

  await nodeFiles.mkdir(join(folder, 'out', 'general'))
  const receipts = join(folder, 'out', 'general', 'receipts.json')
  writeFileSync(receipts, '{}')
  await writeBuild(runtime, analysis, null, built)
  expect(await nodeFiles.exists(receipts)).toBe(false)

  const again = { pdf: built.pdf, file: 'resume.pdf', limits: built.limits, inputs: built.inputs }
  const codesOf = async (paper: 'a4' | 'letter') =>
    (await checkBuilt(runtime, analysis, null, { ...again, paper })).findings.map(({ code }) => code)
  expect(await codesOf('letter')).not.toContain('BLD001')
  expect(await codesOf('a4')).toContain('BLD001')
})
