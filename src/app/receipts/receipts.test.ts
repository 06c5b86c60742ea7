import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  activityDraft,
  ledgerOfDrafts,
  releaseDraft,
  skillDraft,
  taxonomyOf,
} from '../../../test/support/git-ledger.ts'
import { testKey } from '../../../test/support/test-key.ts'
import { linkClaims } from '../../claim/link.ts'
import type { LinkedClaim } from '../../claim/model.ts'
import { comparable } from '../../claim/printed-text.ts'
import { PRIVACY_PROFILES, type PrivacyProfile, RECEIPTS_NAME, type Receipts } from '../../claim/receipt.ts'
import type { EvidenceDraft } from '../../core/evidence.ts'
import { nodeHasher } from '../../platform/hasher.ts'
import { joseSignatures } from '../../platform/signatures.ts'
import { normaliseResume } from '../../resume/normalise.ts'
import type { PdfText } from '../../resume/pdf-text.ts'
import { issueReceipts, previewReceipts, type IssueOptions } from './issue.ts'
import { publicValue } from './public-value.ts'
import { signReceipts } from './signature.ts'
import { verifyPdf } from './verify.ts'

const key = testKey(7)
const ports = { hasher: nodeHasher, signatures: joseSignatures }
const texts = [
  'Merged over 200 pull requests',
  'Shipped 12 releases of the shop',
  'Cut latency by 40 %',
  'PostgreSQL',
]
const taxonomy = taxonomyOf([{ id: 'postgresql', name: 'PostgreSQL', parents: [] }])
const stated: EvidenceDraft = {
  ...activityDraft('hand', '2024-01'),
  kind: 'stated.figure',
  key: 'stated.figure:latency',
  connector: 'stated',
  data: { value: 40, unit: 'percent', text: 'Said in the yearly review' },
}

function draftsOf(source = 'holt-shop'): readonly EvidenceDraft[] {
  return [
    activityDraft(source, '2024-01', { commits: 60, pullRequests: 100, teamCommits: 900, teamPeople: 17 }),
    activityDraft(source, '2024-02', { commits: 154, pullRequests: 117 }),
    releaseDraft(source, '2024-02', { releases: 20, byUser: 12 }),
    skillDraft(source, 'postgresql', '2024-Q1', { commits: 417, days: 17 }),
    stated,
  ]
}

function optionsOf(profile: PrivacyProfile, drafts = draftsOf()): IssueOptions {
  const ledger = ledgerOfDrafts(...drafts)
  const resume = normaliseResume({
    basics: { name: 'Mira Holt' },
    work: [
      {
        name: 'Holt',
        position: 'Developer',
        highlights: [
          {
            text: texts[0] ?? '',
            evidence: [{ metric: 'git.pull-requests', source: drafts[0]?.source ?? '' }],
          },
          { text: texts[1] ?? '', evidence: [{ metric: 'git.releases' }] },
          { text: texts[2] ?? '', evidence: ['stated.figure:latency'] },
        ],
      },
    ],
    skills: [{ name: 'Databases', keywords: ['PostgreSQL'] }],
  })
  const claims = linkClaims(resume, ledger, { taxonomy, findSkills: () => [] })
  const clock = { now: () => new Date('2024-07-01T23:59:00Z') }
  const printed = pdfOf(['Mira Holt', 'Developer at Holt', ...texts])
  return { resume, printed, claims, ledger, key, clock, ...ports, profile }
}

function pdfOf(lines: readonly string[], attachment?: Uint8Array, links: readonly string[] = []): PdfText {
  const style = { size: 10, font: 'Sans', bold: false, italic: false }
  return {
    pages: [
      {
        width: 595,
        height: 842,
        runs: lines.map((text, index) => ({
          text,
          x: 50,
          y: 50 + index * 15,
          width: text.length * 5,
          ...style,
        })),
        links: links.map((url) => ({ url, x: 0, y: 0, width: 1, height: 1 })),
        images: 0,
      },
    ],
    info: { title: null, author: null, producer: null },
    attachments: attachment ? [{ name: RECEIPTS_NAME, bytes: attachment }] : [],
  }
}

async function verify(pdf: PdfText) {
  const verification = await verifyPdf(pdf, {
    file: 'cv.pdf',
    ...ports,
    trustedKey: key.thumbprint,
  })
  return { ...verification, codes: [...new Set(verification.findings.map(({ code }) => code))] }
}

const lines = ['Mira Holt', 'Developer at Holt', ...texts]

describe('receipts', () => {
  it.each(PRIVACY_PROFILES)(
    'hold for the document that they were issued for, profile %s',
    async (profile) => {
      const { bytes, findings } = await issueReceipts(optionsOf(profile))
      expect(findings).toEqual([])
      const verification = await verify(pdfOf(lines, bytes))
      expect(verification.codes).toEqual([])
      const exact = { private: 217, interview: 217, public: 210 }[profile]
      const commits = { private: 417, interview: 417, public: 410 }[profile]
      expect(verification.claims.map(({ words, value, status }) => [words, value, status])).toEqual([
        ['over 200 pull requests', exact, 'supported'],
        ['12 releases', 12, 'supported'],
        ['40 %', 40, 'stated'],
        ['PostgreSQL', commits, 'supported'],
      ])
      const amounts = {
        private: [true, true, true, true],
        interview: [true, true, null, true],
        public: Array(4).fill(null),
      }
      expect(verification.claims.map((claim) => claim.amounts)).toEqual(amounts[profile])
    },
  )

  it('do not hold for a document with another link', async () => {
    const { bytes } = await issueReceipts(optionsOf('interview'))
    expect((await verify(pdfOf(lines, bytes, ['https://example.org']))).codes).toEqual(['VER009'])
  })

  it('do not hold with two attachments of the name', async () => {
    const { bytes } = await issueReceipts(optionsOf('interview'))
    const pdf = pdfOf(lines, bytes)
    expect((await verify({ ...pdf, attachments: [...pdf.attachments, ...pdf.attachments] })).codes).toEqual([
      'VER002',
    ])
  })

  it('are previewed byte by byte', async () => {
    const { bytes } = await issueReceipts(optionsOf('public'))
    expect(await previewReceipts(optionsOf('public'))).toBe(new TextDecoder().decode(bytes))
  })

  it('need a printed name, and texts that are printed', async () => {
    const options = optionsOf('public')
    await expect(issueReceipts({ ...options, printed: pdfOf(texts) })).rejects.toMatchObject({
      code: 'RCP001',
    })
    const cut = await issueReceipts({ ...options, printed: pdfOf(['Mira Holt', ...texts.slice(1)]) })
    expect(cut.findings.map(({ code, path }) => [code, path])).toEqual([
      ['RCP003', ['work', 0, 'highlights', 0]],
    ])
    expect(cut.receipts.receipts).toHaveLength(3)
    expect(cut.receipts.claimsWithoutReceipt).toBe(1)
  })

  it('are not issued with a private term inside', async () => {
    const options = { ...optionsOf('private'), privateTerms: ['Holt-Shop'] }
    await expect(issueReceipts(options)).rejects.toMatchObject({ code: 'RCP002' })
    expect((await issueReceipts({ ...options, profile: 'interview' })).receipts.receipts).toHaveLength(4)
  })

  it.each<[string, string, (receipts: Receipts) => Receipts]>([
    [
      'VER013',
      'the numbers of the evidence were raised',
      (receipts) =>
        rehash({
          ...receipts,
          evidence: receipts.evidence.map((each) => ({
            ...each,
            shown: { ...each.shown, 'data.byUser': 11 },
          })),
        }),
    ],
    [
      'VER012',
      'the evidence was changed under its hash',
      (receipts) => ({
        ...receipts,
        evidence: receipts.evidence.map((each) => ({ ...each, method: 'other/1' })),
      }),
    ],
    [
      'VER013',
      'the statement was changed',
      (receipts) => ({
        ...receipts,
        receipts: receipts.receipts.map((each) => ({
          ...each,
          claim: { ...each.claim, statement: { ...each.claim.statement, value: 1 } as never },
        })),
      }),
    ],
  ])('%s although well signed: %s', async (code, _what, change) => {
    const { receipts } = await issueReceipts(optionsOf('interview'))
    const [, ...rest] = receipts.receipts
    const one = { ...receipts, receipts: rest.slice(0, 1) }
    const bytes = await signReceipts(change(one), key, ports)
    expect((await verify(pdfOf(lines, bytes))).codes).toEqual([code])
  })

  it('VER012: a whole record that is not the one of its id', async () => {
    const { receipts } = await issueReceipts(optionsOf('private'))
    const evidence = receipts.evidence.map((each) => ({
      ...each,
      shown: { ...each.shown, 'data.teamPeople': 1 },
    }))
    const bytes = await signReceipts(rehash({ ...receipts, evidence }), key, ports)
    expect((await verify(pdfOf(lines, bytes))).codes).toContain('VER012')
  })
})

function rehash(receipts: Receipts): Receipts {
  const hashed = receipts.receipts.map((receipt) => {
    const own = receipt.evidence.flatMap((id) => receipts.evidence.filter((each) => each.id === id))
    return { ...receipt, evidenceHash: nodeHasher.sha256(nodeHasher.canonical(own)) }
  })
  return { ...receipts, receipts: hashed }
}

describe('publicValue', () => {
  const claim = (bound: 'exact' | 'at-least' | 'at-most' | 'about', value: number): LinkedClaim['claim'] => ({
    id: '',
    path: [],
    text: '',
    span: { start: 0, end: 0 },
    statement: { kind: 'number', value, bound, unit: null },
  })
  it.each([
    ['exact', 217, 217, 217],
    ['at-least', 200, 217, 210],
    ['at-least', 215, 217, 215],
    ['at-most', 500, 417.5, 420],
    ['about', 1.2e6, 1_234_567, 1.2e6],
    ['at-least', 0.1, 0.123, 0.12],
    ['at-least', 0, 0, 0],
  ] as const)('%s %d of %d is %d', (bound, stated, value, shown) => {
    expect(publicValue({ claim: claim(bound, stated), value })).toBe(shown)
  })

  it('knows nothing of what is unknown', () => {
    expect(publicValue({ claim: claim('at-least', 3), value: null })).toBeNull()
  })
})

describe('laws', () => {
  it('any character that is changed, added or taken in a printed claim is found', async () => {
    const { bytes } = await issueReceipts(optionsOf('interview'))
    const letters = fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyzAZ%+-.,µß'.split(''))
    const edit = fc.record({
      line: fc.integer({ min: 2, max: 5 }),
      at: fc.nat(40),
      take: fc.nat(1),
      put: fc.option(letters),
    })
    await fc.assert(
      fc.asyncProperty(edit, async ({ line, at, take, put }) => {
        const text = lines[line] ?? ''
        const edited = `${text.slice(0, at)}${put ?? ''}${text.slice(at + take)}`
        fc.pre(comparable(edited) !== comparable(text))
        const verification = await verify(pdfOf(lines.with(line, edited), bytes))
        expect(verification.genuine).toBe(false)
        expect(verification.codes.every((code) => /^VER00[5-8]$/.test(code))).toBe(true)
        expect(verification.claims.filter(({ printed }) => !printed).length).toBeLessThanOrEqual(1)
      }),
      { numRuns: 150 },
    )
  })

  it('any byte that is changed in the attachment is found', async () => {
    const { bytes } = await issueReceipts(optionsOf('interview'))
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 33, max: 126 }), async (at, byte) => {
        fc.pre(bytes[at] !== byte)
        const changed = bytes.with(at, byte)
        const verification = await verify(pdfOf(lines, changed))
        // The last letter of base64url carries bits that mean nothing; all others count.
        if (verification.genuine) expect(bytes.length - at).toBeLessThanOrEqual(3)
        else expect(verification.codes.every((code) => ['VER002', 'VER003'].includes(code))).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  it('no private name leaves with an interview or in public', async () => {
    const secret = fc
      .string({ unit: fc.constantFrom(...'qxzjkvw/@.-_'.split('')), minLength: 8, maxLength: 20 })
      .map((text) => `zq${text}`)
    await fc.assert(
      fc.asyncProperty(
        secret,
        secret,
        secret,
        fc.constantFrom<PrivacyProfile>('interview', 'public'),
        async (source, path, mail, profile) => {
          const named = [
            ...draftsOf(source),
            {
              ...stated,
              source,
              key: `stated.figure:${path}`,
              data: { value: 40, unit: 'percent', text: mail, [`at${path.length}`]: [path] },
              provenance: { ...stated.provenance, ref: `${path}/${mail}` },
            },
          ]
          const preview = await previewReceipts(optionsOf(profile, named))
          for (const term of [source, path, mail, JSON.stringify(source).slice(1, -1)]) {
            expect(preview).not.toContain(term)
          }
          if (profile === 'public')
            expect(preview).not.toMatch(/"data\.(?:commits|pullRequests|teamPeople)":\d+[,}]/)
          else expect(preview).not.toMatch(/"data\.team(?:People|Commits)":\d+[,}]/)
        },
      ),
      { numRuns: 60 },
    )
  })
})
