import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { typesetWithReceipts } from '../src/app/receipts/build.ts'
import { verifyPdf, type Verification, type VerifyOptions } from '../src/app/receipts/verify.ts'
import { evidenceLines, type EvidenceLine } from '../src/claim/evidence-lines.ts'
import { linkClaims } from '../src/claim/link.ts'
import { RECEIPTS_NAME, type PrivacyProfile } from '../src/claim/receipt.ts'
import type { EvidenceDraft } from '../src/core/evidence.ts'
import type { SigningKey } from '../src/core/signing-key.ts'
import { toTypstData } from '../src/exporters/typst/data.ts'
import { nodeHasher } from '../src/platform/hasher.ts'
import { joseSignatures } from '../src/platform/signatures.ts'
import { createPdfReader } from '../src/platform/pdf/reader.ts'
import { createTypesetter } from '../src/platform/typst/typesetter.ts'
import type { Resume } from '../src/resume/model.ts'
import { normaliseResume } from '../src/resume/normalise.ts'
import type { SkillFinder } from '../src/skill/model.ts'
import { activityDraft, ledgerOfDrafts, skillDraft, taxonomyOf } from './support/git-ledger.ts'
import { reverseDigits } from './support/edit-pdf.ts'
import { testKey } from './support/test-key.ts'

const typesetter = createTypesetter({ themes: fileURLToPath(new URL('../data/themes', import.meta.url)) })
const pdf = createPdfReader()
afterAll(async () => {
  await typesetter.close()
  await pdf.close()
})

const taxonomy = taxonomyOf([
  { id: 'javascript', name: 'JavaScript', parents: [] },
  { id: 'nodejs', name: 'Node.js', parents: ['javascript'] },
  { id: 'postgresql', name: 'PostgreSQL', parents: [] },
  { id: 'redis', name: 'Redis', parents: [] },
])
const findSkills: SkillFinder = (text) =>
  [...taxonomy.skills.values()]
    .flatMap((skill) => {
      const start = text.indexOf(skill.name)
      return start < 0
        ? []
        : [{ skill: skill.id, span: { start, end: start + skill.name.length }, text: skill.name }]
    })
    .sort((a, b) => a.span.start - b.span.start)

function draftsOf(source: string, pullRequests = 114): readonly EvidenceDraft[] {
  // What a record was made of does not change with the name of its source.
  const made = [
    activityDraft('holt-shop', '2024-01', { commits: 60, days: 12, pullRequests: 100 }),
    activityDraft('holt-shop', '2024-02', { commits: 154, days: 14, pullRequests }),
    skillDraft('holt-shop', 'postgresql', '2024-Q1', { commits: 41, days: 17 }),
    skillDraft('holt-shop', 'nodejs', '2024-Q1', { commits: 80, days: 20 }),
  ]
  return made.map((draft) => Object.assign(draft, { source }))
}
const ledger = ledgerOfDrafts(...draftsOf('holt-shop'))
const merged =
  'Merged 214 pull requests for the checkout, which handles the orders of three countries and their taxes'

function resumeOf(name: string, ...highlights: readonly string[]): Resume {
  return normaliseResume({
    basics: { name, email: 'mira@example.org', summary: 'Backend developer who likes small steps.' },
    work: [
      {
        name: 'Holt & Daughters',
        position: 'Developer',
        startDate: '2024-01',
        endDate: '2024-06',
        highlights: [
          { text: merged, evidence: [{ metric: 'git.pull-requests', source: 'holt-shop' }] },
          'Tuned PostgreSQL for the long-running reports',
          ...highlights,
        ],
      },
    ],
    skills: [{ name: 'Backend', keywords: ['Node.js', 'JavaScript', 'PostgreSQL', 'Redis'] }],
  })
}

const mira = resumeOf('Mira Holt')
const lines = evidenceLines(ledger, taxonomy, { skills: ['postgresql'], max: 3, language: 'en' })

function dataOf(resume: Resume, printed: readonly EvidenceLine[] = lines) {
  return toTypstData(resume, { paper: 'a4', evidenceLines: printed })
}

async function build(resume: Resume, key: SigningKey, profile: PrivacyProfile = 'interview') {
  const claims = [
    ...linkClaims(resume, ledger, { taxonomy, findSkills }),
    ...lines.flatMap((line) => line.claims),
  ]
  const clock = { now: () => new Date('2024-07-01T10:00:00Z') }
  const request = { theme: 'classic', data: dataOf(resume), attachments: [], markers: false }
  return typesetWithReceipts(
    request,
    await typesetter.typeset(request),
    { typesetter, pdf },
    { resume, claims, ledger, key, clock, ...ports, profile },
  )
}

/** Typesets a document around an attachment that was made for another. */
async function forge(resume: Resume, attachment: Uint8Array, printed = lines): Promise<Uint8Array> {
  const attachments = [
    { name: RECEIPTS_NAME, bytes: attachment, mime: 'application/json', description: 'Receipts' },
  ]
  const data = dataOf(resume, printed)
  return (await typesetter.typeset({ theme: 'classic', data, attachments, markers: false })).pdf
}

async function verify(bytes: Uint8Array, options: Partial<VerifyOptions> = {}): Promise<Verification> {
  return verifyPdf(await pdf.read(bytes, 'cv.pdf'), { file: 'cv.pdf', ...ports, ...options })
}

const codesOf = (verification: Verification): readonly string[] => [
  ...new Set(verification.findings.map(({ code }) => code)),
]

const key = testKey(1)
const ports = { hasher: nodeHasher, signatures: joseSignatures }
let good: Awaited<ReturnType<typeof build>>
beforeAll(async () => {
  good = await build(mira, key)
})

describe('a good document', () => {
  it('is genuine, claim by claim', async () => {
    const verification = await verify(good.typeset.pdf, { trustedKey: key.thumbprint })
    expect(verification.findings).toEqual([])
    expect(verification).toMatchObject({ genuine: true, subject: 'Mira Holt', issued: '2024-07-01' })
    expect(verification.claims.map(({ words, value }) => [words, value])).toEqual([
      ['214 pull requests', 214],
      ['PostgreSQL', 41],
      ['Node.js', 80],
      ['JavaScript', 80],
      ['PostgreSQL', 41],
      ['214 pull requests', 214],
      ['41 commits', 41],
      ['17 days', 17],
    ])
    for (const claim of verification.claims) {
      expect(claim).toMatchObject({
        signed: true,
        printed: true,
        evidenceMatches: true,
        amounts: true,
        good: true,
      })
    }
    // "three countries" states a number that nothing backs, and Redis is said and not shown.
    expect(verification.claimsWithoutReceipt).toBe(2)
  })

  it('has the same bytes when it is built again', async () => {
    expect(Buffer.from((await build(mira, key)).typeset.pdf).equals(good.typeset.pdf)).toBe(true)
  })

  it('says whose key it is not told of', async () => {
    const verification = await verify(good.typeset.pdf)
    expect(codesOf(verification)).toEqual(['VER011'])
    expect(verification).toMatchObject({ genuine: true, key: { thumbprint: key.thumbprint, trusted: null } })
  })

  it.each(['private', 'interview', 'public'] as const)(
    'is recomputed from the source, profile %s',
    async (profile) => {
      const { typeset } = await build(mira, key, profile)
      const renamed = draftsOf('a-fresh-clone')
      const fresh = await verify(typeset.pdf, { trustedKey: key.thumbprint, recompute: async () => renamed })
      expect(fresh.findings).toEqual([])
      expect(fresh.claims.map(({ recomputed }) => recomputed)).toEqual(Array(8).fill(true))
      const less = draftsOf('a-fresh-clone', 113)
      const other = await verify(typeset.pdf, { trustedKey: key.thumbprint, recompute: async () => less })
      expect(codesOf(other)).toEqual(['VER014'])
      expect(other.claims.filter(({ good }) => !good).map(({ words }) => words)).toEqual([
        '214 pull requests',
        '214 pull requests',
      ])
      const elsewhere = [activityDraft('x', '2020-01'), activityDraft('y', '2020-01')]
      const none = await verify(typeset.pdf, { trustedKey: key.thumbprint, recompute: async () => elsewhere })
      expect(codesOf(none)).toEqual(['VER015'])
    },
  )
})

describe('forged documents are told apart', () => {
  it('(a) a digit edited', async () => {
    const edited = withFirstHighlight(merged.replace('214', '314'))
    const verification = await verify(await forge(edited, good.bytes), { trustedKey: key.thumbprint })
    expect(codesOf(verification)).toEqual(['VER005'])
    expect(verification.changes).toMatchObject([{ kind: 'changed', signed: '214', present: '314', page: 1 }])
    expect(verification.claims.filter(({ good }) => !good).map(({ text }) => text)).toEqual([merged])
  })

  it('(a) a digit edited in the bytes of the page', async () => {
    const verification = await verify(reverseDigits(good.typeset.pdf, '214'), { trustedKey: key.thumbprint })
    expect(codesOf(verification)).toEqual(['VER005'])
    expect(verification.changes).toMatchObject([{ kind: 'changed', signed: '214', present: '412' }])
  })

  it('(a) any other text edited: a title, a date', async () => {
    const promoted = withRole({ position: 'Lead Developer' })
    expect(codesOf(await verify(await forge(promoted, good.bytes), { trustedKey: key.thumbprint }))).toEqual([
      'VER007',
    ])
    const longer = withRole({ endDate: '2024-08' })
    expect(codesOf(await verify(await forge(longer, good.bytes), { trustedKey: key.thumbprint }))).toEqual([
      'VER005',
    ])
  })

  it('(b) a claim added to the text', async () => {
    const bragging = resumeOf('Mira Holt', 'Cut the costs of hosting by 40 % in two quarters')
    const verification = await verify(await forge(bragging, good.bytes), { trustedKey: key.thumbprint })
    expect(codesOf(verification)).toEqual(['VER006'])
    expect(verification.findings[0]?.message).toContain('40 %')
  })

  it('(b) text taken away', async () => {
    const verification = await verify(await forge(mira, good.bytes, []), { trustedKey: key.thumbprint })
    expect(codesOf(verification)).toEqual(['VER008'])
  })

  it('(b) a receipt added to the attachment', async () => {
    const signed = JSON.parse(new TextDecoder().decode(good.bytes)) as {
      receipts: { receipts: unknown[] }
    }
    signed.receipts.receipts.push(signed.receipts.receipts[0])
    const bytes = new TextEncoder().encode(JSON.stringify(signed))
    const verification = await verify(await forge(mira, bytes), { trustedKey: key.thumbprint })
    expect(codesOf(verification)).toEqual(['VER003'])
    expect(verification.claims.every((claim) => !claim.signed && !claim.good)).toBe(true)
  })

  it('(c) receipts of another person', async () => {
    const other = resumeOf('Jonas Quade', 'Worked with Mira Holt')
    const verification = await verify(await forge(other, good.bytes), { trustedKey: key.thumbprint })
    expect(codesOf(verification)).toEqual(['VER004'])
    expect(verification.genuine).toBe(false)
  })

  it('(d) signed again by another key', async () => {
    const resigned = await build(mira, testKey(2))
    const verification = await verify(resigned.typeset.pdf, { trustedKey: key.thumbprint })
    expect(codesOf(verification)).toEqual(['VER010'])
    expect(verification.key).toEqual({ thumbprint: testKey(2).thumbprint, trusted: false })
  })

  it('no receipts, or what is none', async () => {
    const data = dataOf(mira)
    const { pdf: bare } = await typesetter.typeset({
      theme: 'classic',
      data,
      attachments: [],
      markers: false,
    })
    expect(codesOf(await verify(bare))).toEqual(['VER001'])
    for (const text of ['', '{}', 'null', '{"receipts":1,"protected":"a","signature":"b"}']) {
      expect(codesOf(await verify(await forge(mira, new TextEncoder().encode(text || ' '))))).toEqual([
        'VER002',
      ])
    }
  })
})

function withFirstHighlight(highlight: string): Resume {
  const [job] = mira.work
  const [role] = job?.roles ?? []
  if (!job || !role) throw new Error('no job')
  const [first, ...rest] = role.highlights
  if (!first) throw new Error('no highlight')
  return {
    ...mira,
    work: [{ ...job, roles: [{ ...role, highlights: [{ ...first, text: highlight }, ...rest] }] }],
  }
}

function withRole(change: { readonly position?: string; readonly endDate?: string }): Resume {
  const [job] = mira.work
  const [role] = job?.roles ?? []
  if (!job || !role) throw new Error('no job')
  const altered = { ...role, title: change.position ?? role.title, end: change.endDate ?? role.end }
  return { ...mira, work: [{ ...job, roles: [altered] }] }
}
