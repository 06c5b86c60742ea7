import type { Resume } from '../../../resume/model.ts'
import { letters } from '../../comparable.ts'
import { rereadResume } from '../../reread.ts'
import type { Rule } from '../../rule.ts'

export const rule: Rule = {
  code: 'MAC004',
  name: 'reread-skill-lost',
  family: 'machine',
  severity: 'warning',
  help: 'Keep one skill to one keyword, without commas or brackets within.',
  *check({ built }) {
    if (!built) return
    const read = new Set(keywords(rereadResume(built)).map(({ plain }) => plain))
    for (const { path, text, plain } of keywords(built.printed)) {
      if (read.has(plain)) continue
      yield { message: `A machine does not find the skill "${text}" in ${built.file}`, path }
    }
  },
}

/** Signs count: C, C++ and C# are three skills. */
function keywords({ skills }: Resume) {
  return skills.flatMap(({ path, name, keywords }) => {
    const named = keywords.map((text, index) => ({ path: [...path, 'keywords', index], text }))
    const all = named.length === 0 && name !== null ? [{ path: [...path, 'name'], text: name }] : named
    return all.map((each) => ({
      path: each.path,
      text: each.text,
      plain: letters(each.text) + each.text.replace(/[^+#]/g, ''),
    }))
  })
}
