/** `node bench/typeset.ts`: one page from edit to PDF, ours beside Chromium printing the same texts. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { toTypstData } from '../src/exporters/typst/data.ts'
import { createTypesetter } from '../src/platform/typst/typesetter.ts'
import { mira } from '../src/platform/typst/fixtures/people.ts'
import { toSheet } from '../src/resume/format/sheet.ts'
import { normaliseResume } from '../src/resume/normalise.ts'
import type { Resume } from '../src/resume/model.ts'
import type { ResumeDocument } from '../src/resume/schema.ts'
import { finish, median, table } from './report.ts'

const BUDGET = 10
const WARM_ROUNDS = 60
const COLD_ROUNDS = 5
const CHROMIUM = '/usr/bin/chromium'
const CHROMIUM_ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const themes = fileURLToPath(new URL('../data/themes', import.meta.url))

/** The same résumé with one word changed. */
function edited(round: number): Resume {
  const document: ResumeDocument = structuredClone(mira)
  const [first] = document.work?.[0]?.roles?.[0]?.highlights ?? []
  if (typeof first !== 'string') throw new Error('The sample has no first highlight to edit.')
  document.work?.[0]?.roles?.[0]?.highlights?.splice(0, 1, first.replace('840', String(841 + round)))
  return normaliseResume(document)
}

async function timed(rounds: number, run: (round: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    await run(round)
    times.push(performance.now() - start)
  }
  return median(times)
}

async function ours(): Promise<{ readonly warm: number; readonly cold: number; readonly pages: number }> {
  const print = (typesetter: ReturnType<typeof createTypesetter>, round: number) =>
    typesetter.typeset({
      theme: 'classic',
      data: toTypstData(edited(round), { paper: 'a4' }),
      attachments: [],
      markers: true,
    })
  const cold = await timed(COLD_ROUNDS, async (round) => {
    const typesetter = createTypesetter({ themes })
    await print(typesetter, round)
    await typesetter.close()
  })
  const typesetter = createTypesetter({ themes })
  const { pages } = await print(typesetter, 1000)
  const warm = await timed(WARM_ROUNDS, (round) => print(typesetter, round))
  await typesetter.close()
  return { warm, cold, pages }
}

async function chromiumPrint(): Promise<{ readonly warm: number; readonly cold: number }> {
  const launch = () => chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS })
  const cold = await timed(3, async (round) => {
    const browser = await launch()
    const page = await browser.newPage()
    await page.setContent(html(edited(round)))
    await page.pdf({ format: 'A4', tagged: true })
    await browser.close()
  })
  const browser = await launch()
  const page = await browser.newPage()
  const warm = await timed(20, async (round) => {
    await page.setContent(html(edited(round)))
    await page.pdf({ format: 'A4', tagged: true })
  })
  await browser.close()
  return { warm, cold }
}

function html(resume: Resume): string {
  const sheet = toSheet(resume)
  const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const element = (name: string, text: string): string => `<${name}>${escape(text)}</${name}>`
  const body = sheet.sections.flatMap((section) => [
    element('h2', section.title),
    ...section.paragraphs.map((text) => element('p', text)),
    ...section.lines.map(({ label, text }) => element('p', `${label ?? ''} ${text}`)),
    ...section.entries.flatMap((entry) => [
      element('h3', `${entry.title.text} ${entry.right ?? ''}`),
      ...entry.parts.flatMap((part) => [
        element('h4', `${part.title ?? ''} ${part.right ?? ''}`),
        `<ul>${part.bullets.map(({ text }) => element('li', text)).join('')}</ul>`,
      ]),
    ]),
  ])
  return `<!doctype html><html lang="en"><title>${escape(sheet.title)}</title>
<style>body { font: 10pt sans-serif; margin: 2cm } h1 { font: bold 25pt serif } ul { margin: 0 }</style>
${element('h1', sheet.name ?? '')}${body.join('\n')}</html>`
}

const own = await ours()
const other = existsSync(CHROMIUM) ? await chromiumPrint() : null
const row = (name: string, warm: number, cold: number): readonly string[] => [
  name,
  warm.toFixed(1),
  cold.toFixed(1),
]
console.log(`One page from edit to PDF, ${WARM_ROUNDS} warm and ${COLD_ROUNDS} cold rounds`)
table([
  ['median, ms', 'warm', 'cold'],
  row('bonafide, with markers', own.warm, own.cold),
  ...(other
    ? [
        row('Chromium, the same texts', other.warm, other.cold),
        row('Chromium ÷ bonafide', other.warm / own.warm, other.cold / own.cold),
      ]
    : [[`no ${CHROMIUM} to compare with`, '', '']]),
])
finish('typeset', own.warm, BUDGET, own.pages === 1)
