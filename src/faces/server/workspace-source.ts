import { LOOP_INPUTS, openLoop, readBuiltPdf, rebuildLoop } from '../../app/loop.ts'
import type { Loop } from '../../app/loop.ts'
import type { Runtime } from '../../app/runtime.ts'
import type { SigningKey } from '../../core/signing-key.ts'
import type { LoopSource } from './routes.ts'
import { stampOf } from './stamp.ts'
import type { Stamp } from './stamp.ts'

/**
 * The loop of a workspace on this machine, read once and answered from memory until one of its files changes. Builds
 * run one after the other, so that two pages cannot mix their files.
 */
export function workspaceSource(
  runtime: Runtime,
  root: string,
  signingKey: () => Promise<SigningKey>,
): LoopSource {
  const check = batched(() => stampOf(root, LOOP_INPUTS, runtime.clock.now().getTime()))
  let known: { readonly key: string; readonly loop: Promise<Loop> } | null = null
  const current = async (): Promise<Loop> => {
    const stamp = await check()
    const key = keyOf(stamp, runtime)
    if (known?.key === key) return known.loop
    const loop = openLoop(runtime, root)
    const opened = { key, loop }
    known = opened
    const forget = (): void => {
      if (known === opened) known = null
    }
    // A failure may pass without a change of any file; an unsettled stamp may hide a change.
    loop.then(stamp.settled ? undefined : forget, forget)
    return loop
  }
  const bestPosting = async (): Promise<string | null> => (await (await current()).view(null)).posting
  const building = oneByOne()
  return {
    loop: async (posting) => (await current()).view(posting),
    build: (posting) =>
      building(async () => {
        await rebuildLoop(runtime, root, posting, signingKey)
        return (await current()).view(posting)
      }),
    pdf: async (posting) => readBuiltPdf(runtime, root, posting ?? (await bestPosting())),
  }
}

/** Findings depend on the day. */
function keyOf({ text }: Stamp, { clock }: Runtime): string {
  return `${clock.now().toISOString().slice(0, 10)}\n${text}`
}

/**
 * Runs an action for many askers at once. Each gets a run that began after it asked, so that none is answered with what
 * was true before.
 */
function batched<Result>(action: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<unknown> = Promise.resolve()
  let next: Promise<Result> | null = null
  return () => {
    next ??= running.then(() => {
      next = null
      const run = action()
      running = run.catch(() => undefined)
      return run
    })
    return next
  }
}

function oneByOne(): <Result>(action: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  return (action) => {
    const run = last.then(action)
    last = run.catch(() => undefined)
    return run
  }
}
