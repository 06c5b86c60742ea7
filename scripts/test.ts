import { runTool } from './tools.ts'

process.exitCode = runTool('vitest/vitest.mjs', ['run', ...process.argv.slice(2)])
