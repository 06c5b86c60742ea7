import { describe, expect, it } from 'vitest'
import { agentKind } from './automata.ts'
import { contactsIn, pullRequestOf, saysAiTool, trailersOf } from './message.ts'
import { isVersion } from './releases.ts'

describe('pullRequestOf', () => {
  it.each([
    ['Merge pull request #123 from mira/topic\n\nAdd orders\n', 123],
    ["Merge pull request 'Add orders' (#12) from topic into main\n", 12],
    ['Add orders (#45)\n', 45],
    ['Add orders (#45)\n\n* one (#3)\n', 45],
    ['Add orders (#45) (#46)\n', 46],
    ['Merged in topic (pull request #7)\n\nAdd\n', 7],
    ['Pull request #8: Add orders\n', 8],
    ['Merged PR 99: Add orders\n', 99],
    ["Merge branch 'topic' into 'main'\n\nAdd\n\nSee merge request shop/orders!17\n", 17],
    ["Merge branch 'x'\n\nSee merge request !5\n", 5],
    ['Revert "Add orders (#45)"\n', null],
    ['Add orders with a long\nsubject (#45)\n\nBody\n', 45],
    ['Fix #45\n', null],
    ['Add orders\n\nCloses (#45)\n', null],
    ['Follow (#45) up\n', null],
    ['', null],
  ])('%j', (message, expected) => {
    expect(pullRequestOf(message)).toBe(expected)
  })
})

describe('trailers', () => {
  it('are found between paragraphs, with any case and line ends', () => {
    const message =
      'Add\r\n\r\nCo-Authored-By: A B <a@b.example>\r\n\r\nMore\nco-authored-by: <c@d.example>\nNot a-trailer-by : x\n'
    expect(contactsIn(trailersOf(message), 'co-authored-by')).toEqual([
      { name: 'A B', email: 'a@b.example' },
      { name: '', email: 'c@d.example' },
    ])
  })

  it.each([
    ['Assisted-by: Claude:claude-opus-4', true],
    ['Generated-by: GitHub Copilot', true],
    ['Assisted-by: Jon Abara', false],
    ['Generated with [Claude Code](https://example.org)', true],
    ['🤖 Generated with [Claude Code](https://example.org)', true],
    ['Generated with protoc 3', false],
    ['We should use Claude some day', false],
  ])('%s names a tool: %s', (line, expected) => {
    const message = `Add\n\n${line}\n`
    expect(saysAiTool(message, trailersOf(message))).toBe(expected)
  })
})

describe('agentKind', () => {
  it.each([
    ['Mira Holt', 'mira@example.org', 'person'],
    ['Claude Dupont', 'claude@example.org', 'person'],
    ['Robert Talbot', 'bot@talbot.example', 'bot'],
    ['Robert Talbot', 'talbot@example.org', 'person'],
    ['Devin Brown', 'devin@example.org', 'person'],
    ['Cursor', 'cursoragent@cursor.com', 'ai'],
    ['Claude', 'noreply@anthropic.com', 'ai'],
    ['copilot-swe-agent[bot]', '198982749+Copilot@users.noreply.github.com', 'ai'],
    ['dependabot[bot]', '49699333+dependabot[bot]@users.noreply.github.com', 'writing-bot'],
    ['Renovate Bot', 'bot@renovateapp.com', 'writing-bot'],
    ['some-app[bot]', '1+some-app[bot]@users.noreply.github.com', 'bot'],
    ['GitHub', 'noreply@github.com', 'bot'],
    ['k8s-ci-robot', 'k8s-ci-robot@users.noreply.github.com', 'bot'],
  ])('%s <%s>: %s', (name, email, expected) => {
    expect(agentKind({ name, email })).toBe(expected)
  })
})

describe('isVersion', () => {
  it.each([
    ...[
      'v1.2.3',
      '1.2',
      '1.2.3.4',
      'v2',
      'pkg@1.0.0',
      '@scope/pkg@1.0.0',
      'api/v1.2.0',
      'release-1.2',
      'release-2025-03-01',
      '5.0.0.Final',
      '1.2.3+build.5',
      'rel_1_2_3',
    ].map((name) => [name, true] as const),
    ...[
      'v1.2.3-rc.1',
      '1.0rc2',
      '1.0.0-alpha',
      '1.0b1',
      'v2.0.0-beta.3',
      '3.0.0-SNAPSHOT',
      '1.0.0-M1',
      'v1.2.3-rc-1.2',
      'nightly',
      'latest',
      'before-refactoring',
      'deploy-42',
      '2',
    ].map((name) => [name, false] as const),
  ])('%s: %s', (name, expected) => {
    expect(isVersion(name)).toBe(expected)
  })
})
