import type { Painter } from '../../../reporters/text/painter.ts'
import type { Output } from '../output.ts'

/** The colours of findings, where there are colours. */
export function painterFor(output: Output): Painter {
  return {
    severity: {
      error: (text) => output.paint(['red', 'bold'], text),
      warning: (text) => output.paint(['yellow', 'bold'], text),
      info: (text) => output.paint(['blue', 'bold'], text),
    },
    strong: (text) => output.paint('bold', text),
    quiet: (text) => output.paint('dim', text),
  }
}
