import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../core/user-error.ts'
import { readArguments } from './arguments.ts'
import { defineCommand } from './command.ts'

const command = defineCommand({
  name: 'brew',
  summary: 'Brew tea',
  positionals: { usage: 'POT [CUP]', min: 1, max: 2 },
  options: {
    kind: { type: 'string', short: 'k', choices: ['green', 'black'], help: '' },
    with: { type: 'string', multiple: true, value: 'FILE', help: '' },
    strong: { type: 'boolean', short: 's', help: '' },
  },
  examples: [],
  run: () => Promise.resolve({}),
})

const refusal = (args: readonly string[]): string => {
  try {
    readArguments(command, args)
  } catch (error) {
    if (error instanceof UserError) return `${error.code} ${error.message}`
    throw error
  }
  return 'accepted'
}

describe('readArguments', () => {
  it.each([
    [['pot'], { positionals: ['pot'], options: { kind: undefined, with: [], strong: false } }],
    [['pot', '--kind', 'green'], { options: { kind: 'green', with: [], strong: false } }],
    [['--kind=black', 'pot', 'cup'], { positionals: ['pot', 'cup'] }],
    [['-k', 'green', '-s', 'pot'], { options: { kind: 'green', with: [], strong: true } }],
    [['-sk', 'green', 'pot'], { options: { kind: 'green', with: [], strong: true } }],
    [['pot', '--with', 'a', '--with=b'], { options: { kind: undefined, with: ['a', 'b'], strong: false } }],
    [['pot', '--with=--milk'], { options: { kind: undefined, with: ['--milk'], strong: false } }],
    [['pot', '--with', '-'], { options: { kind: undefined, with: ['-'], strong: false } }],
    [['-'], { positionals: ['-'] }],
    [['--', '--kind'], { positionals: ['--kind'], json: false }],
    [['pot', '--json', '-q'], { json: true, quiet: true, help: false }],
    [['--', '--json'], { positionals: ['--json'], json: false }],
    [['--help'], { help: true, positionals: [] }],
  ] as const)('%j', (args, expected) => {
    expect(readArguments(command, args)).toMatchObject(expected)
  })

  it.each([
    [['pot', '--knd', 'green'], "CLI002 --knd is no option of 'bonafide brew'; did you mean --kind?"],
    [['pot', '--zzzzzz'], "CLI002 --zzzzzz is no option of 'bonafide brew'"],
    [['pot', '-x'], "CLI002 -x is no option of 'bonafide brew'"],
    [['pot', '--constructor'], "CLI002 --constructor is no option of 'bonafide brew'"],
    [['pot', '--no-json'], "CLI002 --no-json is no option of 'bonafide brew'"],
    [['pot', '--with'], 'CLI003 --with needs a value (FILE)'],
    [['pot', '--with', '--json'], 'CLI003 --with needs a value (FILE)'],
    [['pot', '--with='], 'CLI003 --with is empty'],
    [['pot', '--kind', 'white'], "CLI003 --kind is 'white', but must be one of: green, black"],
    [['pot', '--strong=yes'], "CLI003 --strong takes no value, but got 'yes'"],
    [[], "CLI004 'bonafide brew' takes POT [CUP], but got nothing"],
    [['a', 'b', 'c'], "CLI004 'bonafide brew' takes POT [CUP], but got 'a' 'b' 'c'"],
  ] as const)('refuses %j', (args, message) => {
    expect(refusal(args)).toBe(message)
  })

  it('either answers or names what is wrong, whatever it is given', () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom('--kind', '--with', '-k', '--', '-', '--json', '--kind=green', 'pot'),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (args) => {
        expect(refusal(args)).toMatch(/^(?:accepted|CLI00[234] )/)
      }),
    )
  })

  it('takes every word behind -- as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 2 }), (words) => {
        expect(readArguments(command, ['--', ...words]).positionals).toEqual(words)
      }),
    )
  })
})
