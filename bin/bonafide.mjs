#!/usr/bin/env node
// Plain JavaScript: in a checkout it may be started by a Node that is too old for the source.
import { existsSync } from 'node:fs'
import * as modules from 'node:module'
import { fileURLToPath } from 'node:url'

const source = new URL('../src/faces/cli/main.ts', import.meta.url)

const isNew = Number(process.versions.node.split('.')[0]) >= 24

if (!existsSync(source)) {
  if (isNew) await import('../dist/cli.js')
  else tooOld("Install Node 24 or newer, for example with your system's package manager.")
} else if (isNew) {
  // Kept in the checkout: a third less time from the second start on. An installed build is fast without.
  modules.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/bonafide', import.meta.url)))
  await import(source.href)
} else {
  const { findNode } = await import('../scripts/find-node.mjs')
  const { spawnSync } = await import('node:child_process')
  const node = findNode()
  if (node === null) {
    tooOld("Run 'npm start' once in the checkout: it fetches Node 24 into .tools/.")
  }
  const { status, signal } = spawnSync(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  })
  process.exitCode = status ?? (signal === 'SIGINT' ? 130 : 2)
}

/** @param {string} help */
function tooOld(help) {
  process.stderr.write(
    `error CLI005 Node ${process.versions.node} is too old: Bonafide needs 24.\n  ${help}\n`,
  )
  process.exit(2)
}
