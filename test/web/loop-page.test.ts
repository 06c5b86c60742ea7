import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { LoopSource } from '../../src/faces/server/index.ts'
import { closePages, hasFocus, openPage, startBrowser, waitForPdf } from './browser.ts'
import { serveWorkspace } from './served.ts'
import type { Served } from './served.ts'
import { BOOKING_FILE, PLATFORM_FILE, RESUME, makeBareWorkspace, makeWorkspace, put } from './workspace.ts'

let browser: Browser
let root: string
let served: Served
/** Builds wait for it, so that a test can look at the page meanwhile. */
let gate: Promise<void> = Promise.resolve()
let builds = 0

beforeAll(async () => {
  root = makeWorkspace()
  const slowed = (source: LoopSource): LoopSource => ({
    ...source,
    async build(posting) {
      builds++
      await gate
      return source.build(posting)
    },
  })
  ;[browser, served] = await Promise.all([
    startBrowser(),
    serveWorkspace(root, { collect: true, through: slowed }),
  ])
  await served.source.build(BOOKING_FILE)
})
afterAll(async () => {
  await browser.close()
  await served.stop()
  rmSync(root, { recursive: true })
})
afterEach(() => closePages(browser))

/** A page that must have nothing to complain of. */
async function open(address = served.address): Promise<{ page: Page; complaints: readonly string[] }> {
  return openPage(browser, address)
}

function postingAddress(file: string): string {
  return `${served.address}?posting=${encodeURIComponent(file)}`
}

describe('the loop', () => {
  it('shows the score, the matrix, the findings, the skills and the PDF', async () => {
    const { page, complaints } = await open()
    await waitForPdf(page)
    expect(await page.title()).toBe('Ilse Varga · Bonafide')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Ilse Varga')

    const view = await served.source.loop(null)
    expect(await page.locator('.score .number').textContent()).toBe(String(view.match?.score))

    const matrix = page.getByRole('table').first()
    expect(await matrix.getByRole('columnheader').allTextContents()).toEqual([
      'Asked',
      'Standing',
      'Said in the résumé',
      'Shown by the work',
      'Points',
    ])
    const kafka = matrix.getByRole('row', { name: /Kafka/ })
    expect(await kafka.getByRole('cell').allTextContents()).toEqual([
      '! shown, not said',
      'nowhere',
      expect.stringMatching(/^1 commit 2025-0[456]/),
      '1.8 of 3',
    ])
    expect(await matrix.getByRole('row', { name: /^TypeScript/ }).textContent()).toContain('said and shown')
    expect(await matrix.getByRole('row', { name: /^PostgreSQL/ }).textContent()).toContain('missing')

    const skills = page.getByRole('table').nth(1)
    expect(
      await skills
        .getByRole('row', { name: /^TypeScript/ })
        .getByRole('cell')
        .allTextContents(),
    ).toEqual(['1', '0', 'not known', '1', '2', '2'])
    expect(complaints).toEqual([])
  })

  it('puts first what the work shows and the résumé does not say', async () => {
    const { page } = await open()
    const section = page.getByRole('region', { name: 'Say it: your work shows it' })
    const text = await section.innerText()
    expect(text).toContain('Kafka')
    expect(text).toContain(`${BOOKING_FILE}:11`)
    expect(text).toMatch(/1 commit on 1 day, 2025-0[456]/)
    expect(text).toContain('KEY001')
    const below = page.getByRole('region', { name: 'Other findings' })
    expect(await below.innerText()).not.toContain('KEY001')
    const [first, second] = await Promise.all([section.boundingBox(), below.boundingBox()])
    expect(first?.y).toBeLessThan(second?.y ?? 0)
  })

  it('gives each finding its place, by severity and by file', async () => {
    const { page } = await open()
    const findings = page.getByRole('region', { name: 'Other findings' })
    expect(await findings.innerText()).toContain('resume.yaml:11:41')
    expect(await findings.locator('mark', { hasText: '40 %' }).count()).toBe(1)
    await findings.getByLabel('By file').check()
    const files = await findings.getByRole('heading', { level: 3 }).allTextContents()
    expect(files).toContain('resume.yaml')
    expect(files).toContain(BOOKING_FILE)
    expect(await findings.getByText('11:41', { exact: true }).count()).toBe(1)
  })

  it('opens a row with the words of all three sides', async () => {
    const { page } = await open()
    const opener = page.getByRole('button', { name: 'Redis' })
    await opener.click()
    const detail = page.locator(`[id="${await opener.getAttribute('aria-controls')}"]`)
    const text = await detail.innerText()
    expect(text).toContain(`“Redis”`)
    expect(text).toContain('Built the booking service in TypeScript with Redis for holds')
    expect(text).toContain('resume.yaml:10')
    expect(text).toMatch(/Redis: 1 commit on 1 day, 2025-0/)
  })

  it.each([400, 320])('never scrolls sideways at %i pixels', async (width) => {
    const { page } = await open()
    await page.setViewportSize({ width, height: 800 })
    await waitForPdf(page)
    const over = await page
      .locator('html')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
    expect(over).toBe(0)
    expect(await page.getByRole('row', { name: /Kafka/ }).getByText('shown, not said').isVisible()).toBe(true)
  })

  it('follows the files as they are saved', async () => {
    const { page } = await open()
    await page.getByRole('button', { name: 'Kafka' }).waitFor()
    put(root, 'resume.yaml', RESUME.replace('name: Ilse Varga', 'name: Ilse Vargo'))
    await page.getByRole('heading', { level: 1, name: 'Ilse Vargo' }).waitFor()
    put(root, 'resume.yaml', RESUME)
    await page.getByRole('heading', { level: 1, name: 'Ilse Varga' }).waitFor()
  })
})

describe('another posting', () => {
  it('is chosen by keyboard, with the focus where it was and the address to come back to', async () => {
    const { page, complaints } = await open()
    const choice = page.getByLabel('Posting')
    await choice.focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('button', { name: 'Terraform' }).waitFor()
    expect(new URL(page.url()).searchParams.get('posting')).toBe(PLATFORM_FILE)
    expect(await hasFocus(choice)).toBe(true)
    expect(await page.getByRole('region', { name: 'The PDF' }).innerText()).toContain('Not built yet.')
    await page.goBack()
    await page.getByRole('button', { name: 'Kafka' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('that is not there is told, with a way out', async () => {
    const { page } = await open(postingAddress('postings/gone.md'))
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.innerText()).toContain("there is no posting 'postings/gone.md'")
    expect(await alert.innerText()).toContain('WSP020')
    await page.getByRole('button', { name: 'Show the best match' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Ilse Varga' }).waitFor()
    expect(new URL(page.url()).search).toBe('')
  })
})

describe('building', () => {
  it('shows that it is under way, keeps the focus, runs once, and says how it ended', async () => {
    const { page, complaints } = await open(postingAddress(PLATFORM_FILE))
    const button = page.getByRole('button', { name: 'Build the PDF' })
    await button.waitFor()
    const release = Promise.withResolvers<void>()
    gate = release.promise
    builds = 0
    await button.press('Enter')
    const busy = page.getByRole('button', { name: 'Building …' })
    await busy.waitFor()
    expect(await busy.getAttribute('aria-disabled')).toBe('true')
    expect(await page.getByRole('progressbar', { name: 'Building the PDF' }).isVisible()).toBe(true)
    expect(await page.getByRole('status').innerText()).toBe('Building the PDF …')
    await page.keyboard.press('Enter')
    release.resolve()
    const again = page.getByRole('button', { name: 'Build again' })
    await again.waitFor()
    expect(await hasFocus(again)).toBe(true)
    expect(await page.getByRole('status').innerText()).toMatch(/^Built: 1 page, \d+ receipts?, verified\.$/)
    expect(builds).toBe(1)
    await waitForPdf(page)
    expect(complaints).toEqual([])
  })

  it('that fails is told, and leaves the page as it was', async () => {
    const { page } = await open(postingAddress(PLATFORM_FILE))
    const button = page.getByRole('button', { name: /^Build/ })
    await button.waitFor()
    gate = Promise.reject(new Error('a bug'))
    gate.catch(() => undefined)
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    await button.press('Enter')
    const alert = page.getByRole('alert')
    await alert.waitFor()
    gate = Promise.resolve()
    told.mockRestore()
    expect(await alert.innerText()).toContain('The PDF was not built')
    expect(await alert.innerText()).toContain('SRV000')
    expect(await page.getByRole('button', { name: 'Terraform' }).isVisible()).toBe(true)
    expect(await hasFocus(button)).toBe(true)
  })
})

describe('when things go wrong', () => {
  it('a broken résumé is told with its place, and the page heals when it is mended', async () => {
    const { page } = await open()
    await waitForPdf(page)
    put(root, 'resume.yaml', RESUME.replace('startDate: 2024-02', 'startDate: soon'))
    const alert = page.getByRole('alert')
    await alert.waitFor()
    const text = await alert.innerText()
    expect(text).toContain('resume.yaml:8:16')
    expect(text).toContain('WSP009')
    expect(await page.getByText('What you see below is as it was before.').isVisible()).toBe(true)
    expect(await page.getByRole('button', { name: 'Kafka' }).isVisible()).toBe(true)
    put(root, 'resume.yaml', RESUME)
    await alert.waitFor({ state: 'detached' })
  })

  it('a résumé that is broken from the start leaves nothing but the reason', async () => {
    put(root, 'resume.yaml', 'basics: [\n')
    const { page } = await open()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toContain('resume.yaml:')
    put(root, 'resume.yaml', RESUME)
    await page.getByRole('button', { name: 'Try again' }).press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Ilse Varga' }).waitFor()
  })

  it('a server that is gone is told, and found again by itself', async () => {
    const bare = makeBareWorkspace()
    const first = await serveWorkspace(bare)
    const { page } = await open(first.address)
    await page.getByText('No posting yet.').waitFor()
    await first.stop()
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.innerText()).toContain('The server does not answer.')
    expect(await alert.innerText()).toContain('bonafide serve')
    const second = await serveWorkspace(bare, { port: first.port })
    await alert.waitFor({ state: 'detached' })
    await second.stop()
    rmSync(bare, { recursive: true })
  })

  it('a PDF that cannot be drawn is told, and drawn again when asked', async () => {
    const { page } = await open('about:blank')
    await page.route('**/api/pdf*', (route) => route.fulfill({ body: 'no PDF at all' }))
    await page.goto(served.address)
    const alert = page.getByRole('alert')
    await alert.waitFor()
    expect(await alert.innerText()).toContain('The PDF could not be drawn here')
    await page.unroute('**/api/pdf*')
    await page.getByRole('button', { name: 'Draw it again' }).press('Enter')
    await waitForPdf(page)
    expect(await alert.count()).toBe(0)
  })

  it('a PDF that went is told where it should stand', async () => {
    const { page } = await open()
    await waitForPdf(page)
    rmSync(join(root, 'out', 'booking'), { recursive: true })
    await page.getByText('Not built yet.').waitFor()
    await served.source.build(BOOKING_FILE)
    await waitForPdf(page)
  })
})

it('a workspace without posting, evidence and PDF says what to do next', async () => {
  const bare = makeBareWorkspace()
  const other = await serveWorkspace(bare)
  const { page, complaints } = await open(other.address)
  await page.getByText('No posting yet.').waitFor()
  const text = await page.getByRole('main').innerText()
  expect(text).toContain('postings/')
  expect(text).toContain('Nothing was collected yet. bonafide collect')
  expect(text).toContain('Not built yet. Press “Build the PDF”, or run bonafide build.')
  expect(complaints).toEqual([])
  await other.stop()
  rmSync(bare, { recursive: true })
})
