import { describe, expect, it } from 'vitest'
import { nodeKnowledge } from '../platform/data-files.ts'
import { guideFindings, loadGuide } from './guide.ts'
import { readConfig } from './workspace/load.ts'
import type { ConfiguredWorkspace } from './workspace/load.ts'
import { readYaml } from './workspace/yaml-source.ts'

const runtime = { knowledge: nodeKnowledge }

function workspaceWith(guide: string): ConfiguredWorkspace {
  const configSource = readYaml(`identity:\n  name: Mira Holt\ntarget:\n  guide: ${guide}\n`, 'bonafide.yaml')
  const { value } = readConfig(configSource)
  if (value === null) throw new Error('the settings of the test are wrong')
  const empty = { root: '/w', resume: null, resumeSource: null, postings: [], findings: [] }
  return { ...empty, config: value, configSource }
}

describe('loadGuide', () => {
  it('loads the founding guide when none is named', async () => {
    expect((await loadGuide(runtime)).id).toBe('backend-developer')
  })

  it('names the guides that there are', async () => {
    await expect(loadGuide(runtime, 'backend-develpoer')).rejects.toMatchObject({
      code: 'GUI003',
      message:
        "there is no guide 'backend-develpoer'; did you mean 'backend-developer'? There are: backend-developer",
    })
  })
})

describe('guideFindings', () => {
  it.each([
    ['backend-developer', []],
    ['gardener', [{ code: 'GUI003', position: { file: 'bonafide.yaml', line: 4, column: 10 } }]],
  ])('of %s', async (guide, findings) => {
    expect(await guideFindings(runtime, workspaceWith(guide))).toMatchObject(findings)
  })
})
