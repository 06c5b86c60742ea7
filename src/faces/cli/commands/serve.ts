import { once } from 'node:events'
import { userError } from '../../../core/user-error.ts'
import { packagePath } from '../../../platform/package-layout.ts'
import { codes } from '../codes.ts'
import { WORKSPACE_OPTION, defineCommand } from '../command.ts'
import type { Output } from '../output.ts'
import { withWorkspace } from '../session.ts'
import { BUILD_OPTIONS, signingKey } from '../signing.ts'

const PORT = 4477

export default defineCommand({
  name: 'serve',
  summary: 'Show the workspace on a page in the browser',
  description:
    'One page with the loop: the requirement matrix, the findings, skills over time, and the PDF beside them. It listens on loopback only, and answers no page of another site. A taken port is passed over.',
  positionals: { usage: '', min: 0, max: 0 },
  options: {
    ...WORKSPACE_OPTION,
    key: BUILD_OPTIONS.key,
    port: { type: 'string', short: 'p', value: 'PORT', help: `The port to begin at; default: ${PORT}.` },
  },
  examples: [
    { run: 'bonafide serve', does: 'then open the address that it prints' },
    { run: 'bonafide serve --port 8080', does: 'at another port' },
  ],
  interrupt: 'end',
  async run({ options, json, output, signal }) {
    return withWorkspace(options.workspace, async (runtime, root) => {
      const { serve, workspaceSource } = await import('../../server/index.ts')
      const source = workspaceSource(runtime, root, () => signingKey(options.key, output))
      // What is wrong with the workspace is told here and now.
      await source.loop(null)
      const server = await serve(source, {
        port: readPort(options.port),
        pageFolder: packagePath('web', 'dist'),
      })
      announce(server, options.port, json, output)
      if (!signal.aborted) await once(signal, 'abort')
      await server.close()
      return {}
    })
  },
})

function announce(
  server: { readonly address: string; readonly moved: boolean },
  wanted: string | undefined,
  json: boolean,
  output: Output,
): void {
  if (server.moved) output.note(`Port ${wanted ?? PORT} is taken; another was chosen.`)
  if (json) output.raw(`${JSON.stringify({ address: server.address })}\n`)
  // To standard output, whatever else is quiet: it is what the command is for.
  else output.say(`Serving ${output.paint(['bold', 'cyan'], server.address)} (Ctrl+C ends it)`)
}

function readPort(text: string | undefined): number {
  if (text === undefined) return PORT
  const port = Number(text)
  if (Number.isInteger(port) && port >= 1 && port <= 65_515) return port
  throw userError(codes, 'CLI003', `--port is '${text}', but must be a whole number from 1 to 65515`)
}
