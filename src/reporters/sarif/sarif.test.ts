import published from '@microsoft/sarif-matcher-utils/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' }
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { FINDINGS, META } from '../test-support/findings.ts'
import { renderSarif } from './sarif.ts'

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } }
    readonly results: readonly {
      readonly ruleId: string
      readonly ruleIndex: number
      readonly level: string
      readonly locations?: readonly {
        readonly physicalLocation?: {
          readonly artifactLocation: { readonly uri: string }
          readonly region?: object
        }
        readonly properties?: object
      }[]
    }[]
  }[]
}

/** The schema of OASIS is draft 4; without its dialect and id it says the same in draft 7. */
const { id: _id, $schema: _draft, ...officialSchema } = published

// One of its patterns is none under the u flag.
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
addFormats.default(ajv)
const validate = ajv.compile(officialSchema)

const log = (text: string): Log => JSON.parse(text) as Log

describe('renderSarif', () => {
  const text = renderSarif(FINDINGS, META)
  const [run] = log(text).runs

  it.each([
    ['all sorts of findings', text],
    ['none', renderSarif([], META)],
    ['no rules', renderSarif(FINDINGS, { tool: { name: 'bonafide', version: '0.1.0' }, rules: [] })],
  ])('keeps to the official schema with %s', (_, report) => {
    validate(JSON.parse(report))
    expect(validate.errors ?? []).toEqual([])
  })

  it('is held by a schema that refuses what is wrong', () => {
    expect(validate(JSON.parse(text.replace('"startLine": 12', '"startLine": 0')))).toBe(false)
    expect(validate(JSON.parse(text.replace('"level": "note"', '"level": "info"')))).toBe(false)
  })

  it('points each result to its rule', () => {
    for (const { ruleId, ruleIndex } of run?.results ?? []) {
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId)
    }
    expect(run?.results.map(({ level }) => level)).toEqual(['warning', 'error', 'note', 'error', 'warning'])
  })

  it('writes files as addresses, and the place in a PDF among the properties', () => {
    const locations = run?.results.map(({ locations }) => locations?.[0])
    expect(locations?.map((location) => location?.physicalLocation?.artifactLocation.uri)).toEqual([
      'my%20career/resume.yaml',
      'stdin',
      'file:///home/mira/out/resume.pdf',
      undefined,
      undefined,
    ])
    expect(locations?.[0]?.physicalLocation?.region).toEqual({
      startLine: 12,
      startColumn: 9,
      endColumn: 18,
      snippet: { text: '      - Worked on the ordering service' },
    })
    expect(locations?.[2]?.properties).toEqual({ page: 3, x: 56.5, y: 70 })
  })

  it.each([
    ['C:\\work\\resume.yaml', 'file:///C:/work/resume.yaml'],
    ['postings\\shop.md', 'postings/shop.md'],
    ['lebensläufe/a#b.yaml', 'lebensl%C3%A4ufe/a%23b.yaml'],
  ])('writes %s as %s', (file, uri) => {
    const findings = [{ ...FINDINGS[0]!, position: { file, line: 1, column: 1 } }]
    const [first] = log(renderSarif(findings, META)).runs
    expect(first?.results[0]?.locations?.[0]?.physicalLocation?.artifactLocation.uri).toBe(uri)
  })
})
