import { existsSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { packagePath } from './package-layout.ts'

/** A YAML file of the program's own knowledge, parsed but not checked. */
export interface DataFile {
  readonly file: string
  readonly content: unknown
}

/** The files of `data/skills/`; a build has them as one JSON file, which is read in a tenth of the time. */
export async function readSkillFiles(): Promise<readonly DataFile[]> {
  const built = packagePath('dist', 'data', 'skills.json')
  const inCheckout = existsSync(packagePath('src'))
  if (!inCheckout && existsSync(built)) return JSON.parse(await readFile(built, 'utf8')) as DataFile[]
  return readYamlFolder('skills')
}

/** The files of `data/guides/`. */
export function readGuideFiles(): Promise<readonly DataFile[]> {
  return readYamlFolder('guides')
}

async function readYamlFolder(name: string): Promise<readonly DataFile[]> {
  const { parse } = await import('yaml')
  const folder = packagePath('data', name)
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).toSorted()
  return Promise.all(
    files.map(async (file) => ({
      file: `data/${name}/${file}`,
      content: parse(await readFile(join(folder, file), 'utf8')) as unknown,
    })),
  )
}
