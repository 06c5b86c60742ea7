import { expect, it } from 'vitest'
import { globMatcher } from './glob.ts'

it.each([
  ['*.sql', 'db/schema.sql', true],
  ['*.sql', 'db/schema.sqlx', false],
  ['schema.sql', 'a/b/schema.sql', true],
  ['/schema.sql', 'a/schema.sql', false],
  ['/schema.sql', 'schema.sql', true],
  ['db/*.sql', 'db/a.sql', true],
  ['db/*.sql', 'db/deep/a.sql', false],
  ['db/*.sql', 'x/db/a.sql', false],
  ['db/**/a.sql', 'db/a.sql', true],
  ['db/**/a.sql', 'db/x/y/a.sql', true],
  ['**/db/*.sql', 'db/a.sql', true],
  ['**/db/*.sql', 'x/y/db/a.sql', true],
  ['db/**', 'db/a.sql', true],
  ['db/**', 'db/x/y', true],
  ['db/**', 'db', false],
  ['a?c', 'abc', true],
  ['a?c', 'a/c', false],
  ['[a-c]x', 'bx', true],
  ['[!a-c]x', 'bx', false],
  ['[z-a]x', 'bx', false],
  ['a\\*b', 'a*b', true],
  ['a\\*b', 'axb', false],
  ['*a*b*', 'xxaxxbxx', true],
  ['*', '.hidden', true],
  ['a.c', 'abc', false],
])('%s on %s: %s', (pattern, path, expected) => {
  expect(globMatcher(pattern)(path)).toBe(expected)
})

it('takes no time to speak of for a pattern made to take long', () => {
  expect(globMatcher(`${'*a'.repeat(30)}b`)('a'.repeat(4000))).toBe(false)
  expect(globMatcher(`${'**/a/'.repeat(30)}b`)('a/'.repeat(2000))).toBe(false)
})
