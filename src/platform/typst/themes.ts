import { access, readFile, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { userError } from '../../core/user-error.ts'
import { codes } from './codes.ts'
import type { ThemeFiles } from './protocol.ts'

/** `theme.yaml`: what a theme is and which fonts it is set in, as files of packages. */
const themeSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  fonts: z.array(z.string().regex(/\.ttf$/)).min(1),
})

/** Finds a font file by its package path, such as `@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf`. */
export type ResolveFont = (specifier: string) => string

/** Resolves fonts as Node resolves packages. */
export const resolveInstalledFont: ResolveFont = (specifier) =>
  createRequire(import.meta.url).resolve(specifier)

/** Reads a theme of a folder. Throws `TYP003` when there is none of that name. */
export async function readTheme(folder: string, name: string, resolveFont: ResolveFont): Promise<ThemeFiles> {
  const known = await themeNames(folder)
  if (!known.includes(name)) {
    throw userError(codes, 'TYP003', `There is no theme "${name}"; there is ${known.join(', ') || 'none'}.`)
  }
  const source = join(folder, name, 'theme.typ')
  const main = join(folder, 'main.typ')
  try {
    const theme = themeSchema.parse(parse(await readFile(join(folder, name, 'theme.yaml'), 'utf8')))
    await Promise.all([access(source), access(main)])
    return { name, main, source, fonts: theme.fonts.map(resolveFont) }
  } catch (cause) {
    throw userError(codes, 'TYP003', `The theme "${name}" cannot be read: ${String(cause)}`, { cause })
  }
}

async function themeNames(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
  } catch (cause) {
    throw userError(codes, 'TYP003', `The folder of themes ${folder} cannot be read.`, { cause })
  }
}
