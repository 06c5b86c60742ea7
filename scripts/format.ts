import { runTool } from './tools.ts'

process.exitCode = runTool('oxfmt/bin/oxfmt', ['.'])
