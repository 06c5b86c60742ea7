import { describe, expect, it } from 'vitest'
import { commands } from './commands.ts'
import { SHELLS, completionScript } from './completion-scripts.ts'
import { completionsFor } from './completion.ts'

const valuesFor = async (...words: readonly string[]): Promise<readonly string[]> =>
  (await completionsFor(words, commands)).map(({ value }) => value)

describe('completionsFor', () => {
  it.each([
    [['ma'], ['match']],
    [['c'], ['collect', 'check', 'completion']],
    [['--v'], ['--version']],
    [['zzz'], []],
    [['help', 'ta'], ['tailor']],
    [['nothing', ''], []],
    [
      ['skills', ''],
      ['find', 'show', 'list'],
    ],
    [['skills', 'f'], ['find']],
    [['skills', '--quiet', 'f'], ['find']],
    [['guide', '-g', 'backend-developer', 'kp'], ['kpis']],
    [['skills', 'find', ''], []],
    [['import', 'old'], []],
    [
      ['check', '--format', ''],
      ['text', 'json', 'sarif'],
    ],
    [['check', '--format', 'j'], ['json']],
    [['check', '--format=s'], ['--format=sarif']],
    [
      ['check', '--format', '='],
      ['text', 'json', 'sarif'],
    ],
    [['check', '--format', '=', 's'], ['sarif']],
    [['build', '--pa'], ['--paper']],
    [['build', '--paper', 'l'], ['letter']],
    [['build', '--key', ''], []],
    [['build', '-w', ''], []],
    [['check', '--format', 'text', '--fo'], []],
    [['init', '--repo', 'a', '--re'], ['--repo']],
    [['check', '--', '--fo'], []],
    [['check', '--constructor', ''], []],
  ])('%j', async (words, expected) => {
    expect(await valuesFor(...words)).toEqual(expected)
  })

  it('tells what an option does', async () => {
    expect(await completionsFor(['check', '--qu'], commands)).toEqual([
      { value: '--quiet', help: 'No progress and no notes.' },
    ])
  })

  it('gives every command when nothing is typed', async () => {
    expect(await valuesFor('')).toEqual(expect.arrayContaining(commands.map(({ name }) => name)))
  })
})

describe('completionScript', () => {
  it.each(SHELLS)('asks the program, word by word, and falls back to files: %s', (shell) => {
    const script = completionScript(shell)
    expect(script).toContain('bonafide complete -- ')
    expect(script).not.toContain('eval')
    expect(script).toMatch({ bash: /-o default/, zsh: /_files/, fish: /__fish_complete_path/ }[shell])
  })
})
