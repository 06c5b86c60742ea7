import type { ImportContext, ImportedResume, Importer } from '../../resume/importer.ts'
import { decodeText } from '../reading/decode.ts'
import type { Line } from '../reading/line.ts'
import { readResume } from '../reading/read.ts'
import { markdownLines, plainLines } from './lines.ts'

type ToLines = (text: string, file: string) => readonly Line[]

function read(toLines: ToLines): Importer['read'] {
  return async (bytes: Uint8Array, { file, findSkills }: ImportContext): Promise<ImportedResume> => {
    const { text, findings } = decodeText(bytes, file)
    return readResume(toLines(text, file), { findSkills, findings })
  }
}

function ending(file: string, extensions: readonly string[]): boolean {
  return extensions.some((extension) => file.toLowerCase().endsWith(`.${extension}`))
}

/** Reads a résumé in Markdown: headings make the sections, emphasis and bullets the entries. */
export const markdownImporter: Importer = {
  id: 'markdown',
  title: 'Markdown',
  extensions: ['md', 'markdown'],
  detect(bytes, file) {
    if (ending(file, this.extensions)) return 0.9
    const head = new TextDecoder().decode(bytes.subarray(0, 4096))
    return /^#{1,3} \S/m.test(head) && !head.includes('\0') ? 0.4 : 0
  },
  read: read(markdownLines),
}

/** Reads a résumé in plain text by its capitals, blank lines and bullets. */
export const textImporter: Importer = {
  id: 'text',
  title: 'plain text',
  extensions: ['txt', 'text'],
  detect(bytes, file) {
    if (ending(file, this.extensions)) return 0.9
    if (/\.[a-z\d]{1,5}$/i.test(file)) return 0
    const head = bytes.subarray(0, 4096)
    return head.length > 0 && !head.some((byte) => byte < 9 || (byte > 13 && byte < 27)) ? 0.2 : 0
  },
  read: read(plainLines),
}
