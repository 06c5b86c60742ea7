import { describe, expect, it } from 'vitest'
import type { RunningProcess } from '../core/ports.ts'
import { nodeProcesses } from './processes.ts'

const node = process.execPath

async function outputOf(running: RunningProcess): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of running.stdout) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const run = (script: string, ...args: readonly string[]): RunningProcess =>
  nodeProcesses.start(node, ['-e', script, ...args])

describe('nodeProcesses', () => {
  it('gives output, exit code and the end of standard error', async () => {
    const running = run('process.stdout.write("out"); process.stderr.write("why"); process.exitCode = 3')
    expect(await outputOf(running)).toBe('out')
    expect(await running.exit).toEqual({ code: 3, signal: null, stderr: 'why' })
  })

  it('hands arguments over as they are, as no shell reads them', async () => {
    const args = ['a b', '$HOME', '`id`', '"; echo x', '*', '']
    expect(
      JSON.parse(await outputOf(run('console.log(JSON.stringify(process.argv.slice(1)))', ...args))),
    ).toEqual(args)
  })

  it.each(['text\n', new Uint8Array([0, 255, 10])])('writes standard input %j', async (stdin) => {
    const running = nodeProcesses.start(node, ['-e', 'process.stdin.pipe(process.stdout)'], { stdin })
    const chunks: Uint8Array[] = []
    for await (const chunk of running.stdout) chunks.push(chunk)
    expect(Buffer.concat(chunks)).toEqual(Buffer.from(stdin))
  })

  it('does not mind a program that leaves its input unread', async () => {
    const running = nodeProcesses.start(node, ['-e', 'process.exit(0)'], { stdin: new Uint8Array(4_000_000) })
    expect(await outputOf(running)).toBe('')
    expect(await running.exit).toMatchObject({ code: 0 })
  })

  it('keeps settings and secrets of its own environment from the program', async () => {
    process.env['GIT_DIR'] = '/elsewhere'
    process.env['SOME_TOKEN'] = 'secret'
    try {
      const running = nodeProcesses.start(node, ['-e', 'console.log(JSON.stringify(process.env))'], {
        env: { LC_ALL: 'C' },
      })
      const seen = JSON.parse(await outputOf(running)) as Record<string, string>
      expect(seen).toMatchObject({ LC_ALL: 'C', PATH: process.env['PATH'] })
      expect(Object.keys(seen)).not.toContain('GIT_DIR')
      expect(Object.keys(seen)).not.toContain('SOME_TOKEN')
    } finally {
      delete process.env['GIT_DIR']
      delete process.env['SOME_TOKEN']
    }
  })

  it('starts in the folder that is asked for', async () => {
    const running = nodeProcesses.start(node, ['-e', 'console.log(process.cwd())'], { cwd: '/' })
    expect((await outputOf(running)).trim()).toBe('/')
  })

  it('reads no faster than it is read', async () => {
    const script = `
      let written = 0
      const chunk = Buffer.alloc(65536)
      const more = () => { while (process.stdout.write(chunk)) written += chunk.length; process.stdout.once('drain', more) }
      process.stdin.resume(); more()
      process.stdin.on('end', () => setTimeout(() => { process.stderr.write(String(written)); process.exit(0) }, 300))`
    const running = nodeProcesses.start(node, ['-e', script])
    const { stderr } = await running.exit
    expect(Number(stderr)).toBeLessThan(8 * 1024 * 1024)
  })

  it('keeps output for whoever comes to read it after the end', async () => {
    const running = run('console.log("late")')
    await running.exit
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await outputOf(running)).toBe('late\n')
  })

  it('keeps the last 64 KiB of standard error', async () => {
    const running = run('process.stderr.write("x".repeat(1_000_000)); process.stderr.write("the end")')
    await outputOf(running)
    const { stderr } = await running.exit
    expect(stderr).toHaveLength(64 * 1024)
    expect(stderr.endsWith('xthe end')).toBe(true)
  })

  it.each(['before', 'while'])('ends a program whose signal was aborted %s it runs', async (when) => {
    const controller = new AbortController()
    if (when === 'before') controller.abort()
    const running = nodeProcesses.start(node, ['-e', 'console.log(1); setInterval(() => {}, 1000)'], {
      signal: controller.signal,
    })
    for await (const _ of running.stdout) controller.abort()
    expect(await running.exit).toMatchObject({ code: null, signal: 'SIGKILL' })
  })

  it('ends a program whose output nobody wants any more', async () => {
    const running = run('setInterval(() => console.log("more"), 5)')
    for await (const _ of running.stdout) break
    expect(await running.exit).toMatchObject({ signal: 'SIGKILL' })
  })

  it('tells a program that does not exist', async () => {
    const running = nodeProcesses.start('no-such-program', [])
    await expect(outputOf(running)).rejects.toMatchObject({ code: 'ENOENT' })
    await expect(running.exit).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
