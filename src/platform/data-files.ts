import { existsSync } from 'node:fs'
import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { packagePath } from './package-layout.ts'

/** A YAML file of the program's own knowledge, parsed but not checked. */
export interface DataFile {
  readonly file: string
  readonly content: unknown
  /** Whether it was found without fault when the program was built. */
  readonly checked?: boolean
}

/** The files of `data/skills/`, from one JSON file where there is one: that is read in a tenth of the time. */
export async function readSkillFiles(): Promise<readonly DataFile[]> {
  const compiled = await compiledSkills()
  if (compiled !== null) return JSON.parse(await readFile(compiled, 'utf8')) as DataFile[]
  return readYamlFolder('skills')
}

/** The JSON that the build, or the set-up of a checkout, made; null where a YAML file is newer. */
async function compiledSkills(): Promise<string | null> {
  const built = packagePath('dist', 'data', 'skills.json')
  if (!existsSync(packagePath('src'))) return built
  const prepared = packagePath('.tools', 'skills.json')
  if (!existsSync(prepared)) return null
  const folder = packagePath('data', 'skills')
  const files = (await readdir(folder)).map((file) => join(folder, file))
  const times = await Promise.all([folder, ...files].map(async (file) => (await stat(file)).mtimeMs))
  return (await stat(prepared)).mtimeMs > Math.max(...times) ? prepared : null
}

/** The files of `data/guides/`. */
function readGuideFiles(): Promise<readonly DataFile[]> {
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

/** What the program knows. One for the process, so that whoever asks twice finds what was made of it. */
export const nodeKnowledge = { skills: readSkillFiles, guides: readGuideFiles } as const
