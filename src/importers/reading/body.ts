import type { Found, Line } from './line.ts'
import { usualGap } from './sections.ts'

/** A bullet or a paragraph, its wrapped lines joined. */
export interface Item {
  readonly text: string
  readonly bullet: boolean
  readonly lines: readonly Line[]
}

/** Joins wrapped lines to bullets and paragraphs. */
export function itemsOf(lines: readonly Line[]): readonly Item[] {
  const right = Math.max(0, ...lines.flatMap((line) => [line.margin, line.right]))
  const gap = tightGap(lines)
  const groups: Line[][] = []
  for (const line of lines) {
    const open = groups.at(-1)
    if (open && goesOn(open, line, right, gap)) open.push(line)
    else groups.push([line])
  }
  return groups.map((group) => ({
    text: joinLines(group.map(({ text }) => text)),
    bullet: group[0]?.bullet !== null,
    lines: group,
  }))
}

/** The distance of lines within one paragraph: the smallest that occurs often. */
function tightGap(lines: readonly Line[]): number {
  const gaps = lines
    .flatMap(({ gap }) => (gap === null || gap < 0.8 || gap > 3 ? [] : [gap]))
    .toSorted((a, b) => a - b)
  return gaps[Math.floor(gaps.length * 0.15)] ?? usualGap(lines)
}

function goesOn(open: readonly Line[], line: Line, right: number, tight: number): boolean {
  const last = open.at(-1)
  const first = open[0]
  if (!last || !first || line.bullet !== null || line.marked !== null) return false
  const newPage = line.gap === null || line.gap < 0
  if (!newPage && (line.gap ?? 0) > tight * 1.9) return false
  if (/^\p{Ll}/u.test(line.text) || /[-\u00AD,]$/u.test(last.text)) return true
  if (first.bullet !== null) {
    // Behind the bullet, or where the bullet stands when text runs under it.
    if (line.x < first.left - 3) return false
    if (line.x < first.x - 3 && !isFull(last, line, right)) return false
    return isFull(last, line, right) || (line.x >= first.x - 3 && (line.gap ?? 0) <= tight * 1.15)
  }
  if (Math.abs(line.x - last.x) > 3 && open.length > 1) return false
  if (!newPage && (line.gap ?? 0) > tight * 1.18) return false
  const endsSentence = /[.!?]$/.test(last.text) && /^\p{Lu}/u.test(line.text)
  if (endsSentence && last.right < right - (right - first.x) * 0.12) return false
  if (
    BEGINS_ITEM.test(line.text) &&
    !/[,&(–-]$|\b(?:and|or|to|the|of|for|by|with|in|und|et|y)$/u.test(last.text)
  )
    return false
  return isFull(last, line, right) && line.x <= first.x + 3
}

/** How lines of lists begin that show no bullets: with what was done. */
export const BEGINS_ITEM =
  /^(?:\p{Lu}\p{Ll}+(?:ed|ing|ung|ción|sión|tion|sion|ement|é|í|ó)|Led|Built|Wrote|Made|Ran|Cut|Set|Grew|Won|Taught|Oversaw|Drove|Brought|Took|Held|Sold|Kept|Gave|Found|Began|Rebuilt|Rewrote)\s/u

/** Whether the next line's first word would not have fitted on the line. */
export function isFull(last: Line, next: Line, right: number): boolean {
  const word = next.text.split(' ')[0] ?? ''
  const each = (next.right - next.x) / Math.max(1, next.text.length)
  return last.right + (word.length + 1) * each > right - 2
}

const KEEPS_HYPHEN =
  /(?:^|\s)(?:self|well|high|low|cross|multi|non|co|full|open|end|large|small|long|short|real|data|user|time|peer|team|state|third|first|front|back|in|on|off|built|micro|pre|post|re|event|cloud|client|server|test|type|cost|object|micro-?service|load|role|rule|key|top|two|three|four|one|half|day|week|year|part|on-?call|ex|vice|e|x|k|t|A|I)-$/i

/** Joins lines to one text; a hyphen at a line's end goes where it only broke a word. */
export function joinLines(lines: readonly string[]): string {
  const parts: string[] = []
  for (const line of lines) {
    const last = parts.at(-1)
    if (last === undefined) parts.push(line)
    else if (breaksWord(last.slice(-40), line)) {
      parts[parts.length - 1] = last.slice(0, -1)
      parts.push(line)
    } else if (/[/]$|[\p{L}\p{N}]-$/u.test(last.slice(-2))) parts.push(line)
    else parts.push(' ', line)
  }
  return parts.join('').replaceAll('\u00AD', '').replaceAll(/\s+/g, ' ').trim()
}

/** Whether the hyphen at the end only broke a word, rather than joining two. */
function breaksWord(end: string, line: string): boolean {
  if (end.endsWith('\u00AD')) return true
  if (!/\p{L}-$/u.test(end) || !/^\p{Ll}/u.test(line)) return false
  return !KEEPS_HYPHEN.test(end) && !/-\p{L}+-$/u.test(end)
}

/** A body taken apart: what describes, and what was done. */
export interface ReadBody {
  readonly summary: Found | null
  readonly highlights: readonly Found[]
}

/** Bullets are highlights; a paragraph before them is the summary; several short paragraphs are highlights themselves. */
export function readBody(lines: readonly Line[]): ReadBody {
  const items = itemsOf(lines)
  const found = (texts: readonly Item[], confidence: number): Found[] =>
    texts.flatMap(({ text, lines: [line] }) => (line ? [{ value: text, confidence, line }] : []))
  const firstBullet = items.findIndex(({ bullet }) => bullet)
  if (firstBullet !== -1) {
    const before = items.slice(0, firstBullet)
    return { summary: joined(found(before, 0.85)), highlights: found(items.slice(firstBullet), 0.9) }
  }
  const indent = Math.min(...items.flatMap(({ lines: [line] }) => (line ? [line.x] : [])))
  const indented = items.findIndex(({ lines: [line] }) => line !== undefined && line.x > indent + 5)
  if (indented > 0)
    return {
      summary: joined(found(items.slice(0, indented), 0.8)),
      highlights: found(items.slice(indented), 0.8),
    }
  const [only] = items
  if (items.length === 1 && only) {
    const sentences = only.text.split(/[.!?]\s/).length
    return sentences > 1 || only.text.length > 160 || only.lines[0]?.italic
      ? { summary: joined(found(items, 0.75)), highlights: [] }
      : { summary: null, highlights: found(items, 0.6) }
  }
  return { summary: null, highlights: found(items, 0.7) }
}

function joined(found: readonly Found[]): Found | null {
  const [first] = found
  return first ? { ...first, value: found.map(({ value }) => value).join(' ') } : null
}
