import { expect, it } from 'vitest'
import { buildFolder } from './output.ts'

it.each([
  [null, 'out/general'],
  ['postings/acme.md', 'out/acme'],
  ['postings/acme.html', 'out/acme.html'],
  ['postings/Acme.md', 'out/Acme'],
  ['postings/general.md', 'out/general.md'],
  ['postings/cache.md', 'out/cache.md'],
  ['/elsewhere/Büro & Co.txt', 'out/Büro-Co.txt'],
])('%s is built in %s', (posting, folder) => {
  expect(buildFolder(posting)).toBe(folder)
})
