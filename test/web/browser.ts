import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { packagePath } from '../../src/platform/package-layout.ts'

const CHROMIUM = '/usr/bin/chromium'
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The folder of the built page; says how to build it when it is not there. */
export function builtPage(): string {
  const folder = packagePath('web', 'dist')
  if (existsSync(`${folder}/index.html`)) return folder
  throw new Error(
    `${folder} is missing: build the page first (cd web && node ../node_modules/vite/bin/vite.js build)`,
  )
}

/** Starts the browser of the machine. */
export function startBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error(`${CHROMIUM} is missing: the tests of the page need Chromium`)
  return chromium.launch({ executablePath: CHROMIUM, args: ARGS })
}

/** A page, and what its console complained of: errors, and whatever the content security policy stopped. */
export async function openPage(
  browser: Browser,
  address: string,
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const page = await (await contextOf(browser)).newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.setDefaultTimeout(10_000)
  await page.goto(address)
  return { page, complaints }
}

/** Closes all pages. */
export async function closePages(browser: Browser): Promise<void> {
  for (const context of browser.contexts()) for (const page of context.pages()) await page.close()
}

/** One context for all pages, so that the files of the page are fetched once. */
async function contextOf(browser: Browser): Promise<BrowserContext> {
  const [known] = browser.contexts()
  // Colours in the middle of a transition are no colours of ours.
  return known ?? browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
}

/** Waits until the PDF is drawn. */
export async function waitForPdf(page: Page): Promise<void> {
  await page.locator('.pages[data-state=drawn] canvas').first().waitFor()
}

/** What axe finds in light, and in dark, where only colours differ; one line a violation. */
export async function axeViolations(page: Page, within = 'html'): Promise<readonly string[]> {
  const axe = (): AxeBuilder => new AxeBuilder({ page }).include(within)
  await page.emulateMedia({ colorScheme: 'light' })
  const light = await axe().analyze()
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await axe().withRules(['color-contrast', 'link-in-text-block']).analyze()
  return [light, dark].flatMap(({ violations }) =>
    violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
    ),
  )
}

/** Whether the element has the focus. */
export function hasFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element.matches(':focus'))
}
