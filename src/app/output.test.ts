import { expect, it } from 'vitest'
import { buildFolder } from './output.ts'

it.each([
  [null, 'out/general', 'no posting in particular'],
  ['postings/acme.md', 'out/acme', 'a Markdown file'],
  ['postings/acme.html', 'out/acme.html', 'a page of the same name'],
  ['postings/Acme.md', 'out/Acme', 'another file where capitals count'],
  ['postings/general.md', 'out/general.md', 'a name that is taken'],
  ['postings/cache.md', 'out/cache.md', 'the name of the cache'],
  ['/elsewhere/Büro & Co.txt', 'out/Büro-Co.txt', 'letters of any language'],
] as const)('%s is built in %s: %s', (posting, folder, _) => {
  expect(buildFolder(posting)).toBe(folder)
})
