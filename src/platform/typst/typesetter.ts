import { join } from 'node:path'
import { findingOf } from '../../core/codes.ts'
import type { Finding } from '../../core/finding.ts'
import type { Typeset, TypesetRequest, Typesetter } from '../../exporters/typesetter.ts'
import { userError } from '../../core/user-error.ts'
import { codes } from './codes.ts'
import { startPress } from './press.ts'
import type { PressProcess } from './press.ts'
import type { ChildReply, Lacking, ThemeFiles } from './protocol.ts'
import { readTheme, resolveInstalledFont } from './themes.ts'
import type { ResolveFont } from './themes.ts'

/** How to typeset. */
export interface TypesetterOptions {
  /** The folder of themes: `data/themes`. */
  readonly themes: string
  /** The child's program; {@link childEntry} finds it when left out. */
  readonly entry?: string
  readonly resolveFont?: ResolveFont
  /** For one document, the child's start included. Milliseconds. */
  readonly deadline?: number
  /** The child is replaced after so many documents … */
  readonly maxDocuments?: number
  /** … or when it holds more memory than this after one. Bytes. */
  readonly maxMemory?: number
}

const MAX_DATA = 2 * 1024 * 1024
const MAX_ATTACHMENTS = 20 * 1024 * 1024

/**
 * Typesets in one child process, which is started when it is first needed, replaced when it has grown, killed when it
 * is late, and which sees no files but the theme's, its fonts and what the request holds. Requests wait for each
 * other. An idle child does not keep the program from ending. `start` starts it ahead of the first document.
 */
export function createTypesetter(options: TypesetterOptions): Typesetter & { start(): void } {
  const { deadline = 20_000, maxDocuments = 500, maxMemory = 256 * 1024 * 1024 } = options
  const themes = new Map<string, Promise<ThemeFiles>>()
  let press: PressProcess | null = null
  let documents = 0
  let last: Promise<unknown> = Promise.resolve()

  const themeOf = (name: string): Promise<ThemeFiles> => {
    const known = themes.get(name)
    if (known) return known
    const theme = readTheme(options.themes, name, options.resolveFont ?? resolveInstalledFont)
    themes.set(name, theme)
    theme.catch(() => themes.delete(name))
    return theme
  }

  const startedPress = (): PressProcess => {
    press ??= startPress(join(options.themes, 'no-system-fonts.conf'), options.entry)
    return press
  }

  const typeset = async (request: TypesetRequest): Promise<Typeset> => {
    checkSize(request)
    const theme = await themeOf(request.theme)
    const pressing = startedPress()
    documents += 1
    let reply: ChildReply | null = null
    try {
      const { data, attachments, markers } = request
      reply = await pressing.ask({ theme, data, attachments, markers }, deadline)
    } finally {
      if (reply === null || documents >= maxDocuments || reply.rss > maxMemory) await retire()
    }
    return toTypeset(reply, theme)
  }

  const retire = async (): Promise<void> => {
    const retired = press
    press = null
    documents = 0
    await retired?.end()
  }

  return {
    start() {
      startedPress()
    },
    typeset(request) {
      const next = last.then(() => typeset(request))
      last = next.catch(() => null)
      return next
    },
    async close() {
      await last
      await retire()
    },
  }
}

function checkSize({ data, attachments }: TypesetRequest): void {
  const letters = JSON.stringify(data).length
  if (letters > MAX_DATA) {
    throw userError(codes, 'TYP006', `The texts have ${letters} characters; the limit is ${MAX_DATA}.`)
  }
  const bytes = attachments.reduce((sum, attachment) => sum + attachment.bytes.length, 0)
  if (bytes > MAX_ATTACHMENTS) {
    throw userError(codes, 'TYP006', `The attachments have ${bytes} bytes; the limit is ${MAX_ATTACHMENTS}.`)
  }
}

function toTypeset(reply: ChildReply, theme: ThemeFiles): Typeset {
  if (reply.kind === 'failed') throw new Error(`The theme "${theme.name}" does not compile: ${reply.message}`)
  if (reply.kind === 'lacking') {
    throw userError(
      codes,
      'TYP004',
      `The fonts of the theme "${theme.name}" have no glyph for ${reply.letters.map(named).join(', ')}, first needed in "${excerpt(reply.letters[0])}".`,
    )
  }
  const { pdf, pages, markers, leftOut } = reply
  return { pdf, pages, markers, findings: leftOut.map((lacking) => leftOutFinding(lacking, theme)) }
}

function leftOutFinding(lacking: Lacking, theme: ThemeFiles): Finding {
  return findingOf(codes, 'TYP005', {
    message: `${named(lacking)} was left out of "${excerpt(lacking)}": the fonts of the theme "${theme.name}" have no glyph for it.`,
  })
}

function named({ character }: Lacking): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return `${character} (U+${code})`
}

function excerpt(lacking: Lacking | undefined): string {
  const { text = '', character = '' } = lacking ?? {}
  const from = Math.max(0, text.indexOf(character) - 30)
  return text.slice(from, from + 60).trim()
}
