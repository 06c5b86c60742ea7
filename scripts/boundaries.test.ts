import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { checkBoundaries } from './boundaries.ts'
import { filesBelow, readText, root } from './tools.ts'

describe('the dependency rule', () => {
  it('looks at every source file and finds it kept', () => {
    const report = checkBoundaries()
    expect(report.unseen).toEqual([])
    expect(report.cruised).toBeGreaterThanOrEqual(filesBelow('src', '.ts').length)
    expect(report.violations).toEqual([])
  })

  it('is the same in docs/architecture.md', async () => {
    const config = (await import(pathToFileURL(join(root, '.dependency-cruiser.mjs')).href)) as {
      readonly NEIGHBOURS: Readonly<Record<string, readonly string[]>>
    }
    const rows = [...readText('docs/architecture.md').matchAll(/^\| `(\w+)` \| ((?:`\w+`(?:, )?)*)\s*\|$/gm)]
    const table = Object.fromEntries(
      rows.map(([, folder = '', cell = '']) => [
        folder,
        [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
      ]),
    )
    expect(table).toEqual(config.NEIGHBOURS)
  })
})

describe('the check of the dependency rule', () => {
  const planted = join(root, 'src/match/planted')
  afterEach(() => rmSync(planted, { recursive: true, force: true }))

  it.each([
    [
      'a file system in the domain',
      "import { readFileSync } from 'node:fs'\nexport const planted = readFileSync\n",
      'pure-folders-touch-no-machine',
    ],
    [
      'a face in the domain',
      "import { runCli } from '../../faces/cli/run.ts'\nexport const planted = runCli\n",
      'match-asks-its-neighbours-only',
    ],
    [
      'a stranger in the domain',
      "import { tailorResume } from '../../tailor/tailor.ts'\nexport const planted = tailorResume\n",
      'match-asks-its-neighbours-only',
    ],
    [
      'a library that is not pure',
      "import fastify from 'fastify'\nexport const planted = fastify\n",
      'domain-uses-pure-libraries-only',
    ],
  ])('finds %s', (_, source, rule) => {
    mkdirSync(planted, { recursive: true })
    writeFileSync(join(planted, 'planted.ts'), source)
    const names = checkBoundaries()
      .violations.filter((violation) => violation.includes('planted'))
      .map((violation) => violation.split(':')[0])
    expect(names).toContain(rule)
  })
})
