import { extractPdf } from './extract.ts'
import type { ChildMessage, ReadRequest } from './protocol.ts'

/**
 * The process that runs pdf.js. Started by `reader.ts` with an IPC channel; ends when the channel closes.
 */
const send = (message: ChildMessage): void => {
  process.send?.(message)
}

process.on('disconnect', () => process.exit(0))
process.on('message', (request: ReadRequest) => {
  void answer(request)
})

async function answer(request: ReadRequest): Promise<void> {
  const outcome = await extractPdf(request, () => send({ kind: 'memory', rss: process.memoryUsage.rss() }))
  if ('fault' in outcome) {
    send({ kind: 'fault', id: request.id, fault: outcome.fault, detail: outcome.detail })
    return
  }
  send({ kind: 'text', id: request.id, text: outcome.text, rss: process.memoryUsage.rss() })
}

send({ kind: 'ready' })
