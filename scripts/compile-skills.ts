import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { readTaxonomy } from '../src/skill/taxonomy.ts'
import { filesBelow, readText, root } from './tools.ts'

/**
 * YAML is for people; the program starts faster on JSON, and faster still where that says that it was checked. Writes
 * all skill files as one; gives how many there were. Faults are left for the program to tell.
 */
export function compileSkills(target: string): number {
  const files = filesBelow('data/skills', '.yaml').map((file) => ({
    file,
    content: parse(readText(file)) as unknown,
  }))
  const checked = readTaxonomy(files).findings.length === 0
  mkdirSync(dirname(join(root, target)), { recursive: true })
  writeFileSync(join(root, `${target}.tmp`), JSON.stringify(files.map((file) => ({ ...file, checked }))))
  renameSync(join(root, `${target}.tmp`), join(root, target))
  return files.length
}

if (import.meta.main) compileSkills('.tools/skills.json')
