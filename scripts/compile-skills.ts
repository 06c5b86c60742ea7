import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { filesBelow, readText, root } from './tools.ts'

/** YAML is for people; the program starts faster on JSON. Writes all skill files as one; gives how many there were. */
export function compileSkills(target: string): number {
  const files = filesBelow('data/skills', '.yaml').map((file) => ({
    file,
    content: parse(readText(file)) as unknown,
  }))
  mkdirSync(dirname(join(root, target)), { recursive: true })
  writeFileSync(join(root, `${target}.tmp`), JSON.stringify(files))
  renameSync(join(root, `${target}.tmp`), join(root, target))
  return files.length
}

if (import.meta.main) compileSkills('.tools/skills.json')
