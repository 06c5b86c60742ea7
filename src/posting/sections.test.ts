import { describe, expect, it } from 'vitest'
import { parsePlain } from './plain.ts'
import { headingKind, segmentLines } from './sections.ts'

describe('headingKind', () => {
  it.each([
    ['Requirements', 'must'],
    ['What you’ll bring to the role', 'must'],
    ['Role requirements', 'must'],
    ['🚀 Who you are', 'must'],
    ['About you', 'must'],
    ['Was du mitbringst', 'must'],
    ['Votre profil', 'must'],
    ['Qué buscamos', 'must'],
    ['Preferred qualifications', 'nice'],
    ['Qualifications (preferred)', 'nice'],
    ['Nice-to-have skills', 'nice'],
    ['Das wäre toll', 'nice'],
    ['Les plus', 'nice'],
    ['What you will do', 'duties'],
    ['About the role', 'duties'],
    ['Deine Aufgaben', 'duties'],
    ['Our tech stack', 'stack'],
    ['About us', 'about'],
    ['About Quartz Labs', 'about'],
    ['What we offer', 'benefits'],
    ['Why you’ll love it here', 'benefits'],
    ['How to apply', 'apply'],
    ['Equal opportunity', 'legal'],
    ['Tomatoes', null],
  ])('%s is %s', (heading, expected) => {
    expect(headingKind(heading)).toBe(expected)
  })
})

describe('segmentLines', () => {
  const kinds = (text: string): readonly string[] =>
    segmentLines(text, parsePlain(text, 'x').lines).map(
      ({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`,
    )

  it.each([
    [
      'Markdown headings',
      '## Requirements\n- a\n### Languages\n- b\n## Tomatoes\n- c\n',
      ['must: a', 'must: b', 'other: c'],
    ],
    ['underlined headings', 'Requirements\n------------\na\n', ['must: a']],
    ['bold lines', '**Requirements**\n- a\n**Benefits:**\n- b\n', ['must: a', 'benefits: b']],
    ['capitals', 'REQUIREMENTS\na\nABOUT US\nb\n', ['must: a', 'about: b']],
    ['lines with a colon', 'Requirements:\n- a\nDatabases:\n- b\n', ['must: a', 'must: b']],
    [
      'labels within a line',
      'Requirements: a. Nice to have: b\nc\n',
      ['must: Requirements: a.', 'nice: Nice to have: b', 'nice: c'],
    ],
    ['a stack of one line', 'Tech stack: a\nb\n', ['stack: Tech stack: a', 'other: b']],
    ['a label that ends a list of duties', 'Tasks:\n- a\n- Nice to have:\n- b\n', ['duties: a', 'nice: b']],
    [
      'a sentence that says "requirements"',
      'We gather requirements with care.\n',
      ['other: We gather requirements with care.'],
    ],
    ['the fences of a code block', '```\nRequirements\na\n```\n', ['must: a']],
  ])('%s', (_, text, expected) => {
    expect(kinds(text)).toEqual(expected)
  })
})
