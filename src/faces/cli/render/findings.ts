import type { Finding } from '../../../core/finding.ts'
import type { Painter } from '../../../reporters/text/painter.ts'
import type { Output } from '../output.ts'
import { wrap } from '../wrap.ts'

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

/**
 * What is about the résumé alone is found once for each posting, and said once: of findings with one code at one place,
 * the one that says most.
 */
export function distinctFindings(findings: readonly Finding[]): readonly Finding[] {
  const kept = new Map<string, Finding>()
  for (const finding of findings) {
    // Where the place is not known, only what is said tells two apart.
    const place =
      finding.position?.line == null ? finding.message : [finding.position, finding.endColumn ?? null]
    const key = JSON.stringify([finding.code, place])
    const known = kept.get(key)
    if (known === undefined || finding.message.length > known.message.length) kept.set(key, finding)
  }
  return [...kept.values()]
}

const MOST_VALUABLE = 'KEY001'
const SHOWN_AT_THE_END = 3

/** The findings that gain most, again at the end, where they are seen. */
export function renderMostValuable(findings: readonly Finding[], output: Output): readonly string[] {
  const valuable = findings.filter(({ code }) => code === MOST_VALUABLE)
  if (valuable.length === 0) return []
  return [
    '',
    output.paint(['bold', 'yellow'], 'What would gain most: say what your work shows'),
    ...valuable
      .slice(0, SHOWN_AT_THE_END)
      .flatMap(({ message, fix }) => [
        ...wrap(`- ${message}.${fix === undefined ? '' : ` ${fix.title}.`}`, output.width, '  '),
      ]),
  ]
}
