import type { Rule } from '../../rule.ts'

const MOST = 2

export const rule: Rule = {
  code: 'MAC008',
  name: 'too-many-pages',
  family: 'machine',
  severity: 'warning',
  help: 'Tailor it to the posting: what the posting does not ask for can stay in your file.',
  *check({ built }) {
    const pages = built?.text.pages.length ?? 0
    if (!built || pages <= MOST) return
    yield {
      message: `${built.file} has ${pages} pages; few read past ${MOST}`,
      position: { file: built.file, line: null, column: null, page: MOST + 1 },
      data: { pages },
    }
  },
}
