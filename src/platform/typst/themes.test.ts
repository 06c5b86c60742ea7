import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readTheme, resolveInstalledFont } from './themes.ts'

const folder = fileURLToPath(new URL('../../../data/themes', import.meta.url))
const entries = await readdir(folder, { withFileTypes: true })
const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)

describe('themes', () => {
  it('are there', () => {
    expect(names).toContain('classic')
  })

  it.each(names)(
    '%s has a description, installed fonts and a source that loads nothing else',
    async (name) => {
      const theme = await readTheme(folder, name, resolveInstalledFont)
      expect(theme.fonts.length).toBeGreaterThan(0)
      for (const font of theme.fonts) expect((await readFile(font)).readUInt32BE(0)).toBe(0x00010000)
      const source = await readFile(theme.source, 'utf8')
      expect(source).toContain('#let resume(data, body)')
      expect(source).not.toMatch(
        /#?\b(import|include|read|json|yaml|toml|csv|xml|image|plugin|eval)\b\s*["(]/,
      )
    },
  )

  it('share a main document that reads the request and its attachments only', async () => {
    const main = await readFile(join(folder, 'main.typ'), 'utf8')
    expect(main.match(/\b(?:import|json|read)\b[ (][^\n,)]*/g)).toEqual([
      'import "theme.typ": resume',
      'json("request.json"',
      'read(file.path',
    ])
  })
})
