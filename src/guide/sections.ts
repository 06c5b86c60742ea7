import type { Amount, Guide, KpiTarget } from './schema.ts'

/** One row of a section, free of how it is drawn. */
export type GuideRow =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  /** A point of a list; `lead` names it, `details` say more with a label each. */
  | {
      readonly kind: 'item'
      readonly lead: string | null
      readonly text: string
      readonly details: readonly { readonly label: string; readonly text: string }[]
    }
  | {
      readonly kind: 'table'
      readonly columns: readonly { readonly title: string; readonly align: 'left' | 'right' }[]
      readonly rows: readonly (readonly string[])[]
    }
  /** Where the figures above come from. */
  | { readonly kind: 'source'; readonly text: string }

/** One section of a guide, as the terminal and the page show it. */
export interface GuideSection {
  /** `kpis`: what `bonafide guide kpis` asks for. */
  readonly id: string
  readonly title: string
  readonly rows: readonly GuideRow[]
}

/** What a guide says, section by section. Sections of which the guide says nothing are left out. */
export function guideSections(guide: Guide): readonly GuideSection[] {
  const sections: readonly GuideSection[] = [
    { id: 'overview', title: guide.title, rows: overview(guide) },
    { id: 'day', title: 'A day at work', rows: day(guide) },
    { id: 'skills', title: 'Skills', rows: skills(guide) },
    { id: 'kpis', title: 'Metrics', rows: kpis(guide) },
    { id: 'ladder', title: 'Career ladder', rows: ladder(guide) },
    { id: 'interview', title: 'Interview', rows: interview(guide) },
    { id: 'pay', title: 'Pay', rows: pay(guide) },
    { id: 'demand', title: 'Demand', rows: demand(guide) },
    { id: 'stories', title: 'Success stories', rows: stories(guide) },
    { id: 'resources', title: 'Resources', rows: resources(guide) },
    { id: 'tools', title: 'Tools', rows: tools(guide) },
    { id: 'thinkers', title: 'People to read', rows: thinkers(guide) },
    { id: 'sources', title: 'Sources', rows: sources(guide) },
  ]
  return sections.filter((section) => section.rows.length > 0)
}

/** A KPI's target in words: `at least 90 %`, `3 to 5 per sprint`. */
export function formatTarget(target: KpiTarget): string {
  const figure = (value: number): string => withUnit(value, target.unit)
  if (target.comparison === 'between')
    return `${number(target.value)} to ${figure(target.upper ?? target.value)}`
  return `${target.comparison.replace('-', ' ')} ${figure(target.value)}`
}

function formatAmount(amount: Amount): string {
  const words = { exactly: '', 'at-least': 'at least ', 'more-than': 'more than ', 'up-to': 'up to ' }
  return `${words[amount.bound]}${withUnit(amount.value, amount.unit)}`
}

function withUnit(value: number, unit: string): string {
  return `${number(value)} ${unit === 'percent' ? '%' : unit}`
}

function number(value: number): string {
  return value.toLocaleString('en-GB')
}

const text = (text: string): GuideRow => ({ kind: 'text', text })
const heading = (text: string): GuideRow => ({ kind: 'heading', text })

function item(
  text: string,
  lead: string | null = null,
  details: readonly { readonly label: string; readonly text: string }[] = [],
): GuideRow {
  return { kind: 'item', lead, text, details }
}

function group(title: string, rows: readonly GuideRow[]): readonly GuideRow[] {
  return rows.length === 0 ? [] : [heading(title), ...rows]
}

function list(title: string, items: readonly string[]): readonly GuideRow[] {
  return group(
    title,
    items.map((each) => item(each)),
  )
}

function cited(guide: Guide, names: Iterable<string>): readonly GuideRow[] {
  return [...new Set(names)].map((name) => ({
    kind: 'source',
    text: `Figures: ${guide.sources[name]?.title ?? name}`,
  }))
}

function overview(guide: Guide): readonly GuideRow[] {
  return [
    ...(guide.tagline === undefined ? [] : [text(guide.tagline)]),
    text(guide.summary),
    ...group(
      'What the work brings',
      guide.impact.map(({ claim, amount, leadsTo }) =>
        item(`${claim}${amount ? ` (${formatAmount(amount)})` : ''}: ${leadsTo}`),
      ),
    ),
    ...list('Who thrives', guide.thrives),
    ...list('Reports to', guide.reportsTo),
    ...list('Industries', guide.industries),
    ...(guide.promise === undefined ? [] : [heading('What Bonafide does for you'), text(guide.promise)]),
    ...cited(
      guide,
      guide.impact.flatMap(({ amount }) => (amount ? [amount.source] : [])),
    ),
  ]
}

function day(guide: Guide): readonly GuideRow[] {
  return [
    ...guide.day.flatMap(({ when, does }) => list(when, does)),
    ...list('What is hard', guide.challenges),
  ]
}

function skills(guide: Guide): readonly GuideRow[] {
  const of = (title: string, skills: Guide['skills']['technical']): readonly GuideRow[] =>
    group(
      title,
      skills.map(({ name, what, usedFor }) => item(what, name, [{ label: 'Used for', text: usedFor }])),
    )
  return [
    ...of('Technical', guide.skills.technical),
    ...of('Analytical', guide.skills.analytical),
    ...of('Leadership and communication', guide.skills.human),
    ...of('Emerging', guide.skills.emerging),
  ]
}

function kpis(guide: Guide): readonly GuideRow[] {
  const { kpis, review } = guide
  if (kpis.length === 0) return []
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Metric', align: 'left' },
        { title: 'Target', align: 'left' },
        { title: 'What it measures', align: 'left' },
      ],
      rows: kpis.map(({ name, measures, target }) => [
        name,
        target ? formatTarget(target) : 'none stated',
        measures,
      ]),
    },
    ...(review === undefined
      ? []
      : [
          text(
            `Reviewed ${review.cadence}, from ${review.tools
              .map(({ name, usedFor }) => `${name} (${usedFor})`)
              .join(' and ')}.`,
          ),
        ]),
    ...cited(
      guide,
      kpis.flatMap(({ target }) => (target ? [target.source] : [])),
    ),
  ]
}

function ladder(guide: Guide): readonly GuideRow[] {
  return [
    ...guide.ladder.map(({ level, does }) => item(does, level)),
    ...group(
      'Sideways moves',
      guide.lateralMoves.map(({ role, focus }) => item(focus, role)),
    ),
    ...list('To rise faster', guide.accelerate),
  ]
}

function interview({ interview }: Guide): readonly GuideRow[] {
  const of = (title: string, questions: Guide['interview']['technical']): readonly GuideRow[] =>
    group(
      title,
      questions.map(({ asks, assesses, tip }) =>
        item(asks, null, [
          { label: 'Assesses', text: assesses },
          { label: 'Tip', text: tip },
        ]),
      ),
    )
  return [
    ...of('Behavioural questions', interview.behavioral),
    ...of('Technical questions', interview.technical),
    ...of('Situational questions', interview.situational),
    ...list('Red flags', interview.redFlags),
  ]
}

function pay(guide: Guide): readonly GuideRow[] {
  const negotiation = list('Negotiating', guide.negotiation)
  if (guide.pay === undefined) return negotiation
  const { currency, period, basis, bands, factors } = guide.pay
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Company', align: 'left' },
        { title: `${currency} a ${period}`, align: 'right' },
        { title: 'And', align: 'left' },
        { title: 'Note', align: 'left' },
      ],
      rows: bands.map(({ company, low, high, plus, note }) => [
        company,
        `${number(low)} – ${number(high)}`,
        plus.join(', '),
        note ?? '',
      ]),
    },
    text(`The range is ${basis}.`),
    ...list('What it depends on', factors),
    ...negotiation,
    ...cited(
      guide,
      bands.map(({ source }) => source),
    ),
  ]
}

function demand(guide: Guide): readonly GuideRow[] {
  if (guide.demand === undefined) return []
  const { hubs, trends, outlook } = guide.demand
  const years = outlook?.years
  return [
    ...group(
      'Where',
      hubs.map(({ place, why }) => item(why, place)),
    ),
    ...list('Trends', trends),
    ...(outlook === undefined
      ? []
      : [
          heading('Outlook'),
          text(`${years ? `In ${years.from} to ${years.to} years: ` : ''}${outlook.text}`),
        ]),
    ...cited(guide, years ? [years.source] : []),
  ]
}

function stories(guide: Guide): readonly GuideRow[] {
  const results = guide.stories.flatMap((story) => story.results)
  return [
    ...guide.stories.map(({ who, did, results }) =>
      item(did, who, [
        {
          label: 'Result',
          text: results
            .map(({ text, amount }) => (amount ? `${text} (${formatAmount(amount)})` : text))
            .join('; '),
        },
      ]),
    ),
    ...cited(
      guide,
      results.flatMap(({ amount }) => (amount ? [amount.source] : [])),
    ),
  ]
}

function resources({ resources }: Guide): readonly GuideRow[] {
  return [
    ...group(
      'Books',
      resources.books.map(({ title, by }) => item(by, title)),
    ),
    ...group(
      'Courses',
      resources.courses.map(({ title, on }) => item(on, title)),
    ),
    ...list('Podcasts', resources.podcasts),
    ...list('Communities', resources.communities),
  ]
}

function tools({ tools }: Guide): readonly GuideRow[] {
  const row = (title: string, tools: Guide['tools']['cloud']): readonly GuideRow[] =>
    tools.length === 0 ? [] : [item(tools.map(({ name }) => name).join(', '), title)]
  return [
    ...row('Version control', tools.versionControl),
    ...row('Databases', tools.databases),
    ...row('API development', tools.apiDevelopment),
    ...row('Cloud', tools.cloud),
    ...row('Frameworks', tools.frameworks),
  ]
}

function thinkers(guide: Guide): readonly GuideRow[] {
  return guide.thinkers.map(({ name, knownFor }) => item(knownFor, name))
}

function sources(guide: Guide): readonly GuideRow[] {
  return Object.values(guide.sources).map(({ title, note }) => item(note, title))
}
