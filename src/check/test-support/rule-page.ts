/** One fenced block of a rule's page: ```` ```yaml resume ```` has the role `resume`. */
export interface PageBlock {
  readonly language: string
  readonly role: string
  readonly content: string
}

/** An example: the blocks that stand under one heading or its sub-headings, up to the next `findings`. */
export interface PageExample {
  readonly title: string
  readonly blocks: readonly PageBlock[]
  /** What the program prints, as the page shows it; null in an example that finds nothing. */
  readonly findings: string | null
}

/** A rule's page, read. */
export interface RulePageRead {
  readonly title: string
  readonly headings: readonly string[]
  readonly faulty: readonly PageExample[]
  readonly clean: readonly PageExample[]
}

/** The headings that every page has, in this order. */
export const PAGE_HEADINGS = ['Why it matters', 'Example', 'Use instead']

/** A line of a page: a heading with its depth, or a block. */
type Part =
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string }
  | ({ readonly kind: 'block' } & PageBlock)

/**
 * Reads a page. Under *Example* each group of blocks ends with a `text findings` block; under *Use instead* a
 * sub-heading begins another example.
 */
export function readRulePage(page: string): RulePageRead {
  const parts = readParts(page)
  const headings = parts.filter((part) => part.kind === 'heading')
  return {
    title: headings.find(({ depth }) => depth === 1)?.text ?? '',
    headings: headings.filter(({ depth }) => depth === 2).map(({ text }) => text),
    faulty: readFaulty(sectionOf(parts, 'Example')),
    clean: readClean(sectionOf(parts, 'Use instead')),
  }
}

function sectionOf(parts: readonly Part[], heading: string): readonly Part[] {
  const start = parts.findIndex(
    (part) => part.kind === 'heading' && part.depth === 2 && part.text === heading,
  )
  const rest = start < 0 ? [] : parts.slice(start + 1)
  const end = rest.findIndex((part) => part.kind === 'heading' && part.depth === 2)
  return end < 0 ? rest : rest.slice(0, end)
}

function readFaulty(parts: readonly Part[]): readonly PageExample[] {
  const examples: PageExample[] = []
  let blocks: PageBlock[] = []
  for (const part of parts) {
    if (part.kind === 'heading') continue
    if (part.role === 'findings') {
      examples.push({ title: `example ${examples.length + 1}`, blocks, findings: part.content })
      blocks = []
    } else blocks.push(part)
  }
  return blocks.length === 0 ? examples : [...examples, { title: 'without findings', blocks, findings: null }]
}

function readClean(parts: readonly Part[]): readonly PageExample[] {
  const examples: { readonly title: string; readonly blocks: PageBlock[]; readonly findings: null }[] = []
  for (const part of parts) {
    if (part.kind === 'heading' || examples.length === 0) {
      const title = part.kind === 'heading' ? part.text : 'instead'
      examples.push({ title, blocks: [], findings: null })
    }
    if (part.kind === 'block') examples.at(-1)?.blocks.push(part)
  }
  return examples
}

/** What stands within a fence is never a heading. */
function readParts(page: string): readonly Part[] {
  const parts: Part[] = []
  const outside = page.replace(/^```(\w+) ([\w-]+)\n([\s\S]*?)^```$/gm, (_, language, role, content) => {
    parts.push({ kind: 'block', language: String(language), role: String(role), content: String(content) })
    return `\0${parts.length - 1}`
  })
  return outside.split('\n').flatMap((line): readonly Part[] => {
    const heading = /^(#+) (.+)$/.exec(line)
    if (heading) return [{ kind: 'heading', depth: heading[1]?.length ?? 0, text: heading[2] ?? '' }]
    const block = line.startsWith('\0') ? parts[Number(line.slice(1))] : undefined
    return block ? [block] : []
  })
}
