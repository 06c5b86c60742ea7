import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseResume } from '../../resume/normalise.ts'
import { toTypstData } from './data.ts'
import { toFlow } from './flow.ts'

describe('toTypstData', () => {
  it('holds all words that a theme prints', () => {
    const resume = normaliseResume({ basics: { name: 'Ada' }, work: [{ name: 'A', startDate: '2020' }] })
    expect(toTypstData(resume, { paper: 'us-letter', language: 'es-MX' })).toMatchObject({
      paper: 'us-letter',
      lang: 'es',
      title: 'Ada – Currículum',
      page: { page: 'Página', of: 'de' },
      sections: [{ id: 'work', title: 'Experiencia laboral', entries: [{ right: '2020 – actualidad' }] }],
    })
  })

  it('marks highlights that may stand on two pages', () => {
    const resume = normaliseResume({ work: [{ name: 'A', highlights: ['short', 'long '.repeat(200)] }] })
    expect(toTypstData(resume, { paper: 'a4' })).toMatchObject({
      sections: [{ entries: [{ parts: [{ bullets: [{ long: false }, { long: true }] }] }] }],
    })
  })

  it('gives a document without a name a heading all the same', () => {
    expect(toTypstData(normaliseResume({}), { paper: 'a4' })).toMatchObject({ name: 'Résumé', author: null })
  })
})

describe('toFlow', () => {
  it('leaves ordinary text alone', () => {
    expect(toFlow('Designs small services - and large ones')).toBe('Designs small services - and large ones')
  })

  it('keeps compound words whole', () => {
    expect(toFlow('A (full-stack, CI/CD) role, 2019–2021, C++/Go')).toEqual([
      'A ',
      { keep: '(full-stack,' },
      ' ',
      { keep: 'CI/CD)' },
      ' role, ',
      { keep: '2019–2021,' },
      ' ',
      { keep: 'C++/Go' },
    ])
  })

  it('cuts long addresses after their marks', () => {
    expect(toFlow('see https://example.org/a-rather-long-path/with-many-parts')).toEqual([
      'see ',
      {
        cut: ['https://', 'example.', 'org/', 'a-', 'rather-', 'long-', 'path/', 'with-', 'many-', 'parts'],
      },
    ])
  })

  it('loses and adds no letter', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', '/', '-', ' ', 'e\u0301', '🇸🇪'),
      size: 'max',
      maxLength: 300,
    })
    fc.assert(
      fc.property(text, (value) => {
        const parts = [toFlow(value)].flat()
        const joined = parts.map((part) => {
          if (typeof part === 'string') return part
          return 'keep' in part ? part.keep : part.cut.join('')
        })
        expect(joined.join('')).toBe(value)
      }),
    )
  })
})
