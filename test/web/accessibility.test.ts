import { rmSync } from 'node:fs'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations, closePages, hasFocus, openPage, startBrowser, waitForPdf } from './browser.ts'
import { serveWorkspace } from './served.ts'
import type { Served } from './served.ts'
import { BOOKING_FILE, PLATFORM_FILE, makeBareWorkspace, makeWorkspace } from './workspace.ts'

const REACHABLE = 'a[href], button, select, summary, input[type=radio]:checked, [tabindex="0"]'

let browser: Browser
let root: string
let bareRoot: string
let served: Served
let bare: Served

beforeAll(async () => {
  root = makeWorkspace()
  bareRoot = makeBareWorkspace()
  ;[browser, served, bare] = await Promise.all([
    startBrowser(),
    serveWorkspace(root, { collect: true }),
    serveWorkspace(bareRoot),
  ])
  await served.source.build(BOOKING_FILE)
})
afterAll(async () => {
  await browser.close()
  await Promise.all([served.stop(), bare.stop()])
  for (const folder of [root, bareRoot]) rmSync(folder, { recursive: true })
})
afterEach(() => closePages(browser))

describe('axe finds nothing, in light and in dark,', () => {
  async function open(address: string): Promise<Page> {
    return (await openPage(browser, address)).page
  }

  it('on the page with its PDF, then with all that opens open', async () => {
    const page = await open(served.address)
    await waitForPdf(page)
    expect(await axeViolations(page)).toEqual([])
    await openAll(page)
    expect(await axeViolations(page)).toEqual([])
  })

  it('on the findings by file', async () => {
    const page = await open(served.address)
    await page.getByLabel('By file').check()
    expect(await axeViolations(page, 'section:has(#findings)')).toEqual([])
  })

  it('on the page without a PDF, at the width of a telephone', async () => {
    const page = await open(`${served.address}?posting=${encodeURIComponent(PLATFORM_FILE)}`)
    await page.setViewportSize({ width: 400, height: 800 })
    await page.getByText('Not built yet.').waitFor()
    expect(await axeViolations(page)).toEqual([])
  })

  it('on the page of a workspace that holds nothing yet', async () => {
    const page = await open(bare.address)
    await page.getByText('No posting yet.').waitFor()
    expect(await axeViolations(page)).toEqual([])
  })

  it('on a failure', async () => {
    const page = await open(`${served.address}?posting=none.md`)
    await page.getByRole('alert').waitFor()
    expect(await axeViolations(page)).toEqual([])
  })
})

async function openAll(page: Page): Promise<void> {
  const closed = page.locator('button[aria-expanded=false], details:not([open]) > summary')
  for (let left = await closed.count(); left > 0; left--) await closed.first().click()
  expect(await closed.count()).toBe(0)
}

describe('by keyboard', () => {
  it('everything is reached with Tab, in the order of the page, and seen to have the focus', async () => {
    const { page } = await openPage(browser, served.address)
    await waitForPdf(page)
    const all = await page.locator(REACHABLE).evaluateAll((elements) => elements.length)
    const unseen: string[] = []
    const reached: number[] = []
    for (let presses = 0; presses < all; presses++) {
      await page.keyboard.press('Tab')
      const { index, seen, name } = await focused(page)
      reached.push(index)
      if (!seen) unseen.push(name)
    }
    expect(all).toBeGreaterThan(12)
    expect(reached).toEqual(Array.from({ length: all }, (_, index) => index))
    expect(unseen).toEqual([])
  })

  it('the first Tab offers to skip to the requirements, and a row opens and closes', async () => {
    const { page } = await openPage(browser, served.address)
    await waitForPdf(page)
    await page.keyboard.press('Tab')
    const skip = await page.getByRole('link', { name: 'Skip to the requirements' }).boundingBox()
    expect(skip?.x).toBeGreaterThan(0)
    await page.keyboard.press('Enter')
    await expectFocus(page.getByRole('heading', { name: 'Requirements' }))
    await page.keyboard.press('Tab')
    const opener = page.getByRole('button', { name: 'TypeScript' })
    await expectFocus(opener)
    await page.keyboard.press('Enter')
    expect(await opener.getAttribute('aria-expanded')).toBe('true')
    expect(await page.getByText('Built the booking service').isVisible()).toBe(true)
    await page.keyboard.press('Space')
    expect(await opener.getAttribute('aria-expanded')).toBe('false')
    expect(await page.getByText('Built the booking service').count()).toBe(0)
  })

  it('the second Tab offers to skip to the findings, and groups open and regroup', async () => {
    const { page } = await openPage(browser, served.address)
    await waitForPdf(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expectFocus(page.getByRole('heading', { name: 'Other findings' }))
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowRight')
    expect(await page.getByLabel('By file').isChecked()).toBe(true)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Tab')
    const group = page.locator('details.rule').first()
    expect(await group.evaluate((element) => element.hasAttribute('open'))).toBe(true)
    await page.keyboard.press('Enter')
    expect(await group.evaluate((element) => element.hasAttribute('open'))).toBe(false)
  })
})

async function expectFocus(locator: Locator): Promise<void> {
  await expect.poll(() => hasFocus(locator)).toBe(true)
}

/** Which of the elements has the focus, and whether a person sees it: on itself, or on the words of its label. */
function focused(page: Page): Promise<{ index: number; seen: boolean; name: string }> {
  return page.locator(':focus').evaluate((active, selector) => {
    const { ownerDocument } = active
    const places = [active, active.nextElementSibling].filter((element) => element !== null)
    const seen = places.some((element) => {
      const style = ownerDocument.defaultView?.getComputedStyle(element)
      return style?.outlineStyle === 'solid' && Number.parseFloat(style.outlineWidth) >= 2
    })
    const index = [...ownerDocument.querySelectorAll(selector)].indexOf(active)
    return { index, seen, name: `${active.tagName} ${active.textContent}` }
  }, REACHABLE)
}

describe('to a screen reader', () => {
  it('the page has its landmarks and its headings in order', async () => {
    const { page } = await openPage(browser, served.address)
    await waitForPdf(page)
    expect(await page.getByRole('banner').count()).toBe(1)
    expect(await page.getByRole('main').count()).toBe(1)
    const regions = await page
      .getByRole('region')
      .evaluateAll((all) =>
        all.map(
          (each) =>
            each.ownerDocument.getElementById(each.getAttribute('aria-labelledby') ?? '')?.textContent,
        ),
      )
    expect(regions).toEqual([
      'Match',
      'Say it: your work shows it',
      'Requirements',
      'Other findings',
      'Skills over time',
      'The PDF',
    ])
    const levels = await page
      .getByRole('heading')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))))
    expect(levels[0]).toBe(1)
    const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 1) + 1)
    expect(jumps).toEqual([])
  })

  it('each row of the matrix has a header of its own, below a header of its part', async () => {
    const { page } = await openPage(browser, served.address)
    const matrix = page.locator('table.matrix')
    await matrix.waitFor()
    expect(await matrix.getByRole('rowheader').allInnerTexts()).toEqual([
      'Must have 2 of 4 covered',
      'TypeScript',
      'Redis',
      'Apache Kafka',
      'PostgreSQL',
      'Nice to have 0 of 1 covered',
      'Kubernetes',
    ])
  })

  it('the live region stands there before there is anything to say', async () => {
    const { page } = await openPage(browser, served.address)
    await waitForPdf(page)
    expect(await page.getByRole('status').count()).toBe(1)
    expect(await page.getByRole('img', { name: /^The built résumé, 1 page/ }).count()).toBe(1)
  })
})
