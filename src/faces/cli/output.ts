import { stripVTControlCharacters, styleText } from 'node:util'
import { displayWidth } from '../../core/width.ts'
import type { ProgressEvent } from '../../core/ports.ts'

type Style = Parameters<typeof styleText>[0]

/** Where a command prints. Colour and progress only where a person looks on. */
export interface Output {
  /** Columns to wrap at: the terminal's, at most 100; 80 when it is no terminal. */
  readonly width: number
  /** Whether a person looks at standard output. */
  readonly terminal: boolean
  paint(style: Style, text: string): string
  /** A note for people, to standard error; silent with `--quiet`. */
  note(text: string): void
  readonly progress: (event: ProgressEvent) => void
  /** Takes the progress line away; called before anything else is printed. */
  settle(): void
}

/** The two streams as {@link Output}. `NO_COLOR` and `FORCE_COLOR` are honoured. */
export function terminalOutput(options: { readonly quiet: boolean; readonly json: boolean }): Output {
  const { stdout, stderr } = process
  const colour =
    !options.json && (stdout.isTTY || process.env['FORCE_COLOR'] !== undefined) && !process.env['NO_COLOR']
  const live = stderr.isTTY && !options.quiet
  let shown = false
  let lastDrawn = 0
  const settle = (): void => {
    if (shown) stderr.write('\r\u001B[2K')
    shown = false
  }
  return {
    width: Math.min(stdout.columns ?? 80, 100),
    terminal: stdout.isTTY,
    paint: (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text),
    note(text) {
      settle()
      if (!options.quiet) stderr.write(`${text}\n`)
    },
    progress(event) {
      const now = performance.now()
      if (!live || (now - lastDrawn < 80 && event.done !== event.total)) return
      lastDrawn = now
      shown = true
      stderr.write(`\r\u001B[2K${drawProgress(event, (stderr.columns ?? 80) - 1)}`)
    },
    settle,
  }
}

/** One line of progress: a bar where the end is known, a count where it is not. */
export function drawProgress({ step, done, total, unit }: ProgressEvent, width: number): string {
  const amount =
    total === null
      ? done.toLocaleString('en')
      : `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`
  const tail = ` ${amount}${unit === undefined ? '' : ` ${unit}`}`
  if (total === null || total === 0) return `${step}${tail}`.slice(0, width)
  const room = Math.min(30, width - step.length - tail.length - 3)
  if (room < 5) return `${step}${tail}`.slice(0, width)
  const full = Math.round((room * Math.min(done, total)) / total)
  return `${step} [${'#'.repeat(full)}${'.'.repeat(room - full)}]${tail}`
}

/** How many columns a painted text takes. */
export function visibleLength(text: string): number {
  return displayWidth(stripVTControlCharacters(text))
}
