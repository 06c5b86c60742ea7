import { stripVTControlCharacters, styleText } from 'node:util'
import { displayWidth } from '../../core/width.ts'
import type { ProgressEvent } from '../../core/ports.ts'
import type { UserError } from '../../core/user-error.ts'
import { errorText } from './errors.ts'

type Style = Parameters<typeof styleText>[0]

/** Where a command prints. Colour and progress only where a person looks on. */
export interface Output {
  /** Columns to wrap at: the terminal's, 40 to 100; 80 when it is no terminal. */
  readonly width: number
  paint(style: Style, text: string): string
  /** To standard output, as it is. */
  raw(text: string): void
  /** To standard output for people: what could move the cursor or colour the screen is made visible. */
  say(text: string): void
  /** A note for people, to standard error; silent with `--quiet`. */
  note(text: string): void
  /** An error, to standard error, whatever is quiet. */
  tell(error: UserError): void
  readonly progress: (event: ProgressEvent) => void
  /** Takes the progress line away; called before anything else is printed. */
  settle(): void
}

/** What of a stream decides how is printed to it. */
export interface Screen {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

/** How often the progress line may change: more than the eye takes in would only cost time. */
const FRAME_MS = 80

/** The two streams as {@link Output}. `NO_COLOR`, `FORCE_COLOR` and `TERM=dumb` are honoured. */
export function terminalOutput(
  options: { readonly quiet: boolean; readonly json: boolean },
  { stdout, stderr, env }: ScreenPair = process,
): Output {
  const colour = !options.json && wantsColour(stdout, env)
  const colourErrors = wantsColour(stderr, env)
  const live = stderr.isTTY === true && env['TERM'] !== 'dumb' && !options.quiet
  let shown = false
  let lastDrawn = Number.NEGATIVE_INFINITY
  const settle = (): void => {
    if (shown) stderr.write('\r\u001B[2K')
    shown = false
  }
  const raw = (text: string): void => {
    settle()
    stdout.write(text)
  }
  return {
    width: Math.max(40, Math.min(stdout.columns || 80, 100)),
    paint: (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text),
    raw,
    say: (text) => raw(`${harmless(text)}\n`),
    note(text) {
      settle()
      if (!options.quiet) stderr.write(`${harmless(text)}\n`)
    },
    tell(error) {
      settle()
      const text = errorText(error, (style, part) =>
        colourErrors ? styleText(style, part, { validateStream: false }) : part,
      )
      stderr.write(`${harmless(text)}\n`)
    },
    progress(event) {
      const now = performance.now()
      if (!live || (now - lastDrawn < FRAME_MS && event.done !== event.total)) return
      lastDrawn = now
      shown = true
      stderr.write(`\r\u001B[2K${harmless(drawProgress(event, (stderr.columns || 80) - 1))}`)
    },
    settle,
  }
}

interface ScreenPair {
  readonly stdout: Screen
  readonly stderr: Screen
  readonly env: Readonly<Record<string, string | undefined>>
}

function wantsColour(screen: Screen, env: ScreenPair['env']): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = env
  // https://no-color.org: any value but the empty one
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false'
  return screen.isTTY === true && TERM !== 'dumb'
}

/** Every control character but line breaks, tabs and the colours that {@link Output.paint} writes. */
// oxlint-disable-next-line no-control-regex
const HARMFUL = /\u001B(?!\[(?:[0-4]|2[1-4]|3\d)m)|[\0-\u0008\u000B-\u001A\u001C-\u001F\u007F-\u009F]/g

/** A text with what a terminal would obey made visible: a file name or a posting may hold anything. */
export function harmless(text: string): string {
  return text.replace(HARMFUL, (char) => {
    const code = char.charCodeAt(0)
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\uFFFD'
  })
}

/** One line of progress: a bar where the end is known, a count where it is not. */
export function drawProgress({ step, done, total, unit }: ProgressEvent, width: number): string {
  const amount =
    total === null
      ? done.toLocaleString('en')
      : `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`
  const tail = ` ${amount}${unit === undefined ? '' : ` ${unit}`}`
  const room = Math.min(30, width - displayWidth(step) - tail.length - 3)
  if (total === null || total === 0 || room < 5) return cut(`${step}${tail}`, width)
  const full = Math.round((room * Math.min(done, total)) / total)
  return `${step} [${'#'.repeat(full)}${'.'.repeat(room - full)}]${tail}`
}

/** The beginning of a text that takes at most so many columns: a longer line would wrap, and its rest would stay. */
function cut(text: string, width: number): string {
  let line = ''
  for (const char of text) {
    if (displayWidth(line + char) > width) break
    line += char
  }
  return line
}

/** How many columns a painted text takes. */
export function visibleLength(text: string): number {
  return displayWidth(stripVTControlCharacters(text))
}
