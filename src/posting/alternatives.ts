import type { Taxonomy } from '../skill/model.ts'
import type { SkillMention } from '../skill/model.ts'

const OR =
  /^\s*[,/]?\s*(?:and\s*\/\s*or|or|oder|ou|o|u|bzw\.?|respectively)\s+(?:(?:an?|another|other|with|in|even|alternatively)\s+)?$/iu
const SLASH = /^\s?\/\s?$/
const COMMA = /^\s*,\s*$/
const LIST =
  /^[\s,/&+|•·()]*(?:(?:and|or|and\s*\/\s*or|und|oder|et|ou|y|e|o|u|as well as|sowie|ainsi que|así como)[\s,(]+)?$/iu
const OR_SIMILAR =
  /^\s*(?:\([^)]*\)\s*)?[,/]?\s*(?:or|oder|ou|o|and\s*\/\s*or)\s+(?:(?:an?|any|another|some|with|in|eine?[mnrs]?|un|una|une|otro|otra)\s+)*(?:\p{L}+\s+){0,2}?(?:similar|equivalent|comparable|alike|others?|another|related|alternatives?|the like|something|any|ähnliche?[mnrs]?|vergleichbare?[mnrs]?|andere?[mnrs]?|similaires?|équivalente?s?|autres?|parecid[oa]s?|equivalentes?|otr[oa]s?)(?![\p{L}])/iu
const ONE_OF =
  /(?<![\p{L}])(?:(?:one|any|either|some|several|1|two)\s+(?:\(?\d?\)?\s*)?(?:or\s+(?:more|several|two)\s+)?of|at least one(?: of)?|either|such as|e\.\s?g\.?,?|for example|like|for instance|wie(?: z\.\s?b\.)?|z\.\s?b\.|eine[mnrs]? (?:von|der)|entweder|comme|tels? que|par exemple|l['’]un de|au moins un|soit|como|por ejemplo|p\.\s?ej\.|alguno de|uno de|al menos uno)\s*:?\s*(?:(?:the\s+)?(?:following|folgenden|suivants|siguientes)(?:\s+\p{L}+)?\s*:?\s*)?(?:an?\s+|the\s+)?(?:\p{L}+\s+){0,2}\(?$/iu
/** Two that are named with a slash but are both meant. */
const TOGETHER: ReadonlySet<string> = new Set(['html', 'css', 'html5', 'css3'])

/** Mentions that one requirement covers: any of them is enough. */
export interface Alternatives {
  readonly mentions: readonly SkillMention[]
}

/** Whether only list separators stand between two mentions. */
export function isListed(between: string): boolean {
  return LIST.test(between)
}

/**
 * Groups the mentions of one sentence, in their order. "one of Java, Go or C#" and "Java/Kotlin" are one group,
 * "Java and Python" and "AWS (EC2, S3)" are one group a mention.
 */
export function groupAlternatives(
  text: string,
  end: number,
  mentions: readonly SkillMention[],
  taxonomy: Pick<Taxonomy, 'implied'>,
): readonly Alternatives[] {
  const links = mentions.slice(1).map((mention, index) => {
    const before = mentions[index]
    return before === undefined ? 'none' : linkOf(text, before, mention, taxonomy)
  })
  const joined = links.map((link) => link === 'or')
  for (const [index, link] of links.entries()) {
    if (link !== 'or') continue
    if (SLASH.test(between(text, mentions, index))) continue
    joinBack(links, joined, index - 1)
  }
  for (const [index, mention] of mentions.entries()) {
    if (OR_SIMILAR.test(text.slice(mention.span.end, Math.min(end, mention.span.end + 80))))
      joinBack(links, joined, index - 1)
    const lead = text.slice(Math.max(0, mention.span.start - 80), mention.span.start)
    const sentence = lead.slice(Math.max(lead.lastIndexOf(';'), lead.lastIndexOf('\n')) + 1)
    if (!ONE_OF.test(sentence)) continue
    for (let at = index; at < links.length && links[at] !== 'none' && links[at] !== 'parent'; at += 1)
      joined[at] = true
  }
  const groups: SkillMention[][] = []
  for (const [index, mention] of mentions.entries()) {
    const last = groups.at(-1)
    if (last !== undefined && joined[index - 1]) last.push(mention)
    else groups.push([mention])
  }
  return groups
    .filter((group, index) => !isExemplified(group, groups[index + 1], taxonomy))
    .map((mentions) => ({ mentions }))
}

/** "a relational database such as PostgreSQL or MySQL" asks for one of the two, not for a third thing besides. */
function isExemplified(
  group: readonly SkillMention[],
  next: readonly SkillMention[] | undefined,
  taxonomy: Pick<Taxonomy, 'implied'>,
): boolean {
  const [category, ...rest] = group
  if (category === undefined || rest.length > 0 || next === undefined || next.length < 2) return false
  return next.every(({ skill }) => taxonomy.implied(skill).includes(category.skill))
}

type Link = 'or' | 'comma' | 'and' | 'parent' | 'none'

function linkOf(text: string, a: SkillMention, b: SkillMention, taxonomy: Pick<Taxonomy, 'implied'>): Link {
  const words = text.slice(a.span.end, b.span.start)
  if (SLASH.test(words)) {
    if (TOGETHER.has(a.skill) || TOGETHER.has(b.skill) || isKin(a, b, taxonomy)) return 'parent'
    return 'or'
  }
  if (OR.test(words)) return isKin(a, b, taxonomy) && !/or|oder|ou/iu.test(words) ? 'parent' : 'or'
  if (COMMA.test(words)) return 'comma'
  return LIST.test(words) && !words.includes('(') ? 'and' : 'none'
}

function isKin(a: SkillMention, b: SkillMention, taxonomy: Pick<Taxonomy, 'implied'>): boolean {
  return (
    a.skill === b.skill ||
    taxonomy.implied(a.skill).includes(b.skill) ||
    taxonomy.implied(b.skill).includes(a.skill)
  )
}

function joinBack(links: readonly Link[], joined: boolean[], from: number): void {
  for (let at = from; at >= 0 && (links[at] === 'comma' || links[at] === 'or'); at -= 1) joined[at] = true
}

function between(text: string, mentions: readonly SkillMention[], index: number): string {
  return text.slice(mentions[index]?.span.end ?? 0, mentions[index + 1]?.span.start ?? 0)
}
