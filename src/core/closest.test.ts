import { expect, it } from 'vitest'
import { closest } from './closest.ts'

it.each([
  ['jsno', ['json', 'help'], 'json'],
  ['colect', ['collect', 'check'], 'collect'],
  ['Verify', ['verify'], 'verify'],
  ['x', ['verify'], null],
  ['tailer', ['tailor', 'trailer'], 'tailor'],
  ['banana', ['check', 'build'], null],
] as const)('%s among %j means %s', (word, candidates, meant) => {
  expect(closest(word, candidates)).toBe(meant)
})
