import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../core/user-error.ts'
import { displayWidth } from '../../core/width.ts'
import { drawProgress, harmless, terminalOutput } from './output.ts'

interface Shown {
  readonly out: string
  readonly err: string
}

function shownBy(
  screen: {
    readonly tty?: boolean
    readonly columns?: number
    readonly env?: Readonly<Record<string, string>>
    readonly quiet?: boolean
    readonly json?: boolean
  },
  print: (output: ReturnType<typeof terminalOutput>) => void,
): Shown {
  const { tty = false, columns, env = {}, quiet = false, json = false } = screen
  let out = ''
  let err = ''
  const stream = (add: (text: string) => void) => ({
    isTTY: tty,
    ...(columns === undefined ? {} : { columns }),
    write: add,
  })
  print(
    terminalOutput(
      { quiet, json },
      { stdout: stream((text) => (out += text)), stderr: stream((text) => (err += text)), env },
    ),
  )
  return { out, err }
}

const red = '\u001B[31mx\u001B[39m'

describe('colour', () => {
  it.each([
    ['a terminal', { tty: true }, true],
    ['a pipe', {}, false],
    ['a pipe with FORCE_COLOR', { env: { FORCE_COLOR: '1' } }, true],
    ['a terminal with FORCE_COLOR=0', { tty: true, env: { FORCE_COLOR: '0' } }, false],
    ['a terminal with NO_COLOR', { tty: true, env: { NO_COLOR: '1' } }, false],
    ['a terminal with an empty NO_COLOR', { tty: true, env: { NO_COLOR: '' } }, true],
    ['NO_COLOR and FORCE_COLOR', { env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, false],
    ['a terminal that is dumb', { tty: true, env: { TERM: 'dumb' } }, false],
    ['JSON on a terminal', { tty: true, json: true }, false],
  ])('on %s: %j', (_, screen, painted) => {
    const { out } = shownBy(screen, (output) => output.say(output.paint('red', 'x')))
    expect(out).toBe(painted ? `${red}\n` : 'x\n')
  })
})

describe('terminalOutput', () => {
  it.each([
    [undefined, 80],
    [0, 80],
    [20, 40],
    [90, 90],
    [300, 100],
  ])('wraps at %j columns: %d', (columns, width) => {
    shownBy(columns === undefined ? {} : { columns }, (output) => expect(output.width).toBe(width))
  })

  it('draws progress on a terminal only, and takes it away before anything else', () => {
    const draw = (output: ReturnType<typeof terminalOutput>): void => {
      output.progress({ step: 'Reading', done: 1, total: null })
      output.note('a note')
      output.say('text')
    }
    expect(shownBy({ tty: true }, draw)).toEqual({
      out: 'text\n',
      err: '\r\u001B[2KReading 1\r\u001B[2Ka note\n',
    })
    expect(shownBy({}, draw).err).toBe('a note\n')
    expect(shownBy({ tty: true, quiet: true }, draw).err).toBe('')
    expect(shownBy({ tty: true, env: { TERM: 'dumb' } }, draw).err).toBe('a note\n')
  })

  it('draws no more often than the eye takes in, but always the end', () => {
    const { err } = shownBy({ tty: true }, (output) => {
      for (let done = 1; done <= 50; done++) output.progress({ step: 'Reading', done, total: 50 })
    })
    expect(err).toContain('1 of 50')
    expect(err).toContain('50 of 50')
    expect(err.split('\r').length).toBeLessThan(10)
  })

  it('tells an error where it is, and says a place once', () => {
    const at = (file: string, message: string, line: number | null = null): string =>
      shownBy({ quiet: true }, (output) =>
        output.tell(
          new UserError('ABC001', message, { help: 'Do this.', position: { file, line, column: line } }),
        ),
      ).err
    expect(at('a.yaml', 'it is wrong', 3)).toBe('a.yaml:3:3: error ABC001 it is wrong\n  Do this.\n')
    expect(at('a.yaml', 'a.yaml:3:3: it is wrong', 3)).toBe(
      'error ABC001 a.yaml:3:3: it is wrong\n  Do this.\n',
    )
    expect(at('-', '- is empty')).toBe('error ABC001 standard input is empty\n  Do this.\n')
  })
})

describe('harmless', () => {
  it.each([
    ['plain\ttext\n', 'plain\ttext\n'],
    [red, red],
    ['\u001B[2J', '␛[2J'],
    ['\u001B]0;title\u0007', '␛]0;title␇'],
    ['\u001B[8mhidden', '␛[8mhidden'],
    ['over\rwritten', 'over␍written'],
    ['\u009B2J\u007F', '\uFFFD2J\uFFFD'],
  ])('%j', (text, shown) => {
    expect(harmless(text)).toBe(shown)
  })

  it('leaves nothing that a terminal would obey', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('\u001B', '[', '2', 'J', 'm', '\r', '\u009B', 'a') }),
        (text) => {
          // oxlint-disable-next-line no-control-regex
          expect(harmless(text).replaceAll(/\u001B\[2m/g, '')).not.toMatch(/[\u001B\r\u009B]/)
        },
      ),
    )
  })
})

describe('drawProgress', () => {
  it.each([
    [{ step: 'commits', done: 12_345, total: null, unit: 'commits' }, 79, 'commits 12,345 commits'],
    [{ step: 'Reading', done: 1, total: 4 }, 79, 'Reading [########......................] 1 of 4'],
    [{ step: 'Reading', done: 0, total: 0 }, 79, 'Reading 0 of 0'],
    [{ step: 'Reading', done: 9, total: 4 }, 30, 'Reading [#############] 9 of 4'],
    [{ step: 'Reading', done: 2, total: 4 }, 20, 'Reading 2 of 4'],
    [{ step: 'Reading', done: 2, total: 4 }, 9, 'Reading 2'],
    [{ step: '読む', done: 2, total: 4 }, 3, '読'],
  ])('%j within %d', (event, width, line) => {
    expect(drawProgress(event, width)).toBe(line)
  })

  it('never takes more than the width', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.nat(),
        fc.option(fc.nat()),
        fc.integer({ min: 1, max: 120 }),
        (step, done, total, width) => {
          expect(displayWidth(drawProgress({ step, done, total }, width))).toBeLessThanOrEqual(width)
        },
      ),
    )
  })
})
