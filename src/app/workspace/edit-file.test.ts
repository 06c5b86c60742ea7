import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeFiles } from '../../platform/files.ts'
import { nodeLocks } from '../../platform/lock.ts'
import { applyEdits, editFile } from './edit.ts'
import { loadWorkspace } from './load.ts'

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'bonafide-edit-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const ports = { files: nodeFiles, locks: nodeLocks }
const file = (): string => join(root, 'resume.yaml')
const add = (text: string): string =>
  applyEdits(text, [{ path: ['n'], value: Number(/n: (\d+)/.exec(text)?.[1]) + 1 }])

describe('editFile', () => {
  it('makes every one of many changes at once, each on the content of the one before', async () => {
    writeFileSync(file(), '# mine\nn: 0 # so many\n')
    await Promise.all(Array.from({ length: 10 }, () => editFile(root, 'resume.yaml', add, ports)))
    expect(readFileSync(file(), 'utf8')).toBe('# mine\nn: 10 # so many\n')
    expect(readdirSync(root).toSorted()).toEqual(['.bonafide', 'resume.yaml'])
  })

  it('leaves what an editor saved in between, and says so', async () => {
    writeFileSync(file(), 'n: 0\n')
    const editing = editFile(
      root,
      'resume.yaml',
      (text) => {
        writeFileSync(file(), 'n: 7 # typed by hand\n')
        return add(text)
      },
      ports,
    )
    await expect(editing).rejects.toMatchObject({ code: 'FIL009' })
    expect(readFileSync(file(), 'utf8')).toBe('n: 7 # typed by hand\n')
  })

  it('keeps a byte order mark, and writes nothing where nothing changes', async () => {
    writeFileSync(file(), '\ufeffn: 1\r\n')
    expect(await editFile(root, 'resume.yaml', add, ports)).toBe(true)
    expect(readFileSync(file(), 'utf8')).toBe('\ufeffn: 2\r\n')
    expect(await editFile(root, 'resume.yaml', (text) => text, ports)).toBe(false)
  })

  it('leaves the file alone when the change fails', async () => {
    writeFileSync(file(), 'n: [1\n')
    const editing = editFile(
      root,
      'resume.yaml',
      (text) => applyEdits(text, [{ path: ['n'], value: 1 }]),
      ports,
    )
    await expect(editing).rejects.toMatchObject({ code: 'WSP010' })
    expect(readFileSync(file(), 'utf8')).toBe('n: [1\n')
  })
})

describe('the example', () => {
  it('is a workspace without a fault', async () => {
    const { config, resume, findings } = await loadWorkspace('examples/mira-holt', ports)
    expect(findings).toEqual([])
    expect(config?.target).toEqual({ guide: 'backend-developer', level: 'Senior Backend Developer' })
    expect(resume?.basics?.name).toBe('Mira Holt')
  })
})
